#include <string.h>

#include "attribution-cases.h"

static QuothAnalysis *
analyse (const char    *text,
         gsize          length,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GError) model_error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open_default (&model_error);
  g_autoptr (GArray) blocks = NULL;

  g_assert_no_error (model_error);
  blocks = quoth_blocks_classify (text, length, model);

  return quoth_analyse (text, length, (const QuothBlock *) (const void *) blocks->data, blocks->len,
                        model, cancellable, error);
}

static void
test_new_and_free (void)
{
  g_autoptr (QuothReferent) referent = quoth_referent_new (QUOTH_ENTITY_ORGANISATION);
  g_autoptr (QuothAttribution) attribution = quoth_attribution_new ();
  QuothRoleFound role = { g_strdup ("nurse"), -1, QUOTH_ROLE_CURRENT, { 0, 5 } };

  g_assert_cmpint (referent->kind, ==, QUOTH_ENTITY_ORGANISATION);
  g_assert_null (referent->name);
  g_ptr_array_add (referent->aliases, g_strdup ("the trust"));
  g_array_append_val (referent->roles, role);

  g_assert_cmpint (attribution->parent, ==, -1);
  g_assert_cmpint (attribution->on_behalf_of, ==, -1);
  g_assert_cmpuint (attribution->contents.len, ==, 0);
  g_assert_true (quoth_span_is_empty (attribution->cue));

  quoth_referent_free (NULL);
  quoth_attribution_free (NULL);
  quoth_analysis_free (NULL);
}

/* Texts in which nobody says anything, or that are no texts at all. */
static void
test_nothing (void)
{
  static const char *texts[] = {
    "", " ", "\n\n\n", ".", "“", "”", "‘’", "'", "\"\"\"", ": “", "said", "Said.", "said that",
    "He said",
    "He said:", "“” said “”", "according to", "According to", "Asked by", "— ,", "He said that.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *found = describe_attributions (texts[i]);

      g_assert_cmpstr (found, ==, "");
    }
}

static void
assert_inside (const QuothShortArray *spans,
               gsize                  length)
{
  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = quoth_short_array_index (spans, QuothSpan, i);

      g_assert_cmpuint (span.start, <, span.end);
      g_assert_cmpuint (span.end, <=, length);
      if (i > 0)
        g_assert_cmpuint (quoth_short_array_index (spans, QuothSpan, i - 1).end, <=, span.start);
    }
}

/* What is promised of every analysis: spans inside the text, contents in order and never none, text
 * order, parents first. */
static void
assert_sound (const QuothAnalysis *analysis,
              gsize                length)
{
  guint32 last = 0;

  for (guint i = 0; i < analysis->attributions->len; i++)
    {
      const QuothAttribution *found = g_ptr_array_index (analysis->attributions, i);

      g_assert_cmpuint (found->contents.len, >, 0);
      assert_inside (&found->contents, length);
      assert_inside (&found->sources, length);
      g_assert_cmpuint (found->cue.end, <=, length);
      g_assert_cmpint (found->parent, <, (int) i);
      g_assert_cmpfloat (found->confidence, >, 0);
      g_assert_cmpfloat (found->confidence, <=, 1);
      g_assert_cmpuint (quoth_short_array_index (&found->contents, QuothSpan, 0).start, >=, last);
      last = quoth_short_array_index (&found->contents, QuothSpan, 0).start;
    }
}

/* Words and marks thrown together: nothing is asked but that the answer is sound. */
static void
test_sound (void)
{
  static const char *pieces[] = {
    "said", "“", "”", "‘", "’", "'", "\"", ",", ".", "?", ":", ";", " – ", "(", ")", "Ann Poole",
    "he",
    "who", "that", "to", "and", "but", "as", "according to", "the", "claim", "call", "for", "her",
    "asked",
    "by", "saying", "\n\n", "told", "reporters", "whether", "calls", "is", "not", "has", "“Wards”,",
  };

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (QuothAnalysis) analysis = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 60; i++)
        g_string_append_printf (text, "%s%s",
                                pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))],
                                g_test_rand_bit () || g_test_rand_bit () ? " " : "");
      analysis = analyse (text->str, text->len, NULL, &error);
      g_assert_no_error (error);
      assert_sound (analysis, text->len);
    }
}

/* A text need not end with a NUL. */
static void
test_length (void)
{
  const char text[] = "“It is late,” she said. She said that it was early.";
  const gsize length = strlen ("“It is late,” she said.");
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothAnalysis) analysis = analyse (text, length, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (analysis->attributions->len, ==, 1);
  assert_sound (analysis, length);
}

/* One very long line takes time in proportion to its length, whatever it repeats. */
static void
test_long_line (void)
{
  static const char *pieces[] = {
    "the ward and the board, she said that it was late and, ", "said ", "“ ", "Ann Poole, ",
    ", who said",
    "she said “it ” ", "according to ", "her claim that ", "asked by the ", "a and ", "she said, ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (QuothAnalysis) analysis = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();

      for (guint n = 0; n < 20000; n++)
        g_string_append (text, pieces[i]);
      analysis = analyse (text->str, text->len, NULL, &error);
      g_assert_no_error (error);
      assert_sound (analysis, text->len);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_furniture (void)
{
  const char text[] = "“It is late,” she said.";
  QuothBlock block = { { 0, sizeof text - 1 }, QUOTH_BLOCK_FURNITURE, 0, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open_default (&error);
  g_autoptr (QuothAnalysis) analysis = NULL;

  g_assert_no_error (error);
  analysis = quoth_analyse (text, sizeof text - 1, &block, 1, model, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (analysis->attributions->len, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothAnalysis) analysis = NULL;

  g_cancellable_cancel (cancellable);
  analysis = analyse ("“It is late,” she said.", strlen ("“It is late,” she said."), cancellable,
                      &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (analysis);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/new-and-free", test_new_and_free);
  g_test_add_func ("/analysis/nothing", test_nothing);
  g_test_add_func ("/analysis/sound", test_sound);
  g_test_add_func ("/analysis/length", test_length);
  g_test_add_func ("/analysis/long-line", test_long_line);
  g_test_add_func ("/analysis/furniture", test_furniture);
  g_test_add_func ("/analysis/cancelled", test_cancelled);

  return g_test_run ();
}
