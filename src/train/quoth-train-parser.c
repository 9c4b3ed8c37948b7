#include "quoth-parser.h"
#include "quoth-tagger.h"
#include "quoth-train-syntax.h"

/* How many arcs of the tree a transition makes impossible (Goldberg and Nivre 2013, "Training deterministic
 * parsers with non-deterministic oracles"). */
typedef struct
{
  gint shift;
  gint left;
  gint right;
} Costs;

static gint
head_of (const QuothTree *tree,
         gint             i)
{
  return tree->heads[i] < 0 ? (gint) tree->n : tree->heads[i];
}

static Costs
find_costs (const QuothParserState *state,
            const QuothTree        *tree)
{
  Costs costs = { 0, 0, 0 };
  gint n = state->n, b = state->next, top = state->depth - 1;
  gint s0 = top >= 0 ? state->stack[top] : -1, s1 = top >= 1 ? state->stack[top - 1] : -1;

  if (b < n)
    for (gint k = 0; k < state->depth; k++)
      {
        costs.shift += head_of (tree, state->stack[k]) == b;
        costs.shift += k < top && head_of (tree, b) == state->stack[k];
      }
  if (s0 < 0)
    return costs;
  costs.left += s1 >= 0 && head_of (tree, s0) == s1;
  costs.left += head_of (tree, s0) > b;
  costs.right += head_of (tree, s0) >= b;
  for (gint k = b; k < n; k++)
    {
      costs.left += tree->heads[k] == s0;
      costs.right += tree->heads[k] == s0;
    }
  return costs;
}

/* The costs of all transitions; a relation counts when the arc is right. */
static gint
cost_of (guint                   transition,
         Costs                   costs,
         const QuothParserState *state,
         const QuothTree        *tree)
{
  gint s0 = state->depth > 0 ? state->stack[state->depth - 1] : -1;
  gint head;
  guint relation;

  if (transition == QUOTH_SHIFT)
    return costs.shift;
  if (transition < QUOTH_RIGHT (0))
    {
      head = state->next;
      relation = transition - QUOTH_LEFT (0);
    }
  else
    {
      head = state->stack[state->depth - 2];
      relation = transition - QUOTH_RIGHT (0);
    }
  return (transition < QUOTH_RIGHT (0) ? costs.left : costs.right) +
         (head_of (tree, s0) == head && tree->relations[s0] != relation);
}

static gboolean
is_possible (const QuothParserState *state,
             guint                   transition)
{
  if (transition == QUOTH_SHIFT)
    return quoth_parser_can_shift (state);
  return transition < QUOTH_RIGHT (0) ? quoth_parser_can_left (state) : quoth_parser_can_right (state);
}

static void
learn_sentence (QuothTable      *table,
                const QuothTree *tree,
                gboolean         explore,
                GRand           *dice)
{
  QuothParserState state;
  QuothFeatures features;
  float scores[QUOTH_N_TRANSITIONS];

  quoth_parser_state_init (&state, tree->lexemes, tree->predicted, tree->n);
  while (!quoth_parser_is_done (&state))
    {
      Costs costs = find_costs (&state, tree);
      guint guess = G_MAXUINT, right = G_MAXUINT;
      gint least = G_MAXINT;

      quoth_parser_features (&features, &state);
      quoth_table_score (table, &features, scores);
      for (guint t = 0; t < QUOTH_N_TRANSITIONS; t++)
        {
          gint cost;

          if (!is_possible (&state, t))
            continue;
          cost = cost_of (t, costs, &state, tree);
          if (guess == G_MAXUINT || scores[t] > scores[guess])
            guess = t;
          if (cost < least || (cost == least && scores[t] > scores[right]))
            {
              least = cost;
              right = t;
            }
        }
      table->time++;
      if (cost_of (guess, costs, &state, tree) > least)
        {
          quoth_table_update (table, &features, right, guess);
          if (!explore || g_rand_double (dice) > 0.9)
            guess = right;
        }
      quoth_parser_apply (&state, guess);
    }
}

/**
 * quoth_train_parser:
 * @trees: (element-type QuothTree): with predicted tags, in the order they are learned from
 *
 * Returns: (transfer full): a section for the model file
 */
GBytes *
quoth_train_parser (GPtrArray *trees,
                    guint      bits,
                    guint      epochs)
{
  g_autoptr (QuothTable) table = quoth_table_new (bits, QUOTH_N_TRANSITIONS);
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);

  for (guint epoch = 0; epoch < epochs; epoch++)
    for (guint i = 0; i < trees->len; i++)
      learn_sentence (table, trees->pdata[i], epoch > 0, dice);
  return quoth_table_quantise (table, 30);
}

/**
 * quoth_score_syntax:
 * @trees: (element-type QuothTree): not trained on
 * @name: of the corpus, for the line printed
 *
 * Prints how many tags, heads, and heads with relations are right.
 */
void
quoth_score_syntax (GPtrArray  *trees,
                    GBytes     *tagger,
                    GBytes     *parser,
                    const char *name)
{
  QuothWeights tags, arcs;
  double n = 0, right = 0, heads = 0, labelled = 0;

  quoth_weights_use (&tags, tagger);
  quoth_weights_use (&arcs, parser);
  for (guint t = 0; t < trees->len; t++)
    {
      QuothTree *tree = trees->pdata[t];
      g_autofree gint32 *guess = g_new (gint32, tree->n);
      g_autofree guint8 *relations = g_new (guint8, tree->n);

      quoth_tagger_tag (&tags, tree->lexemes, tree->n, tree->predicted);
      quoth_parser_parse (&arcs, tree->lexemes, tree->predicted, tree->n, guess, relations);
      for (guint i = 0; i < tree->n; i++)
        {
          n++;
          right += tree->predicted[i] == tree->tags[i];
          heads += guess[i] == tree->heads[i];
          labelled += guess[i] == tree->heads[i] && relations[i] == tree->relations[i];
        }
    }
  g_print ("%-24s tags %.2f  unlabelled %.2f  labelled %.2f  (%.0f tokens)\n", name, 100 * right / n, 100 * heads / n,
           100 * labelled / n, n);
}
