#include "quoth-block-shape.h"

#include "quoth-character.h"

typedef struct
{
  guint    n_letters;
  gboolean upper;      /* its first letter */
  gboolean any_lower;
  gboolean any;
} Word;

static void
end_word (QuothBlockShape *self,
          Word            *word)
{
  if (word->any)
    {
      self->n_words++;
      self->n_capitalised += word->upper;
      self->n_upper += word->n_letters >= 2 && !word->any_lower;
      if (word->n_letters >= 4)
        {
          self->n_long++;
          self->n_long_capitalised += word->upper;
        }
    }
  *word = (Word) { 0 };
}

static void
add_character (Word     *word,
               gunichar  c)
{
  gboolean upper = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);

  word->any = TRUE;
  if (!(c < 0x80 ? g_ascii_isalpha (c) : g_unichar_isalpha (c)))
    return;
  if (word->n_letters++ == 0)
    word->upper = upper;
  word->any_lower = word->any_lower || !upper;
}

static gboolean
is_stop (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

static gunichar
find_last (const char *text,
           QuothSpan   span)
{
  guint32 end = span.end;

  while (end > span.start)
    {
      gunichar c = quoth_character_before (text, span.start, end);
      QuothCharacter class = quoth_character_classify (c);

      if (class != QUOTH_CHARACTER_QUOTE && class != QUOTH_CHARACTER_CLOSING &&
          class != QUOTH_CHARACTER_SPACE)
        return c;
      end -= g_unichar_to_utf8 (c, NULL);
    }

  return 0;
}

/* A stop, a space and a capital end a sentence, unless what is before the stop is too short to tell
 * from an abbreviation. */
static void
note_stop (QuothBlockShape *self,
           const char      *text,
           guint32          after_stop,
           const Word      *word)
{
  guint length;
  gunichar c = quoth_character_at (text, after_stop, self->span.end, &length);

  if (quoth_character_classify (c) != QUOTH_CHARACTER_SPACE || c == 0)
    return;
  c = quoth_character_at (text, after_stop + length, self->span.end, &length);
  if (word->n_letters >= 4 && g_unichar_isupper (c))
    self->inner_stop = TRUE;
}

static void
note_character (QuothBlockShape *self,
                const char      *text,
                guint32          after,
                gunichar         c,
                Word            *word)
{
  switch (quoth_character_classify (c))
    {
    case QUOTH_CHARACTER_LETTER:
    case QUOTH_CHARACTER_DIGIT:
      add_character (word, c);
      return;
    case QUOTH_CHARACTER_SPACE:
      end_word (self, word);
      return;
    case QUOTH_CHARACTER_STOP:
      if (is_stop (c))
        note_stop (self, text, after, word);
      else if (c == ':' && after < self->span.end && text[after] == ' ')
        self->has_colon = TRUE;
      return;
    case QUOTH_CHARACTER_QUOTE:
      self->has_marks = self->has_marks || (c != '\'' && c != 0x2019 && c != '`');
      return;
    case QUOTH_CHARACTER_JOINER:
    case QUOTH_CHARACTER_DASH:
      self->has_dash = self->has_dash || (!word->any && self->n_words > 0 &&
                                          after < self->span.end && text[after] == ' ');
      return;
    case QUOTH_CHARACTER_OPENING:
    case QUOTH_CHARACTER_CLOSING:
    case QUOTH_CHARACTER_SYMBOL:
    default:
      return;
    }
}

/**
 * quoth_block_shape_measure:
 *
 * Looks at a block. Of a long one, only the beginning and the end are looked at.
 */
void
quoth_block_shape_measure (QuothBlockShape *self,
                           const char      *text,
                           QuothSpan        span)
{
  Word word = { 0 };
  guint length;

  *self = (QuothBlockShape) { .span = span };
  self->first = quoth_character_at (text, span.start, span.end, &length);
  self->last = find_last (text, span);
  for (guint32 position = span.start;
       position < span.end && self->n_words < QUOTH_SHAPE_MAX_WORDS;)
    {
      gunichar c = quoth_character_at (text, position, span.end, &length);

      position += length;
      note_character (self, text, position, c, &word);
    }
  end_word (self, &word);
}

/**
 * quoth_block_shape_is_closed:
 *
 * Returns: whether the block ends as a sentence does
 */
gboolean
quoth_block_shape_is_closed (const QuothBlockShape *self)
{
  return is_stop (self->last) || self->last == ';' || self->last == ':' || self->last == ',';
}
