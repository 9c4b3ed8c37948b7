#include "config.h"

#include "quoth-ris.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-quote-note.h"

static const struct
{
  QuothArticleType  type;
  const char       *ris;
} types[] = {
  { QUOTH_ARTICLE_NEWSPAPER, "NEWS" },
  { QUOTH_ARTICLE_MAGAZINE, "MGZN" },
  { QUOTH_ARTICLE_WEB_PAGE, "ELEC" },
  { QUOTH_ARTICLE_BLOG, "BLOG" },
  { QUOTH_ARTICLE_RELEASE, "PRESS" },
  { QUOTH_ARTICLE_REPORT, "RPRT" },
  { QUOTH_ARTICLE_HEARING, "HEAR" },
  { QUOTH_ARTICLE_JOURNAL, "JOUR" },
};

static const char *
choose_type (QuothArticle             *article,
             const QuothCitationFacts *facts)
{
  QuothArticleType type = quoth_article_get_article_type (article);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return types[i].ris;

  if (facts->publication != NULL)
    return "NEWS";
  return facts->url != NULL ? "ELEC" : "GEN";
}

/* A record's line can't be broken; a fact's spaces say nothing. */
static void
append (GString    *record,
        const char *tag,
        const char *value)
{
  g_autofree char *line = quoth_citation_dup_line (value);

  if (line != NULL)
    g_string_append_printf (record, "%s  - %s\r\n", tag, line);
}

static void
append_authors (GString   *record,
                GPtrArray *authors)
{
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);
      g_autofree char *name = NULL;

      if (author->literal != NULL)
        name = g_strdup (author->literal);
      else if (author->given != NULL)
        name = g_strdup_printf ("%s, %s", author->family, author->given);
      else
        name = g_strdup_printf ("%s,", author->family);
      append (record, "AU", name);
    }
}

/* "2014/03/21/", "2014/03//", "2014///" */
static void
append_date (GString                *record,
             const char             *tag,
             const QuothPartialDate *date)
{
  g_string_append_printf (record, "%s  - %04d/", tag, date->year);
  if (date->month != 0)
    g_string_append_printf (record, "%02d", date->month);
  g_string_append_c (record, '/');
  if (date->day != 0)
    g_string_append_printf (record, "%02d", date->day);
  g_string_append (record, "/\r\n");
}

static void
append_issued (GString                  *record,
               const QuothCitationFacts *facts)
{
  if (facts->has_date)
    {
      g_string_append_printf (record, "PY  - %04d\r\n", facts->date.year);
      append_date (record, "DA", &facts->date);
    }
  else if (facts->date_printed != NULL)
    {
      g_autofree char *words = g_strdup_printf ("///%s", facts->date_printed);

      append (record, "DA", words);
    }
}

static void
append_pages (GString    *record,
              const char *pages)
{
  g_autofree char *plain = NULL;
  char *dash = NULL;
  g_autoptr (GString) text = NULL;

  if (pages == NULL)
    return;
  text = g_string_new (pages);
  g_string_replace (text, "–", "-", 0);
  plain = g_strdup (text->str);
  dash = strchr (plain, '-');
  if (dash != NULL && strchr (plain, ',') == NULL)
    {
      *dash = '\0';
      append (record, "EP", dash + 1);
    }
  append (record, "SP", plain);
}

/**
 * quoth_ris_format:
 * @article: what is cited
 * @quotes: (nullable) (element-type QuothQuote): quotations in it that are noted, each with its
 *   kind
 *
 * Returns: (transfer full): one record
 */
char *
quoth_ris_format (QuothArticle *article,
                  GPtrArray    *quotes)
{
  g_autoptr (QuothCitationFacts) facts = NULL;
  GString *record = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  facts = quoth_citation_facts_new (article, NULL);
  record = g_string_new (NULL);
  append (record, "TY", choose_type (article, facts));
  append_authors (record, facts->authors);
  append (record, "TI", facts->title);
  append (record, "T2", facts->publication);
  if (g_strcmp0 (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER), facts->publication) != 0)
    append (record, "PB", quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER));
  append_issued (record, facts);
  append (record, "VL", facts->volume);
  append (record, "IS", facts->issue);
  append_pages (record, facts->page);
  append (record, "SE", quoth_article_get_fact (article, QUOTH_FACT_SECTION));
  append (record, "ET", quoth_article_get_fact (article, QUOTH_FACT_EDITION));
  append (record, "DO", facts->doi);
  if (!facts->url_is_doi)
    append (record, "UR", facts->url);
  if (facts->url != NULL && !facts->url_is_doi && facts->has_accessed)
    append_date (record, "Y2", &facts->accessed);
  append (record, "LA", quoth_article_get_fact (article, QUOTH_FACT_LANGUAGE));
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      g_autofree char *note = quoth_quote_note_dup (article, g_ptr_array_index (quotes, i));

      g_string_append_printf (record, "N1  - %s\r\n", note);
    }
  append (record, "ID", quoth_article_get_id (article));
  g_string_append (record, "ER  - \r\n");

  return g_string_free (record, FALSE);
}
