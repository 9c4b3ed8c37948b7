#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

char *quoth_words_dup         (QuothArticle *article,
                               QuothQuote   *quote);
char *quoth_words_dup_sources (QuothArticle *article,
                               QuothQuote   *quote);
char *quoth_words_shorten     (const char   *words,
                               guint         n_characters);

G_END_DECLS
