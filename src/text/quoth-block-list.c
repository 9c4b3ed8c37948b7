#include "quoth-block-layout.h"

#include "quoth-character.h"

/* List items: by their bullets or numbers. */

typedef enum
{
  BULLET_NONE,
  BULLET_SURE,     /* a sign that has no other use */
  BULLET_DASH,
  BULLET_STAR,
  BULLET_NUMBER,   /* 1. 1) (1) */
  BULLET_LETTER,   /* a. a) (a) */
} Bullet;

static gboolean
is_sure_bullet (gunichar c)
{
  switch (c)
    {
    case 0x2022: case 0x2023: case 0x2043: case 0x2219: case 0x25AA: case 0x25AB: case 0x25A0:
    case 0x25CF: case 0x25CB: case 0x25E6: case 0x25BA: case 0x25B6: case 0x27A2: case 0xF0B7:
      return TRUE;
    default:
      return FALSE;
    }
}

static Bullet
find_counter (const char *text,
              guint32     position,
              guint32     end)
{
  gboolean bracket = text[position] == '(';
  guint32 start = position += bracket;
  Bullet bullet = BULLET_NUMBER;

  while (position < end && g_ascii_isdigit (text[position]) && position - start < 3)
    position++;
  if (position == start && position < end && g_ascii_islower (text[position]))
    {
      position++;
      bullet = BULLET_LETTER;
    }
  if (position == start || position + 1 >= end)
    return BULLET_NONE;
  if (text[position] != ')' && (bracket || text[position] != '.'))
    return BULLET_NONE;

  return text[position + 1] == ' ' || text[position + 1] == '\t' ? bullet : BULLET_NONE;
}

static Bullet
find_bullet (const char *text,
             QuothSpan   span)
{
  guint length, length_after;
  gunichar c = quoth_character_at (text, span.start, span.end, &length);
  gunichar after = quoth_character_at (text, span.start + length, span.end, &length_after);

  if (is_sure_bullet (c))
    return BULLET_SURE;
  if (after == 0 || (c != '(' && !g_ascii_isalnum (MIN (c, 0x7F)) &&
                     quoth_character_classify (after) != QUOTH_CHARACTER_SPACE))
    return BULLET_NONE;
  if (quoth_character_classify (c) == QUOTH_CHARACTER_DASH)
    return BULLET_DASH;
  if (c == '*' || c == 0xB7)
    return BULLET_STAR;

  return c == '(' || (c < 0x80 && g_ascii_isalnum (c))
         ? find_counter (text, span.start, span.end) : BULLET_NONE;
}

/**
 * quoth_layout_mark_list_items:
 *
 * Marks paragraphs with bullets as list items. A dash, a star or a number is one only beside
 * another; lines quoted as in mails ("> ") are block quotations.
 */
void
quoth_layout_mark_list_items (const char            *text,
                              const QuothBlockShape *shapes,
                              QuothBlock            *blocks,
                              guint                  n)
{
  Bullet before = BULLET_NONE;

  for (guint i = 0; i < n; i++)
    {
      Bullet bullet = find_bullet (text, shapes[i].span);

      if (blocks[i].kind != QUOTH_BLOCK_PARAGRAPH)
        bullet = BULLET_NONE;
      else if (shapes[i].first == '>' && shapes[i].n_words > 0)
        blocks[i].kind = QUOTH_BLOCK_BLOCK_QUOTATION;
      else if (bullet == BULLET_SURE)
        blocks[i].kind = QUOTH_BLOCK_LIST_ITEM;
      else if (bullet != BULLET_NONE && bullet == before)
        blocks[i].kind = blocks[i - 1].kind = QUOTH_BLOCK_LIST_ITEM;
      before = bullet;
    }
}
