#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

GPtrArray *quoth_quote_words_dup_paragraphs (QuothArticle *article,
                                             QuothQuote   *quote);  /* of char * */
GPtrArray *quoth_quote_words_dup_marked     (QuothArticle *article,
                                             QuothQuote   *quote,
                                             const char   *open,
                                             const char   *close);

G_END_DECLS
