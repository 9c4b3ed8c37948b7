#include "quoth-sentences.h"

#include <string.h>

#include "quoth-character.h"
#include "quoth-tokenizer.h"

#define MAX_NAME_TOKENS 6

typedef enum
{
  STOP_NONE,
  STOP_FULL,
  STOP_CRY,          /* ! ? */
  STOP_ELLIPSIS,
  STOP_ABBREVIATION,
} Stop;

typedef struct
{
  const char          *text;
  const QuothToken    *tokens;
  guint                first;
  guint                end;
  const QuothWordList *starters;
  const QuothWordList *abbreviations;
  const QuothWordList *verbs;
} Splitter;

static Stop
find_stop (const Splitter *self,
           guint           index)
{
  const QuothToken *token = &self->tokens[index];
  const char *text = self->text + token->span.start;
  guint length = quoth_span_length (token->span);

  if (quoth_token_is_abbreviation (self->text, token))
    return STOP_ABBREVIATION;
  if (token->kind != QUOTH_TOKEN_PUNCTUATION)
    return STOP_NONE;
  if (*text == '!' || *text == '?')
    return STOP_CRY;
  if (*text == '.')
    return length == 1 ? STOP_FULL : STOP_ELLIPSIS;

  return length == 3 && g_utf8_get_char (text) == 0x2026 ? STOP_ELLIPSIS : STOP_NONE;
}

/* Closing marks and brackets after a stop belong to its sentence, and so do further stops. */
static gboolean
belongs_to_stop (const Splitter *self,
                 guint           index)
{
  const QuothToken *token = &self->tokens[index];

  if (token->kind == QUOTH_TOKEN_CLOSING_MARK)
    return TRUE;
  if (token->kind != QUOTH_TOKEN_PUNCTUATION || (token->flags & QUOTH_TOKEN_SPACE_BEFORE))
    return FALSE;
  if (strchr (")]}\"'", self->text[token->span.start]) != NULL)
    return TRUE;

  return find_stop (self, index) != STOP_NONE;
}

static gboolean
is_lower_case (const Splitter *self,
               guint           index)
{
  const QuothToken *token = &self->tokens[index];

  return token->kind == QUOTH_TOKEN_WORD &&
         !(token->flags & QUOTH_TOKEN_CAPITALISED) &&
         g_unichar_islower (g_utf8_get_char (self->text + token->span.start));
}

static gboolean
is_one_of (const Splitter *self,
           guint           index,
           const char     *characters)
{
  const QuothToken *token = &self->tokens[index];

  return quoth_span_length (token->span) == 1 &&
         strchr (characters, self->text[token->span.start]) != NULL;
}

static gboolean
is_dash (const Splitter *self,
         guint           index)
{
  const QuothToken *token = &self->tokens[index];

  return token->kind == QUOTH_TOKEN_PUNCTUATION &&
         quoth_character_classify (g_utf8_get_char (self->text + token->span.start)) ==
           QUOTH_CHARACTER_DASH;
}

/* "1." or "a." at the beginning of a block counts it */
static gboolean
is_item_number (const Splitter *self,
                guint           index)
{
  return index == self->first + 1 &&
         (self->tokens[self->first].kind == QUOTH_TOKEN_NUMBER ||
          quoth_span_length (self->tokens[self->first].span) == 1);
}

/* After an abbreviation: only words that are never part of a name begin a sentence */
static gboolean
abbreviation_ends_sentence (const Splitter *self,
                            guint           index,
                            guint           next)
{
  const QuothToken *token = &self->tokens[index];
  const QuothToken *after;
  const char *value;

  if (self->tokens[next].kind == QUOTH_TOKEN_OPENING_MARK && next + 1 < self->end)
    next++;
  after = &self->tokens[next];
  value = quoth_word_list_lookup (self->abbreviations, self->text + token->span.start,
                                  quoth_span_length (token->span) - 1);
  if (value != NULL && (strcmp (value, "title") == 0 || strcmp (value, "number") == 0))
    return FALSE;
  if (!(after->flags & QUOTH_TOKEN_CAPITALISED))
    return FALSE;

  return quoth_word_list_contains (self->starters, self->text + after->span.start,
                                   quoth_span_length (after->span));
}

/* "“Why?” Ms Orrin asked.": a name, a reporting verb, and no more */
static gboolean
is_cue_with_name (const Splitter *self,
                  guint           next)
{
  guint i = next;

  while (i < self->end && i < next + MAX_NAME_TOKENS &&
         self->tokens[i].kind == QUOTH_TOKEN_WORD &&
         (self->tokens[i].flags & QUOTH_TOKEN_CAPITALISED))
    i++;
  if (i == next || i >= self->end || !is_lower_case (self, i) ||
      !quoth_word_list_contains (self->verbs, self->text + self->tokens[i].span.start,
                                 quoth_span_length (self->tokens[i].span)))
    return FALSE;

  return i + 1 == self->end || is_one_of (self, i + 1, ".,:;");
}

/* Whether the sentence whose stop is token @index, and whose last token is the one before @next,
 * really ends there */
static gboolean
ends_sentence (const Splitter *self,
               Stop            stop,
               guint           index,
               guint           next)
{
  gboolean closed = next > index + 1;

  switch (stop)
    {
    case STOP_FULL:
      if (is_item_number (self, index))
        return FALSE;
      return !closed || (!is_lower_case (self, next) && !is_one_of (self, next, ",;:"));
    case STOP_CRY:
      return (!is_lower_case (self, next) || (!closed && is_one_of (self, index, "?"))) &&
             !is_one_of (self, next, ",;:") && !is_dash (self, next) &&
             !(closed && is_cue_with_name (self, next));
    case STOP_ELLIPSIS:
      return !is_lower_case (self, next) && !is_one_of (self, next, ",;:") &&
             !is_dash (self, next) && (self->tokens[next].flags & QUOTH_TOKEN_SPACE_BEFORE);
    case STOP_ABBREVIATION:
      return abbreviation_ends_sentence (self, index, next);
    case STOP_NONE:
    default:
      return FALSE;
    }
}

static void
split_block (const Splitter *self,
             guint           block,
             GArray         *sentences)
{
  guint start = self->first;

  for (guint i = self->first; i < self->end; i++)
    {
      Stop stop = find_stop (self, i);
      guint next = i + 1;
      QuothSentence sentence;

      if (stop != STOP_NONE)
        while (next < self->end && belongs_to_stop (self, next))
          next++;
      if (next < self->end && (stop == STOP_NONE || !ends_sentence (self, stop, i, next)))
        continue;

      sentence = (QuothSentence) {
        .first = start,
        .end = next,
        .block = block,
        .span = { self->tokens[start].span.start, self->tokens[next - 1].span.end },
      };
      g_array_append_val (sentences, sentence);
      start = next;
      i = next - 1;
    }
}

/**
 * quoth_sentences_split:
 * @text: a text whose tokens are there
 * @block_ends: for each block, one past its last token
 * @sentences: (element-type QuothSentence): gets the sentences
 *
 * Cuts each block into sentences; none crosses a block.
 */
void
quoth_sentences_split (const QuothText *text,
                       const guint     *block_ends,
                       GArray          *sentences)
{
  Splitter splitter = {
    .text = text->text,
    .tokens = text->tokens,
    .starters = quoth_model_find_list (text->model, "sentence-starters"),
    .abbreviations = quoth_model_find_list (text->model, "abbreviations"),
    .verbs = quoth_model_find_list (text->model, "reporting-verbs"),
  };

  for (guint i = 0; i < text->n_blocks; i++)
    {
      splitter.first = splitter.end;
      splitter.end = block_ends[i];
      split_block (&splitter, i, sentences);
    }
}
