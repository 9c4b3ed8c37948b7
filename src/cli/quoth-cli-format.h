#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothCliFormat:
 * @extension: of files written in it
 * @dup_header: (nullable): what comes once before all articles
 * @dup_article: the article with its quotations
 *
 * One way to print articles.
 */
typedef struct
{
  const char *name;
  const char *extension;
  char     *(*dup_header)  (void);
  char     *(*dup_article) (QuothArticle *article);
} QuothCliFormat;

const QuothCliFormat *quoth_cli_format_find (const char   *name);
char                 *quoth_cli_dup_body    (QuothArticle *article);

G_END_DECLS
