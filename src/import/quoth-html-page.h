#pragma once

#include "quoth-article.h"
#include "quoth-html-tree.h"
#include "quoth-json-ld.h"

G_BEGIN_DECLS

/**
 * QuothHtmlPage:
 * @metas: (element-type QuothHtmlNode): the <meta> elements
 *
 * A page whose facts are being read, and the article that takes them.
 */
typedef struct
{
  QuothHtmlTree     *tree;
  const QuothJsonLd *record;
  QuothArticle      *article;
  GPtrArray         *metas;
} QuothHtmlPage;

GPtrArray *quoth_html_find_metas      (QuothHtmlTree       *tree);
char      *quoth_html_page_dup_meta   (const QuothHtmlPage *page,
                                       const char *const   *names);
void       quoth_html_read_authors    (const QuothHtmlPage *page);
char      *quoth_html_dup_by_line     (const QuothHtmlPage *page);

gboolean   quoth_html_is_web_address  (const char          *address);
char      *quoth_html_dup_letters     (const char          *text);
gboolean   quoth_html_is_same         (const char          *a,
                                       const char          *b);
void       quoth_html_set_tidy        (QuothArticle        *article,
                                       QuothFact            fact,
                                       const char          *value);

G_END_DECLS
