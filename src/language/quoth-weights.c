#include "quoth-weights.h"

#include <string.h>

#include "quoth-lanes.h"

#define STEP 32     /* labels scored at once */
#define MAX_STEPS 2 /* steps in one pass */

/* Two builds of a function, of which the program takes the one that suits the processor when it
 * starts */
#if defined (__x86_64__) && defined (__GLIBC__)
#define WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define WIDE
#endif

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

/* Pairs of weights as numbers of 16 bits. */
typedef guint16 Pairs __attribute__ ((vector_size (STEP)));
typedef gint16 SignedPairs __attribute__ ((vector_size (STEP)));

/* Adds a row to two sums of which the true ones can be had: of whole pairs (their lower weight made
 * positive), and of upper weights alone. Both wrap around, which does no harm to the difference. */
static inline G_ALWAYS_INLINE void
add_pairs (const gint8 *row,
           Pairs       *both,
           Pairs       *upper)
{
  Pairs pairs;

  memcpy (&pairs, row, sizeof pairs);
  *both += pairs ^ 0x0080;
  *upper += (Pairs) ((SignedPairs) pairs >> 8);
}

static inline G_ALWAYS_INLINE void
store_sums (const Pairs *both,
            const Pairs *upper,
            guint        n_rows,
            gint16      *scores)
{
  Pairs lower = *both - (*upper << 8) - (guint16) (128 * n_rows);
  Pairs first = __builtin_shufflevector (lower, *upper, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21,
                                         6, 22, 7, 23);
  Pairs second = __builtin_shufflevector (lower, *upper, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13,
                                          29, 14, 30, 15, 31);

  memcpy (scores, &first, sizeof first);
  memcpy (scores + STEP / 2, &second, sizeof second);
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

/* The labels of one pass over the rows, whose sums all stay in registers. */
WIDE static void
score_pass (const gint8         *weights,
            guint32              mask,
            const QuothFeatures *features,
            gint16              *scores)
{
  Pairs both[MAX_STEPS] = { 0 }, upper[MAX_STEPS] = { 0 };

  for (guint f = 0; f < features->n; f++)
    {
      const gint8 *row = weights + (features->hashes[f] & mask);

      for (guint k = 0; k < MAX_STEPS; k++)
        add_pairs (row + k * STEP, &both[k], &upper[k]);
    }
  for (guint k = 0; k < MAX_STEPS; k++)
    store_sums (&both[k], &upper[k], features->n, scores + k * STEP);
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
  if (self->n_labels <= 4)
    {
      score_few (self, features, scores);
      return;
    }
  for (guint from = 0; from < self->n_labels; from += QUOTH_WEIGHTS_STEP)
    score_pass (self->weights + from, self->mask, features, scores + from);
}
