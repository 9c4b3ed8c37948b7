#include "quoth-byline.h"
#include "quoth-html-class.h"
#include "quoth-html-page.h"
#include "quoth-html-source.h"

#include <string.h>

/* The authors of a page's article: from its JSON-LD, its <meta> elements, and the byline that it
 * shows */

/* What of an author's name is long is no name */
#define MAX_SHOWN_BYLINE 150

static const char *const author_metas[] = { "author", "article:author", "dc.creator",
                                            "dcterms.creator", "byl", "byline",
                                            "parsely-author", "sailthru.author", "authors",
                                            "article:author_name",
                                            "citation_author", "og:article:author", NULL };

/* Cuts the outlet's name off after a person's. */
static void
cut_outlet (char       *byline,
            const char *site)
{
  gsize length = strlen (byline);
  gsize site_length = site != NULL ? strlen (site) : 0;

  if (site_length > 3 && g_ascii_strncasecmp (byline, "the ", 4) != 0 && length > site_length + 3
      && g_ascii_strcasecmp (byline + length - site_length, site) == 0
      && byline[length - site_length - 1] == ' ')
    byline[length - site_length - 1] = '\0';
}

/* Whether what is written like a person's name is the outlet's */
static gboolean
is_outlet (const QuothHtmlPage *page,
           const char          *name)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  const char *publisher = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLISHER);
  const char *url = quoth_article_get_fact (page->article, QUOTH_FACT_URL);
  const char *host = url != NULL ? strstr (url, "://") : NULL;
  g_autofree char *folded = quoth_html_dup_letters (name);
  g_autofree char *domain = host != NULL ? g_ascii_strdown (host + 3, strcspn (host + 3, "/"))
                                         : NULL;

  return quoth_html_is_same (name, site) || quoth_html_is_same (name, publisher)
         || (domain != NULL && strstr (domain, folded) != NULL);
}

/* Adds the authors that a text names to a list, the agency to the article. */
static void
gather_authors (const QuothHtmlPage *page,
                const char          *printed,
                GPtrArray           *authors)
{
  const char *site = quoth_article_get_fact (page->article, QUOTH_FACT_PUBLICATION);
  g_autofree char *tidy = quoth_html_unescape (printed);
  g_autofree char *agency = NULL;

  g_autoptr(GPtrArray) found = NULL;

  cut_outlet (tidy, site);
  found = quoth_html_is_web_address (tidy) ? g_ptr_array_new ()
                                           : quoth_byline_parse (tidy, &agency);

  for (guint i = 0; i < found->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (found, i);
      g_autofree char *name = author->literal == NULL
                                ? g_strconcat (author->given, " ", author->family, NULL)
                                : NULL;

      if (name != NULL && is_outlet (page, name))
        g_ptr_array_add (authors, quoth_author_new (NULL, NULL, name));
      else
        g_ptr_array_add (authors,
                         quoth_author_new (author->given, author->family, author->literal));
    }
  if (agency != NULL)
    quoth_html_set_tidy (page->article, QUOTH_FACT_AGENCY, agency);
}

static gboolean
has_person (GPtrArray *authors)
{
  for (guint i = 0; i < authors->len; i++)
    if (((QuothAuthor *) g_ptr_array_index (authors, i))->family != NULL)
      return TRUE;
  return FALSE;
}

/* Gives the authors to the article, each once; outlets and agencies only where no person is
 * named. */
static void
take_authors (const QuothHtmlPage *page,
              GPtrArray           *authors,
              const char          *printed)
{
  gboolean persons_only = has_person (authors);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);
      g_autofree char *name = author->literal != NULL
                                ? g_strdup (author->literal)
                                : g_strdup_printf ("%s %s", author->given, author->family);

      if ((persons_only && author->family == NULL)
          || !g_hash_table_add (seen, quoth_html_dup_letters (name)))
        continue;
      quoth_article_add_author (page->article, author->given, author->family, author->literal);
    }
  quoth_html_set_tidy (page->article, QUOTH_FACT_AUTHOR, printed);
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
    case QUOTH_TAG_P: case QUOTH_TAG_DIV: case QUOTH_TAG_SPAN: case QUOTH_TAG_SMALL:
    case QUOTH_TAG_ADDRESS:
    case QUOTH_TAG_LI: case QUOTH_TAG_STRONG: case QUOTH_TAG_EM: case QUOTH_TAG_H3:
    case QUOTH_TAG_H4: case QUOTH_TAG_H5:
      text = quoth_html_node_dup_text (node);
      return quoth_byline_is_one (text);
    default:
      return FALSE;
    }
}

/* The first byline that the page shows: an element named so, a link to an author's page, "By" and a
 * name */
static char *
dup_shown_byline (const QuothHtmlPage *page)
{
  gboolean (*const tests[]) (const QuothHtmlNode *) = { quoth_html_is_byline,
                                                        quoth_html_is_author_link, is_by_line };
  QuothHtmlNode *root = quoth_html_tree_get_root (page->tree);
  QuothHtmlNode *heading = quoth_html_tree_find (page->tree, QUOTH_TAG_H1);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (QuothHtmlNode *node = i > 0 && heading != NULL ? heading : root; node != NULL;
         node = quoth_html_node_next (node, root))
      {
        char *byline;

        if (node->tag == QUOTH_TAG_TEXT || node->tag == QUOTH_TAG_META
            || node->tag == QUOTH_TAG_LINK || !tests[i] (node))
          continue;
        byline = dup_if_byline (node);
        if (byline != NULL)
          return byline;
      }
  return NULL;
}

/**
 * quoth_html_dup_by_line:
 *
 * Returns: (transfer full) (nullable): the first line "By" and a name below the page's heading,
 *   with what follows in it
 */
char *
quoth_html_dup_by_line (const QuothHtmlPage *page)
{
  QuothHtmlNode *root = quoth_html_tree_get_root (page->tree);
  QuothHtmlNode *heading = quoth_html_tree_find (page->tree, QUOTH_TAG_H1);

  for (QuothHtmlNode *node = heading != NULL ? heading : root; node != NULL;
       node = quoth_html_node_next (node, root))
    if (node->tag != QUOTH_TAG_TEXT && is_by_line (node))
      return dup_if_byline (node);
  return NULL;
}

/**
 * quoth_html_read_authors:
 *
 * Gives the article the authors that the page names.
 */
void
quoth_html_read_authors (const QuothHtmlPage *page)
{
  g_autoptr(GPtrArray) authors
    = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);
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
      g_autofree char *meta = quoth_html_page_dup_meta (page, name);

      if (meta == NULL || quoth_html_is_web_address (meta))
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
