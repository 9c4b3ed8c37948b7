#include "quoth-tokenizer.h"

#include <string.h>

#include "quoth-character.h"

/* Finds where a word, a number or an address ends. */

static gunichar
peek (const QuothTokenizer *self,
      guint32               position)
{
  guint length;

  return quoth_character_at (self->text, position, self->block.end, &length);
}

static gboolean
is_word_character (gunichar c)
{
  QuothCharacter class = quoth_character_classify (c);

  return c != 0 && (class == QUOTH_CHARACTER_LETTER || class == QUOTH_CHARACTER_DIGIT);
}

static gboolean
is_digit (gunichar c)
{
  return c < 0x80 && g_ascii_isdigit (c);
}

/* Only a space, a quotation mark or an angle bracket ends an address; stops at its end do not
 * belong to it. */
static guint32
find_address_end (const QuothTokenizer *self,
                  guint32               start)
{
  guint32 end = start;

  while (end < self->block.end)
    {
      guint length;
      gunichar c = quoth_character_at (self->text, end, self->block.end, &length);
      QuothCharacter class = quoth_character_classify (c);

      if (class == QUOTH_CHARACTER_SPACE || class == QUOTH_CHARACTER_QUOTE || c == '<' || c == '>')
        break;
      end += length;
    }
  while (end > start)
    {
      gunichar c = quoth_character_before (self->text, start, end);
      QuothCharacter class = quoth_character_classify (c);

      if (class != QUOTH_CHARACTER_STOP && class != QUOTH_CHARACTER_CLOSING)
        break;
      end -= g_unichar_to_utf8 (c, NULL);
    }

  return end;
}

static guint32
find_letters_end (const QuothTokenizer *self,
                  guint32               start)
{
  while (start < self->block.end && g_ascii_isalpha (self->text[start]))
    start++;

  return start;
}

static gboolean
begins_address (const QuothTokenizer *self,
                guint32               start)
{
  static const char *const schemes[] = { "http://", "https://", "www.", "ftp://", "mailto:" };
  const char *p = self->text + start;
  gsize left = self->block.end - start;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i]);

      if (left > length && g_ascii_strncasecmp (p, schemes[i], length) == 0)
        return is_word_character (peek (self, start + length));
    }

  return FALSE;
}

/* Whether the stop at @dot, with a letter or a figure on either side, lies inside one word:
 * "U.S", "4.30", "ph.d", "example.org". Without a blank after its stop a sentence may end here too:
 * "the end.Then". */
static gboolean
joins_at_stop (const QuothTokenizer *self,
               guint32               start,
               guint32               segment,
               guint32               dot,
               gunichar              before)
{
  gunichar after = peek (self, dot + 1);
  gboolean lower_before = g_unichar_islower (before);
  gboolean lower_after = g_unichar_islower (after);
  gboolean single = dot - segment == (guint32) g_unichar_to_utf8 (before, NULL);
  guint32 end;

  if (is_digit (before) || is_digit (after))
    return is_digit (before) && is_digit (after);
  if (single && lower_before == lower_after)
    return TRUE;
  end = find_letters_end (self, dot + 1);
  if (end > dot + 1 && (lower_after || !lower_before) &&
      quoth_word_list_contains (self->domain_endings, self->text + dot + 1, end - dot - 1))
    return TRUE;
  if (quoth_word_list_contains (self->abbreviations, self->text + start, end - start))
    return TRUE;

  return lower_after && lower_before;
}

/* "U.S.-Mexico": a stop and a hyphen inside a word */
static gboolean
joins_at_stop_and_hyphen (const QuothTokenizer *self,
                          guint32               start,
                          guint32               dot)
{
  return peek (self, dot + 1) == '-' && is_word_character (peek (self, dot + 2)) &&
         (memchr (self->text + start, '.', dot - start) != NULL ||
          quoth_word_list_contains (self->abbreviations, self->text + start, dot - start));
}

static gboolean
is_mark_at (const QuothTokenizer *self,
            guint32               position)
{
  guint i = self->next_mark;

  while (i < self->n_marks && self->marks[i].start < position)
    i++;

  return i < self->n_marks && self->marks[i].start == position;
}

static gboolean
groups_thousands (const QuothTokenizer *self,
                  guint32               comma)
{
  return is_digit (peek (self, comma + 1)) && is_digit (peek (self, comma + 2)) &&
         is_digit (peek (self, comma + 3)) && !is_digit (peek (self, comma + 4));
}

/* Whether the character @c at @position, which is no letter and no figure, joins what is before it
 * and what is after it into one word */
static gboolean
joins (const QuothTokenizer *self,
       guint32               start,
       guint32               segment,
       guint32               position,
       guint                 length,
       gunichar              c,
       gunichar              before)
{
  gunichar after = peek (self, position + length);

  switch (c)
    {
    case '\'': case 0x2019: case '`': case 0x2018:
      return is_word_character (after) && !is_mark_at (self, position);
    case '-': case 0x2010: case 0x2011:
      return is_word_character (after);
    case '.':
      return is_word_character (after)
             ? joins_at_stop (self, start, segment, position, before)
             : joins_at_stop_and_hyphen (self, start, position);
    case ',':
      return is_digit (before) && groups_thousands (self, position);
    case ':':
      return is_digit (before) && is_digit (after);
    case '/':
      return is_word_character (after);
    case '&':
      return g_unichar_isupper (before) && g_unichar_isupper (after);
    case '_':
      return is_word_character (after) || after == '_';
    default:
      return FALSE;
    }
}

/**
 * quoth_word_end_find:
 * @start: a letter, a figure, or the sign or apostrophe before one
 *
 * Returns: the end of the word, number or address that begins at @start, without the full stop of
 *   an abbreviation
 */
guint32
quoth_word_end_find (QuothTokenizer *self,
                     guint32         start)
{
  guint32 position = start;
  guint32 segment = start; /* begin of what follows the last full stop or hyphen */
  gunichar before = 0;
  guint length;

  position = find_letters_end (self, start);
  if (position < self->block.end && (self->text[position] == ':' || self->text[position] == '.') &&
      begins_address (self, start))
    return find_address_end (self, start);
  if (position > start)
    before = (guchar) self->text[position - 1];
  else if (!is_word_character (peek (self, start)))
    {
      before = quoth_character_at (self->text, start, self->block.end, &length);
      position = segment = start + length;
    }

  while (position < self->block.end)
    {
      gunichar c = quoth_character_at (self->text, position, self->block.end, &length);
      QuothCharacter class = quoth_character_classify (c);

      if (class == QUOTH_CHARACTER_LETTER || class == QUOTH_CHARACTER_DIGIT)
        before = c;
      else if (class == QUOTH_CHARACTER_JOINER)
        ;
      else if (c == '@' && is_word_character (peek (self, position + 1)) && position > start)
        return find_address_end (self, position + 1);
      else if (class == QUOTH_CHARACTER_SPACE ||
               !joins (self, start, segment, position, length, c, before))
        break;
      else
        segment = position + length;
      position += length;
    }

  return position;
}
