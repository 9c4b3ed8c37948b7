#include "quoth-copy.h"

#include "quoth-quote-words.h"

void
quoth_copy_free (QuothCopy *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->plain);
  g_free (self->html);
  g_free (self);
}

/**
 * quoth_copy_dup_words:
 * @article: the article
 * @quote: one of its quotations
 *
 * Returns: (transfer full): the quotation's words as plain text, a line a paragraph
 */
char *
quoth_copy_dup_words (QuothArticle *article,
                      QuothQuote   *quote)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote), NULL);

  paragraphs = quoth_quote_words_dup_paragraphs (article, quote);
  g_ptr_array_add (paragraphs, NULL);
  return g_strjoinv ("\n", (char **) paragraphs->pdata);
}
