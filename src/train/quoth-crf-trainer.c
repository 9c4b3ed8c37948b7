#include "quoth-crf-trainer.h"

#include <math.h>
#include <string.h>

#define L QUOTH_CRF_LABELS

QuothCrfTrainer *
quoth_crf_trainer_new (guint node_bits,
                       guint edge_bits)
{
  QuothCrfTrainer *self = g_new0 (QuothCrfTrainer, 1);

  self->node_bits = node_bits;
  self->edge_bits = edge_bits;
  self->nodes = g_new0 (float, (gsize) 4 << node_bits);
  self->node_squares = g_new0 (float, (gsize) 4 << node_bits);
  self->node_sums = g_new0 (float, (gsize) 4 << node_bits);
  self->edge_sums = g_new0 (float, (gsize) 16 << edge_bits);
  self->edges = g_new0 (float, (gsize) 16 << edge_bits);
  self->edge_squares = g_new0 (float, (gsize) 16 << edge_bits);
  self->rate = 0.1f;
  self->decay = 1e-5f;
  self->hashes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->labels = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->fixed = g_array_new (FALSE, FALSE, sizeof (guint8));
  return self;
}

void
quoth_crf_trainer_free (QuothCrfTrainer *self)
{
  g_free (self->nodes);
  g_free (self->node_squares);
  g_free (self->node_sums);
  g_free (self->edge_sums);
  g_free (self->edges);
  g_free (self->edge_squares);
  quoth_lattice_clear (&self->lattice);
  g_array_unref (self->hashes);
  g_array_unref (self->starts);
  g_array_unref (self->labels);
  g_array_unref (self->fixed);
  g_free (self);
}

/* Starts a new sequence. */
void
quoth_crf_trainer_begin (QuothCrfTrainer *self)
{
  g_array_set_size (self->hashes, 0);
  g_array_set_size (self->starts, 0);
  g_array_set_size (self->labels, 0);
  g_array_set_size (self->fixed, 0);
}

void
quoth_crf_trainer_add (QuothCrfTrainer     *self,
                       const QuothFeatures *node,
                       const QuothFeatures *edge,
                       guint                label,
                       gboolean             fixed)
{
  guint8 byte = label, flag = fixed;
  guint start = self->hashes->len;

  g_array_append_val (self->starts, start);
  g_array_append_vals (self->hashes, node->hashes, node->n);
  start = self->hashes->len;
  g_array_append_val (self->starts, start);
  g_array_append_vals (self->hashes, edge->hashes, edge->n);
  g_array_append_val (self->labels, byte);
  g_array_append_val (self->fixed, flag);
}

static void
find_features (const QuothCrfTrainer *self,
               guint                  slot,
               const guint32        **hashes,
               guint                 *n)
{
  guint start = g_array_index (self->starts, guint, slot);
  guint end = slot + 1 < self->starts->len
              ? g_array_index (self->starts, guint, slot + 1) : self->hashes->len;

  *hashes = (const guint32 *) self->hashes->data + start;
  *n = end - start;
}

static void
score (QuothCrfTrainer *self)
{
  const guint32 *hashes;
  guint n;

  quoth_lattice_resize (&self->lattice, self->labels->len);
  for (guint i = 0; i < self->lattice.n; i++)
    {
      float *node = self->lattice.nodes[i], (*edge)[L] = self->lattice.edges[i];

      memset (node, 0, sizeof self->lattice.nodes[i]);
      memset (edge, 0, sizeof self->lattice.edges[i]);
      find_features (self, 2 * i, &hashes, &n);
      for (guint f = 0; f < n; f++)
        {
          const float *row = self->nodes + (gsize) (hashes[f] & ((1u << self->node_bits) - 1)) * 4;

          for (guint l = 0; l < L; l++)
            node[l] += row[l];
        }
      if (g_array_index (self->fixed, guint8, i))
        node[1] = node[2] = node[0] - 50;
      find_features (self, 2 * i + 1, &hashes, &n);
      for (guint f = 0; i > 0 && f < n; f++)
        {
          const float *row = self->edges + (gsize) (hashes[f] & ((1u << self->edge_bits) - 1)) * 16;

          for (guint a = 0; a < L; a++)
            for (guint b = 0; b < L; b++)
              edge[a][b] += row[a * L + b];
        }
    }
}

static void
step (float *weight,
      float *square,
      float  gradient,
      float  rate,
      float  decay)
{
  gradient += decay * *weight;
  *square += gradient * gradient;
  *weight -= rate * gradient / sqrtf (*square + 1e-8f);
}

static void
update_node (QuothCrfTrainer *self,
             guint            i)
{
  const guint32 *hashes;
  guint n, label = g_array_index (self->labels, guint8, i);

  if (g_array_index (self->fixed, guint8, i))
    return;
  find_features (self, 2 * i, &hashes, &n);
  for (guint l = 0; l < L; l++)
    {
      float gradient = self->lattice.marginals[i][l] - (l == label);

      if (fabsf (gradient) < 1e-4f)
        continue;
      for (guint f = 0; f < n; f++)
        {
          gsize at = (gsize) (hashes[f] & ((1u << self->node_bits) - 1)) * 4 + l;

          step (&self->nodes[at], &self->node_squares[at], gradient, self->rate, self->decay);
        }
    }
}

static void
update_edge (QuothCrfTrainer *self,
             guint            i)
{
  const QuothLattice *lattice = &self->lattice;
  const guint32 *hashes;
  guint n, from = g_array_index (self->labels, guint8, i - 1),
                  to = g_array_index (self->labels, guint8, i);

  find_features (self, 2 * i + 1, &hashes, &n);
  for (guint a = 0; a < L; a++)
    for (guint b = 0; b < L; b++)
      {
        float gradient = lattice->marginals[i - 1][a] * quoth_lattice_follow (lattice, i, a,
                                                                              b) - (a == from &&
                                                                                    b == to);

        if (fabsf (gradient) < 1e-4f)
          continue;
        for (guint f = 0; f < n; f++)
          {
            gsize at = (gsize) (hashes[f] & ((1u << self->edge_bits) - 1)) * 16 + a * L + b;

            step (&self->edges[at], &self->edge_squares[at], gradient, self->rate, self->decay);
          }
      }
}

/**
 * quoth_crf_trainer_learn:
 *
 * One step of descent on the sequence that was added.
 *
 * Returns: how much probability the right labels lacked, summed: a measure of progress
 */
double
quoth_crf_trainer_learn (QuothCrfTrainer *self)
{
  double loss = 0;

  score (self);
  quoth_lattice_sum (&self->lattice);
  for (guint i = 0; i < self->lattice.n; i++)
    {
      loss += 1 - self->lattice.marginals[i][g_array_index (self->labels, guint8, i)];
      update_node (self, i);
      if (i > 0)
        update_edge (self, i);
    }
  return loss;
}

static float
find_scale (const float *weights,
            gsize        size,
            double       clip)
{
  double sum = 0, count = 0, largest = 0, limit;

  for (gsize i = 0; i < size; i++)
    {
      sum += (double) weights[i] * weights[i];
      count += weights[i] != 0;
      largest = MAX (largest, fabs (weights[i]));
    }
  limit = MIN (largest, clip * sqrt (sum / MAX (count, 1)));
  return limit > 0 ? limit / 127 : 1;
}

static void
append_weights (GByteArray  *bytes,
                const float *weights,
                gsize        size,
                float        scale)
{
  gsize at = bytes->len;

  g_byte_array_set_size (bytes, at + size);
  for (gsize i = 0; i < size; i++)
    bytes->data[at + i] = (guint8) (gint8) CLAMP (lroundf (weights[i] / scale), -127, 127);
}

static void
add_weights (float       *sums,
             const float *weights,
             gsize        size)
{
  for (gsize i = 0; i < size; i++)
    sums[i] += weights[i];
}

/* Counts the weights as they are now into the average that quoth_crf_trainer_quantise () writes. */
void
quoth_crf_trainer_average (QuothCrfTrainer *self)
{
  add_weights (self->node_sums, self->nodes, (gsize) 4 << self->node_bits);
  add_weights (self->edge_sums, self->edges, (gsize) 16 << self->edge_bits);
  self->n_sums++;
}

static void
divide (float *sums,
        gsize  size,
        guint  n)
{
  for (gsize i = 0; i < size; i++)
    sums[i] /= n;
}

/* Returns: (transfer full): the average as a section for the model file */
GBytes *
quoth_crf_trainer_quantise (QuothCrfTrainer *self,
                            double           clip)
{
  gsize nodes = (gsize) 4 << self->node_bits, edges = (gsize) 16 << self->edge_bits;
  GByteArray *bytes = g_byte_array_new ();
  QuothCrfHeader header = { .node_bits = self->node_bits, .edge_bits = self->edge_bits };

  divide (self->node_sums, nodes, MAX (self->n_sums, 1));
  divide (self->edge_sums, edges, MAX (self->n_sums, 1));
  header.node_scale = find_scale (self->node_sums, nodes, clip);
  header.edge_scale = find_scale (self->edge_sums, edges, clip);
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  append_weights (bytes, self->node_sums, nodes, header.node_scale);
  append_weights (bytes, self->edge_sums, edges, header.edge_scale);
  return g_byte_array_free_to_bytes (bytes);
}
