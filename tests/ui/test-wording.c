#include "config.h"

#include <gtk/gtk.h>

#include "quoth-wording.h"

static void
test_dates (void)
{
  static const struct {
    const char *date;
    const char *in_full;
    const char *in_short;
  } cases[] = {
    { "2014-03-21", "21 March 2014", "21 Mar 2014" },
    { "2014-03-01T09:30:00Z", "1 March 2014", "1 Mar 2014" },
    { "2014-03", "March 2014", "Mar 2014" },
    { "2014", "2014", "2014" },
    { "", "", "" },
    { NULL, "", "" },
    { "2014-13-40", "2014-13-40", "2014-13-40" },
    { "last spring", "last spring", "last spring" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *in_full = quoth_wording_dup_date (cases[i].date, QUOTH_DATE_LONG);
      g_autofree char *in_short = quoth_wording_dup_date (cases[i].date, QUOTH_DATE_SHORT);

      g_assert_cmpstr (in_full, ==, cases[i].in_full);
      g_assert_cmpstr (in_short, ==, cases[i].in_short);
    }
}

static void
test_offices (void)
{
  static const struct {
    const char *speaker;
    const char *role;
    const char *organisation;
    const char *expected;
  } cases[] = {
    { "Odile Farrant", "harbour master", "Port Board", "harbour master, Port Board" },
    { "Odile Farrant", "harbour master", NULL, "harbour master" },
    { NULL, "", "Port Board", "Port Board" },
    { NULL, "chair of the Port Board", "Port Board", "chair of the Port Board" },
    { "a former keeper", "former keeper", NULL, "" },
    { "A spokeswoman for the Port Board", "spokeswoman", "Port Board", "" },
    { "A spokeswoman", "spokeswoman", "Port Board", "Port Board" },
    { "Pastor Masterson", "master", NULL, "master" },
    { NULL, NULL, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *office = quoth_wording_dup_office (cases[i].speaker, cases[i].role,
                                                          cases[i].organisation);

      g_assert_cmpstr (office, ==, cases[i].expected);
    }
}

static void
test_joining (void)
{
  g_autofree char *both = quoth_wording_join ("Gazette", "2014");
  g_autofree char *one = quoth_wording_join ("", "2014");
  g_autofree char *none = quoth_wording_join (NULL, "");

  g_assert_cmpstr (both, ==, "Gazette · 2014");
  g_assert_cmpstr (one, ==, "2014");
  g_assert_cmpstr (none, ==, "");
}

static void
test_confidence (void)
{
  const double lowest[] = { QUOTH_CONFIDENCE_CERTAIN, QUOTH_CONFIDENCE_LIKELY };

  g_assert_cmpstr (quoth_wording_get_speaker_confidence (lowest[0]), ==, "Certain");
  g_assert_cmpstr (quoth_wording_get_speaker_confidence (lowest[0] - 0.001), ==, "Likely");
  g_assert_cmpstr (quoth_wording_get_speaker_confidence (lowest[1]), ==, "Likely");
  g_assert_cmpstr (quoth_wording_get_speaker_confidence (lowest[1] - 0.001), ==, "Unsure");
  g_assert_cmpstr (quoth_wording_get_quote_confidence (lowest[0]), ==, "Certain");
  g_assert_cmpstr (quoth_wording_get_quote_confidence (lowest[0] - 0.001), ==, "Likely");
  g_assert_cmpstr (quoth_wording_get_quote_confidence (lowest[1] - 0.001), ==, "Unsure");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wording/dates-are-as-precise-as-they-were-given", test_dates);
  g_test_add_func ("/wording/offices-say-nothing-twice", test_offices);
  g_test_add_func ("/wording/joins-what-there-is", test_joining);
  g_test_add_func ("/wording/confidence-is-a-word", test_confidence);

  return g_test_run ();
}
