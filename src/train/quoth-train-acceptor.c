#include "quoth-attributions-learned.h"
#include "quoth-train-stages.h"

#include <math.h>
#include <string.h>

#define BITS 18
#define EPOCHS 20
#define RATE 0.05f
#define DECAY 2e-3f
#define DROPPED 0.5f /* of the features, at each step, by chance: no decision may lean on few (Wager et al. 2013) */
#define SHOWN 0.2f
#define POOLED 300 /* fewer make steps of chance */

/* One candidate with what is seen of it and whether it is right. */
typedef struct
{
  QuothFeatures features;
  gboolean      right;
  gboolean      statement;
  guint         fold;
  guint64       group;
  guint         index;
  float         quality;
  float         held_out;
} Example;

static GPtrArray *
list_examples (GPtrArray *articles,
               gboolean   rank)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (g_free);

  for (guint a = 0; a < articles->len; a++)
    {
      const QuothGoldArticle *article = articles->pdata[a];

      for (guint i = 0; i < article->candidates->len; i++)
        {
          Example *example = g_new0 (Example, 1);

          quoth_acceptor_features (&example->features, article->parsed, article->candidates, i);
          example->right = quoth_gold_is_right (article,
                                                &g_array_index (article->candidates, QuothCandidate,
                                                                i),
                                                &example->statement);
          if (rank)
            example->quality = quoth_gold_measure (article,
                                                   &g_array_index (article->candidates,
                                                                   QuothCandidate, i),
                                                   &example->right, &example->statement);
          example->group = (guint64) a << 32 | g_array_index (article->candidates, QuothCandidate,
                                                              i).group;
          example->fold = article->fold;
          example->index = examples->len;
          g_ptr_array_add (examples, example);
        }
    }
  return examples;
}

/* Is feature @f looked at in this step? */
static gboolean
is_kept (guint64 drawn,
         guint   f)
{
  guint64 hash = (drawn * 0x9e3779b97f4a7c15u) ^ (f * 0xc2b2ae3d27d4eb4fu);

  hash = (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u;
  return (hash >> 40) * (1.0 / (1u << 24)) >= DROPPED;
}

/* AdaGrad (Duchi, Hazan and Singer 2011), with decay. */
static void
learn (float   *weights,
       float   *squares,
       guint32  at,
       float    gradient)
{
  float g = gradient + DECAY * weights[at];

  squares[at] += g * g;
  weights[at] -= RATE * g / sqrtf (squares[at] + 1e-6f);
}

static float *
descend (GPtrArray *examples,
         guint      left_out)
{
  gsize size = (gsize) 1 << BITS;
  float *weights = g_new0 (float, size);
  g_autofree float *squares = g_new0 (float, size);
  g_autoptr (GRand) dice = g_rand_new_with_seed (3);
  guint64 chance = 1;

  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < examples->len; i++)
      {
        guint64 drawn = chance++;
        const Example *example = examples->pdata[g_rand_int_range (dice, 0, examples->len)];
        float sum = 0, gradient;

        if (example->fold == left_out)
          continue;
        for (guint f = 0; f < example->features.n; f++)
          if (is_kept (drawn, f))
            sum += weights[example->features.hashes[f] & (size - 1)];
        gradient = 1 / (1 + expf (-sum)) - example->right;
        for (guint f = 0; f < example->features.n; f++)
          if (is_kept (drawn, f))
            learn (weights, squares, example->features.hashes[f] & (size - 1), gradient);
      }
  for (gsize i = 0; i < size; i++)
    weights[i] *= 1 - DROPPED;
  return weights;
}

static gint
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const Example *x = *(const Example **) a, *y = *(const Example **) b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

/* The groups of candidates of one cue that have a right one: pairs of first and end among the
 * examples sorted by group. */
static GArray *
list_groups (GPtrArray *sorted,
             guint      left_out)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (QuothRange));

  for (guint first = 0, end; first < sorted->len; first = end)
    {
      const Example *example = sorted->pdata[first];
      gboolean right = FALSE;

      for (end = first; end < sorted->len &&
           ((Example *) sorted->pdata[end])->group == example->group; end++)
        right = right || ((Example *) sorted->pdata[end])->right;
      if (right && end - first > 1 && example->fold != left_out)
        {
          QuothRange range = { first, end };

          g_array_append_val (groups, range);
        }
    }
  return groups;
}

/* One step of descent on the choice among the candidates of one cue. */
static void
learn_choice (float     *weights,
              float     *squares,
              GPtrArray *sorted,
              QuothRange group,
              guint64    drawn)
{
  gsize mask = ((gsize) 1 << BITS) - 1;
  float scores[64], best = 0, sum = 0, largest = -G_MAXFLOAT, n_best = 0;
  guint n = MIN (group.end - group.first, G_N_ELEMENTS (scores));

  for (guint i = 0; i < n; i++)
    {
      const Example *example = sorted->pdata[group.first + i];

      scores[i] = 0;
      for (guint f = 0; f < example->features.n; f++)
        if (is_kept (drawn, f))
          scores[i] += weights[example->features.hashes[f] & mask];
      largest = MAX (largest, scores[i]);
      if (example->right)
        best = MAX (best, example->quality);
    }
  for (guint i = 0; i < n; i++)
    {
      const Example *example = sorted->pdata[group.first + i];

      sum += expf (scores[i] - largest);
      n_best += example->right && example->quality > best - 0.02f;
    }
  for (guint i = 0; i < n; i++)
    {
      const Example *example = sorted->pdata[group.first + i];
      gboolean wanted = example->right && example->quality > best - 0.02f;
      float gradient = expf (scores[i] - largest) / sum - (wanted ? 1 / n_best : 0);

      if (fabsf (gradient) < 1e-4f)
        continue;
      for (guint f = 0; f < example->features.n; f++)
        if (is_kept (drawn, f))
          learn (weights, squares, example->features.hashes[f] & mask, gradient);
    }
}

static float *
descend_choices (GPtrArray *examples,
                 guint      left_out)
{
  gsize size = (gsize) 1 << BITS;
  float *weights = g_new0 (float, size);
  g_autofree float *squares = g_new0 (float, size);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GArray) groups = NULL;
  guint64 chance = 1;
  g_autoptr (GRand) dice = g_rand_new_with_seed (3);

  for (guint i = 0; i < examples->len; i++)
    g_ptr_array_add (sorted, examples->pdata[i]);
  g_ptr_array_sort (sorted, compare_groups);
  groups = list_groups (sorted, left_out);
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < groups->len; i++)
      learn_choice (weights, squares, sorted,
                    g_array_index (groups, QuothRange, g_rand_int_range (dice, 0, groups->len)),
                    chance++);
  for (gsize i = 0; i < size; i++)
    weights[i] *= 1 - DROPPED;
  return weights;
}

static gint
compare_held_out (gconstpointer a,
                  gconstpointer b)
{
  const Example *x = *(const Example **) a, *y = *(const Example **) b;

  return (x->held_out > y->held_out) - (x->held_out < y->held_out);
}

/* A run of examples that isotonic regression gives one probability. */
typedef struct
{
  double right;
  double n;
  double low;
  double high;
} Pool;

/* Isotonic regression by pooling adjacent violators (Ayer et al. 1955), read off at equal steps. */
static void
fit_calibration (GPtrArray *examples,
                 float     *calibration)
{
  g_autoptr (GArray) pools = g_array_new (FALSE, FALSE, sizeof (Pool));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint p = 0;

  for (guint i = 0; i < examples->len; i++)
    if (((Example *) examples->pdata[i])->statement)
      g_ptr_array_add (sorted, examples->pdata[i]);
  g_ptr_array_sort (sorted, compare_held_out);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Example *example = sorted->pdata[i];
      Pool pool = { example->right, 1, example->held_out, example->held_out };

      while (pools->len > 0)
        {
          const Pool *last = &g_array_index (pools, Pool, pools->len - 1);

          if (last->right / last->n < pool.right / pool.n && last->n >= POOLED)
            break;
          pool.right += last->right;
          pool.n += last->n;
          pool.low = last->low;
          g_array_set_size (pools, pools->len - 1);
        }
      g_array_append_val (pools, pool);
    }
  for (guint step = 0; step < QUOTH_CALIBRATION_STEPS; step++)
    {
      double raw = step / (double) (QUOTH_CALIBRATION_STEPS - 1);
      const Pool *pool;

      while (p + 1 < pools->len && g_array_index (pools, Pool, p).high < raw)
        p++;
      pool = pools->len > 0 ? &g_array_index (pools, Pool, p) : NULL;
      calibration[step] = pool == NULL ? raw : (pool->right + 1) / (pool->n + 2);
      if (step > 0)
        calibration[step] = MAX (calibration[step], calibration[step - 1]);
    }
}

/* Weights in sixteen bits. */
static GBytes *
make_section (const float *weights,
              const float *calibration)
{
  QuothAcceptorHeader header = { .bits = BITS, .n_steps = QUOTH_CALIBRATION_STEPS };
  GByteArray *bytes = g_byte_array_new ();
  gsize size = (gsize) 1 << BITS;
  float largest = 1e-6f;

  for (gsize i = 0; i < size; i++)
    largest = MAX (largest, fabsf (weights[i]));
  header.scale = largest / 32000;
  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) calibration,
                       QUOTH_CALIBRATION_STEPS * sizeof *calibration);
  for (gsize i = 0; i < size; i++)
    {
      gint16 weight = lrintf (weights[i] / header.scale);

      g_byte_array_append (bytes, (const guint8 *) &weight, sizeof weight);
    }
  return g_byte_array_free_to_bytes (bytes);
}

/* Weights learned from all examples; each one's probability by weights that had not seen its fold. */
static float *
cross_fit (GPtrArray *examples,
           guint      n_folds,
           gboolean   rank)
{
  const float calibration[QUOTH_CALIBRATION_STEPS] = { 0 };

  for (guint fold = 0; fold < n_folds; fold++)
    {
      g_autofree float *weights = rank
                                  ? descend_choices (examples, fold) : descend (examples, fold);
      g_autoptr (GBytes) section = make_section (weights, calibration);
      QuothAcceptor acceptor;

      quoth_acceptor_use (&acceptor, g_bytes_get_data (section, NULL));
      for (guint i = 0; i < examples->len; i++)
        {
          Example *example = examples->pdata[i];

          if (example->fold == fold)
            example->held_out = rank ? quoth_acceptor_sum (&acceptor, &example->features)
                                   : quoth_acceptor_score (&acceptor, &example->features);
        }
    }
  return rank ? descend_choices (examples, QUOTH_ALL_FOLDS) : descend (examples, QUOTH_ALL_FOLDS);
}

/* What of the candidates would be shown, by their held-out probabilities: calibration is about
 * these. */
static GPtrArray *
list_chosen (GPtrArray *articles,
             GPtrArray *examples)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];
      g_autoptr (GArray) chosen = NULL;

      for (guint i = 0; i < article->candidates->len; i++)
        g_array_index (article->candidates, QuothCandidate,
                       i).probability = ((Example *) examples->pdata[n++])->held_out;
      chosen = quoth_candidates_choose (article->candidates, article->parsed, SHOWN);
      for (guint i = 0; i < chosen->len; i++)
        {
          const QuothCandidate *candidate = &g_array_index (chosen, QuothCandidate, i);
          Example *example = g_new0 (Example, 1);

          example->right = quoth_gold_is_right (article, candidate, &example->statement);
          example->held_out = candidate->probability;
          g_ptr_array_add (shown, example);
        }
    }
  return shown;
}

/**
 * quoth_train_ranker:
 * @articles: (element-type QuothGoldArticle): with candidates of models that had not seen them
 *
 * Learns which of a cue's candidates is best, and keeps the one that weights say which had not seen
 * the article.
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_ranker (GPtrArray *articles,
                    guint      n_folds)
{
  g_autoptr (GPtrArray) examples = list_examples (articles, TRUE);
  g_autofree float *weights = cross_fit (examples, n_folds, TRUE);
  float calibration[QUOTH_CALIBRATION_STEPS];
  guint n = 0;

  memset (calibration, 0, sizeof calibration);
  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];

      for (guint i = 0; i < article->candidates->len; i++)
        g_array_index (article->candidates, QuothCandidate,
                       i).probability = ((Example *) examples->pdata[n++])->held_out;
      quoth_candidates_keep_best (article->candidates);
      quoth_candidates_contest (article->candidates, article->parsed);
    }
  return make_section (weights, calibration);
}

/**
 * quoth_train_acceptor:
 * @articles: (element-type QuothGoldArticle): with one candidate a cue
 *
 * Stage C: learned on all candidates; its probabilities are fitted on folds left out in turn.
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_acceptor (GPtrArray *articles,
                      guint      n_folds)
{
  g_autoptr (GPtrArray) examples = list_examples (articles, FALSE), chosen = NULL;
  g_autofree float *weights = cross_fit (examples, n_folds, FALSE);
  float calibration[QUOTH_CALIBRATION_STEPS];

  chosen = list_chosen (articles, examples);
  fit_calibration (chosen, calibration);
  return make_section (weights, calibration);
}
