#pragma once

#include "quoth-database.h"
#include "quoth-held.h"

G_BEGIN_DECLS

gboolean quoth_held_add    (QuothDatabase  *database,
                            QuothIncoming  *incoming,
                            gint64          near_row,
                            double          near_share,
                            const char     *file,
                            GError        **error);
/* Takes out what has this text: once it is an article. */
gboolean quoth_held_forget (QuothDatabase  *database,
                            const char     *text_hash,
                            GError        **error);

G_END_DECLS
