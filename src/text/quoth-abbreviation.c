#include "quoth-tokenizer.h"

#include <string.h>

#include "quoth-character.h"

/* Tells the full stop of an abbreviation from the one that ends a sentence. */

typedef struct
{
  gboolean is_end;         /* nothing follows in the block, closing marks and brackets aside */
  gunichar first;          /* of what follows */
  QuothSpan word;          /* what follows, when it is a word */
} Following;

static Following
look_ahead (const QuothTokenizer *self,
            guint32               position)
{
  Following following = { .is_end = TRUE };

  while (position < self->block.end)
    {
      guint length;
      gunichar c = quoth_character_at (self->text, position, self->block.end, &length);
      QuothCharacter class = quoth_character_classify (c);

      if (class != QUOTH_CHARACTER_SPACE && class != QUOTH_CHARACTER_QUOTE &&
          class != QUOTH_CHARACTER_CLOSING && class != QUOTH_CHARACTER_JOINER)
        {
          following.is_end = FALSE;
          following.first = c;
          following.word.start = following.word.end = position;
          while (position < self->block.end && g_ascii_isalpha (self->text[position]) &&
                 position - following.word.start < 24)
            following.word.end = ++position;
          return following;
        }
      position += length;
    }

  return following;
}

static const QuothToken *
get_last_token (const QuothTokenizer *self)
{
  if (self->tokens->len <= self->first_token)
    return NULL;

  return &g_array_index (self->tokens, QuothToken, self->tokens->len - 1);
}

static gboolean
follows (const QuothTokenizer *self,
         const char           *characters)
{
  const QuothToken *last = get_last_token (self);

  return last != NULL && quoth_span_length (last->span) == 1 &&
         strchr (characters, self->text[last->span.start]) != NULL;
}

static gboolean
follows_number (const QuothTokenizer *self)
{
  const QuothToken *last = get_last_token (self);

  return last != NULL && last->kind == QUOTH_TOKEN_NUMBER;
}

static gboolean
begins_sentence (const QuothTokenizer *self,
                 const Following      *following)
{
  return !quoth_span_is_empty (following->word) && g_unichar_isupper (following->first) &&
         quoth_word_list_contains (self->starters, self->text + following->word.start,
                                   quoth_span_length (following->word));
}

/* "J.", but not "Plan B." at the end or before a new sentence, nor the pronoun */
static gboolean
check_initial (const QuothTokenizer *self,
               gunichar              letter,
               const Following      *following)
{
  if (!g_unichar_isupper (letter) || letter == 'I' || following->is_end)
    return FALSE;

  return g_unichar_isupper (following->first) && !begins_sentence (self, following);
}

static gboolean
check_listed (const QuothTokenizer *self,
              const char           *value,
              gunichar              letter,
              gboolean              hyphenated,
              const Following      *following)
{
  if (strcmp (value, "title") == 0)
    return g_unichar_isupper (letter) && !following->is_end;
  if (strcmp (value, "number") == 0)
    return g_unichar_isdigit (following->first);
  if (strcmp (value, "month") == 0)
    return g_unichar_isupper (letter) &&
           (g_unichar_isdigit (following->first) || follows_number (self));
  if (strcmp (value, "state") == 0)
    return g_unichar_isupper (letter) && (hyphenated || follows (self, ",("));

  return TRUE;
}

/**
 * quoth_abbreviation_check:
 * @word: a word with a full stop right after it
 *
 * Returns: whether the full stop belongs to the word
 */
gboolean
quoth_abbreviation_check (QuothTokenizer *self,
                          QuothSpan       word)
{
  const char *text = self->text + word.start;
  gsize length = quoth_span_length (word);
  Following following;
  const char *value;
  const char *hyphen;
  gunichar letter;

  if (length > 16)
    return FALSE;
  hyphen = g_strrstr_len (text, length, "-");
  if (hyphen != NULL)
    {
      length -= hyphen + 1 - text;
      text = hyphen + 1;
    }
  if (length == 0)
    return FALSE;
  letter = g_utf8_get_char (text);
  if (!g_unichar_isalpha (letter))
    return FALSE;

  following = look_ahead (self, word.end + 1);
  value = quoth_word_list_lookup (self->abbreviations, text, length);
  if (value != NULL &&
      check_listed (self, value, letter, hyphen != NULL, &following))
    return TRUE;
  if (length == (gsize) g_unichar_to_utf8 (letter, NULL))
    return check_initial (self, letter, &following);

  return length >= 3 && text[length - 2] == '.';
}

gboolean
quoth_token_is_abbreviation (const char       *text,
                             const QuothToken *token)
{
  return token->kind == QUOTH_TOKEN_WORD && quoth_span_length (token->span) >= 2 &&
         text[token->span.end - 1] == '.';
}
