#pragma once

#include "quoth-article.h"
#include "quoth-html-tree.h"
#include "quoth-json-ld.h"

G_BEGIN_DECLS

void quoth_html_read_facts (QuothHtmlTree     *tree,
                            const QuothJsonLd *record,
                            QuothArticle      *article);

G_END_DECLS
