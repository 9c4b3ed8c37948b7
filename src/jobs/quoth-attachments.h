#pragma once

#include "quoth-import.h"

G_BEGIN_DECLS

gboolean quoth_attachments_join (GPtrArray     *articles,
                                 GFile         *reference,
                                 GFile         *root,
                                 gboolean       plain_unchanged,
                                 GPtrArray     *notes,
                                 GPtrArray     *joined,
                                 GCancellable  *cancellable,
                                 GError       **error);
char    *quoth_attachments_dup_path (GFile *file);

G_END_DECLS
