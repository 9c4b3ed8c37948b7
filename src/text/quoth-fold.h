#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define QUOTH_FOLD_MAX 256

gsize   quoth_fold (const char *text,
                    gssize      length,
                    char       *folded);
guint32 quoth_hash (const char *text,
                    gsize       length);

G_END_DECLS
