#pragma once

#include <glib.h>
#include <string.h>

#include "quoth-text.h"

/* What the tests of src/text share: a model, a text read as one paragraph a line, big texts. */

static inline QuothModel *
open_test_model (void)
{
  g_autoptr (GError) error = NULL;
  QuothModel *model = quoth_model_open_default (&error);

  g_assert_no_error (error);

  return model;
}

/* Each line a paragraph, whatever it looks like */
static inline GArray *
make_paragraphs (const char *text)
{
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (QuothBlock));

  for (guint32 start = 0; text[start] != '\0';)
    {
      guint32 end = start;

      while (text[end] != '\0' && text[end] != '\n')
        end++;
      if (end > start)
        {
          QuothBlock block = { .span = { start, end }, .kind = QUOTH_BLOCK_PARAGRAPH };

          g_array_append_val (blocks, block);
        }
      start = end + (text[end] == '\n');
    }

  return blocks;
}

static inline QuothText *
read_paragraphs (const char       *text,
                 const QuothModel *model)
{
  g_autoptr (GArray) blocks = make_paragraphs (text);

  return quoth_text_new (text, strlen (text), (QuothBlock *) (void *) blocks->data, blocks->len,
                         model);
}

static inline char *
repeat (const char *part,
        gsize       length)
{
  GString *text = g_string_sized_new (length + strlen (part));

  while (text->len < length)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

/* Whatever the input: spans in order and inside, tokens and sentences one after the other */
static inline void
assert_sound (const QuothText *text)
{
  for (guint i = 0; i < text->n_blocks; i++)
    {
      g_assert_cmpuint (text->blocks[i].span.start, <, text->blocks[i].span.end);
      g_assert_cmpuint (text->blocks[i].span.end, <=, text->length);
      if (i > 0)
        g_assert_cmpuint (text->blocks[i - 1].span.end, <=, text->blocks[i].span.start);
    }
  for (guint i = 0; i < text->n_quoted; i++)
    {
      const QuothQuoted *quoted = &text->quoted[i];

      g_assert_cmpuint (quoted->span.start, <=, quoted->span.end);
      g_assert_true (quoth_span_contains (text->blocks[quoted->block].span, quoted->span));
      g_assert_true (quoth_span_contains (quoted->span, quoted->open));
      g_assert_true (quoth_span_contains (quoted->span, quoted->close));
      if (i > 0)
        g_assert_cmpuint (text->quoted[i - 1].span.start, <=, quoted->span.start);
    }
  for (guint i = 0; i < text->n_tokens; i++)
    {
      g_assert_cmpuint (text->tokens[i].span.start, <, text->tokens[i].span.end);
      g_assert_cmpuint (text->tokens[i].span.end, <=, text->length);
      g_assert_true (g_utf8_validate (text->text + text->tokens[i].span.start,
                                      quoth_span_length (text->tokens[i].span), NULL));
      if (i > 0)
        g_assert_cmpuint (text->tokens[i - 1].span.end, <=, text->tokens[i].span.start);
    }
  for (guint i = 0; i < text->n_sentences; i++)
    {
      const QuothSentence *sentence = &text->sentences[i];

      g_assert_cmpuint (sentence->first, <, sentence->end);
      g_assert_cmpuint (sentence->first, ==, i > 0 ? text->sentences[i - 1].end : 0);
      g_assert_true (quoth_span_contains (text->blocks[sentence->block].span, sentence->span));
    }
  if (text->n_tokens > 0)
    g_assert_cmpuint (text->sentences[text->n_sentences - 1].end, ==, text->n_tokens);
}

/* Returns: how long it took to read, in microseconds */
static inline gint64
read_soundly (const char       *before,
              const char       *part,
              gsize             length,
              const QuothModel *model)
{
  g_autofree char *repeated = repeat (part, length);
  g_autofree char *string = g_strconcat (before, repeated, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (QuothText) text = quoth_text_new (string, strlen (string), NULL, 0, model);
  gint64 taken = g_get_monotonic_time () - start;

  assert_sound (text);
  return taken;
}

/* A hostile text is read in the time that is fair for its size, ten times over; after a word, too,
 * without which a long text of marks is not read at all. */
static inline void
assert_linear (const char       *part,
               gsize             length,
               const QuothModel *model)
{
  static const char *const before[] = { "", "Said " };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      gint64 small = read_soundly (before[i], part, length / 16, model);
      gint64 large = read_soundly (before[i], part, length, model);

      g_assert_cmpint (large, <, 16 * 10 * MAX (small, 5000));
    }
}
