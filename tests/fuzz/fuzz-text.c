#include "fuzz-target.h"

#include "quoth-analysis.h"
#include "text-cases.h"

/* Any valid UTF-8 is read, with the word lists and without, and analysed, and what is found is
 * sound. */

static void
assert_inside (const QuothSpan *spans,
               guint            n_spans,
               const char      *text,
               gsize            length)
{
  for (guint i = 0; i < n_spans; i++)
    {
      QuothSpan span = spans[i];

      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, length);
      g_assert_true (g_utf8_validate (text + span.start, span.end - span.start, NULL));
    }
}

static void
analyse (const char       *text,
         const QuothModel *model)
{
  gsize length = strlen (text);
  g_autoptr (GArray) blocks = quoth_blocks_classify (text, length, model);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothAnalysis) analysis =
    quoth_analyse (text, length, (QuothBlock *) (void *) blocks->data, blocks->len, model, NULL,
                   &error);

  g_assert_no_error (error);
  for (guint i = 0; i < analysis->attributions->len; i++)
    {
      const QuothAttribution *found = g_ptr_array_index (analysis->attributions, i);

      assert_inside (quoth_short_array_get_data (&found->contents), found->contents.len, text,
                     length);
      assert_inside (quoth_short_array_get_data (&found->sources), found->sources.len, text,
                     length);
      g_assert_cmpuint (found->cue.start, <=, found->cue.end);
      g_assert_cmpuint (found->cue.end, <=, length);
      g_assert_cmpint (found->parent, <, (int) i);
    }
  for (guint i = 0; i < analysis->referents->len; i++)
    {
      const QuothReferent *referent = g_ptr_array_index (analysis->referents, i);

      assert_inside ((const QuothSpan *) (const void *) referent->mentions->data,
                     referent->mentions->len, text, length);
    }
}

static void
read_with (const char       *text,
           const QuothModel *model)
{
  g_autoptr (QuothText) shaped = quoth_text_new (text, strlen (text), NULL, 0, model);
  g_autoptr (QuothText) lines = read_paragraphs (text, model);

  assert_sound (shaped);
  assert_sound (lines);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static QuothModel *model = NULL;
  g_autofree char *text = g_utf8_make_valid ((const char *) data, size);

  if (model == NULL)
    model = open_test_model ();
  read_with (text, model);
  read_with (text, NULL);
  analyse (text, model);

  return 0;
}
