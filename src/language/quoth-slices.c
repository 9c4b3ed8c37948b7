#include "quoth-slices.h"

/* What stands in a paragraph that opens with a mark may belong to the words before it. */
static gboolean
may_go_on (const QuothText *whole,
           guint            sentence)
{
  return whole->tokens[whole->sentences[sentence].first].kind == QUOTH_TOKEN_OPENING_MARK;
}

/* One past the last token of the slice: at the end of a paragraph, else of a sentence, else where
 * it must be. */
static guint
find_end (const QuothSlices *self)
{
  const QuothText *whole = self->whole;
  guint from = self->next_token,
               limit = from + MIN (QUOTH_SLICE_MAX_TOKENS, whole->n_tokens - from);
  guint at_sentence = from, at_block = from, at_pause = from;

  if (limit == whole->n_tokens)
    return limit;
  for (guint s = self->next_sentence; s + 1 < whole->n_sentences &&
       whole->sentences[s].end <= limit; s++)
    {
      at_sentence = whole->sentences[s].end;
      if (whole->sentences[s].block == whole->sentences[s + 1].block)
        continue;
      at_block = at_sentence;
      if (!may_go_on (whole, s + 1))
        at_pause = at_block;
    }
  return at_pause > from ? at_pause : at_block > from ? at_block : at_sentence > from
         ? at_sentence : limit;
}

/* Copies the sentences of tokens [from, end), counted from the first of them; one that is cut is
 * there in part. */
static void
copy_sentences (QuothSlices *self,
                guint        from,
                guint        end)
{
  const QuothText *whole = self->whole;
  guint s;

  g_array_set_size (self->sentences, 0);
  for (s = self->next_sentence; s < whole->n_sentences && whole->sentences[s].first < end; s++)
    {
      QuothSentence sentence = whole->sentences[s];

      if (sentence.first < from || sentence.end > end)
        {
          sentence.first = MAX (sentence.first, from);
          sentence.end = MIN (sentence.end, end);
          sentence.span = (QuothSpan) { whole->tokens[sentence.first].span.start,
                                        whole->tokens[sentence.end - 1].span.end };
        }
      sentence.first -= from;
      sentence.end -= from;
      g_array_append_val (self->sentences, sentence);
    }
  self->next_sentence = s > 0 && whole->sentences[s - 1].end > end ? s - 1 : s;
}

/* Keeps the quoted spans that reach into the slice and adds those that begin in it. */
static void
copy_quoted (QuothSlices *self,
             guint32      start,
             guint32      end)
{
  const QuothText *whole = self->whole;
  guint kept = 0;

  for (guint i = 0; i < self->quoted->len; i++)
    if (g_array_index (self->quoted, QuothQuoted, i).span.end > start)
      g_array_index (self->quoted, QuothQuoted, kept++) = g_array_index (self->quoted, QuothQuoted,
                                                                         i);
  g_array_set_size (self->quoted, kept);
  for (; self->next_quoted < whole->n_quoted &&
       whole->quoted[self->next_quoted].span.start < end; self->next_quoted++)
    g_array_append_val (self->quoted, whole->quoted[self->next_quoted]);
}

/**
 * quoth_slices_begin:
 * @whole: a text, which is borrowed
 *
 * Returns: the slices of a text, before the first; to be cleared with quoth_slices_clear ()
 */
QuothSlices
quoth_slices_begin (const QuothText *whole)
{
  return (QuothSlices) {
    .whole = whole,
    .sentences = g_array_new (FALSE, FALSE, sizeof (QuothSentence)),
    .quoted = g_array_new (FALSE, FALSE, sizeof (QuothQuoted)),
  };
}

/* The byte before which the slice lies. */
static guint32
get_end (const QuothSlices *self)
{
  return self->next_token < self->whole->n_tokens ? self->whole->tokens[self->next_token].span.start
                                                  : (guint32) self->whole->length;
}

/**
 * quoth_slices_next:
 *
 * Returns: whether there is another slice, to which it then moves
 */
gboolean
quoth_slices_next (QuothSlices *self)
{
  const QuothText *whole = self->whole;
  guint from = self->next_token, end;

  if (from >= whole->n_tokens)
    return FALSE;
  end = find_end (self);
  self->next_token = end;
  copy_sentences (self, from, end);
  copy_quoted (self, whole->tokens[from].span.start, get_end (self));
  self->slice = *whole;
  self->slice.tokens = whole->tokens + from;
  self->slice.n_tokens = end - from;
  self->slice.sentences = (QuothSentence *) (void *) self->sentences->data;
  self->slice.n_sentences = self->sentences->len;
  self->slice.quoted = (QuothQuoted *) (void *) self->quoted->data;
  self->slice.n_quoted = self->quoted->len;
  return TRUE;
}

void
quoth_slices_clear (QuothSlices *self)
{
  g_array_unref (self->sentences);
  g_array_unref (self->quoted);
}
