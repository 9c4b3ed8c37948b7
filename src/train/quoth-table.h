#pragma once

#include "quoth-weights.h"

G_BEGIN_DECLS

/**
 * QuothTable:
 *
 * Weights while they are learned by an averaged perceptron: a table like #QuothWeights', in floats,
 * with what the average needs (Daumé 2006, figure 2.3).
 */
typedef struct
{
  guint    bits;
  guint32  mask;
  guint32  n_labels;
  float   *weights;
  double  *history;
  double   time;
} QuothTable;

QuothTable *quoth_table_new      (guint                bits,
                                  guint32              n_labels);
void        quoth_table_free     (QuothTable          *self);
void        quoth_table_score    (const QuothTable    *self,
                                  const QuothFeatures *features,
                                  float               *scores);
void        quoth_table_update   (QuothTable          *self,
                                  const QuothFeatures *features,
                                  guint                right,
                                  guint                wrong);
GBytes     *quoth_table_quantise (QuothTable          *self,
                                  double               clip);
void        quoth_weights_use    (QuothWeights        *self,
                                  GBytes              *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothTable, quoth_table_free)

G_END_DECLS
