#include "quoth-tagger.h"

static const QuothLexeme NOTHING = { 1, 1, 1, 1, { 1, 1, 1, 1 }, { 1, 1, 1 } };

static inline G_ALWAYS_INLINE void
add_features (QuothFeatures     *features,
              const QuothLexeme *lexemes,
              guint              n,
              guint              i,
              QuothTag           previous,
              QuothTag           before)
{
  const QuothLexeme *w = &lexemes[i];
  const QuothLexeme *l1 = i > 0 ? w - 1 : &NOTHING, *l2 = i > 1 ? w - 2 : &NOTHING;
  const QuothLexeme *r1 = i + 1 < n ? w + 1 : &NOTHING, *r2 = i + 2 < n ? w + 2 : &NOTHING;

  quoth_features_begin (features);
  quoth_features_add (features, 0);
  quoth_features_add (features, w->form);
  quoth_features_add (features, w->lower);
  for (guint k = 0; k < G_N_ELEMENTS (w->suffixes); k++)
    quoth_features_add (features, w->suffixes[k]);
  for (guint k = 0; k < G_N_ELEMENTS (w->prefixes); k++)
    quoth_features_add (features, w->prefixes[k]);
  quoth_features_add (features, w->shape);
  quoth_features_add (features, l1->lower);
  quoth_features_add (features, l2->lower);
  quoth_features_add (features, r1->lower);
  quoth_features_add (features, r2->lower);
  quoth_features_add (features, l1->suffixes[2]);
  quoth_features_add (features, r1->suffixes[2]);
  quoth_features_add2 (features, w->shape, r1->shape);
  quoth_features_add3 (features, i == 0, w->shape, w->suffixes[1]);
  quoth_features_add (features, previous);
  quoth_features_add2 (features, previous, before);
  quoth_features_add2 (features, previous, w->lower);
  quoth_features_add2 (features, l1->lower, w->lower);
  quoth_features_add2 (features, w->lower, r1->lower);
  quoth_features_add2 (features, previous, w->suffixes[2]);
  quoth_features_add2 (features, previous, r1->lower);
  quoth_features_add3 (features, previous, w->suffixes[1], r1->suffixes[1]);
}

/**
 * quoth_tagger_features:
 * @lexemes: (array length=n): one sentence
 * @i: the token to be tagged
 * @previous: tag of the token before, #QUOTH_TAG_X at the start
 * @before: tag of the one before that
 *
 * The features of one tagging decision (after Ratnaparkhi 1996 and Collins 2002).
 */
void
quoth_tagger_features (QuothFeatures     *features,
                       const QuothLexeme *lexemes,
                       guint              n,
                       guint              i,
                       QuothTag           previous,
                       QuothTag           before)
{
  add_features (features, lexemes, n, i, previous, before);
}

/**
 * quoth_tagger_tag:
 * @lexemes: (array length=n): one sentence
 * @tags: (out) (array length=n):
 *
 * Tags a sentence from left to right (averaged perceptron, Collins 2002).
 */
void
quoth_tagger_tag (const QuothWeights *weights,
                  const QuothLexeme  *lexemes,
                  guint               n,
                  guint8             *tags)
{
  gint16 scores[QUOTH_WEIGHTS_MAX_LABELS];
  QuothFeatures features;
  QuothTag previous = QUOTH_TAG_X, before = QUOTH_TAG_X;

  quoth_features_aim (&features, weights->weights, weights->mask, 1);
  for (guint i = 0; i < n; i++)
    {
      guint best = 0;

      add_features (&features, lexemes, n, i, previous, before);
      quoth_weights_score (weights, &features, scores);
      for (guint tag = 1; tag < QUOTH_N_TAGS; tag++)
        if (scores[tag] > scores[best])
          best = tag;
      tags[i] = best;
      before = previous;
      previous = best;
    }
}
