#pragma once

#include "quoth-article.h"
#include "quoth-database.h"

G_BEGIN_DECLS

GBytes   *quoth_source_file_pack (GBytes         *bytes,
                                  GError        **error);
gboolean  quoth_source_file_add  (QuothDatabase  *database,
                                  QuothSource    *source,
                                  GBytes         *packed,
                                  GError        **error);
GBytes   *quoth_source_file_load (QuothDatabase  *database,
                                  const char     *sha256,
                                  GError        **error);

G_END_DECLS
