#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

void quoth_sentences_split (const QuothText *text,
                            const guint     *block_ends,
                            GArray          *sentences);

G_END_DECLS
