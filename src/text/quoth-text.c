#include "quoth-text.h"

#include <string.h>

#include "quoth-mark-weights.h"
#include "quoth-sentences.h"
#include "quoth-tokenizer.h"

#define MAX_LEVELS 16
#define MAX_WORDLESS 1024 /* bytes of a block without words that is read all the same */

typedef struct
{
  const QuothText *text;
  guint            next;
  guint32          ends[MAX_LEVELS];
  guint            depth;
} Levels;

static guint32
content_start (const QuothQuoted *quoted)
{
  return quoth_span_is_empty (quoted->open) ? quoted->span.start : quoted->open.end;
}

static guint32
content_end (const QuothQuoted *quoted)
{
  return quoth_span_is_empty (quoted->close) ? quoted->span.end : quoted->close.start;
}

/* In how many quoted spans lies what begins at @start? Called with growing starts. */
static guint
find_level (Levels  *self,
            guint32  start)
{
  while (self->depth > 0 && self->ends[self->depth - 1] <= start)
    self->depth--;
  for (; self->next < self->text->n_quoted; self->next++)
    {
      const QuothQuoted *quoted = &self->text->quoted[self->next];

      if (content_start (quoted) > start)
        break;
      if (content_end (quoted) > start && self->depth < MAX_LEVELS)
        self->ends[self->depth++] = content_end (quoted);
    }

  return self->depth;
}

static void
set_levels (QuothText *self)
{
  Levels levels = { .text = self };

  for (guint i = 0; i < self->n_tokens; i++)
    {
      QuothToken *token = &self->tokens[i];

      token->level = find_level (&levels, token->span.start);
      if (token->level > 0)
        token->flags |= QUOTH_TOKEN_QUOTED;
    }
}

/* Keeps no more of marks than tokens need: a text may be full of them. In place, front to back.
 *
 * Returns: (transfer full): as many as there are in @marks, which gives up its content */
static QuothDecidedMark *
keep_decided (GArray *marks)
{
  guint n = marks->len;
  char *content = g_array_steal (marks, NULL);

  for (guint i = 0; i < n; i++)
    {
      QuothMark mark;
      QuothDecidedMark decided;

      memcpy (&mark, content + i * sizeof mark, sizeof mark);
      decided = (QuothDecidedMark) { mark.start, mark.length, mark.family, mark.role };
      memcpy (content + i * sizeof decided, &decided, sizeof decided);
    }

  return g_realloc_n (content, n, sizeof (QuothDecidedMark));
}

/* Returns: (transfer full): for each block, one past its last token */
static guint *
tokenize (QuothText        *self,
          const QuothBlock *blocks,
          GArray           *marks)
{
  guint n_marks = marks->len;
  g_autofree QuothDecidedMark *decided = keep_decided (marks);
  g_autoptr (GArray) tokens = g_array_sized_new (FALSE, FALSE, sizeof (QuothToken),
                                                 self->length / 5 + 8);
  guint *ends = g_new (guint, self->n_blocks + 1);
  QuothTokenizer tokenizer = {
    .text = self->text,
    .marks = decided,
    .n_marks = n_marks,
    .tokens = tokens,
    .abbreviations = quoth_model_find_list (self->model, "abbreviations"),
    .contractions = quoth_model_find_list (self->model, "contractions"),
    .domain_endings = quoth_model_find_list (self->model, "domain-endings"),
    .starters = quoth_model_find_list (self->model, "sentence-starters"),
  };

  for (guint i = 0; i < self->n_blocks; i++)
    {
      quoth_tokenizer_add_block (&tokenizer, blocks[i].span);
      ends[i] = tokens->len;
    }
  self->n_tokens = tokens->len;
  self->tokens = g_array_steal (tokens, NULL);

  return ends;
}

static gboolean
has_word (const char *text,
          QuothSpan   span)
{
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* A long block without a letter or a digit is a line drawn with characters, or junk: nobody says
 * anything in it. With a token for each of its bytes it would take more memory than any text.
 *
 * Returns: (transfer full): the blocks as they are read, such as that with nothing in them */
static QuothBlock *
empty_wordless (const QuothText *self)
{
  QuothBlock *blocks = g_memdup2 (self->blocks, self->n_blocks * sizeof *blocks);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      QuothSpan *span = &blocks[i].span;

      if (quoth_span_length (*span) > MAX_WORDLESS && !has_word (self->text, *span))
        span->end = span->start;
    }

  return blocks;
}

static void
take_blocks (QuothText        *self,
             const QuothBlock *blocks,
             gsize             n_blocks)
{
  g_autoptr (GArray) found = NULL;

  if (blocks != NULL)
    {
      self->blocks = g_memdup2 (blocks, n_blocks * sizeof *blocks);
      self->n_blocks = n_blocks;
      return;
    }
  found = quoth_blocks_classify (self->text, self->length, self->model);
  self->n_blocks = found->len;
  self->blocks = g_array_steal (found, NULL);
}

/**
 * quoth_text_new:
 * @text: valid UTF-8 without NULs
 * @length: bytes of @text
 * @blocks: (nullable): its blocks in order, not overlapping; %NULL to find them by shape
 * @model: (nullable): the word lists; without them abbreviations are not known
 *
 * Finds the quotation marks, tokens and sentences of a text.
 *
 * Returns: (transfer full): what was found; it borrows @text and @model
 */
QuothText *
quoth_text_new (const char       *text,
                gsize             length,
                const QuothBlock *blocks,
                gsize             n_blocks,
                const QuothModel *model)
{
  QuothText *self = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (QuothMark));
  g_autoptr (GArray) quoted = g_array_new (FALSE, FALSE, sizeof (QuothQuoted));
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (QuothSentence));
  g_autofree QuothBlock *read = NULL;
  g_autofree guint *block_ends = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (length < G_MAXUINT32, NULL);

  self = g_new0 (QuothText, 1);
  self->text = text;
  self->length = length;
  self->model = model;
  take_blocks (self, blocks, n_blocks);
  read = empty_wordless (self);

  quoth_marks_pair (text, read, self->n_blocks, model, quoth_mark_weights_find (model),
                    marks, quoted);
  quoth_marks_part_turns (text, read, quoted);
  block_ends = tokenize (self, read, marks);
  self->n_quoted = quoted->len;
  self->quoted = g_array_steal (quoted, NULL);
  set_levels (self);
  quoth_sentences_split (self, block_ends, sentences);
  self->n_sentences = sentences->len;
  self->sentences = g_array_steal (sentences, NULL);

  return self;
}

void
quoth_text_free (QuothText *self)
{
  if (self == NULL)
    return;

  g_free (self->blocks);
  g_free (self->quoted);
  g_free (self->tokens);
  g_free (self->sentences);
  g_free (self);
}

/**
 * quoth_text_find_token:
 *
 * Returns: the first token that ends after @offset: the one @offset lies in, or the next one;
 *   @n_tokens after the last
 */
guint
quoth_text_find_token (const QuothText *self,
                       guint32          offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_tokens;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * quoth_text_find_sentence:
 *
 * Returns: the first sentence that ends after @offset: the one @offset lies in, or the next one;
 *   @n_sentences after the last
 */
guint
quoth_text_find_sentence (const QuothText *self,
                          guint32          offset)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->n_sentences;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->sentences[middle].span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
