#include "quoth-table.h"

#include <math.h>
#include <string.h>

QuothTable *
quoth_table_new (guint   bits,
                 guint32 n_labels)
{
  QuothTable *self = g_new0 (QuothTable, 1);
  gsize size = ((gsize) 1 << bits) + QUOTH_WEIGHTS_MAX_LABELS;

  self->bits = bits;
  self->mask = ((guint32) 1 << bits) - 1;
  self->n_labels = n_labels;
  self->weights = g_new0 (float, size);
  self->history = g_new0 (double, size);
  return self;
}

void
quoth_table_free (QuothTable *self)
{
  g_free (self->weights);
  g_free (self->history);
  g_free (self);
}

void
quoth_table_score (const QuothTable    *self,
                   const QuothFeatures *features,
                   float               *scores)
{
  memset (scores, 0, self->n_labels * sizeof *scores);
  for (guint f = 0; f < features->n; f++)
    {
      const float *row = self->weights + (features->hashes[f] & self->mask);

      for (guint l = 0; l < self->n_labels; l++)
        scores[l] += row[l];
    }
}

void
quoth_table_update (QuothTable          *self,
                    const QuothFeatures *features,
                    guint                right,
                    guint                wrong)
{
  for (guint f = 0; f < features->n; f++)
    {
      guint32 row = features->hashes[f] & self->mask;

      self->weights[row + right] += 1;
      self->history[row + right] += self->time;
      self->weights[row + wrong] -= 1;
      self->history[row + wrong] -= self->time;
    }
}

/**
 * quoth_table_quantise:
 * @clip: how many standard deviations of the weights that are not 0 are kept
 *
 * Returns: (transfer full): the averaged weights as a section of the model file
 */
GBytes *
quoth_table_quantise (QuothTable *self,
                      double      clip)
{
  gsize size = ((gsize) 1 << self->bits) + QUOTH_WEIGHTS_MAX_LABELS;
  QuothWeightsHeader header = { .bits = self->bits, .n_labels = self->n_labels };
  GByteArray *bytes = g_byte_array_sized_new (sizeof header + size);
  double sum = 0, largest = 0, count = 0, limit;

  for (gsize i = 0; i < size; i++)
    {
      double w = self->weights[i] - self->history[i] / MAX (self->time, 1);

      sum += w * w;
      count += w != 0;
      largest = MAX (largest, fabs (w));
    }
  limit = MIN (largest, clip * sqrt (sum / MAX (count, 1)));
  header.scale = limit > 0 ? limit / 127 : 1;
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  for (gsize i = 0; i < size; i++)
    {
      double w = self->weights[i] - self->history[i] / MAX (self->time, 1);
      gint8 q = (gint8) CLAMP (lround (w / header.scale), -127, 127);

      g_byte_array_append (bytes, (const guint8 *) &q, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/* The weights of a section that is not in a model file yet; borrows its bytes. */
void
quoth_weights_use (QuothWeights *self,
                   GBytes       *section)
{
  const QuothWeightsHeader *header = g_bytes_get_data (section, NULL);

  self->weights = (const gint8 *) (header + 1);
  self->mask = ((guint32) 1 << header->bits) - 1;
  self->n_labels = header->n_labels;
  self->scale = header->scale;
}
