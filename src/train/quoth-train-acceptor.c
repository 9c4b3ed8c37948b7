#include "quoth-attributions-learned.h"
#include "quoth-train-stages.h"

#include <math.h>
#include <string.h>

#define BITS 17
#define EPOCHS 20
#define SHOWN 0.2f
#define POOLED 300 /* fewer make steps of chance */

/* One candidate with what is seen of it and whether it is right. */
typedef struct
{
  QuothFeatures features;
  gboolean      right;
  gboolean      statement;
  guint         fold;
  float         held_out;
} Example;

/* Is the candidate right, and none of its cue better? */
static gboolean
is_best (const QuothGoldArticle *article,
         guint                   i)
{
  const QuothCandidate *self = &g_array_index (article->candidates, QuothCandidate, i);
  gboolean right, other_right, statement;
  double quality = quoth_gold_measure (article, self, &right, &statement);

  if (!right)
    return FALSE;
  for (guint k = i > 12 ? i - 12 : 0; k < MIN (article->candidates->len, i + 12); k++)
    {
      const QuothCandidate *other = &g_array_index (article->candidates, QuothCandidate, k);

      if (k != i && !self->by_rule && !other->by_rule && other->group == self->group &&
          quoth_gold_measure (article, other, &other_right, &statement) > quality + 0.02 && other_right)
        return FALSE;
    }
  return TRUE;
}

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
          example->right = quoth_gold_is_right (article, &g_array_index (article->candidates, QuothCandidate, i),
                                                &example->statement);
          if (rank)
            example->right = is_best (article, i);
          example->fold = article->fold;
          g_ptr_array_add (examples, example);
        }
    }
  return examples;
}

static float *
descend (GPtrArray *examples,
         guint      left_out)
{
  gsize size = (gsize) 1 << BITS;
  float *weights = g_new0 (float, size);
  g_autofree float *squares = g_new0 (float, size);
  g_autoptr (GRand) dice = g_rand_new_with_seed (3);

  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < examples->len; i++)
      {
        const Example *example = examples->pdata[g_rand_int_range (dice, 0, examples->len)];
        float sum = 0, gradient;

        if (example->fold == left_out)
          continue;
        for (guint f = 0; f < example->features.n; f++)
          sum += weights[example->features.hashes[f] & (size - 1)];
        gradient = 1 / (1 + expf (-sum)) - example->right;
        for (guint f = 0; f < example->features.n; f++)
          {
            guint32 at = example->features.hashes[f] & (size - 1);
            float g = gradient + 3e-4f * weights[at];

            squares[at] += g * g;
            weights[at] -= 0.05f * g / sqrtf (squares[at] + 1e-6f);
          }
      }
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

/* Weights learned from all examples; each one's probability by weights that had not seen its fold. */
static float *
cross_fit (GPtrArray *examples,
           guint      n_folds)
{
  for (guint fold = 0; fold < n_folds; fold++)
    {
      g_autofree float *others = descend (examples, fold);
      QuothAcceptor acceptor = { .weights = others, .mask = (1u << BITS) - 1 };

      for (guint i = 0; i < examples->len; i++)
        {
          Example *example = examples->pdata[i];

          if (example->fold == fold)
            example->held_out = quoth_acceptor_score (&acceptor, &example->features);
        }
    }
  return descend (examples, QUOTH_ALL_FOLDS);
}

/* What of the candidates would be shown, by their held-out probabilities: calibration is about these. */
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
        g_array_index (article->candidates, QuothCandidate, i).probability = ((Example *) examples->pdata[n++])->held_out;
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

static GBytes *
make_section (const float *weights,
              const float *calibration)
{
  QuothAcceptorHeader header = { .bits = BITS, .n_steps = QUOTH_CALIBRATION_STEPS };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) &header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) calibration, QUOTH_CALIBRATION_STEPS * sizeof *calibration);
  g_byte_array_append (bytes, (const guint8 *) weights, sizeof (float) << BITS);
  return g_byte_array_free_to_bytes (bytes);
}

/**
 * quoth_train_ranker:
 * @articles: (element-type QuothGoldArticle): with candidates of models that had not seen them
 *
 * Learns which of a cue's candidates is best, and keeps the one that weights say which had not seen the article.
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_ranker (GPtrArray *articles,
                    guint      n_folds)
{
  g_autoptr (GPtrArray) examples = list_examples (articles, TRUE);
  g_autofree float *weights = cross_fit (examples, n_folds);
  float calibration[QUOTH_CALIBRATION_STEPS];
  guint n = 0;

  fit_calibration (examples, calibration);
  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];

      for (guint i = 0; i < article->candidates->len; i++)
        g_array_index (article->candidates, QuothCandidate, i).probability = ((Example *) examples->pdata[n++])->held_out;
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
  g_autofree float *weights = cross_fit (examples, n_folds);
  float calibration[QUOTH_CALIBRATION_STEPS];

  chosen = list_chosen (articles, examples);
  fit_calibration (chosen, calibration);
  return make_section (weights, calibration);
}
