#include "quoted-article.h"

#include <string.h>

static QuothSpan
find_span (const char  *text,
           const char  *words,
           const char **behind)
{
  const char *found = strstr (*behind != NULL ? *behind : text, words);
  QuothSpan span;

  g_assert_nonnull (found);
  span.start = found - text;
  span.end = span.start + strlen (words);
  *behind = found + strlen (words);
  return span;
}

QuothArticle *
quoted_article_new (const QuotedArticle *description)
{
  QuothArticle *article = quoth_article_new ("a1");
  g_autoptr (QuothQuote) quote = quoth_quote_new ("q1", description->kind, QUOTH_QUOTE_STATEMENT);
  const char *text = description->text;
  const char *behind = NULL;
  guint32 start = 0;

  quoth_article_set_text (article, text);
  while (text[start] != '\0')
    {
      guint32 length = strcspn (text + start, "\n");

      /* A line in square brackets is a caption. */
      quoth_article_add_block (article,
                               text[start] == '[' ? QUOTH_BLOCK_CAPTION : QUOTH_BLOCK_PARAGRAPH,
                               start, start + length, 0);
      start += length + strspn (text + start + length, "\n");
    }

  for (guint i = 0; i < G_N_ELEMENTS (description->contents) &&
       description->contents[i] != NULL; i++)
    {
      QuothSpan span = find_span (text, description->contents[i], &behind);

      g_array_append_val (quoth_quote_get_contents (quote), span);
    }
  behind = NULL;
  if (description->cue != NULL)
    quoth_quote_set_cue (quote, find_span (text, description->cue, &behind));
  behind = NULL;
  if (description->source != NULL)
    {
      QuothSpan span = find_span (text, description->source, &behind);

      g_array_append_val (quoth_quote_get_sources (quote), span);
    }
  g_ptr_array_add (quoth_article_get_quotes (article), g_object_ref (quote));
  return article;
}
