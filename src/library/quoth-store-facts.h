#pragma once

#include "quoth-article.h"
#include "quoth-database.h"

G_BEGIN_DECLS

/* Writes the facts of an article read or analysed again, but for those that a person has corrected;
 * @article gets what stays of @old. */
gboolean quoth_store_merge_facts (QuothDatabase  *database,
                                  gint64          article_row,
                                  QuothArticle   *old,
                                  QuothArticle   *article,
                                  GError        **error);

G_END_DECLS
