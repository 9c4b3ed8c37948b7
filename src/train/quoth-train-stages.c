#include "quoth-train-stages.h"

#include "quoth-attributions-learned.h"
#include "quoth-crf-trainer.h"

#define EPOCHS 10
#define EPOCHS_AVERAGED 6

static void
shuffle (GArray *order,
         GRand  *dice)
{
  for (guint i = order->len; i-- > 1;)
    {
      guint k = g_rand_int_range (dice, 0, i + 1);
      guint64 swap = g_array_index (order, guint64, i);

      g_array_index (order, guint64, i) = g_array_index (order, guint64, k);
      g_array_index (order, guint64, k) = swap;
    }
}

/* Pairs of article and item, in an order that only depends on the seed. */
static GArray *
list_items (GPtrArray *articles,
            guint      left_out,
            guint    (*count) (QuothGoldArticle *article))
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];
      guint n = article->fold == left_out ? 0 : count (article);

      for (guint i = 0; i < n; i++)
        {
          guint64 item = (guint64) a << 32 | i;

          g_array_append_val (order, item);
        }
    }
  return order;
}

static guint
count_sentences (QuothGoldArticle *article)
{
  return article->text->n_sentences;
}

static guint
count_quotes (QuothGoldArticle *article)
{
  return article->quotes->len;
}

/* The right label of each token of an article. */
static guint8 *
label_cues (QuothGoldArticle *article)
{
  guint8 *labels = g_new0 (guint8, article->text->n_tokens + 1);

  for (guint i = 0; i < article->quotes->len; i++)
    {
      const QuothGoldQuote *quote = &g_array_index (article->quotes, QuothGoldQuote, i);

      for (guint t = quote->cue.first; t < quote->cue.end; t++)
        labels[t] = t == quote->cue.first ? QUOTH_CUE_BEGIN : QUOTH_CUE_INSIDE;
    }
  return labels;
}

static void
learn_cues_of (QuothCrfTrainer  *trainer,
               QuothGoldArticle *article,
               guint             sentence,
               const guint8     *labels)
{
  const QuothSentence *s = &article->text->sentences[sentence];
  QuothFeatures node, edge = { 0 };

  if (article->text->blocks[s->block].kind == QUOTH_BLOCK_FURNITURE)
    return;
  quoth_crf_trainer_begin (trainer);
  for (guint t = s->first; t < s->end; t++)
    {
      quoth_cue_stage_node_features (&node, article->parsed, sentence, t);
      edge.n = 0;
      if (t > s->first)
        quoth_cue_stage_edge_features (&edge, article->parsed, sentence, t);
      quoth_crf_trainer_add (trainer, &node, &edge, labels[t], FALSE);
    }
  quoth_crf_trainer_learn (trainer);
}

/**
 * quoth_train_cues:
 * @left_out: the fold not to learn from
 *
 * Stage A.
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_cues (GPtrArray *articles,
                  guint      left_out,
                  guint      bits)
{
  g_autoptr (QuothCrfTrainer) trainer = quoth_crf_trainer_new (bits, 14);
  g_autoptr (GArray) order = list_items (articles, left_out, count_sentences);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);

  for (guint a = 0; a < articles->len; a++)
    g_ptr_array_add (labels, label_cues (articles->pdata[a]));
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    {
      shuffle (order, dice);
      for (guint i = 0; i < order->len; i++)
        {
          guint64 item = g_array_index (order, guint64, i);

          learn_cues_of (trainer, articles->pdata[item >> 32], (guint) item,
                         labels->pdata[item >> 32]);
        }
      if (epoch + EPOCHS_AVERAGED >= EPOCHS)
        quoth_crf_trainer_average (trainer);
    }
  return quoth_crf_trainer_quantise (trainer, 20);
}

/* The cues of an article as stage B meets them: the right one among those that stage A finds. */
static GArray *
mix_cues (QuothGoldArticle *article,
          const QuothCueGuess   *right)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));

  for (guint i = 0; i < article->cues->len; i++)
    {
      const QuothCueGuess *cue = &g_array_index (article->cues, QuothCueGuess, i);

      if (cue->end <= right->first || cue->first >= right->end)
        g_array_append_val (cues, *cue);
    }
  return cues;
}

static guint
label_part (const QuothGoldQuote *quote,
            guint                 token)
{
  for (guint i = 0; i < quote->n_contents; i++)
    if (token >= quote->contents[i].first && token < quote->contents[i].end)
      return QUOTH_PART_CONTENT;
  for (guint i = 0; i < quote->n_sources; i++)
    if (token >= quote->sources[i].first && token < quote->sources[i].end)
      return QUOTH_PART_SOURCE;
  return QUOTH_PART_OUTSIDE;
}

static void
learn_spans_of (QuothCrfTrainer      *trainer,
                QuothGoldArticle     *article,
                const QuothGoldQuote *quote,
                QuothWindow          *window)
{
  QuothCueGuess cue = { .first = quote->cue.first, .end = quote->cue.end, .probability = 1 };
  g_autoptr (GArray) cues = NULL;
  QuothFeatures node, edge = { 0 };

  if (cue.first >= cue.end)
    return;
  cue.head = quoth_cue_guess_find_head (article->parsed, cue.first, cue.end);
  cues = mix_cues (article, &cue);
  quoth_window_move (window, article->parsed, &cue, cues);
  quoth_crf_trainer_begin (trainer);
  for (guint t = window->first; t < window->end; t++)
    {
      gboolean fixed = quoth_window_is_cue (window, t);

      quoth_span_node_features (&node, window, t);
      edge.n = 0;
      if (t > window->first)
        quoth_span_edge_features (&edge, window, t);
      quoth_crf_trainer_add (trainer, &node, &edge,
                             fixed ? QUOTH_PART_OUTSIDE : label_part (quote, t), fixed);
    }
  quoth_crf_trainer_learn (trainer);
}

/**
 * quoth_train_spans:
 * @articles: (element-type QuothGoldArticle): with the cues that stage A finds in text it had not
 *   seen
 * @left_out: the fold not to learn from
 *
 * Stage B.
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_spans (GPtrArray *articles,
                   guint      left_out,
                   guint      bits)
{
  g_autoptr (QuothCrfTrainer) trainer = quoth_crf_trainer_new (bits, 14);
  g_autoptr (GArray) order = list_items (articles, left_out, count_quotes);
  g_autoptr (GRand) dice = g_rand_new_with_seed (2);
  g_auto (QuothWindow) window = { 0 };

  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    {
      shuffle (order, dice);
      for (guint i = 0; i < order->len; i++)
        {
          guint64 item = g_array_index (order, guint64, i);
          QuothGoldArticle *article = articles->pdata[item >> 32];

          learn_spans_of (trainer, article,
                          &g_array_index (article->quotes, QuothGoldQuote, (guint) item), &window);
        }
      if (epoch + EPOCHS_AVERAGED >= EPOCHS)
        quoth_crf_trainer_average (trainer);
    }
  return quoth_crf_trainer_quantise (trainer, 20);
}

/* Finds the cues of the articles of @fold, or of all. */
void
quoth_apply_cues (GPtrArray *articles,
                  guint      fold,
                  GBytes    *cues)
{
  QuothCrf crf;

  quoth_crf_use (&crf, g_bytes_get_data (cues, NULL));
  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];

      if (fold != QUOTH_ALL_FOLDS && article->fold != fold)
        continue;
      g_clear_pointer (&article->cues, g_array_unref);
      article->cues = g_array_new (FALSE, FALSE, sizeof (QuothCueGuess));
      quoth_cue_stage_find (&crf, article->parsed, QUOTH_CUE_THRESHOLD, article->cues);
    }
}

/* Finds the candidates of the articles of @fold, or of all. */
void
quoth_apply_spans (GPtrArray *articles,
                   guint      fold,
                   GBytes    *spans)
{
  QuothStages stages = { 0 };

  quoth_crf_use (&stages.spans, g_bytes_get_data (spans, NULL));
  for (guint a = 0; a < articles->len; a++)
    {
      QuothGoldArticle *article = articles->pdata[a];

      if (fold != QUOTH_ALL_FOLDS && article->fold != fold)
        continue;
      g_clear_pointer (&article->candidates, g_array_unref);
      article->candidates = quoth_candidates_propose (&stages, article->parsed, article->cues);
      quoth_candidates_add_rules (article->candidates, article->parsed, article->rules);
    }
}
