#pragma once

#include "quoth-features.h"
#include "quoth-model.h"

G_BEGIN_DECLS

#define QUOTH_WEIGHTS_MAX_LABELS 128
#define QUOTH_WEIGHTS_STEP 64 /* labels scored in one pass */

/**
 * QuothWeights:
 * @weights: (array): a table whose rows overlap: label l of a feature stands at (hash & mask) + l
 * @scale: what an integer weight of 1 is worth
 *
 * Eight-bit weights of a learned stage, in place in the mapped model file.
 */
typedef struct
{
  const gint8 *weights;
  guint32      mask;
  guint32      n_labels;
  float        scale;
} QuothWeights;

/* What a section begins with; the weights follow, as many as bits say plus the last row's tail. */
typedef struct
{
  guint32 bits;
  guint32 n_labels;
  float   scale;
  guint32 reserved;
} QuothWeightsHeader;

gboolean quoth_weights_find  (QuothWeights        *self,
                              const QuothModel    *model,
                              const char          *section,
                              guint32              n_labels);
void     quoth_weights_score (const QuothWeights  *self,
                              const QuothFeatures *features,
                              gint16              *scores);

G_END_DECLS
