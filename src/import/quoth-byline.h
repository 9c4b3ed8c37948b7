#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

gboolean   quoth_byline_is_one (const char *line);
GPtrArray *quoth_byline_parse  (const char *printed,
                                char      **agency);

G_END_DECLS
