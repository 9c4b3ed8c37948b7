#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether a part is wanted, by its name within the package */
typedef gboolean (*QuothPackageFilter) (const char *name);

GHashTable *quoth_package_read (const guint8        *data,
                                gsize                length,
                                QuothPackageFilter   filter,
                                GCancellable        *cancellable,
                                GError             **error);

G_END_DECLS
