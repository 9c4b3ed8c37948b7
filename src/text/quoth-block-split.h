#pragma once

#include "quoth-block.h"

G_BEGIN_DECLS

GArray *quoth_block_spans_find (const char *text,
                                gsize       length);

G_END_DECLS
