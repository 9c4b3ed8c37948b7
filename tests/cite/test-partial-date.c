#include "quoth-partial-date.h"

typedef struct
{
  const char *iso;
  const char *words; /* NULL when it is no date */
  const char *short_iso;
} Case;

static const Case cases[] = {
  { "2014", "2014", "2014" },
  { "2014-03", "March 2014", "2014-03" },
  { "2014-03-21", "21 March 2014", "2014-03-21" },
  { "2014-03-01", "1 March 2014", "2014-03-01" },
  { "2014-12-31T23:59:59-11:00", "31 December 2014", "2014-12-31" },
  { "2014-01-01T00:00Z", "1 January 2014", "2014-01-01" },
  { "2014-01-01 00:00", "1 January 2014", "2014-01-01" },
  { "2016-02-29", "29 February 2016", "2016-02-29" },
  { "0987-05", "May 987", "0987-05" },
  { NULL, NULL, NULL },
  { "", NULL, NULL },
  { "14", NULL, NULL },
  { "0000", NULL, NULL },
  { "2014-", NULL, NULL },
  { "2014-3", NULL, NULL },
  { "2014-13", NULL, NULL },
  { "2014-00", NULL, NULL },
  { "2015-02-29", NULL, NULL },
  { "2014-03-32", NULL, NULL },
  { "2014-03T10", NULL, NULL },
  { "20140321", NULL, NULL },
  { "2014-03-21x", NULL, NULL },
  { "March 2014", NULL, NULL },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QuothPartialDate date = { 1, 2, 3 };
      g_autofree char *words = NULL;
      g_autofree char *iso = NULL;

      g_test_message ("%s", cases[i].iso);
      g_assert_cmpint (quoth_partial_date_parse (cases[i].iso, &date), ==, cases[i].words != NULL);
      if (cases[i].words == NULL)
        {
          g_assert_cmpint (date.year * 100 + date.month * 10 + date.day, ==, 123);
          continue;
        }
      words = quoth_partial_date_dup_english (&date);
      iso = quoth_partial_date_dup_iso (&date);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (iso, ==, cases[i].short_iso);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/partial-date/as-precise-as-known", test_words);

  return g_test_run ();
}
