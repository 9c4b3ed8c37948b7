#pragma once

#include "quoth-article.h"

/* An article of one quotation. Spans are given by their words, each looked for behind the one
 * before it. */
typedef struct
{
  const char     *text;         /* a paragraph a line */
  QuothQuoteKind  kind;
  const char     *contents[5];
  const char     *cue;
  const char     *source;
} QuotedArticle;

QuothArticle *quoted_article_new (const QuotedArticle *description);
