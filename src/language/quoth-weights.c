#include "quoth-weights.h"

#include <string.h>

#include "quoth-lanes.h"

#define MAX_STEPS 4 /* steps in one pass */

/**
 * quoth_weights_find:
 * @section: name in the model file
 * @n_labels: how many labels the caller knows
 *
 * Returns: whether the model file has such a table, whole and for as many labels
 */
gboolean
quoth_weights_find (QuothWeights     *self,
                    const QuothModel *model,
                    const char       *section,
                    guint32           n_labels)
{
  gsize size = 0;
  const QuothWeightsHeader *header = quoth_model_find_section (model, section, &size);

  if (header == NULL || size < sizeof *header || header->n_labels != n_labels ||
      header->bits > 28 ||
      size < sizeof *header + ((gsize) 1 << header->bits) + QUOTH_WEIGHTS_MAX_LABELS)
    return FALSE;
  self->weights = (const gint8 *) (header + 1);
  self->mask = ((guint32) 1 << header->bits) - 1;
  self->n_labels = n_labels;
  self->scale = header->scale;
  return TRUE;
}

/* Sixteen labels at a time: pairs of weights as numbers of 16 bits. */
typedef guint16 Pairs __attribute__ ((vector_size (16)));
typedef gint16 SignedPairs __attribute__ ((vector_size (16)));

static inline Pairs
load_pairs (const gint8 *weights)
{
  Pairs pairs;

  memcpy (&pairs, weights, sizeof pairs);
  return pairs;
}

/* Adds a row to two sums of which the true ones can be had: of whole pairs (their lower weight made
 * positive), and of upper weights alone. Both wrap around, which does no harm to the difference. */
static inline void
add_pairs (Pairs  row,
           Pairs *both,
           Pairs *upper)
{
  *both += row ^ 0x0080;
  *upper += (Pairs) ((SignedPairs) row >> 8);
}

static void
store_sums (Pairs   both,
            Pairs   upper,
            guint   n_rows,
            gint16 *scores)
{
  for (guint k = 0; k < sizeof both / sizeof both[0]; k++)
    {
      gint16 low = (gint16) (guint16) (both[k] - (guint16) (upper[k] << 8) - 128 * n_rows);

      scores[2 * k] = low;
      scores[2 * k + 1] = (gint16) upper[k];
    }
}

/* As many labels as fit into lanes. */
static void
score_few (const QuothWeights  *self,
           const QuothFeatures *features,
           gint16              *scores)
{
  QuothLanes sums = { 0, 0 };

  for (guint f = 0; f < features->n; f++)
    quoth_lanes_add (&sums, self->weights + (features->hashes[f] & self->mask));
  for (guint l = 0; l < self->n_labels; l++)
    scores[l] = quoth_lanes_get (&sums, l, features->n);
}

/* Sixteen times @n_steps labels in one pass over the rows, whose sums all stay in registers. */
static inline __attribute__ ((always_inline)) void
score_steps (const QuothWeights  *self,
             const QuothFeatures *features,
             guint                n_steps,
             gint16              *scores)
{
  Pairs both[MAX_STEPS] = { 0 }, upper[MAX_STEPS] = { 0 };

  for (guint f = 0; f < features->n; f++)
    {
      const gint8 *row = self->weights + (features->hashes[f] & self->mask);

      for (guint k = 0; k < n_steps; k++)
        add_pairs (load_pairs (row + k * QUOTH_WEIGHTS_STEP), &both[k], &upper[k]);
    }
  for (guint k = 0; k < n_steps; k++)
    store_sums (both[k], upper[k], features->n, scores + k * QUOTH_WEIGHTS_STEP);
}

/**
 * quoth_weights_score:
 * @scores: (out) (array): room for n_labels rounded up to #QUOTH_WEIGHTS_STEP; whole numbers, times
 *   scale
 *
 * Adds up the rows of @features. The same on every processor: there is nothing but whole numbers in
 * it.
 */
void
quoth_weights_score (const QuothWeights  *self,
                     const QuothFeatures *features,
                     gint16              *scores)
{
  QuothWeights rest = *self;

  if (self->n_labels <= 4)
    {
      score_few (self, features, scores);
      return;
    }
  if (self->n_labels > 2 * QUOTH_WEIGHTS_STEP && self->n_labels <= 3 * QUOTH_WEIGHTS_STEP)
    {
      score_steps (self, features, 3, scores);
      return;
    }
  for (guint from = 0; from < self->n_labels; from += MAX_STEPS * QUOTH_WEIGHTS_STEP)
    {
      rest.weights = self->weights + from;
      score_steps (&rest, features, MAX_STEPS, scores + from);
    }
}
