#pragma once

#include "quoth-store.h"

G_BEGIN_DECLS

/* UUIDs of the library's entities that a person calls @name. */
GPtrArray *quoth_store_find_entities (QuothStore  *self,
                                      const char  *name,
                                      gboolean     organisations,
                                      GError     **error);
/* UUIDs of all articles that aren't deleted, oldest first as they were added. */
GPtrArray *quoth_store_list_articles (QuothStore  *self,
                                      GError     **error);
/* @numbers: (element-type guint32): the library's numbers of quotations. Returns: for each that is
 *   still there, in that order, its article's UUID and then its own. */
GPtrArray *quoth_store_list_quotes   (QuothStore    *self,
                                      GArray        *numbers,
                                      GCancellable  *cancellable,
                                      GError       **error);
/* Copies the library into a new file while it is in use. */
gboolean   quoth_store_backup        (QuothStore  *self,
                                      const char  *path,
                                      GError     **error);

G_END_DECLS
