#include "quoth-pdf-hyphen.h"

#include <string.h>

#include "quoth-pdf-page.h"

/* A hyphen at a line's end is the word's own or the printer's. The document's other words say
 * which: "harbour" stands elsewhere, or "well-known" does. Where neither does, the printer's is the
 * more likely, unless both halves are words. */

/* Parts shorter than that are endings more often than words */
#define MIN_PART 3

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x00ad;
}

static gboolean
is_word_character (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019 || c == '-'
         || c == 0x2010;
}

/* The byte length of the word that @text begins with */
static gsize
measure_word (const char *text)
{
  const char *p = text;

  while (*p != '\0' && is_word_character (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p - text;
}

static gboolean
ends_with_hyphen (const char *text,
                  gsize       length)
{
  const char *last = g_utf8_find_prev_char (text, text + length);

  return last != NULL && is_hyphen (g_utf8_get_char (last));
}

static void
add_words (GHashTable *words,
           const char *text,
           gboolean    skip_first)
{
  while (*text != '\0')
    {
      gsize length = measure_word (text);

      if (length == 0)
        {
          text = g_utf8_next_char (text);
          continue;
        }
      /* what a hyphen breaks off at the line's end is no whole word */
      if (!skip_first && !(text[length] == '\0' && ends_with_hyphen (text, length)))
        {
          g_autofree char *word = g_utf8_strdown (text, length);

          g_hash_table_add (words, g_steal_pointer (&word));
        }
      skip_first = FALSE;
      text += length;
    }
}

/**
 * quoth_pdf_collect_words:
 * @lines: (element-type QuothPdfLine)
 *
 * Returns: (transfer full): the set of the words that stand whole in a line, in small letters
 */
GHashTable *
quoth_pdf_collect_words (GPtrArray *lines)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean broken = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const QuothPdfLine *line = g_ptr_array_index (lines, i);

      if (line->is_furniture || *line->text == '\0')
        continue;
      add_words (words, line->text, broken);
      broken = ends_with_hyphen (line->text, strlen (line->text));
    }
  return words;
}

static gboolean
is_known (GHashTable *words,
          const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  return g_hash_table_contains (words, folded);
}

/* Whether the hyphen between two halves of a word is only the line's end's */
static gboolean
is_soft (const char *first,
         const char *second,
         GHashTable *words)
{
  g_autofree char *joined = g_strconcat (first, second, NULL);
  g_autofree char *hyphenated = g_strconcat (first, "-", second, NULL);
  gunichar c = g_utf8_get_char (second);

  if (!g_unichar_islower (c))
    return FALSE;
  if (is_known (words, joined))
    return TRUE;
  if (is_known (words, hyphenated) || strchr (first, '-') != NULL)
    return FALSE;
  return !(g_utf8_strlen (first, -1) >= MIN_PART && g_utf8_strlen (second, -1) >= MIN_PART
           && is_known (words, first) && is_known (words, second));
}

/* Where the last word of @text begins */
static const char *
find_last_word (const char *text,
                const char *end)
{
  const char *start = end;

  while (start > text)
    {
      const char *before = g_utf8_prev_char (start);

      if (!is_word_character (g_utf8_get_char (before)))
        break;
      start = before;
    }
  return start;
}

/**
 * quoth_pdf_append_line:
 * @words: of quoth_pdf_collect_words()
 *
 * Appends a line to the text of its paragraph, with a space or as the rest of a word.
 */
void
quoth_pdf_append_line (GString    *text,
                       const char *line,
                       GHashTable *words)
{
  const char *hyphen = text->len > 0 ? g_utf8_prev_char (text->str + text->len) : NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *start;

  if (hyphen == NULL || hyphen == text->str || !is_hyphen (g_utf8_get_char (hyphen))
      || !g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))))
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, line);
      return;
    }
  start = find_last_word (text->str, hyphen);
  first = g_strndup (start, hyphen - start);
  second = g_strndup (line, measure_word (line));
  /* "first- and second-year": the hyphen stands for a word */
  if (*second == '\0' || g_str_equal (second, "and") || g_str_equal (second, "or"))
    g_string_append_c (text, ' ');
  else if (g_utf8_get_char (hyphen) == 0x00ad || is_soft (first, second, words))
    g_string_truncate (text, hyphen - text->str);
  g_string_append (text, line);
}
