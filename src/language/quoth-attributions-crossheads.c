#include "quoth-attributions-learned.h"

#include <string.h>

#define LEAST_CAPITALS 2
#define LEAST_LENGTH   4

/* A title in quotation marks that makes a paragraph, ‘A Harbour Without Its Boats’: a crosshead or
 * the name of a work, which nobody is said to have said. */

/* Is every longer word written with a capital, and does no stop end the words? */
static gboolean
is_titled (const QuothText *text,
           QuothSpan        span)
{
  guint n_capitals = 0;

  for (guint t = quoth_text_find_token (text, span.start); t < text->n_tokens &&
       text->tokens[t].span.end <= span.end; t++)
    {
      const QuothToken *token = &text->tokens[t];

      if (token->kind == QUOTH_TOKEN_PUNCTUATION &&
          strchr (".!?,;", text->text[token->span.start]) != NULL)
        return FALSE;
      if (token->kind != QUOTH_TOKEN_WORD || quoth_span_length (token->span) < LEAST_LENGTH)
        continue;
      if ((token->flags & QUOTH_TOKEN_CAPITALISED) == 0)
        return FALSE;
      n_capitals++;
    }
  return n_capitals >= LEAST_CAPITALS;
}

static gboolean
is_crosshead (const QuothText        *text,
              const QuothAttribution *self)
{
  QuothSpan content = quoth_short_array_index (&self->contents, QuothSpan, 0);
  const QuothSentence *sentence;

  if (self->parent >= 0 || !quoth_span_is_empty (self->cue) || self->sources.len > 0 ||
      self->contents.len > 1)
    return FALSE;
  sentence = &text->sentences[MIN (quoth_text_find_sentence (text, content.start),
                                   text->n_sentences - 1)];

  return text->blocks[sentence->block].span.start == content.start &&
         text->blocks[sentence->block].span.end == content.end &&
         is_titled (text, content);
}

static gboolean
holds_another (GPtrArray *found,
               guint      index)
{
  for (guint i = index + 1; i < found->len; i++)
    if (((QuothAttribution *) found->pdata[i])->parent == (int) index)
      return TRUE;
  return FALSE;
}

/**
 * quoth_attributions_drop_crossheads:
 * @found: (element-type QuothAttribution): in text order
 *
 * Takes away titles in quotation marks that were taken for speech without a cue.
 */
void
quoth_attributions_drop_crossheads (GPtrArray       *found,
                                    const QuothText *text)
{
  for (guint i = found->len; i > 0; i--)
    {
      if (!is_crosshead (text, found->pdata[i - 1]) || holds_another (found, i - 1))
        continue;
      g_ptr_array_remove_index (found, i - 1);
      for (guint k = i - 1; k < found->len; k++)
        {
          QuothAttribution *other = found->pdata[k];

          if (other->parent >= (int) i)
            other->parent--;
        }
    }
}
