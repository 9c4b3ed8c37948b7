#pragma once

#include "quoth-syntax.h"
#include "quoth-weights.h"

G_BEGIN_DECLS

void quoth_tagger_features (QuothFeatures      *features,
                            const QuothLexeme  *lexemes,
                            guint               n,
                            guint               i,
                            QuothTag            previous,
                            QuothTag            before);
void quoth_tagger_tag      (const QuothWeights *weights,
                            const QuothLexeme  *lexemes,
                            guint               n,
                            guint8             *tags);

G_END_DECLS
