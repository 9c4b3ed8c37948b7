#include "quoth-crf.h"

#include <math.h>
#include <string.h>

#include "quoth-lanes.h"

#define L QUOTH_CRF_LABELS

/* Takes a section's bytes, which begin with a #QuothCrfHeader. */
void
quoth_crf_use (QuothCrf      *self,
               gconstpointer  section)
{
  const QuothCrfHeader *header = section;

  self->nodes = (const gint8 *) (header + 1);
  self->edges = self->nodes + ((gsize) 4 << header->node_bits);
  self->node_mask = ((guint32) 1 << header->node_bits) - 1;
  self->edge_mask = ((guint32) 1 << header->edge_bits) - 1;
  self->node_scale = header->node_scale;
  self->edge_scale = header->edge_scale;
}

gboolean
quoth_crf_find (QuothCrf         *self,
                const QuothModel *model,
                const char       *section)
{
  gsize size = 0;
  const QuothCrfHeader *header = quoth_model_find_section (model, section, &size);

  if (header == NULL || size < sizeof *header || header->node_bits > 26 || header->edge_bits > 24 ||
      size < sizeof *header + ((gsize) 4 << header->node_bits) + ((gsize) 16 << header->edge_bits))
    return FALSE;
  quoth_crf_use (self, header);
  return TRUE;
}

void
quoth_crf_score_node (const QuothCrf      *self,
                      const QuothFeatures *features,
                      float               *scores)
{
  QuothLanes sums = { 0, 0 };

  for (guint f = 0; f < features->n; f++)
    quoth_lanes_add (&sums, self->nodes + (gsize) (features->hashes[f] & self->node_mask) * 4);
  for (guint l = 0; l < L; l++)
    scores[l] = quoth_lanes_get (&sums, l, features->n) * self->node_scale;
}

void
quoth_crf_score_edge (const QuothCrf      *self,
                      const QuothFeatures *features,
                      float              (*scores)[QUOTH_CRF_LABELS])
{
  QuothLanes first = { 0, 0 }, second = { 0, 0 };
  gint32 last = 0;

  for (guint f = 0; f < features->n; f++)
    {
      const gint8 *row = self->edges + (gsize) (features->hashes[f] & self->edge_mask) * 16;

      quoth_lanes_add (&first, row);
      quoth_lanes_add (&second, row + 4);
      last += row[8];
    }
  for (guint k = 0; k < 4; k++)
    {
      scores[k / L][k % L] = quoth_lanes_get (&first, k, features->n) * self->edge_scale;
      scores[(4 + k) / L][(4 + k) % L] = quoth_lanes_get (&second, k,
                                                          features->n) * self->edge_scale;
    }
  scores[2][2] = last * self->edge_scale;
}

void
quoth_lattice_resize (QuothLattice *self,
                      guint         n)
{
  self->n = n;
  if (n <= self->room)
    return;
  self->room = n + n / 2 + 16;
  self->nodes = g_realloc_n (self->nodes, self->room, sizeof *self->nodes);
  self->edges = g_realloc_n (self->edges, self->room, sizeof *self->edges);
  self->forward = g_realloc_n (self->forward, self->room, sizeof *self->forward);
  self->backward = g_realloc_n (self->backward, self->room, sizeof *self->backward);
  self->marginals = g_realloc_n (self->marginals, self->room, sizeof *self->marginals);
  self->labels = g_realloc_n (self->labels, self->room, sizeof *self->labels);
  self->best = g_realloc_n (self->best, self->room, sizeof *self->best);
  self->pointers = g_realloc_n (self->pointers, self->room, sizeof *self->pointers);
}

void
quoth_lattice_clear (QuothLattice *self)
{
  g_free (self->nodes);
  g_free (self->edges);
  g_free (self->forward);
  g_free (self->backward);
  g_free (self->marginals);
  g_free (self->labels);
  g_free (self->best);
  g_free (self->pointers);
  memset (self, 0, sizeof *self);
}

static float
scale_row (float *row)
{
  float sum = 0;

  for (guint l = 0; l < L; l++)
    sum += row[l];
  for (guint l = 0; l < L; l++)
    row[l] /= sum;
  return sum;
}

/* Four numbers, reckoned with at once. */
typedef float Four __attribute__ ((vector_size (16)));
typedef gint32 FourWhole __attribute__ ((vector_size (16)));

static inline Four
limit (Four  x,
       float least,
       float most)
{
  FourWhole under = x < least, over = x > most;
  FourWhole kept = (FourWhole) x & ~under & ~over;

  return (Four) (kept | ((FourWhole) (Four) { least, least, least, least } & under) |
                 ((FourWhole) (Four) { most, most, most, most } & over));
}

/* exp () of four numbers, good to seven digits: 2 to a whole number times a series for the rest,
 * without a call and the same on every processor. What is over 30 counts as 30. */
static inline Four
exponential (Four x)
{
  Four power = limit (x, -80.0f, 30.0f) * 1.44269504f;
  FourWhole whole = __builtin_convertvector (power + 128.5f, FourWhole) - 128;
  Four rest = (power - __builtin_convertvector (whole, Four)) * 0.69314718f,
              series = 1 / 120.0f + rest / 720;

  series = 1 / 6.0f + rest * (1 / 24.0f + rest * series);
  series = 1 + rest * (1 + rest * (1 / 2.0f + rest * series));
  return (Four) ((whole + 127) << 23) * series;
}

/* Takes exp () of numbers that lie in a row. */
static void
exponentials (float *numbers,
              gsize  n)
{
  for (gsize i = 0; i < n; i += 4)
    {
      gsize size = MIN (n - i, 4) * sizeof *numbers;
      Four four = { 0 };

      memcpy (&four, numbers + i, size);
      four = exponential (four);
      memcpy (numbers + i, &four, size);
    }
}

/* exp () of all scores, each position's largest as 1. Returns: the sum of the largest */
static double
exp_scores (QuothLattice *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    {
      float *row = self->nodes[i], largest = MAX (row[0], MAX (row[1], row[2]));

      for (guint l = 0; l < L; l++)
        row[l] -= largest;
      sum += largest;
    }
  exponentials (&self->nodes[0][0], (gsize) self->n * L);
  exponentials (&self->edges[1][0][0], (gsize) (self->n - 1) * L * L);
  return sum;
}

/**
 * quoth_lattice_sum:
 *
 * Fills @marginals by the forward-backward algorithm, each position scaled to a sum of 1.
 * Overwrites @nodes and @edges with their exponentials.
 */
void
quoth_lattice_sum (QuothLattice *self)
{
  guint n = self->n;
  double product = 1;

  self->log_sum = 0;
  if (n == 0)
    return;
  self->log_sum = exp_scores (self);
  for (guint i = 0; i < n; i++)
    {
      for (guint b = 0; b < L; b++)
        {
          float sum = i == 0 ? 1 : 0;

          for (guint a = 0; i > 0 && a < L; a++)
            sum += self->forward[i - 1][a] * self->edges[i][a][b];
          self->forward[i][b] = sum * self->nodes[i][b] + 1e-30f;
        }
      product *= scale_row (self->forward[i]);
      if (product < 1e-200 || product > 1e200)
        {
          self->log_sum += log (product);
          product = 1;
        }
    }
  self->log_sum += log (product);
  for (guint b = 0; b < L; b++)
    self->backward[n - 1][b] = 1;
  for (guint i = n - 1; i-- > 0;)
    {
      for (guint a = 0; a < L; a++)
        {
          float sum = 1e-30f;

          for (guint b = 0; b < L; b++)
            sum += self->edges[i + 1][a][b] * self->nodes[i + 1][b] * self->backward[i + 1][b];
          self->backward[i][a] = sum;
        }
      scale_row (self->backward[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      for (guint l = 0; l < L; l++)
        self->marginals[i][l] = self->forward[i][l] * self->backward[i][l];
      scale_row (self->marginals[i]);
    }
}

/**
 * quoth_lattice_follow:
 *
 * Returns: after quoth_lattice_sum (), the probability of label @to at @i, given @from at the
 *   position before
 */
float
quoth_lattice_follow (const QuothLattice *self,
                      guint               i,
                      guint               from,
                      guint               to)
{
  float sum = 0, part = 0;

  for (guint b = 0; b < L; b++)
    {
      float p = self->edges[i][from][b] * self->nodes[i][b] * self->backward[i][b];

      sum += p;
      if (b == to)
        part = p;
    }
  return sum > 0 ? part / sum : 0;
}

/* The best ways to a label are the best of three lists that are sorted already: of each label
 * before. */
static void
merge_best (const float (*before)[QUOTH_CRF_BEST],
            const float (*edges)[L],
            guint         label,
            float         node,
            float        *scores,
            guint8       *pointers)
{
  float ways[L][QUOTH_CRF_BEST + 1];
  const float *first = ways[0], *second = ways[1], *third = ways[2];

  for (guint a = 0; a < L; a++)
    {
      for (guint k = 0; k < QUOTH_CRF_BEST; k++)
        ways[a][k] = before[a][k] + edges[a][label] + node;
      ways[a][QUOTH_CRF_BEST] = -INFINITY;
    }
  for (guint k = 0; k < QUOTH_CRF_BEST; k++)
    {
      gboolean from_second = *second > *first;
      float best = from_second ? *second : *first;
      const float *taken = from_second ? second : first;
      gboolean from_third = *third > best;

      taken = from_third ? third : taken;
      scores[k] = from_third ? *third : best;
      /* Each list is one longer than what a pointer counts. */
      pointers[k] = taken - ways[0] - (from_third ? 2 : from_second);
      first += !from_third && !from_second;
      second += !from_third && from_second;
      third += from_third;
    }
}

/**
 * quoth_lattice_best:
 *
 * Finds the #QUOTH_CRF_BEST best sequences (Viterbi with lists). To be called before
 * quoth_lattice_sum ().
 */
void
quoth_lattice_best (QuothLattice *self)
{
  for (guint b = 0; self->n > 0 && b < L; b++)
    {
      self->best[0][b][0] = self->nodes[0][b];
      for (guint k = 1; k < QUOTH_CRF_BEST; k++)
        self->best[0][b][k] = -G_MAXFLOAT;
    }
  for (guint i = 1; i < self->n; i++)
    for (guint b = 0; b < L; b++)
      merge_best ((const float (*)[QUOTH_CRF_BEST]) self->best[i - 1],
                  (const float (*)[L]) self->edges[i], b, self->nodes[i][b],
                  self->best[i][b], self->pointers[i][b]);
}

/**
 * quoth_lattice_take:
 * @rank: 0 for the best sequence
 *
 * Fills @labels with one of the sequences that quoth_lattice_best () found.
 *
 * Returns: its score, or -%G_MAXFLOAT when there are not so many
 */
float
quoth_lattice_take (QuothLattice *self,
                    guint         rank)
{
  guint n = self->n, label = 0, k = 0;
  guint next[L] = { 0 };
  float score = -G_MAXFLOAT;

  if (n == 0)
    return score;
  for (guint r = 0; r <= rank; r++)
    {
      score = -G_MAXFLOAT;
      for (guint l = 0; l < L; l++)
        if (next[l] < QUOTH_CRF_BEST && self->best[n - 1][l][next[l]] > score)
          {
            score = self->best[n - 1][l][next[l]];
            label = l;
          }
      if (score == -G_MAXFLOAT)
        return score;
      k = next[label]++;
    }
  for (guint i = n; i-- > 0;)
    {
      guint8 pointer = self->pointers[i][label][k];

      self->labels[i] = label;
      label = pointer / QUOTH_CRF_BEST;
      k = pointer % QUOTH_CRF_BEST;
    }
  return score;
}
