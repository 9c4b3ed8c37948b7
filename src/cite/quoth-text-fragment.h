#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* The article's address with a fragment that shows the words (WICG, "URL Fragment Text
 * Directives"); its address alone without a quotation or words to find; %NULL without an
 * address. */
char *quoth_text_fragment_dup_link (QuothArticle *article,
                                    QuothQuote   *quote);   /* (nullable) */

G_END_DECLS
