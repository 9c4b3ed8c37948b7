#include "config.h"

#include "quoth-date.h"

static const struct {
  const char *printed;
  const char *iso;
} cases[] = {
  { "2014-03-21", "2014-03-21" },
  { "2014-03-21T09:30:00+01:00", "2014-03-21T09:30:00+01:00" },
  { "2014-03-21T09:30:00.123Z", "2014-03-21T09:30:00Z" },
  { "2014-03-21 09:30:00", "2014-03-21T09:30:00" },
  { "2014-03-21T09:30:00+0100", "2014-03-21T09:30:00+01:00" },
  { "2014/03/21", "2014-03-21" },
  { "20140321", "2014-03-21" },
  { "2014-03", "2014-03" },
  { "2014", "2014" },
  { "March 2014", "2014-03" },
  { "21 March 2014", "2014-03-21" },
  { "21st of March, 2014", "2014-03-21" },
  { "Published: 21 March 2014", "2014-03-21" },
  { "Friday 21 March 2014 9:30 am GMT", "2014-03-21T09:30Z" },
  { "Fri Mar 21 2014 09:30:00 GMT+0100 (Central European Standard Time)",
    "2014-03-21T09:30:00+01:00" },
  { "March 21, 2014", "2014-03-21" },
  { "Mar. 21, 2014 at 9:05 p.m. EDT", "2014-03-21T21:05-04:00" },
  { "Sept 3rd, 2014", "2014-09-03" },
  { "Fri, 21 Mar 2014 09:30:00 +0000", "2014-03-21T09:30:00+00:00" },
  { "21.3.2014", "2014-03-21" },
  { "21/03/2014", "2014-03-21" },
  { "03/21/2014", "2014-03-21" },
  /* the day and the month cannot be told apart */
  { "03/04/2014", "2014" },
  { "12:15, 1 May 2014", "2014-05-01" },
  /* days that do not exist leave the month */
  { "31 February 2014", "2014-02" },
  { "2014-13-45", NULL },
  { "0 May 2014", "2014-05" },
  { "29 February 2016", "2016-02-29" },
  { "May I come in", NULL },
  { "the years 2014 and 2015", NULL },
  { "call 020 7946 0018", NULL },
  { "12345678901", NULL },
  { "", NULL },
};

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = quoth_date_parse (cases[i].printed);

      g_test_message ("%s", cases[i].printed);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
  g_assert_null (quoth_date_parse (NULL));
}

static void
test_find_says_where (void)
{
  gsize start, end;
  g_autofree char *iso = NULL;

  g_assert_true (quoth_date_find ("By Ada Osgood, 9 April 2023 | Rivers", &start, &end, &iso));
  g_assert_cmpstr (iso, ==, "2023-04-09");
  g_assert_cmpuint (start, ==, 15);
  g_assert_cmpuint (end, ==, 27);
}

static void
test_find_takes_the_first (void)
{
  g_autofree char *iso = NULL;

  g_assert_true (quoth_date_find ("2 May 2014, updated March 3, 2015", NULL, NULL, &iso));
  g_assert_cmpstr (iso, ==, "2014-05-02");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/find/says-where", test_find_says_where);
  g_test_add_func ("/date/find/takes-the-first", test_find_takes_the_first);
  return g_test_run ();
}
