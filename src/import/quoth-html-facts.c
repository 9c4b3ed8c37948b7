#include "quoth-html-facts.h"

#include "quoth-date.h"
#include "quoth-doi.h"
#include "quoth-html-class.h"
#include "quoth-html-page.h"
#include "quoth-html-source.h"

#include <string.h>

/* Bibliographic facts of a page: from its JSON-LD, its <meta> elements, and what it shows. */

#define MIN_STANDFIRST 30
#define MAX_STANDFIRST 500

static const char *const title_metas[] = { "og:title",      "twitter:title",  "dc.title",
                                           "dcterms.title", "title",          "headline",
                                           "parsely-title", "sailthru.title", NULL };
static const char *const site_metas[] = {
  "og:site_name", "dc.publisher",           "dcterms.publisher",      "application-name",
  "publisher",    "article:publisher_name", "citation_journal_title", NULL
};
static const char *const publisher_metas[] = { "dc.publisher", "dcterms.publisher",
                                               "citation_publisher", "publisher", NULL };
static const char *const volume_metas[] = { "citation_volume", "prism.volume", NULL };
static const char *const issue_metas[] = { "citation_issue", "prism.number", NULL };
static const char *const doi_metas[] = { "citation_doi", "prism.doi", NULL };
static const char *const journal_metas[] = { "citation_journal_title", NULL };
static const char *const page_metas[] = { "citation_firstpage", "prism.startingPage", NULL };
static const char *const published_metas[] = { "article:published_time", "article:published",
                                               "og:article:published_time",
                                               "datePublished", "og:published_time",
                                               "parsely-pub-date", "sailthru.date",
                                               "pubdate", "publishdate", "publish_date",
                                               "publish-date", "publication_date",
                                               "dc.date.issued", "dcterms.issued",
                                               "dc.date.created", "dcterms.created",
                                               "dc.date", "dcterms.date", "date",
                                               "article.published", "published_time",
                                               "cXenseParse:recs:publishtime", "created",
                                               "citation_publication_date",
                                               "originalpublicationdate",
                                               "dateCreated",
                                               "time",
                                               "ptime",
                                               NULL };
static const char *const updated_metas[] = {
  "article:modified_time", "og:updated_time",  "dateModified",     "lastmod", "article:modified",
  "last-modified",         "dcterms.modified", "dc.date.modified", NULL
};
static const char *const section_metas[] = { "article:section", "og:article:section",
                                             "parsely-section", "section",
                                             "articleSection",  NULL };

/* Where the last separator between a title and the name of its site stands */
static gboolean
find_separator (const char *title,
                int        *start,
                int        *end)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\s+[-–—|»•·:]+\\s+|\\s*[|»]\\s*|\\s+::\\s+", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  gboolean found = FALSE;

  g_regex_match (regex, title, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, start, end);
      found = TRUE;
    }
  return found;
}

/* Whether the end of a title is the name of the site that it stands on */
static gboolean
is_site_name (const char *tail,
              const char *site,
              const char *url)
{
  g_autofree char *folded_tail = quoth_html_dup_letters (tail);
  g_autofree char *folded_site = site != NULL ? quoth_html_dup_letters (site) : NULL;
  g_autofree char *folded_url = NULL;

  if (*folded_tail == '\0')
    return TRUE;
  if (folded_site != NULL && *folded_site != '\0'
      && (strstr (folded_site, folded_tail) != NULL || strstr (folded_tail, folded_site) != NULL))
    return TRUE;
  if (url == NULL)
    return FALSE;
  folded_url = quoth_html_dup_letters (url);
  return strlen (folded_tail) > 3 && strstr (folded_url, folded_tail) != NULL;
}

static char *
dup_without_site (const QuothHtmlPage *page,
                  const char          *title,
                  gboolean             is_document_title)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  const char *url = quoth_article_get_fact (page->article, QUOTH_FACT_URL);
  g_autofree char *rest = g_strdup (title);
  int start, end;

  while (find_separator (rest, &start, &end) && start > 0)
    {
      const char *tail = rest + end;
      gboolean is_short = g_utf8_strlen (tail, -1) < 40 && start > (int) strlen (tail)
                          && is_document_title && site == NULL;

      if (!is_site_name (tail, site, url) && !is_short)
        break;
      rest[start] = '\0';
      if (is_short)
        break;
    }
  return g_strstrip (g_steal_pointer (&rest));
}

static char *
dup_document_title (const QuothHtmlPage *page)
{
  QuothHtmlNode *node = quoth_html_tree_find (page->tree, QUOTH_TAG_TITLE);

  return node != NULL ? quoth_html_node_dup_text (node) : NULL;
}

/* A heading that the page's other titles contain, or begin with */
static char *
dup_shown_title (const QuothHtmlPage *page,
                 const char          *others)
{
  g_autofree char *folded_others = quoth_html_dup_letters (others);
  g_autofree char *only = NULL;
  guint n = 0;

  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if (node->tag != QUOTH_TAG_H1 && !quoth_html_node_has (node, "itemprop", "headline"))
        continue;
      text = quoth_html_node_dup_text (node);
      folded = quoth_html_dup_letters (text);
      if (strlen (folded) < 4)
        continue;
      if (strlen (folded) > 8 && strstr (folded_others, folded) != NULL)
        return g_steal_pointer (&text);
      n++;
      g_free (only);
      only = g_steal_pointer (&text);
    }
  return n == 1 && *folded_others == '\0' ? g_steal_pointer (&only) : NULL;
}

static void
read_title (const QuothHtmlPage *page)
{
  g_autofree char *meta = quoth_html_page_dup_meta (page, title_metas);
  g_autofree char *document = dup_document_title (page);
  g_autofree char *headline = page->record->headline != NULL
                                ? quoth_html_unescape (page->record->headline)
                                : NULL;
  g_autofree char *others = g_strjoin (" \n ", document != NULL ? document : "",
                                       meta != NULL ? meta : "", headline != NULL ? headline : "",
                                       NULL);
  g_autofree char *title = dup_shown_title (page, others);

  if (title == NULL && meta != NULL && *meta != '\0')
    title = dup_without_site (page, meta, FALSE);
  if ((title == NULL
       || quoth_html_is_same (title,
                              quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION)))
      && headline != NULL && *headline != '\0')
    {
      g_free (title);
      title = g_steal_pointer (&headline);
    }
  if (title == NULL && document != NULL)
    title = dup_without_site (page, document, TRUE);
  if (title != NULL && *title != '\0')
    quoth_article_set_fact (page->article, QUOTH_FACT_TITLE, title);
}

static void
read_site (const QuothHtmlPage *page)
{
  g_autofree char *site = quoth_html_page_dup_meta (page, site_metas);
  g_autofree char *publisher = quoth_html_page_dup_meta (page, publisher_metas);

  if (site != NULL && !quoth_html_is_web_address (site))
    quoth_article_set_fact (page->article, QUOTH_FACT_PUBLICATION, site);
  quoth_html_set_tidy (page->article, QUOTH_FACT_PUBLICATION, page->record->publication);
  quoth_html_set_tidy (page->article, QUOTH_FACT_PUBLICATION, page->record->publisher);
  quoth_html_set_tidy (page->article, QUOTH_FACT_PUBLISHER, page->record->publisher);
  if (!quoth_html_is_web_address (publisher))
    quoth_html_set_tidy (page->article, QUOTH_FACT_PUBLISHER, publisher);
}

/* The link to the page itself above the text in Firefox's reader view */
static gboolean
is_reader_domain (const QuothHtmlNode *node)
{
  const char *class = quoth_html_node_get (node, "class");

  return class != NULL && strstr (class, "reader-domain") != NULL;
}

static void
read_addresses (const QuothHtmlPage *page)
{
  static const char *const address_metas[] = { "og:url",        "twitter:url",
                                               "parsely-link",  "dcterms.identifier",
                                               "dc.identifier", NULL };
  g_autofree char *meta = quoth_html_page_dup_meta (page, address_metas);

  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      const char *address = node->n_attributes > 0 ? quoth_html_node_get (node, "href") : NULL;

      if (!quoth_html_is_web_address (address))
        continue;
      if (node->tag == QUOTH_TAG_LINK && quoth_html_node_has (node, "rel", "canonical"))
        {
          quoth_article_set_fact (page->article, QUOTH_FACT_CANONICAL_URL, address);
          quoth_html_set_tidy (page->article, QUOTH_FACT_URL, address);
          return;
        }
      if (node->tag == QUOTH_TAG_A && is_reader_domain (node))
        quoth_html_set_tidy (page->article, QUOTH_FACT_URL, address);
    }
  if (quoth_html_is_web_address (meta))
    quoth_html_set_tidy (page->article, QUOTH_FACT_URL, meta);
  else if (quoth_html_is_web_address (page->record->url))
    quoth_html_set_tidy (page->article, QUOTH_FACT_URL, page->record->url);
}

/* Sets a date if there is one in @text and none as precise yet; returns whether the day is known
 * now. */
static gboolean
offer_date (QuothArticle *article,
            QuothFact     fact,
            const char   *text)
{
  const char *known = quoth_article_get_fact (article, fact);
  g_autofree char *iso = quoth_date_parse (text);

  if (iso != NULL && (known == NULL || (strlen (known) < 10 && strlen (iso) >= 10)))
    quoth_article_set_fact (article, fact, iso);
  known = quoth_article_get_fact (article, fact);
  return known != NULL && strlen (known) >= 10;
}

static gboolean
offer_meta_dates (const QuothHtmlPage *page,
                  QuothFact            fact,
                  const char *const   *names)
{
  gboolean is_known = FALSE;

  for (gsize i = 0; names[i] != NULL && !is_known; i++)
    {
      const char *const name[] = { names[i], NULL };
      g_autofree char *meta = quoth_html_page_dup_meta (page, name);

      is_known = offer_date (page->article, fact, meta);
    }
  return is_known;
}

/* Looks through the dates that the page shows: for one where none is known, and for the words it is
 * printed in. */
static void
read_shown_dates (const QuothHtmlPage *page,
                  gboolean             is_known)
{
  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      g_autofree char *text = NULL;
      const char *machine;
      const char *known;
      gsize start, end;
      g_autofree char *iso = NULL;

      if (node->tag == QUOTH_TAG_TEXT || node->tag == QUOTH_TAG_META || !quoth_html_is_date (node))
        continue;
      machine = quoth_html_node_get (node, "datetime");
      if (!is_known && machine != NULL)
        is_known = offer_date (page->article, QUOTH_FACT_PUBLISHED, machine);
      text = quoth_html_node_dup_text (node);
      if (strlen (text) > 120 || !quoth_date_find (text, &start, &end, &iso))
        continue;
      if (!is_known)
        is_known = offer_date (page->article, QUOTH_FACT_PUBLISHED, text);
      known = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLISHED);
      if (known != NULL && strncmp (known, iso, 10) == 0)
        {
          text[end] = '\0';
          quoth_article_set_fact (page->article, QUOTH_FACT_PUBLISHED_PRINTED, text + start);
          return;
        }
    }
}

/* A date that stands in one line with the authors, where no other is known */
static void
read_by_line_date (const QuothHtmlPage *page)
{
  g_autofree char *line = NULL;
  g_autofree char *iso = NULL;
  gsize start, end;

  if (quoth_article_get_fact (page->article, QUOTH_FACT_PUBLISHED) != NULL)
    return;
  line = quoth_html_dup_by_line (page);
  if (line == NULL || !quoth_date_find (line, &start, &end, &iso))
    return;
  line[end] = '\0';
  quoth_article_set_fact (page->article, QUOTH_FACT_PUBLISHED, iso);
  quoth_article_set_fact (page->article, QUOTH_FACT_PUBLISHED_PRINTED, line + start);
}

/* The words that the day of the last change is printed in */
static void
read_shown_update (const QuothHtmlPage *page)
{
  const char *updated = quoth_article_get_fact (page->article, QUOTH_FACT_UPDATED);

  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      g_autofree char *text = NULL;
      g_autofree char *iso = NULL;
      gsize start, end;

      if (updated == NULL || node->tag == QUOTH_TAG_TEXT || node->tag == QUOTH_TAG_META
          || !quoth_html_is_date (node))
        continue;
      text = quoth_html_node_dup_text (node);
      if (strlen (text) > 120
          || !g_regex_match_simple ("^\\W*(?:last )?(?:updated|modified|changed)\\b", text,
                                    G_REGEX_CASELESS, 0)
          || !quoth_date_find (text, &start, &end, &iso) || strncmp (updated, iso, 10) != 0)
        continue;
      text[end] = '\0';
      quoth_article_set_fact (page->article, QUOTH_FACT_UPDATED_PRINTED, text + start);
      return;
    }
}

static void
read_dates (const QuothHtmlPage *page)
{
  gboolean is_known = offer_date (page->article, QUOTH_FACT_PUBLISHED, page->record->published)
                      || offer_meta_dates (page, QUOTH_FACT_PUBLISHED, published_metas);

  read_shown_dates (page, is_known);
  read_by_line_date (page);
  if (!offer_date (page->article, QUOTH_FACT_UPDATED, page->record->updated))
    offer_meta_dates (page, QUOTH_FACT_UPDATED, updated_metas);
  read_shown_update (page);
}

/* Whether an element below the headline shows what the page's JSON-LD calls its second one */
static gboolean
is_second_headline (const QuothHtmlPage *page,
                    const QuothHtmlNode *node)
{
  g_autofree char *text = NULL;

  if (page->record->alternative_headline == NULL
      || (node->tag != QUOTH_TAG_P && node->tag != QUOTH_TAG_DIV && node->tag != QUOTH_TAG_H2))
    return FALSE;
  text = quoth_html_node_dup_text (node);
  return quoth_html_is_same (text, page->record->alternative_headline);
}

/* The standfirst as the page shows it, below the headline */
static void
read_subtitle (const QuothHtmlPage *page)
{
  const char *title = quoth_article_get_fact (page->article, QUOTH_FACT_TITLE);
  QuothHtmlNode *root = quoth_html_tree_get_root (page->tree);
  QuothHtmlNode *heading = quoth_html_tree_find (page->tree, QUOTH_TAG_H1);

  for (QuothHtmlNode *node = heading; node != NULL; node = quoth_html_node_next (node, root))
    {
      g_autofree char *text = NULL;

      if (node->tag == QUOTH_TAG_TEXT
          || (!quoth_html_is_standfirst (node) && !is_second_headline (page, node)))
        continue;
      text = quoth_html_node_dup_text (node);
      if (strlen (text) >= MIN_STANDFIRST && strlen (text) <= MAX_STANDFIRST
          && !quoth_html_is_same (text, title))
        {
          quoth_article_set_fact (page->article, QUOTH_FACT_SUBTITLE, text);
          return;
        }
    }
}

/* The type that microdata gives the page, where JSON-LD gives none */
static char *
dup_item_type (const QuothHtmlPage *page)
{
  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      const char *type = node->n_attributes > 0 ? quoth_html_node_get (node, "itemtype") : NULL;
      const char *name = type != NULL ? strrchr (type, '/') : NULL;

      if (name != NULL
          && (g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "BlogPosting")
              || g_str_equal (name, "/Report")))
        return g_strdup (name + 1);
    }
  return NULL;
}

static void
read_type (const QuothHtmlPage *page)
{
  g_autofree char *item_type = dup_item_type (page);
  const char *type = page->record->type != NULL ? page->record->type : item_type;
  QuothArticleType article_type = QUOTH_ARTICLE_WEB_PAGE;

  if (type != NULL && g_str_has_suffix (type, "NewsArticle"))
    article_type = QUOTH_ARTICLE_NEWSPAPER;
  else if (type != NULL && g_str_has_suffix (type, "BlogPosting")
           && !g_str_has_prefix (type, "Live"))
    article_type = QUOTH_ARTICLE_BLOG;
  else if (type != NULL && g_str_has_suffix (type, "ScholarlyArticle"))
    article_type = QUOTH_ARTICLE_JOURNAL;
  else if (g_strcmp0 (type, "Report") == 0)
    article_type = QUOTH_ARTICLE_REPORT;
  quoth_article_set_article_type (page->article, article_type);
}

/* What a journal says of one of its articles */
static void
read_issue (const QuothHtmlPage *page)
{
  g_autofree char *volume = quoth_html_page_dup_meta (page, volume_metas);
  g_autofree char *issue = quoth_html_page_dup_meta (page, issue_metas);
  g_autofree char *doi = quoth_html_page_dup_meta (page, doi_metas);
  g_autofree char *journal = quoth_html_page_dup_meta (page, journal_metas);
  g_autofree char *number = quoth_doi_find (doi);

  quoth_html_set_tidy (page->article, QUOTH_FACT_VOLUME, volume);
  quoth_html_set_tidy (page->article, QUOTH_FACT_ISSUE, issue);
  quoth_html_set_tidy (page->article, QUOTH_FACT_DOI, number);
  if (journal != NULL && (volume != NULL || number != NULL) && page->record->type == NULL)
    quoth_article_set_article_type (page->article, QUOTH_ARTICLE_JOURNAL);
}

static void
read_language (const QuothHtmlPage *page)
{
  static const char *const language_metas[] = { "og:locale", "dc.language", "content-language",
                                                "language", NULL };
  QuothHtmlNode *html = quoth_html_tree_find (page->tree, QUOTH_TAG_HTML);
  g_autofree char *meta = quoth_html_page_dup_meta (page, language_metas);
  const char *language = html != NULL ? quoth_html_node_get (html, "lang") : NULL;

  if (language == NULL && html != NULL)
    language = quoth_html_node_get (html, "xml:lang");
  if (language == NULL)
    language = page->record->language != NULL ? page->record->language : meta;
  if (language != NULL
      && g_regex_match_simple ("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", language, 0, 0))
    {
      g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');

      quoth_article_set_fact (page->article, QUOTH_FACT_LANGUAGE, tag);
    }
}

/**
 * quoth_html_read_facts:
 * @record: what the page's JSON-LD says
 *
 * Sets the facts of @article that the page gives.
 */
void
quoth_html_read_facts (QuothHtmlTree     *tree,
                       const QuothJsonLd *record,
                       QuothArticle      *article)
{
  g_autoptr(GPtrArray) metas = quoth_html_find_metas (tree);
  QuothHtmlPage page = { .tree = tree, .record = record, .article = article, .metas = metas };
  g_autofree char *section = quoth_html_page_dup_meta (&page, section_metas);
  g_autofree char *printed_page = quoth_html_page_dup_meta (&page, page_metas);

  read_type (&page);
  read_issue (&page);
  read_language (&page);
  read_addresses (&page);
  read_site (&page);
  read_title (&page);
  read_subtitle (&page);
  read_dates (&page);
  quoth_html_read_authors (&page);
  quoth_html_set_tidy (article, QUOTH_FACT_SECTION, section);
  quoth_html_set_tidy (article, QUOTH_FACT_SECTION, record->section);
  quoth_html_set_tidy (article, QUOTH_FACT_EDITION, record->edition);
  quoth_html_set_tidy (article, QUOTH_FACT_PAGE, record->page);
  quoth_html_set_tidy (article, QUOTH_FACT_PAGE, printed_page);
  if (record->agency != NULL
      && !quoth_html_is_same (record->agency,
                              quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION))
      && !quoth_html_is_same (record->agency,
                              quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER)))
    quoth_html_set_tidy (article, QUOTH_FACT_AGENCY, record->agency);
}
