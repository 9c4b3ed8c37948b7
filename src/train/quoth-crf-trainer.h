#pragma once

#include "quoth-crf.h"

G_BEGIN_DECLS

/**
 * QuothCrfTrainer:
 *
 * Weights of a CRF while they are learned by stochastic gradient descent with AdaGrad (Duchi, Hazan
 * and Singer 2011), one sequence at a time.
 */
typedef struct
{
  guint         node_bits;
  guint         edge_bits;
  float        *nodes;
  float        *node_squares;
  float        *node_sums;    /* of the weights after each of the last epochs */
  float        *edge_sums;
  guint         n_sums;
  float        *edges;
  float        *edge_squares;
  float         rate;
  float         decay;
  QuothLattice  lattice;
  GArray       *hashes;       /* guint32: features of the sequence at hand */
  GArray       *starts;       /* guint: node features, then edge features, of each position */
  GArray       *labels;       /* guint8 */
  GArray       *fixed;        /* guint8: this position can only be label 0 */
} QuothCrfTrainer;

QuothCrfTrainer *quoth_crf_trainer_new      (guint                node_bits,
                                             guint                edge_bits);
void             quoth_crf_trainer_free     (QuothCrfTrainer     *self);
void             quoth_crf_trainer_begin    (QuothCrfTrainer     *self);
void             quoth_crf_trainer_add      (QuothCrfTrainer     *self,
                                             const QuothFeatures *node,
                                             const QuothFeatures *edge,
                                             guint                label,
                                             gboolean             fixed);
double           quoth_crf_trainer_learn    (QuothCrfTrainer     *self);
void             quoth_crf_trainer_average  (QuothCrfTrainer     *self);
GBytes          *quoth_crf_trainer_quantise (QuothCrfTrainer     *self,
                                             double               clip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCrfTrainer, quoth_crf_trainer_free)

G_END_DECLS
