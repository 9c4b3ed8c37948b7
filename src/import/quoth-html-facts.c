#include "quoth-html-facts.h"

#include "quoth-byline.h"
#include "quoth-date.h"
#include "quoth-html-class.h"
#include "quoth-html-source.h"

#include <string.h>

/* Bibliographic facts of a page: from its JSON-LD, its <meta> elements, and what it shows. */

/* What of an author's name is long is no name */
#define MAX_SHOWN_BYLINE 150

/* Pages have dozens */
#define MAX_METAS 2000

#define MIN_STANDFIRST 30
#define MAX_STANDFIRST 500

static const char *const title_metas[] = { "og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline",
                                           "parsely-title", "sailthru.title", NULL };
static const char *const site_metas[] = { "og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "publisher",
                                          "article:publisher_name", NULL };
static const char *const published_metas[] = { "article:published_time", "article:published", "og:article:published_time",
                                               "datePublished", "og:published_time", "parsely-pub-date", "sailthru.date",
                                               "pubdate", "publishdate", "publish_date", "publish-date", "publication_date",
                                               "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
                                               "dc.date", "dcterms.date", "date", "article.published", "published_time",
                                               "cXenseParse:recs:publishtime", "created", "citation_publication_date",
                                               "originalpublicationdate", "dateCreated", "time", "ptime", NULL };
static const char *const updated_metas[] = { "article:modified_time", "og:updated_time", "dateModified", "lastmod",
                                             "last-modified", "dcterms.modified", "dc.date.modified", NULL };
static const char *const author_metas[] = { "author", "article:author", "dc.creator", "dcterms.creator", "byl", "byline",
                                            "parsely-author", "sailthru.author", "authors", "article:author_name",
                                            "citation_author", "og:article:author", NULL };
static const char *const section_metas[] = { "article:section", "og:article:section", "parsely-section", "section",
                                             "articleSection", NULL };

typedef struct
{
  QuothHtmlTree     *tree;
  const QuothJsonLd *record;
  QuothArticle      *article;
  GPtrArray         *metas;    /* of QuothHtmlNode: the <meta> elements */
} Page;

static gboolean
is_named (const QuothHtmlNode *meta,
          const char          *name)
{
  static const char *const attributes[] = { "property", "name", "itemprop" };

  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    if (quoth_html_node_has (meta, attributes[i], name))
      return TRUE;
  return FALSE;
}

/* The tidied content of the first <meta> of these names, in their order */
static char *
dup_meta (const Page        *page,
          const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < page->metas->len; j++)
      {
        const QuothHtmlNode *meta = g_ptr_array_index (page->metas, j);

        if (is_named (meta, names[i]))
          {
            g_autofree char *tidy = quoth_html_unescape (quoth_html_node_get (meta, "content"));

            if (*tidy != '\0')
              return g_steal_pointer (&tidy);
          }
      }
  return NULL;
}

static GPtrArray *
find_metas (QuothHtmlTree *tree)
{
  GPtrArray *metas = g_ptr_array_new ();

  quoth_html_for_each (node, quoth_html_tree_get_root (tree))
    if (node->tag == QUOTH_TAG_META && quoth_html_node_get (node, "content") != NULL && metas->len < MAX_METAS)
      g_ptr_array_add (metas, node);
  return metas;
}

static gboolean
is_web_address (const char *address)
{
  return address != NULL && (g_ascii_strncasecmp (address, "http://", 7) == 0
                             || g_ascii_strncasecmp (address, "https://", 8) == 0);
}

static void
set_tidy (QuothArticle *article,
          QuothFact     fact,
          const char   *value)
{
  g_autofree char *tidy = value != NULL ? quoth_html_unescape (value) : NULL;

  if (tidy != NULL && *tidy != '\0' && quoth_article_get_fact (article, fact) == NULL)
    quoth_article_set_fact (article, fact, tidy);
}

/* Letters and digits of a text, case folded: what two titles are compared by */
static char *
dup_folded (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *folded_a = a != NULL ? dup_folded (a) : NULL;
  g_autofree char *folded_b = b != NULL ? dup_folded (b) : NULL;

  return a != NULL && b != NULL && *folded_a != '\0' && g_str_equal (folded_a, folded_b);
}

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
  g_autofree char *folded_tail = dup_folded (tail);
  g_autofree char *folded_site = site != NULL ? dup_folded (site) : NULL;
  g_autofree char *folded_url = NULL;

  if (*folded_tail == '\0')
    return TRUE;
  if (folded_site != NULL && *folded_site != '\0'
      && (strstr (folded_site, folded_tail) != NULL || strstr (folded_tail, folded_site) != NULL))
    return TRUE;
  if (url == NULL)
    return FALSE;
  folded_url = dup_folded (url);
  return strlen (folded_tail) > 3 && strstr (folded_url, folded_tail) != NULL;
}

static char *
dup_without_site (const Page *page,
                  const char *title,
                  gboolean    is_document_title)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  const char *url = quoth_article_get_fact (page->article, QUOTH_FACT_URL);
  g_autofree char *rest = g_strdup (title);
  int start, end;

  while (find_separator (rest, &start, &end) && start > 0)
    {
      const char *tail = rest + end;
      gboolean is_short = g_utf8_strlen (tail, -1) < 40 && start > (int) strlen (tail) && is_document_title && site == NULL;

      if (!is_site_name (tail, site, url) && !is_short)
        break;
      rest[start] = '\0';
      if (is_short)
        break;
    }
  return g_strstrip (g_steal_pointer (&rest));
}

static char *
dup_document_title (const Page *page)
{
  QuothHtmlNode *node = quoth_html_tree_find (page->tree, QUOTH_TAG_TITLE);

  return node != NULL ? quoth_html_node_dup_text (node) : NULL;
}

/* A heading that the page's other titles contain, or begin with */
static char *
dup_shown_title (const Page *page,
                 const char *others)
{
  g_autofree char *folded_others = dup_folded (others);
  g_autofree char *only = NULL;
  guint n = 0;

  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      g_autofree char *text = NULL;
      g_autofree char *folded = NULL;

      if (node->tag != QUOTH_TAG_H1 && !quoth_html_node_has (node, "itemprop", "headline"))
        continue;
      text = quoth_html_node_dup_text (node);
      folded = dup_folded (text);
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
read_title (const Page *page)
{
  g_autofree char *meta = dup_meta (page, title_metas);
  g_autofree char *document = dup_document_title (page);
  g_autofree char *headline = page->record->headline != NULL ? quoth_html_unescape (page->record->headline) : NULL;
  g_autofree char *others = g_strjoin (" \n ", document != NULL ? document : "", meta != NULL ? meta : "",
                                       headline != NULL ? headline : "", NULL);
  g_autofree char *title = dup_shown_title (page, others);

  if (title == NULL && meta != NULL && *meta != '\0')
    title = dup_without_site (page, meta, FALSE);
  if ((title == NULL || is_same (title, quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION)))
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
read_site (const Page *page)
{
  g_autofree char *site = dup_meta (page, site_metas);

  if (site != NULL && !is_web_address (site))
    quoth_article_set_fact (page->article, QUOTH_FACT_PUBLICATION, site);
  set_tidy (page->article, QUOTH_FACT_PUBLICATION, page->record->publication);
  set_tidy (page->article, QUOTH_FACT_PUBLICATION, page->record->publisher);
  set_tidy (page->article, QUOTH_FACT_PUBLISHER, page->record->publisher);
}

static void
read_addresses (const Page *page)
{
  static const char *const address_metas[] = { "og:url", "twitter:url", "parsely-link", NULL };
  g_autofree char *meta = dup_meta (page, address_metas);

  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    if (node->tag == QUOTH_TAG_LINK && quoth_html_node_has (node, "rel", "canonical")
        && is_web_address (quoth_html_node_get (node, "href")))
      {
        quoth_article_set_fact (page->article, QUOTH_FACT_CANONICAL_URL, quoth_html_node_get (node, "href"));
        quoth_article_set_fact (page->article, QUOTH_FACT_URL, quoth_html_node_get (node, "href"));
        return;
      }
  if (is_web_address (meta))
    quoth_article_set_fact (page->article, QUOTH_FACT_URL, meta);
  else if (is_web_address (page->record->url))
    quoth_article_set_fact (page->article, QUOTH_FACT_URL, page->record->url);
}

/* Sets a date if there is one in @text and none as precise yet; returns whether the day is known now. */
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
offer_meta_dates (const Page        *page,
                  QuothFact          fact,
                  const char *const *names)
{
  gboolean is_known = FALSE;

  for (gsize i = 0; names[i] != NULL && !is_known; i++)
    {
      const char *const name[] = { names[i], NULL };
      g_autofree char *meta = dup_meta (page, name);

      is_known = offer_date (page->article, fact, meta);
    }
  return is_known;
}

/* Looks through the dates that the page shows: for one where none is known, and for the words it is printed in. */
static void
read_shown_dates (const Page *page,
                  gboolean    is_known)
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

static void
read_dates (const Page *page)
{
  gboolean is_known = offer_date (page->article, QUOTH_FACT_PUBLISHED, page->record->published)
                      || offer_meta_dates (page, QUOTH_FACT_PUBLISHED, published_metas);

  read_shown_dates (page, is_known);
  if (!offer_date (page->article, QUOTH_FACT_UPDATED, page->record->updated))
    offer_meta_dates (page, QUOTH_FACT_UPDATED, updated_metas);
}

/* Cuts the outlet's name off after a person's. */
static void
cut_outlet (char       *byline,
            const char *site)
{
  gsize length = strlen (byline);
  gsize site_length = site != NULL ? strlen (site) : 0;

  if (site_length > 3 && g_ascii_strncasecmp (byline, "the ", 4) != 0 && length > site_length + 3
      && g_ascii_strcasecmp (byline + length - site_length, site) == 0 && byline[length - site_length - 1] == ' ')
    byline[length - site_length - 1] = '\0';
}

/* Whether what is written like a person's name is the outlet's */
static gboolean
is_outlet (const Page *page,
           const char *name)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  const char *publisher = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLISHER);
  const char *url = quoth_article_get_fact (page->article, QUOTH_FACT_URL);
  const char *host = url != NULL ? strstr (url, "://") : NULL;
  g_autofree char *folded = dup_folded (name);
  g_autofree char *domain = host != NULL ? g_ascii_strdown (host + 3, strcspn (host + 3, "/")) : NULL;

  return is_same (name, site) || is_same (name, publisher) || (domain != NULL && strstr (domain, folded) != NULL);
}

/* Adds the authors that a text names to a list, the agency to the article. */
static void
gather_authors (const Page *page,
                const char *printed,
                GPtrArray  *authors)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  g_autofree char *tidy = quoth_html_unescape (printed);
  g_autofree char *agency = NULL;

  g_autoptr(GPtrArray) found = NULL;

  cut_outlet (tidy, site);
  found = is_web_address (tidy) ? g_ptr_array_new () : quoth_byline_parse (tidy, &agency);

  for (guint i = 0; i < found->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (found, i);
      g_autofree char *name = author->literal == NULL ? g_strconcat (author->given, " ", author->family, NULL) : NULL;

      if (name != NULL && is_outlet (page, name))
        g_ptr_array_add (authors, quoth_author_new (NULL, NULL, name));
      else
        g_ptr_array_add (authors, quoth_author_new (author->given, author->family, author->literal));
    }
  if (agency != NULL)
    set_tidy (page->article, QUOTH_FACT_AGENCY, agency);
}

static gboolean
has_person (GPtrArray *authors)
{
  for (guint i = 0; i < authors->len; i++)
    if (((QuothAuthor *) g_ptr_array_index (authors, i))->family != NULL)
      return TRUE;
  return FALSE;
}

/* Gives the authors to the article, each once; outlets and agencies only where no person is named. */
static void
take_authors (const Page *page,
              GPtrArray  *authors,
              const char *printed)
{
  gboolean persons_only = has_person (authors);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);
      g_autofree char *name = author->literal != NULL ? g_strdup (author->literal)
                                                      : g_strdup_printf ("%s %s", author->given, author->family);

      if ((persons_only && author->family == NULL) || !g_hash_table_add (seen, dup_folded (name)))
        continue;
      quoth_article_add_author (page->article, author->given, author->family, author->literal);
    }
  set_tidy (page->article, QUOTH_FACT_AUTHOR, printed);
}

/* What a text names if it is short and names a person */
static char *
dup_if_byline (const QuothHtmlNode *node)
{
  g_autofree char *text = quoth_html_node_dup_text (node);
  g_autoptr(GPtrArray) authors = NULL;

  if (strlen (text) > MAX_SHOWN_BYLINE)
    return NULL;
  authors = quoth_byline_parse (text, NULL);
  return has_person (authors) ? g_steal_pointer (&text) : NULL;
}

static gboolean
is_by_line (const QuothHtmlNode *node)
{
  g_autofree char *text = NULL;

  switch ((int) node->tag)
    {
    case QUOTH_TAG_P: case QUOTH_TAG_DIV: case QUOTH_TAG_SPAN: case QUOTH_TAG_SMALL: case QUOTH_TAG_ADDRESS:
    case QUOTH_TAG_LI: case QUOTH_TAG_STRONG: case QUOTH_TAG_EM: case QUOTH_TAG_H3: case QUOTH_TAG_H4: case QUOTH_TAG_H5:
      text = quoth_html_node_dup_text (node);
      return quoth_byline_is_one (text);
    default:
      return FALSE;
    }
}

/* The first byline that the page shows: an element named so, a link to an author's page, "By" and a name */
static char *
dup_shown_byline (const Page *page)
{
  gboolean (*const tests[]) (const QuothHtmlNode *) = { quoth_html_is_byline, quoth_html_is_author_link, is_by_line };
  QuothHtmlNode *root = quoth_html_tree_get_root (page->tree);
  QuothHtmlNode *heading = quoth_html_tree_find (page->tree, QUOTH_TAG_H1);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (QuothHtmlNode *node = i > 0 && heading != NULL ? heading : root; node != NULL;
         node = quoth_html_node_next (node, root))
      {
        char *byline;

        if (node->tag == QUOTH_TAG_TEXT || node->tag == QUOTH_TAG_META || node->tag == QUOTH_TAG_LINK || !tests[i] (node))
          continue;
        byline = dup_if_byline (node);
        if (byline != NULL)
          return byline;
      }
  return NULL;
}

static void
read_authors (const Page *page)
{
  g_autoptr(GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);
  g_autofree char *printed = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < page->record->authors->len; i++)
    {
      const char *name = g_ptr_array_index (page->record->authors, i);

      gather_authors (page, name, authors);
      if (printed == NULL)
        printed = g_strdup (name);
    }
  for (gsize i = 0; author_metas[i] != NULL && !has_person (authors); i++)
    {
      const char *const name[] = { author_metas[i], NULL };
      g_autofree char *meta = dup_meta (page, name);

      if (meta == NULL || is_web_address (meta))
        continue;
      gather_authors (page, meta, authors);
      g_free (printed);
      printed = g_steal_pointer (&meta);
    }
  shown = dup_shown_byline (page);
  if (!has_person (authors) && shown != NULL)
    gather_authors (page, shown, authors);
  if (authors->len > 0)
    take_authors (page, authors, shown != NULL ? shown : printed);
}

/* The standfirst as the page shows it, below the headline */
static void
read_subtitle (const Page *page)
{
  const char *title = quoth_article_get_fact (page->article, QUOTH_FACT_TITLE);
  QuothHtmlNode *root = quoth_html_tree_get_root (page->tree);
  QuothHtmlNode *heading = quoth_html_tree_find (page->tree, QUOTH_TAG_H1);

  for (QuothHtmlNode *node = heading; node != NULL; node = quoth_html_node_next (node, root))
    {
      g_autofree char *text = NULL;

      if (node->tag == QUOTH_TAG_TEXT || !quoth_html_is_standfirst (node))
        continue;
      text = quoth_html_node_dup_text (node);
      if (strlen (text) >= MIN_STANDFIRST && strlen (text) <= MAX_STANDFIRST && !is_same (text, title))
        {
          quoth_article_set_fact (page->article, QUOTH_FACT_SUBTITLE, text);
          return;
        }
    }
}

/* The type that microdata gives the page, where JSON-LD gives none */
static char *
dup_item_type (const Page *page)
{
  quoth_html_for_each (node, quoth_html_tree_get_root (page->tree))
    {
      const char *type = node->n_attributes > 0 ? quoth_html_node_get (node, "itemtype") : NULL;
      const char *name = type != NULL ? strrchr (type, '/') : NULL;

      if (name != NULL && (g_str_has_suffix (name, "Article") || g_str_has_suffix (name, "BlogPosting")
                           || g_str_equal (name, "/Report")))
        return g_strdup (name + 1);
    }
  return NULL;
}

static void
read_type (const Page *page)
{
  g_autofree char *item_type = dup_item_type (page);
  const char *type = page->record->type != NULL ? page->record->type : item_type;
  QuothArticleType article_type = QUOTH_ARTICLE_WEB_PAGE;

  if (type != NULL && g_str_has_suffix (type, "NewsArticle"))
    article_type = QUOTH_ARTICLE_NEWSPAPER;
  else if (type != NULL && g_str_has_suffix (type, "BlogPosting") && !g_str_has_prefix (type, "Live"))
    article_type = QUOTH_ARTICLE_BLOG;
  else if (g_strcmp0 (type, "Report") == 0)
    article_type = QUOTH_ARTICLE_REPORT;
  quoth_article_set_article_type (page->article, article_type);
}

static void
read_language (const Page *page)
{
  static const char *const language_metas[] = { "og:locale", "dc.language", "content-language", "language", NULL };
  QuothHtmlNode *html = quoth_html_tree_find (page->tree, QUOTH_TAG_HTML);
  g_autofree char *meta = dup_meta (page, language_metas);
  const char *language = html != NULL ? quoth_html_node_get (html, "lang") : NULL;

  if (language == NULL && html != NULL)
    language = quoth_html_node_get (html, "xml:lang");
  if (language == NULL)
    language = page->record->language != NULL ? page->record->language : meta;
  if (language != NULL && g_regex_match_simple ("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$", language, 0, 0))
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
  g_autoptr(GPtrArray) metas = find_metas (tree);
  Page page = { .tree = tree, .record = record, .article = article, .metas = metas };
  g_autofree char *section = dup_meta (&page, section_metas);

  read_type (&page);
  read_language (&page);
  read_addresses (&page);
  read_site (&page);
  read_title (&page);
  read_subtitle (&page);
  read_dates (&page);
  read_authors (&page);
  set_tidy (article, QUOTH_FACT_SECTION, section);
  set_tidy (article, QUOTH_FACT_SECTION, record->section);
}
