#include "quoth-search.h"

static void
test_expressions (void)
{
  static const struct
  {
    const char *typed;
    const char *expected;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "  ", NULL },
    { "— “” \"\" ( *", NULL },
    { "boat", "\"boat\"*" },
    { "new  boat", "\"new\"* \"boat\"*" },
    { "O’Neil's", "\"O’Neil's\"*" },
    { "“new boat” harbour", "\"new boat\" \"harbour\"*" },
    { "\"new boat", "\"new boat\"*" },
    { "NEAR(a b) AND -c* col:d", "\"NEAR(a\"* \"b)\"* \"AND\"* \"-c*\"* \"col:d\"*" },
    { "bad\xff utf", "\"bad\xef\xbf\xbd\"* \"utf\"*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expression = quoth_search_dup_expression (cases[i].typed);

      g_assert_cmpstr (expression, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/typed-becomes-expression", test_expressions);

  return g_test_run ();
}
