#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is to blocks, marks and tokens. */
typedef enum
{
  QUOTH_CHARACTER_SPACE,     /* white space, and marks of no width that stand for none */
  QUOTH_CHARACTER_LETTER,
  QUOTH_CHARACTER_DIGIT,
  QUOTH_CHARACTER_JOINER,    /* combining marks, soft hyphens, joiners: go with what is before */
  QUOTH_CHARACTER_STOP,      /* . , ; : ! ? … */
  QUOTH_CHARACTER_OPENING,   /* ( [ { ¿ ¡ */
  QUOTH_CHARACTER_CLOSING,   /* ) ] } */
  QUOTH_CHARACTER_DASH,      /* hyphens and dashes */
  QUOTH_CHARACTER_QUOTE,     /* anything used as a quotation mark */
  QUOTH_CHARACTER_SYMBOL,
} QuothCharacter;

QuothCharacter quoth_character_classify_wide (gunichar    c);
gunichar       quoth_character_before        (const char *text,
                                              gsize       start,
                                              gsize       position);

extern const guint8 quoth_character_ascii[128];

static inline QuothCharacter
quoth_character_classify (gunichar c)
{
  return c < 0x80 ? (QuothCharacter) quoth_character_ascii[c] : quoth_character_classify_wide (c);
}

/* The character at @position, 0 at the end. @length gets its bytes. */
static inline gunichar
quoth_character_at (const char *text,
                    gsize       position,
                    gsize       end,
                    guint      *length)
{
  guchar first;

  if (position >= end)
    {
      *length = 0;
      return 0;
    }
  first = (guchar) text[position];
  if (first < 0x80)
    {
      *length = 1;
      return first;
    }
  *length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;

  return g_utf8_get_char (text + position);
}

G_END_DECLS
