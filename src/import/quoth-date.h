#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *quoth_date_parse (const char  *printed);
gboolean  quoth_date_find  (const char  *text,
                            gsize       *start,
                            gsize       *end,
                            char       **iso);

G_END_DECLS
