#pragma once

#include "quoth-block-writer.h"
#include "quoth-html-tree.h"

G_BEGIN_DECLS

void quoth_html_write_blocks (const QuothHtmlNode *body,
                              const char          *title,
                              const char          *standfirst,
                              QuothBlockWriter    *writer);

G_END_DECLS
