#include "config.h"

#include "quoth-copy.h"

#include "quoth-html.h"
#include "quoth-quote-words.h"

static char *
join_paragraphs (GPtrArray *paragraphs)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (i > 0)
        g_string_append_c (words, '\n');
      g_string_append (words, g_ptr_array_index (paragraphs, i));
    }

  return g_string_free (words, FALSE);
}

/* Speech as a block quotation; a reported statement is text like any other. */
static void
append_html_words (GString    *html,
                   QuothQuote *quote,
                   GPtrArray  *paragraphs)
{
  gboolean speech = quoth_quote_get_kind (quote) == QUOTH_QUOTE_DIRECT;

  g_string_append (html, speech ? "<blockquote>" : "");
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *escaped = quoth_html_escape (g_ptr_array_index (paragraphs, i));

      g_string_append_printf (html, "<p>%s</p>", escaped);
    }
  g_string_append (html, speech ? "</blockquote>" : "");
}

/**
 * quoth_copy_new:
 * @article: the article
 * @quote: (nullable): one of its quotations; %NULL only for the citation of the article itself
 * @what: what to copy
 *
 * A quotation with its citation has the citation on a line of its own.
 *
 * Returns: (transfer full): both forms; free with quoth_copy_free()
 */
QuothCopy *
quoth_copy_new (QuothArticle  *article,
                QuothQuote    *quote,
                QuothCopyWhat  what)
{
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autofree char *words = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *html_citation = NULL;
  GString *html = NULL;
  QuothCopy *self;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (QUOTH_IS_QUOTE (quote) || what == QUOTH_COPY_CITATION, NULL);

  self = g_new0 (QuothCopy, 1);
  html = g_string_new (QUOTH_COPY_HTML_CHARSET);
  if (what != QUOTH_COPY_QUOTATION)
    {
      citation = quoth_citation_format (article, quote, QUOTH_CITATION_TEXT);
      html_citation = quoth_citation_format (article, quote, QUOTH_CITATION_HTML);
    }
  if (what != QUOTH_COPY_CITATION)
    {
      paragraphs = quoth_quote_words_dup_paragraphs (article, quote);
      words = join_paragraphs (paragraphs);
      append_html_words (html, quote, paragraphs);
    }

  switch (what)
    {
    case QUOTH_COPY_CITATION:
      self->plain = g_steal_pointer (&citation);
      g_string_append (html, html_citation);
      break;
    case QUOTH_COPY_QUOTATION:
      self->plain = g_steal_pointer (&words);
      break;
    case QUOTH_COPY_QUOTATION_WITH_CITATION:
      self->plain = g_strdup_printf ("%s\n%s", words, citation);
      g_string_append_printf (html, "<p>%s</p>", html_citation);
      break;
    default:
      g_assert_not_reached ();
    }
  self->html = g_string_free (html, FALSE);

  return self;
}

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
  return join_paragraphs (paragraphs);
}
