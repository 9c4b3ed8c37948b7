#include "quoth-tagger.h"
#include "quoth-train-syntax.h"

static guint
find_best (const float *scores,
           guint        n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (scores[i] > scores[best])
      best = i;
  return best;
}

static void
learn_sentence (QuothTable      *table,
                const QuothTree *tree)
{
  QuothFeatures features;
  float scores[QUOTH_N_TAGS];
  QuothTag previous = QUOTH_TAG_X, before = QUOTH_TAG_X;

  for (guint i = 0; i < tree->n; i++)
    {
      guint guess;

      quoth_tagger_features (&features, tree->lexemes, tree->n, i, previous, before);
      quoth_table_score (table, &features, scores);
      guess = find_best (scores, QUOTH_N_TAGS);
      table->time++;
      if (guess != tree->tags[i])
        quoth_table_update (table, &features, tree->tags[i], guess);
      before = previous;
      previous = guess;
    }
}

/**
 * quoth_train_tagger:
 * @trees: (element-type QuothTree): in the order they are learned from, which the caller shuffled
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_tagger (GPtrArray *trees,
                    guint      bits,
                    guint      epochs)
{
  g_autoptr (QuothTable) table = quoth_table_new (bits, QUOTH_N_TAGS);

  for (guint epoch = 0; epoch < epochs; epoch++)
    for (guint i = 0; i < trees->len; i++)
      learn_sentence (table, trees->pdata[i]);
  return quoth_table_quantise (table, 16);
}
