#pragma once

#include "quoth-article.h"

/* An article as it is to be cited, and who said something in it. */
typedef struct
{
  QuothArticleType  type;
  struct { const char *given; const char *family; const char *literal; } authors[5];
  struct { QuothFact fact; const char *value; } facts[12];
} CitedArticle;

#define LAST_FACT { QUOTH_N_FACTS, NULL }

/* Two paragraphs; the words are in the second. */
QuothArticle *cited_article_new          (const CitedArticle *description,
                                          QuothQuoteKind      kind);
QuothArticle *cited_article_new_with_id  (const char         *id,
                                          const CitedArticle *description,
                                          QuothQuoteKind      kind);
QuothQuote   *cited_article_get_quote    (QuothArticle       *article);
QuothEntity  *cited_article_add_person   (QuothArticle       *article,
                                          QuothQuote         *quote,
                                          const char         *name,
                                          const char         *title,          /* (nullable) */
                                          const char         *organisation);  /* (nullable) */
QuothEntity  *cited_article_add_organisation (QuothArticle   *article,
                                              QuothQuote     *quote,
                                              const char     *name);
/* A quotation in the quotation. */
QuothQuote   *cited_article_add_inner    (QuothArticle       *article,
                                          QuothQuoteKind      kind);
