#pragma once

#include "quoth-database.h"
#include "quoth-incoming.h"

G_BEGIN_DECLS

gboolean quoth_rows_add_article   (QuothDatabase  *database,
                                   QuothIncoming  *incoming,
                                   const char     *id,
                                   gint64         *row,
                                   GError        **error);
gboolean quoth_rows_add_blocks    (QuothDatabase  *database,
                                   gint64          article_row,
                                   QuothArticle   *article,
                                   GError        **error);
/* @rows: of gint64, one an entity; 0 makes a new row and puts its number there */
gboolean quoth_rows_save_entities (QuothDatabase  *database,
                                   gint64          article_row,
                                   QuothArticle   *article,
                                   GArray         *rows,
                                   GError        **error);
/* @row: 0 for a new one */
gboolean quoth_rows_save_quote    (QuothDatabase  *database,
                                   gint64          article_row,
                                   QuothArticle   *article,
                                   guint           position,
                                   GArray         *entity_rows,
                                   gint64          row,
                                   GError        **error);

G_END_DECLS
