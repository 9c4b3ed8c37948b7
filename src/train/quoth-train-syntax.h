#pragma once

#include "quoth-table.h"
#include "quoth-treebank.h"

G_BEGIN_DECLS

GBytes *quoth_train_tagger  (GPtrArray    *trees,
                             guint         bits,
                             guint         epochs);
GBytes *quoth_train_parser  (GPtrArray    *trees,
                             guint         bits,
                             guint         epochs);
void    quoth_score_syntax  (GPtrArray    *trees,
                             GBytes       *tagger,
                             GBytes       *parser,
                             const char   *name);

G_END_DECLS
