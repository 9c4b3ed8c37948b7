#pragma once

#include "quoth-features.h"
#include "quoth-model.h"

G_BEGIN_DECLS

#define QUOTH_CRF_LABELS 3
#define QUOTH_CRF_BEST 8 /* how many of the best sequences are kept */

/**
 * QuothCrf:
 *
 * Eight-bit weights of a linear-chain conditional random field with three labels (Lafferty,
 * McCallum and Pereira 2001), in place in the mapped model file: rows of 4 for what is seen at a
 * token, rows of 16 (3 × 3 used) for what is seen between two.
 */
typedef struct
{
  const gint8 *nodes;
  const gint8 *edges;
  guint32      node_mask;
  guint32      edge_mask;
  float        node_scale;
  float        edge_scale;
} QuothCrf;

typedef struct
{
  guint32 node_bits;
  guint32 edge_bits;
  float   node_scale;
  float   edge_scale;
} QuothCrfHeader;

/**
 * QuothLattice:
 * @nodes: score of each label at each position
 * @edges: score of each pair of labels from the position before
 * @log_sum: (out): logarithm of the sum over all sequences
 * @marginals: (out): probability of each label at each position
 *
 * One sequence to be labelled. Arrays grow and are used again.
 */
typedef struct
{
  guint   n;
  guint   room;
  double  log_sum;
  float (*nodes)[QUOTH_CRF_LABELS];
  float (*edges)[QUOTH_CRF_LABELS][QUOTH_CRF_LABELS];
  float (*forward)[QUOTH_CRF_LABELS];
  float (*backward)[QUOTH_CRF_LABELS];
  float (*marginals)[QUOTH_CRF_LABELS];
  guint8 *labels;
  float  (*best)[QUOTH_CRF_LABELS][QUOTH_CRF_BEST];
  guint8 (*pointers)[QUOTH_CRF_LABELS][QUOTH_CRF_BEST]; /* label × QUOTH_CRF_BEST + rank at the position before */
} QuothLattice;

gboolean quoth_crf_find         (QuothCrf             *self,
                                 const QuothModel     *model,
                                 const char           *section);
void     quoth_crf_use          (QuothCrf             *self,
                                 gconstpointer         section);
void     quoth_crf_score_node   (const QuothCrf       *self,
                                 const QuothFeatures  *features,
                                 float                *scores);
void     quoth_crf_score_edge   (const QuothCrf       *self,
                                 const QuothFeatures  *features,
                                 float               (*scores)[QUOTH_CRF_LABELS]);

void     quoth_lattice_resize   (QuothLattice         *self,
                                 guint                 n);
void     quoth_lattice_clear    (QuothLattice         *self);
void     quoth_lattice_sum      (QuothLattice         *self);
void     quoth_lattice_best     (QuothLattice         *self);
float    quoth_lattice_take     (QuothLattice         *self,
                                 guint                 rank);
float    quoth_lattice_follow   (const QuothLattice   *self,
                                 guint                 i,
                                 guint                 from,
                                 guint                 to);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothLattice, quoth_lattice_clear)

G_END_DECLS
