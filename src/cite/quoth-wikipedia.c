#include "config.h"

#include "quoth-wikipedia.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-quote-words.h"
#include "quoth-quoted-in.h"
#include "quoth-style-list.h"

/* The template for each type of article, and its parameter for where it was printed. */
static const struct
{
  QuothArticleType  type;
  const char       *name;
  const char       *container;
} templates[] = {
  { QUOTH_ARTICLE_MAGAZINE, "cite magazine", "magazine" },
  { QUOTH_ARTICLE_WEB_PAGE, "cite web", "website" },
  { QUOTH_ARTICLE_BLOG, "cite web", "website" },
  { QUOTH_ARTICLE_RELEASE, "cite press release", "publisher" },
  { QUOTH_ARTICLE_REPORT, "cite report", "publisher" },
  { QUOTH_ARTICLE_HEARING, "cite report", "publisher" },
  { QUOTH_ARTICLE_JOURNAL, "cite journal", "journal" },
};

/* What wikitext takes for itself in the value of a parameter. "=" isn't: only the first one
 * parts name and value. */
static const struct
{
  const char *mark;
  const char *wikitext;
} escapes[] = {
  { "{{", "&#123;&#123;" },
  { "}}", "&#125;&#125;" },
  { "[", "&#91;" },
  { "]", "&#93;" },
  { "''", "&#39;&#39;" },
  { "~~~", "&#126;&#126;&#126;" },
  { "|", "{{!}}" },
  { "<", "&lt;" },
};

/* Whether "&" begins something that would be read as one character. */
static gboolean
begins_entity (const char *text)
{
  gsize length = strspn (text + 1,
                         "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return length > 0 && text[1 + length] == ';';
}

/* A lone brace at the end would close with the template's own. */
static gboolean
ends_with_brace (const char *text)
{
  return text[0] == '}' && text[1] == '\0';
}

static void
append_escaped (GString    *wikitext,
                const char *text)
{
  for (const char *p = text; *p != '\0';)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (escapes) && !g_str_has_prefix (p, escapes[i].mark))
        i++;
      if (i < G_N_ELEMENTS (escapes))
        {
          g_string_append (wikitext, escapes[i].wikitext);
          p += strlen (escapes[i].mark);
          continue;
        }
      if (ends_with_brace (p))
        g_string_append (wikitext, "&#125;");
      else if (*p == '&' && begins_entity (p))
        g_string_append (wikitext, "&amp;");
      else
        g_string_append_c (wikitext, *p);
      p++;
    }
}

static void
append_value (GString    *wikitext,
              const char *name,
              const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (wikitext, " |%s=", name);
  append_escaped (wikitext, value);
}

/* What would end the address or the template stands as bytes. */
static void
append_address (GString    *wikitext,
                const char *url)
{
  if (url == NULL)
    return;
  g_string_append (wikitext, " |url=");
  for (const char *p = url; *p != '\0'; p++)
    {
      if (strchr ("{}[]|<>\"' ", *p) != NULL)
        g_string_append_printf (wikitext, "%%%02X", (guchar) *p);
      else
        g_string_append_c (wikitext, *p);
    }
}

static void
append_authors (GString                  *wikitext,
                QuothArticle             *article,
                const QuothCitationFacts *facts)
{
  const char *agency = quoth_article_get_fact (article, QUOTH_FACT_AGENCY);

  for (guint i = 0; i < facts->authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (facts->authors, i);
      g_autofree char *number = i > 0 || facts->authors->len > 1 ? g_strdup_printf ("%u", i + 1)
                                                                 : g_strdup ("");
      g_autofree char *last = g_strconcat ("last", number, NULL);
      g_autofree char *first = g_strconcat ("first", number, NULL);
      g_autofree char *whole = g_strconcat ("author", number, NULL);

      /* Unsigned agency copy has its own parameter, below; a newspaper isn't its own author. */
      if (author->literal != NULL &&
          (g_strcmp0 (author->literal, agency) == 0 ||
           g_strcmp0 (author->literal, facts->publication) == 0))
        continue;
      append_value (wikitext, whole, author->literal);
      if (author->literal == NULL)
        {
          append_value (wikitext, last, author->family);
          append_value (wikitext, first, author->given);
        }
    }
}

static gboolean
is_range (const char *pages)
{
  return strpbrk (pages, "-,") != NULL || strstr (pages, "–") != NULL;
}

static void
append_place (GString                  *wikitext,
              const QuothCitationFacts *facts)
{
  g_autofree char *paragraph = NULL;

  if (facts->page != NULL)
    append_value (wikitext, is_range (facts->page) ? "pages" : "page", facts->page);
  else if (facts->paragraph != 0)
    {
      paragraph = g_strdup_printf ("para. %u", facts->paragraph);
      append_value (wikitext, "at", paragraph);
    }
}

/* The template sets marks around the words, so they stand without outer ones; words that the
 * article only reports are no quotation. */
static void
append_quotation (GString      *wikitext,
                  QuothArticle *article,
                  QuothQuote   *quote)
{
  g_autoptr (GPtrArray) paragraphs = NULL;

  if (quote == NULL || quoth_quote_get_kind (quote) != QUOTH_QUOTE_DIRECT)
    return;

  paragraphs = quoth_quote_words_dup_marked (article, quote, "", "");
  if (paragraphs->len == 0)
    return;
  g_string_append (wikitext, " |quote=");
  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (i > 0)
        g_string_append (wikitext, "<br />");
      append_escaped (wikitext, g_ptr_array_index (paragraphs, i));
    }
}

static void
append_container (GString                  *wikitext,
                  QuothArticle             *article,
                  const QuothCitationFacts *facts,
                  const char               *container)
{
  g_autofree char *publisher =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER));
  g_autofree char *edition =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_EDITION));

  append_value (wikitext, container, facts->publication);
  if (!g_str_equal (container, "publisher") && g_strcmp0 (publisher, facts->publication) != 0)
    append_value (wikitext, "publisher", publisher);
  append_value (wikitext, "edition", edition);
  append_value (wikitext, "volume", facts->volume);
  append_value (wikitext, "issue", facts->issue);
  append_value (wikitext, "doi", facts->doi);
}

static void
append_agency_and_language (GString      *wikitext,
                            QuothArticle *article)
{
  g_autofree char *agency = quoth_citation_dup_line (quoth_article_get_fact (article,
                                                                             QUOTH_FACT_AGENCY));
  const char *language = quoth_article_get_fact (article, QUOTH_FACT_LANGUAGE);
  gboolean foreign = language != NULL && *language != '\0' && !g_str_has_prefix (language, "en");

  append_value (wikitext, "agency", agency);
  append_value (wikitext, "language", foreign ? language : NULL);
}

/**
 * quoth_wikipedia_dup_template:
 * @article: what is cited
 * @quote: (nullable): the quotation in it
 *
 * Returns: (transfer full): a template of the family of `{{cite news}}`, as English Wikipedia has
 *   them
 */
char *
quoth_wikipedia_dup_template (QuothArticle *article,
                              QuothQuote   *quote)
{
  g_autoptr (QuothCitationFacts) facts = NULL;
  g_autofree char *date = NULL;
  g_autofree char *accessed = NULL;
  const char *name = "cite news";
  const char *container = "newspaper";
  GString *wikitext = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  facts = quoth_citation_facts_new (article, quote);
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (templates[i].type == quoth_article_get_article_type (article))
      {
        name = templates[i].name;
        container = templates[i].container;
      }
  date = facts->has_date ? quoth_partial_date_dup_english (&facts->date)
                         : g_strdup (facts->date_printed);
  if (facts->url != NULL && !facts->url_is_doi && facts->has_accessed)
    accessed = quoth_partial_date_dup_english (&facts->accessed);

  wikitext = g_string_new (NULL);
  g_string_append_printf (wikitext, "{{%s", name);
  append_authors (wikitext, article, facts);
  append_value (wikitext, "date", date);
  append_value (wikitext, "title", facts->title);
  if (!facts->url_is_doi)
    append_address (wikitext, facts->url);
  append_container (wikitext, article, facts, container);
  append_agency_and_language (wikitext, article);
  append_place (wikitext, facts);
  append_value (wikitext, "access-date", accessed);
  append_quotation (wikitext, article, quote);
  g_string_append (wikitext, "}}");

  return g_string_free (wikitext, FALSE);
}

char *
quoth_wikipedia_dup_note (QuothArticle *article,
                          QuothQuote   *quote)
{
  const QuothQuotedIn *rules = quoth_quoted_in_find (QUOTH_STYLE_CITE_NEWS, NULL);
  g_autofree char *template = NULL;
  g_autofree char *speakers = NULL;
  GString *note = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  template = quoth_wikipedia_dup_template (article, quote);
  speakers = quote != NULL ? quoth_speaker_phrase_dup (article, quote, &rules->speakers) : NULL;
  if (speakers == NULL)
    return g_steal_pointer (&template);

  note = g_string_new (NULL);
  append_escaped (note, speakers);
  g_string_append_printf (note, "%s%s %s", rules->stop,
                          quoth_quoted_in_get_wording (rules, article, quote), template);
  return g_string_free (note, FALSE);
}

char *
quoth_wikipedia_dup_ref (QuothArticle *article,
                         QuothQuote   *quote)
{
  g_autofree char *note = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  note = quoth_wikipedia_dup_note (article, quote);
  return g_strdup_printf ("<ref>%s</ref>", note);
}
