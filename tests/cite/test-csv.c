#include "quoth-csv.h"

static const char *const columns[] = { "one", "two", "three", NULL };

static void
test_row (void)
{
  g_autoptr (QuothCsv) csv = quoth_csv_new (columns);
  g_autofree char *header = quoth_csv_dup_header (csv);
  g_autofree char *row = NULL;

  g_assert_cmpstr (header, ==, "one,two,three,guarded\r\n");
  quoth_csv_append (csv, "a, \"b\"");
  quoth_csv_append (csv, NULL);
  quoth_csv_append (csv, "x\ny");
  row = quoth_csv_dup_row (csv);
  g_assert_cmpstr (row, ==, "\"a, \"\"b\"\"\",,\"x\ny\",\r\n");
}

static void
test_guard (void)
{
  static const struct { const char *value; const char *cell; const char *guarded; } cells[] = {
    { "=1+1", "'=1+1", "one" },
    { "+44 Times", "'+44 Times", "one" },
    { "-5 degrees", "'-5 degrees", "one" },
    { "@port", "'@port", "one" },
    { "\tx", "'\tx", "one" },
    { "＝1", "'＝1", "one" },
    { "=a,b", "\"'=a,b\"", "one" },
    { "– said so", "– said so", "" },
    { "'quoted", "'quoted", "" },
    { "1=1", "1=1", "" },
    { "‘=1’", "‘=1’", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (QuothCsv) csv = quoth_csv_new (columns);
      g_autofree char *expected = g_strdup_printf ("%s,,,%s\r\n", cells[i].cell, cells[i].guarded);
      g_autofree char *row = NULL;

      quoth_csv_append (csv, cells[i].value);
      quoth_csv_append (csv, "");
      quoth_csv_append (csv, "");
      row = quoth_csv_dup_row (csv);
      g_assert_cmpstr (row, ==, expected);
    }
}

/* The next row begins anew. */
static void
test_several_guarded (void)
{
  g_autoptr (QuothCsv) csv = quoth_csv_new (columns);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  quoth_csv_append (csv, "=1");
  quoth_csv_append (csv, "2");
  quoth_csv_append (csv, "-3");
  first = quoth_csv_dup_row (csv);
  g_assert_cmpstr (first, ==, "'=1,2,'-3,one three\r\n");
  quoth_csv_append (csv, "1");
  quoth_csv_append (csv, "2");
  quoth_csv_append (csv, "3");
  second = quoth_csv_dup_row (csv);
  g_assert_cmpstr (second, ==, "1,2,3,\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/row", test_row);
  g_test_add_func ("/csv/formulas-guarded", test_guard);
  g_test_add_func ("/csv/guarded-columns-named", test_several_guarded);

  return g_test_run ();
}
