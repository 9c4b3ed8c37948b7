#include "quoth-short-array.h"
#include "quoth-span.h"

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer      data G_GNUC_UNUSED)
{
  return *(const int *) a - *(const int *) b;
}

/* One span needs no memory of its own, more of them do. */
static void
test_spans (void)
{
  QuothShortArray spans = { 0 };

  for (guint i = 0; i < 100; i++)
    {
      QuothSpan span = { i, 2 * i };

      quoth_short_array_append_val (&spans, span);
      g_assert_cmpuint (spans.capacity > 0, ==, i > 0);
    }
  g_assert_cmpuint (spans.len, ==, 100);
  for (guint i = 0; i < spans.len; i++)
    g_assert_cmpuint (quoth_short_array_index (&spans, QuothSpan, i).end, ==, 2 * i);

  quoth_short_array_clear (&spans);
  g_assert_cmpuint (spans.len, ==, 0);
  quoth_short_array_clear (&spans);
}

/* Two numbers fit inside; what is dropped from the end makes room again. */
static void
test_numbers (void)
{
  const int more[] = { 5, 1, 4 };
  QuothShortArray numbers = { 0 }, copy = { 0 };

  quoth_short_array_append (&numbers, more, 0, sizeof (int));
  g_assert_cmpuint (numbers.len, ==, 0);
  quoth_short_array_append (&numbers, more, 2, sizeof (int));
  g_assert_cmpuint (numbers.capacity, ==, 0);
  quoth_short_array_append (&numbers, more, 3, sizeof (int));
  g_assert_cmpuint (numbers.len, ==, 5);
  quoth_short_array_append (&copy, quoth_short_array_get_data (&numbers), numbers.len,
                            sizeof (int));
  quoth_short_array_sort (&copy, sizeof (int), compare_numbers);
  for (guint i = 1; i < copy.len; i++)
    g_assert_cmpint (quoth_short_array_index (&copy, int, i - 1), <=,
                     quoth_short_array_index (&copy, int, i));

  numbers.len = 1;
  quoth_short_array_append_val (&numbers, more[2]);
  g_assert_cmpint (quoth_short_array_index (&numbers, int, 0), ==, 5);
  g_assert_cmpint (quoth_short_array_index (&numbers, int, 1), ==, 4);
  quoth_short_array_clear (&numbers);
  quoth_short_array_clear (&copy);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/short-array/spans", test_spans);
  g_test_add_func ("/short-array/numbers", test_numbers);

  return g_test_run ();
}
