#pragma once

#include "quoth-html-tree.h"

G_BEGIN_DECLS

/* What a try at finding the article does; each try does less. */
typedef enum
{
  QUOTH_HTML_STRIP_UNLIKELY = 1 << 0,
  QUOTH_HTML_WEIGH_CLASSES  = 1 << 1,
  QUOTH_HTML_CLEAN          = 1 << 2,
  QUOTH_HTML_STRIP_HIDDEN   = 1 << 3,
} QuothHtmlEffort;

QuothHtmlNode *quoth_html_find_body  (QuothHtmlTree   *tree,
                                      const char      *title,
                                      QuothHtmlEffort  effort);
void           quoth_html_clean_body (QuothHtmlTree   *tree,
                                      QuothHtmlNode   *body,
                                      QuothHtmlEffort  effort);

G_END_DECLS
