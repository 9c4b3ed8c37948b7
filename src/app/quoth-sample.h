#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The library that comes with the program: articles to try it on, kept apart from the person's
 * own. */
char       *quoth_sample_dup_library_path (void);
GListModel *quoth_sample_list_articles    (void);  /* (element-type GFile) */

G_END_DECLS
