#include "quoth-article.h"

#include <string.h>

/* Shapes of marks that differ between copies of one article */
static gunichar
normalise_mark (gunichar character)
{
  switch (character)
    {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2039: case 0x203A:
    case 0x2032: case 0x00B4: case 0x02BC: case '`':
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x00AB: case 0x00BB:
    case 0x2033:
      return '"';
    default:
      return character;
    }
}

static gboolean
is_invisible (gunichar character)
{
  return character == 0x00AD || g_unichar_type (character) == G_UNICODE_FORMAT;
}

/* Small letters, composed; quick where there is nothing to compose */
static char *
dup_normal (const char *text,
            gsize       length)
{
  g_autofree char *folded = NULL;

  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      {
        folded = g_utf8_casefold (text, length);
        return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
      }
  return g_ascii_strdown (text, length);
}

/* Appends the words of one stretch, each followed by one space. */
static void
append_words (GString    *words,
              const char *text,
              gsize       length)
{
  g_autofree char *normal = dup_normal (text, length);
  gboolean within = FALSE;

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = normalise_mark (g_utf8_get_char (p));

      if (is_invisible (character))
        continue;

      if (g_unichar_isspace (character))
        {
          if (within)
            g_string_append_c (words, ' ');
          within = FALSE;
          continue;
        }

      /* '' stands for a double mark in old wire copy */
      if (character == '\'' && words->len > 0 && words->str[words->len - 1] == '\'')
        words->str[words->len - 1] = '"';
      else
        g_string_append_unichar (words, character);
      within = TRUE;
    }

  if (within)
    g_string_append_c (words, ' ');
}

/**
 * quoth_article_lacks_text:
 *
 * Returns: whether only the facts of an article are there, and at most furniture: a reference whose text is
 *   still to come
 */
gboolean
quoth_article_lacks_text (QuothArticle *self)
{
  GArray *blocks;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), FALSE);

  if (quoth_article_get_length (self) == 0)
    return TRUE;
  blocks = quoth_article_get_blocks (self);
  for (guint i = 0; i < blocks->len; i++)
    if (g_array_index (blocks, QuothBlock, i).kind != QUOTH_BLOCK_FURNITURE)
      return FALSE;
  return blocks->len > 0;
}

/* The facts that tell one reference from another, each behind a mark that no word has */
static void
append_facts (GString      *words,
              QuothArticle *self)
{
  static const QuothFact telling[] = {
    QUOTH_FACT_TITLE, QUOTH_FACT_SUBTITLE, QUOTH_FACT_PUBLICATION, QUOTH_FACT_AUTHOR,
    QUOTH_FACT_PUBLISHED, QUOTH_FACT_PAGE, QUOTH_FACT_URL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      const char *value = quoth_article_get_fact (self, telling[i]);

      g_string_append_printf (words, "\001%s ", quoth_fact_get_key (telling[i]));
      if (value != NULL)
        append_words (words, value, strlen (value));
    }
}

/**
 * quoth_article_dup_text_hash:
 *
 * What tells that two files hold the same article: paragraphs, headings, list items and block
 * quotations count, with letters' case, white space and the shapes of quotation marks evened out.
 * An article whose text has no such block counts as a whole, one without a text is known by its
 * facts.
 *
 * Returns: (transfer full): SHA-256 as 64 hexadecimal digits
 */
char *
quoth_article_dup_text_hash (QuothArticle *self)
{
  g_autoptr(GString) words = NULL;
  const char *text;
  GArray *blocks;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), NULL);

  words = g_string_new (NULL);
  text = quoth_article_get_text (self);
  blocks = quoth_article_get_blocks (self);
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      if (quoth_block_kind_is_body (block->kind))
        append_words (words, text + block->span.start, quoth_span_length (block->span));
    }
  if (quoth_article_lacks_text (self))
    append_facts (words, self);
  else if (words->len == 0)
    append_words (words, text, quoth_article_get_length (self));

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, words->str, words->len);
}
