#pragma once

#include "quoth-article.h"
#include "quoth-database.h"

G_BEGIN_DECLS

gboolean  quoth_source_file_add  (QuothDatabase  *database,
                                  QuothSource    *source,
                                  GError        **error);
GBytes   *quoth_source_file_load (QuothDatabase  *database,
                                  const char     *sha256,
                                  GError        **error);

G_END_DECLS
