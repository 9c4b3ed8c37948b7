/* What the list shows and the search looks through: the words of a quotation on one line. */
#include "quoth-words.h"

#include "quoth-quote-words.h"

static void
append_on_one_line (GString    *words,
                    const char *text,
                    gsize       length)
{
  gboolean space = words->len > 0 && words->str[words->len - 1] == ' ';
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        {
          if (!space && words->len > 0)
            g_string_append_c (words, ' ');
          space = TRUE;
          continue;
        }

      g_string_append_unichar (words, character);
      space = FALSE;
    }

  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
}

/**
 * quoth_words_dup:
 *
 * Returns: (transfer full): the words of a quotation as they are copied, but on one line
 */
char *
quoth_words_dup (QuothArticle *article,
                 QuothQuote   *quote)
{
  g_autoptr(GPtrArray) paragraphs = quoth_quote_words_dup_paragraphs (article, quote);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const char *paragraph = g_ptr_array_index (paragraphs, i);

      if (i > 0)
        g_string_append_c (words, ' ');
      append_on_one_line (words, paragraph, strlen (paragraph));
    }

  return g_string_free (words, FALSE);
}

/**
 * quoth_words_dup_sources:
 *
 * Returns: (transfer full): who said it as printed there, on one line; "" without a source
 */
char *
quoth_words_dup_sources (QuothArticle *article,
                         QuothQuote   *quote)
{
  const char *text = quoth_article_get_text (article);
  gsize length = quoth_article_get_length (article);
  GArray *sources = quoth_quote_get_sources (quote);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      QuothSpan span = g_array_index (sources, QuothSpan, i);

      if (span.end > length || quoth_span_is_empty (span))
        continue;

      if (words->len > 0)
        g_string_append_c (words, ' ');
      append_on_one_line (words, text + span.start, quoth_span_length (span));
    }

  return g_string_free (words, FALSE);
}

/**
 * quoth_words_shorten:
 * @n_characters: how many may stay
 *
 * Returns: (transfer full): @words, or their beginning up to a word's end with an ellipsis
 */
char *
quoth_words_shorten (const char *words,
                     guint       n_characters)
{
  const char *end = words;
  const char *cut = NULL;

  for (guint i = 0; i < n_characters && *end != '\0'; i++)
    {
      if (*end == ' ')
        cut = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0')
    return g_strdup (words);

  if (*end == ' ' || cut == NULL)
    cut = end;

  return g_strdup_printf ("%.*s…", (int) (cut - words), words);
}
