#include "quoth-fold.h"

#include <string.h>

static gunichar
fold_character (gunichar c)
{
  if (c == 0x2019 || c == 0x02BC)
    return '\'';

  return g_unichar_tolower (c);
}

static gboolean
is_space (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
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

  for (const char *p = text; p < end && used + 8 < QUOTH_FOLD_MAX; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) (guchar) *p : g_utf8_get_char (p);

      if (is_space (c))
        {
          space = used > 0;
          continue;
        }
      if (space)
        folded[used++] = ' ';
      space = FALSE;
      if (c < 0x80)
        folded[used++] = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
      else
        used += g_unichar_to_utf8 (fold_character (c), folded + used);
    }
  if (used + 8 >= QUOTH_FOLD_MAX)
    return 0;
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
