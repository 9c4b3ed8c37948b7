#pragma once

#include "quoth-article.h"
#include "quoth-database.h"

G_BEGIN_DECLS

QuothArticle *quoth_article_load (QuothDatabase  *database,
                                  gint64          article_row,
                                  GError        **error);
/* Row numbers in the order in which quoth_article_load () gives the things */
GArray       *quoth_article_load_quote_rows  (QuothDatabase  *database,
                                              gint64          article_row,
                                              GError        **error);
GArray       *quoth_article_load_entity_rows (QuothDatabase  *database,
                                              gint64          article_row,
                                              GError        **error);

G_END_DECLS
