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
/* Copies the library into a new file while it is in use. */
gboolean   quoth_store_backup        (QuothStore  *self,
                                      const char  *path,
                                      GError     **error);

G_END_DECLS
