#include "quoth-fold.h"

#include <string.h>

static gboolean
fold_character (gunichar  c,
                char     *folded,
                gsize    *used)
{
  if (c == 0x2019 || c == 0x02BC)
    c = '\'';
  if (*used + 6 >= QUOTH_FOLD_MAX)
    return FALSE;

  *used += g_unichar_to_utf8 (g_unichar_tolower (c), folded + *used);
  return TRUE;
}

/**
 * quoth_fold:
 * @length: bytes of @text, or -1 when it ends with a NUL
 * @folded: (out caller-allocates) (array fixed-size=256): gets the folded text and a NUL
 *
 * Makes what word lists are keyed by: lower case, runs of white space (line breaks and no-break
 * spaces too) as one space, a typographic apostrophe as a straight one.
 *
 * Returns: the length of @folded, or 0 when the text is empty or too long for any list
 */
gsize
quoth_fold (const char *text,
            gssize      length,
            char       *folded)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  gsize used = 0;
  gboolean space = FALSE;

  if (end - text >= QUOTH_FOLD_MAX)
    return 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) (guchar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c))
        {
          space = used > 0;
          continue;
        }
      if (space)
        folded[used++] = ' ';
      space = FALSE;
      if (c < 0x80)
        folded[used++] = g_ascii_tolower (c);
      else if (!fold_character (c, folded, &used))
        return 0;
      if (used + 2 >= QUOTH_FOLD_MAX)
        return 0;
    }
  folded[used] = '\0';

  return used;
}

/**
 * quoth_hash:
 *
 * The hash (FNV-1a, mixed once more) that word lists in the model file are laid out by. It is part
 * of the file's format.
 */
guint32
quoth_hash (const char *text,
            gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6du;

  return hash ^ (hash >> 12);
}
