#include "config.h"

#include "quoth-citation-facts.h"

#include <string.h>

#include "quoth-quote-note.h"

#define DOI_ADDRESS "https://doi.org/"

/**
 * quoth_citation_dup_line:
 * @text: (nullable): a fact or name as it was printed
 *
 * Returns: (transfer full) (nullable): @text on one line, without space around it; %NULL for
 *   nothing
 */
char *
quoth_citation_dup_line (const char *text)
{
  g_autoptr (GString) line = NULL;
  gboolean space = FALSE;

  if (text == NULL)
    return NULL;

  line = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t' || c == ' ' || c == 0x2028 || c == 0x2029)
        {
          space = TRUE;
          continue;
        }
      if (space && line->len > 0)
        g_string_append_c (line, ' ');
      space = FALSE;
      g_string_append_unichar (line, c);
    }

  return line->len > 0 ? g_strdup (line->str) : NULL;
}

static char *
dup_fact (QuothArticle *article,
          QuothFact     fact)
{
  return quoth_citation_dup_line (quoth_article_get_fact (article, fact));
}

static void
add_author (GPtrArray  *authors,
            const char *given,
            const char *family,
            const char *literal)
{
  g_autofree char *given_line = quoth_citation_dup_line (given);
  g_autofree char *family_line = quoth_citation_dup_line (family);
  g_autofree char *literal_line = quoth_citation_dup_line (literal);

  if (literal_line == NULL && family_line == NULL)
    literal_line = g_steal_pointer (&given_line);
  if (literal_line != NULL || family_line != NULL)
    g_ptr_array_add (authors, quoth_author_new (given_line, family_line, literal_line));
}

static GPtrArray *
collect_authors (QuothArticle *article)
{
  GPtrArray *known = quoth_article_get_authors (article);
  g_autoptr (GPtrArray) authors =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);

  for (guint i = 0; i < known->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (known, i);

      add_author (authors, author->given, author->family, author->literal);
    }
  if (authors->len == 0)
    add_author (authors, NULL, NULL, quoth_article_get_fact (article, QUOTH_FACT_AUTHOR));
  if (authors->len == 0)
    add_author (authors, NULL, NULL, quoth_article_get_fact (article, QUOTH_FACT_AGENCY));

  return g_steal_pointer (&authors);
}

/**
 * quoth_article_dup_web_address:
 *
 * Returns: (transfer full) (nullable): where readers of a citation can open the article; no file of
 *   the person's own
 */
char *
quoth_article_dup_web_address (QuothArticle *article)
{
  static const QuothFact facts[] = { QUOTH_FACT_CANONICAL_URL, QUOTH_FACT_URL };

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *url = dup_fact (article, facts[i]);
      const char *scheme = url != NULL ? g_uri_peek_scheme (url) : NULL;

      if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
        return g_steal_pointer (&url);
    }

  return NULL;
}

/**
 * quoth_citation_facts_new:
 * @article: what is cited
 * @quote: (nullable): the quotation in it that is cited
 *
 * Returns: (transfer full): the facts; free with quoth_citation_facts_free()
 */
QuothCitationFacts *
quoth_citation_facts_new (QuothArticle *article,
                          QuothQuote   *quote)
{
  QuothCitationFacts *self;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (quote == NULL || QUOTH_IS_QUOTE (quote), NULL);

  self = g_new0 (QuothCitationFacts, 1);
  self->authors = collect_authors (article);
  self->title = dup_fact (article, QUOTH_FACT_TITLE);
  self->publication = dup_fact (article, QUOTH_FACT_PUBLICATION);
  if (self->publication == NULL)
    self->publication = dup_fact (article, QUOTH_FACT_PUBLISHER);
  self->has_date =
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED),
                              &self->date) ||
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_UPDATED), &self->date);
  if (!self->has_date)
    self->date_printed = dup_fact (article, QUOTH_FACT_PUBLISHED_PRINTED);
  self->url = quoth_article_dup_web_address (article);
  self->page = dup_fact (article, QUOTH_FACT_PAGE);
  self->volume = dup_fact (article, QUOTH_FACT_VOLUME);
  self->issue = dup_fact (article, QUOTH_FACT_ISSUE);
  self->doi = dup_fact (article, QUOTH_FACT_DOI);
  self->url_is_doi = self->doi != NULL && self->url != NULL
                     && g_str_has_prefix (self->url, DOI_ADDRESS)
                     && g_ascii_strcasecmp (self->url + strlen (DOI_ADDRESS), self->doi) == 0;
  self->has_accessed =
    quoth_partial_date_parse (quoth_article_get_fact (article, QUOTH_FACT_ACCESSED),
                              &self->accessed);
  if (quote != NULL)
    self->paragraph = quoth_quote_note_get_paragraph (article, quote);

  return self;
}

void
quoth_citation_facts_free (QuothCitationFacts *self)
{
  g_ptr_array_unref (self->authors);
  g_free (self->title);
  g_free (self->publication);
  g_free (self->date_printed);
  g_free (self->url);
  g_free (self->page);
  g_free (self->volume);
  g_free (self->issue);
  g_free (self->doi);
  g_free (self);
}
