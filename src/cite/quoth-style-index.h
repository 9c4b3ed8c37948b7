#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/* The styles in one folder: (transfer full) (element-type QuothStyle). A folder that isn't there
 * has none. */
GPtrArray *quoth_style_folder_read (const char   *folder,
                                    gboolean      own,
                                    GCancellable *cancellable);

/* The same for several folders, from @cache_file as long as it was made from these folders as
 * they are now. */
GPtrArray *quoth_style_index_read  (const char *const  *folders,
                                    const char         *cache_file,
                                    GCancellable       *cancellable,
                                    GError            **error);

G_END_DECLS
