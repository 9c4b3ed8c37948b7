#include "quoth-weights.h"

#include <string.h>

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

  if (header == NULL || size < sizeof *header || header->n_labels != n_labels || header->bits > 28 ||
      size < sizeof *header + ((gsize) 1 << header->bits) + QUOTH_WEIGHTS_MAX_LABELS)
    return FALSE;
  self->weights = (const gint8 *) (header + 1);
  self->mask = ((guint32) 1 << header->bits) - 1;
  self->n_labels = n_labels;
  self->scale = header->scale;
  return TRUE;
}

/**
 * quoth_weights_score:
 * @scores: (out) (array): room for n_labels rounded up to 16; whole numbers, times scale
 *
 * Adds up the rows of @features.
 */
void
quoth_weights_score (const QuothWeights  *self,
                     const QuothFeatures *features,
                     gint32              *scores)
{
  gint16 sums[QUOTH_WEIGHTS_MAX_LABELS] = { 0 };
  guint width = (self->n_labels + 15) & ~15u;

  for (guint f = 0; f < features->n; f++)
    {
      const gint8 *row = self->weights + (features->hashes[f] & self->mask);

      for (guint l = 0; l < width; l++)
        sums[l] += row[l];
    }
  for (guint l = 0; l < self->n_labels; l++)
    scores[l] = sums[l];
}
