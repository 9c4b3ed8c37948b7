#include "quoth-character.h"

#define SP QUOTH_CHARACTER_SPACE
#define LE QUOTH_CHARACTER_LETTER
#define DI QUOTH_CHARACTER_DIGIT
#define ST QUOTH_CHARACTER_STOP
#define OP QUOTH_CHARACTER_OPENING
#define CL QUOTH_CHARACTER_CLOSING
#define DA QUOTH_CHARACTER_DASH
#define QU QUOTH_CHARACTER_QUOTE
#define SY QUOTH_CHARACTER_SYMBOL

const guint8 quoth_character_ascii[128] = {
  SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
  SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP, SP,
  SP, ST, QU, SY, SY, SY, SY, QU, OP, CL, SY, SY, ST, DA, ST, SY,
  DI, DI, DI, DI, DI, DI, DI, DI, DI, DI, ST, ST, SY, SY, SY, ST,
  SY, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE,
  LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, OP, SY, CL, SY, SY,
  QU, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE,
  LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, LE, OP, SY, CL, SY, SP,
};

static QuothCharacter
classify_by_type (gunichar c)
{
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
      return QUOTH_CHARACTER_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
      return QUOTH_CHARACTER_DIGIT;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_FORMAT:
    case G_UNICODE_MODIFIER_SYMBOL:
      return QUOTH_CHARACTER_JOINER;
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
      return QUOTH_CHARACTER_SPACE;
    case G_UNICODE_DASH_PUNCTUATION:
      return QUOTH_CHARACTER_DASH;
    case G_UNICODE_OPEN_PUNCTUATION:
      return QUOTH_CHARACTER_OPENING;
    case G_UNICODE_CLOSE_PUNCTUATION:
      return QUOTH_CHARACTER_CLOSING;
    default:
      return QUOTH_CHARACTER_SYMBOL;
    }
}

QuothCharacter
quoth_character_classify_wide (gunichar c)
{
  switch (c)
    {
    case 0xAB: case 0xBB:                                  /* « » */
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:    /* ‘ ’ ‚ ‛ */
    case 0x201C: case 0x201D: case 0x201E: case 0x201F:    /* “ ” „ ‟ */
    case 0x2039: case 0x203A:                              /* ‹ › */
      return QUOTH_CHARACTER_QUOTE;
    case 0x2026: case 0x203C: case 0x203D: case 0x2047: case 0x2048: case 0x2049: /* … ‼ ‽ ⁇ ⁈ ⁉ */
    case 0x3002:
      return QUOTH_CHARACTER_STOP;
    case 0xA1: case 0xBF:                                  /* ¡ ¿ */
      return QUOTH_CHARACTER_OPENING;
    case 0x200B: case 0xFEFF:                              /* zero-width space, byte-order mark */
      return QUOTH_CHARACTER_SPACE;
    default:
      return classify_by_type (c);
    }
}

/**
 * quoth_character_before:
 *
 * Returns: the character that ends at @position, or 0 when @position is @start
 */
gunichar
quoth_character_before (const char *text,
                        gsize       start,
                        gsize       position)
{
  if (position <= start)
    return 0;
  if ((guchar) text[position - 1] < 0x80)
    return (guchar) text[position - 1];
  for (position--; position > start && ((guchar) text[position] & 0xC0) == 0x80;)
    position--;

  return g_utf8_get_char (text + position);
}
