#include "quoth-html-page.h"

#include "quoth-html-source.h"

#include <string.h>

/* What the readers of a page's facts share */

/* Pages have dozens */
#define MAX_METAS 2000

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

/**
 * quoth_html_page_dup_meta:
 * @names: ended by %NULL
 *
 * Returns: (transfer full) (nullable): the tidied content of the first `<meta>` of these names, in
 *   their order
 */
char *
quoth_html_page_dup_meta (const QuothHtmlPage *page,
                          const char *const   *names)
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

/**
 * quoth_html_find_metas:
 *
 * Returns: (transfer full) (element-type QuothHtmlNode): the `<meta>` elements that have a content
 */
GPtrArray *
quoth_html_find_metas (QuothHtmlTree *tree)
{
  GPtrArray *metas = g_ptr_array_new ();

  quoth_html_for_each (node, quoth_html_tree_get_root (tree))
    if (node->tag == QUOTH_TAG_META && quoth_html_node_get (node, "content") != NULL &&
        metas->len < MAX_METAS)
      g_ptr_array_add (metas, node);
  return metas;
}

gboolean
quoth_html_is_web_address (const char *address)
{
  return address != NULL && (g_ascii_strncasecmp (address, "http://", 7) == 0
                             || g_ascii_strncasecmp (address, "https://", 8) == 0);
}

/**
 * quoth_html_set_tidy:
 * @value: (nullable)
 *
 * Sets a fact that is not known yet to @value, its references resolved and tags left out.
 */
void
quoth_html_set_tidy (QuothArticle *article,
                     QuothFact     fact,
                     const char   *value)
{
  g_autofree char *tidy = value != NULL ? quoth_html_unescape (value) : NULL;

  if (tidy != NULL && *tidy != '\0' && quoth_article_get_fact (article, fact) == NULL)
    quoth_article_set_fact (article, fact, tidy);
}

/**
 * quoth_html_dup_letters:
 *
 * Returns: (transfer full): the letters and digits of a text, case folded: what two titles are
 *   compared by
 */
char *
quoth_html_dup_letters (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

gboolean
quoth_html_is_same (const char *a,
                    const char *b)
{
  g_autofree char *folded_a = a != NULL ? quoth_html_dup_letters (a) : NULL;
  g_autofree char *folded_b = b != NULL ? quoth_html_dup_letters (b) : NULL;

  return a != NULL && b != NULL && *folded_a != '\0' && g_str_equal (folded_a, folded_b);
}
