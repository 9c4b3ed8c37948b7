#pragma once

#include "quoth-database.h"
#include "quoth-near-index.h"
#include "quoth-store.h"

G_BEGIN_DECLS

QuothDatabase  *quoth_store_get_database    (QuothStore *self);

/* Of all articles' texts; to be dropped when a transaction that looked into it failed, and when a
 * text changed. */
QuothNearIndex *quoth_store_get_near_index  (QuothStore *self);
void            quoth_store_drop_near_index (QuothStore *self);

/* The time now as the library writes it */
char           *quoth_store_dup_now         (void);

/* The row of what a person or the program names by UUID; QUOTH_LIBRARY_ERROR_NOT_FOUND where there
 * is none */
gboolean        quoth_store_find_article    (QuothDatabase  *database,
                                             const char     *article_id,
                                             gint64         *row,
                                             GError        **error);

G_END_DECLS
