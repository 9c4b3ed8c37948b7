#include "config.h"

#include "quoth-citation.h"

#include "quoth-bibtex.h"
#include "quoth-harvard.h"

static const struct
{
  const char          *name;
  QuothCitationFormat  format;
} formats[] = {
  { "text", QUOTH_CITATION_TEXT },
  { "html", QUOTH_CITATION_HTML },
  { "bibtex", QUOTH_CITATION_BIBTEX },
};

/**
 * quoth_citation_format_from_string:
 * @string: "text", "html" or "bibtex"
 * @format: (out): the format of that name
 *
 * Returns: %TRUE if there is a format of that name
 */
gboolean
quoth_citation_format_from_string (const char          *string,
                                   QuothCitationFormat *format)
{
  g_return_val_if_fail (string != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, string))
      {
        *format = formats[i].format;
        return TRUE;
      }

  return FALSE;
}

static char *
dup_bibtex (QuothArticle *article,
            QuothQuote   *quote)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();

  if (quote != NULL)
    g_ptr_array_add (quotes, quote);
  return quoth_bibtex_format (article, quotes, QUOTH_BIBTEX);
}

/**
 * quoth_citation_format:
 * @article: what is cited
 * @quote: (nullable): the quotation in it that is cited; its speaker is named, as far as known
 * @format: how the citation is written
 *
 * Text and HTML are one line without a line break at its end; BibTeX is an entry with one.
 *
 * Returns: (transfer full): the citation
 */
char *
quoth_citation_format (QuothArticle        *article,
                       QuothQuote          *quote,
                       QuothCitationFormat  format)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (quote == NULL || QUOTH_IS_QUOTE (quote), NULL);

  switch (format)
    {
    case QUOTH_CITATION_TEXT:
      return quoth_harvard_format (article, quote, FALSE);
    case QUOTH_CITATION_HTML:
      return quoth_harvard_format (article, quote, TRUE);
    case QUOTH_CITATION_BIBTEX:
      return dup_bibtex (article, quote);
    default:
      g_return_val_if_reached (NULL);
    }
}
