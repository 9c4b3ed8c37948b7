#pragma once

#include "quoth-analysis.h"

/* Something before, so that the sentence of a case is no headline */
#define OPENING "The board met in May.\n\n"

typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

/* What is found in a text, one attribution a line: "kind [cue] {source} content + content", with
 * "wish" before those that are attitudes and ">" before nested ones. */

static inline void
append_spans (GString               *out,
              const char            *text,
              const QuothShortArray *spans,
              const char            *before,
              const char            *after)
{
  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = quoth_short_array_index (spans, QuothSpan, i);

      g_string_append_printf (out, "%s%.*s%s", i > 0 && *after == '\0' ? " + " : before,
                              (int) quoth_span_length (span), text + span.start, after);
    }
}

static inline char *
describe_attributions (const char *text)
{
  static const char *kinds[] = { "direct", "mixed", "indirect" };
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open_default (&error);
  g_autoptr (GArray) blocks = NULL;
  g_autoptr (QuothAnalysis) analysis = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  blocks = quoth_blocks_classify (text, strlen (text), model);
  analysis = quoth_analyse (text, strlen (text), (const QuothBlock *) (const void *) blocks->data,
                            blocks->len, model, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < analysis->attributions->len; i++)
    {
      const QuothAttribution *found = g_ptr_array_index (analysis->attributions, i);

      g_string_append_printf (out, "%s%s%s%s [%.*s]", i > 0 ? "\n" : "",
                              found->parent >= 0 ? "> " : "",
                              found->type == QUOTH_QUOTE_ATTITUDE ? "wish " : "",
                              kinds[found->kind],
                              (int) quoth_span_length (found->cue), text + found->cue.start);
      append_spans (out, text, &found->sources, " {", "}");
      append_spans (out, text, &found->contents, " ", "");
    }

  return g_string_free (out, FALSE);
}
