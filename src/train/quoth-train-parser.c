#include "quoth-parser.h"
#include "quoth-tagger.h"
#include "quoth-train-syntax.h"

/* How many arcs of the tree a transition makes impossible (Goldberg and Nivre 2013, "Training
 * deterministic parsers with non-deterministic oracles"). */
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

static gint
cost_of (Costs           costs,
         QuothTransition transition)
{
  return transition == QUOTH_SHIFT ? costs.shift : transition == QUOTH_LEFT
         ? costs.left : costs.right;
}

/* Learns from one configuration.
 *
 * Returns: the transition to go on with: the one that the table prefers, or, where that is wrong,
 *   mostly so too, so that it learns what to do after an error */
static QuothTransition
learn_transition (QuothTable             *table,
                  const QuothParserState *state,
                  const QuothTree        *tree,
                  gboolean                explore,
                  GRand                  *dice)
{
  Costs costs = find_costs (state, tree);
  QuothTransition guess = QUOTH_N_TRANSITIONS, right = QUOTH_N_TRANSITIONS;
  QuothFeatures features;
  float scores[QUOTH_N_TRANSITIONS];

  quoth_parser_transition_features (&features, state);
  quoth_table_score (table, &features, scores);
  for (guint t = 0; t < QUOTH_N_TRANSITIONS; t++)
    {
      if (!quoth_parser_allows (state, t))
        continue;
      if (guess == QUOTH_N_TRANSITIONS || scores[t] > scores[guess])
        guess = t;
      if (right == QUOTH_N_TRANSITIONS || cost_of (costs, t) < cost_of (costs, right) ||
          (cost_of (costs, t) == cost_of (costs, right) && scores[t] > scores[right]))
        right = t;
    }
  table->time++;
  if (cost_of (costs, guess) == cost_of (costs, right))
    return guess;
  quoth_table_update (table, &features, right, guess);
  return explore && g_rand_double (dice) <= 0.9 ? guess : right;
}

/* Learns to name the arc that @transition makes, if it is one of the tree's.
 *
 * Returns: its relation as the table names it */
static QuothRelation
learn_relation (QuothTable             *table,
                const QuothParserState *state,
                const QuothTree        *tree,
                QuothTransition         transition)
{
  gint child, head;
  guint guess = 0;
  QuothFeatures features;
  float scores[QUOTH_N_RELATIONS];

  if (transition == QUOTH_SHIFT || quoth_parser_head_of (state, transition) == state->n)
    return QUOTH_RELATION_ROOT;
  child = state->stack[state->depth - 1];
  head = quoth_parser_head_of (state, transition);
  quoth_parser_relation_features (&features, state, transition);
  quoth_table_score (table, &features, scores);
  for (guint r = 1; r < QUOTH_N_RELATIONS; r++)
    if (scores[r] > scores[guess])
      guess = r;
  table->time++;
  if (head_of (tree, child) == head && guess != tree->relations[child])
    quoth_table_update (table, &features, tree->relations[child], guess);
  return guess;
}

static void
learn_sentence (QuothTable      *transitions,
                QuothTable      *relations,
                const QuothTree *tree,
                gboolean         explore,
                GRand           *dice)
{
  QuothParserState state;

  quoth_parser_state_init (&state, tree->lexemes, tree->predicted, tree->n);
  while (!quoth_parser_is_done (&state))
    {
      QuothTransition transition = learn_transition (transitions, &state, tree, explore, dice);

      quoth_parser_apply (&state, transition, learn_relation (relations, &state, tree, transition));
    }
}

/**
 * quoth_train_parser:
 * @trees: (element-type QuothTree): with predicted tags, in the order they are learned from
 *
 * Returns: the parser, to be cleared with quoth_parser_sections_clear ()
 */
QuothParserSections
quoth_train_parser (GPtrArray *trees,
                    guint      bits,
                    guint      epochs)
{
  g_autoptr (QuothTable) transitions = quoth_table_new (bits, QUOTH_N_TRANSITIONS);
  g_autoptr (QuothTable) relations = quoth_table_new (bits, QUOTH_N_RELATIONS);
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  QuothParserSections sections;

  for (guint epoch = 0; epoch < epochs; epoch++)
    for (guint i = 0; i < trees->len; i++)
      learn_sentence (transitions, relations, trees->pdata[i], epoch > 0, dice);
  sections.transitions = quoth_table_quantise (transitions, 30);
  sections.relations = quoth_table_quantise (relations, 30);
  return sections;
}

void
quoth_parser_sections_use (const QuothParserSections *self,
                           QuothParser               *parser)
{
  quoth_weights_use (&parser->transitions, self->transitions);
  quoth_weights_use (&parser->relations, self->relations);
}

void
quoth_parser_sections_clear (QuothParserSections *self)
{
  g_clear_pointer (&self->transitions, g_bytes_unref);
  g_clear_pointer (&self->relations, g_bytes_unref);
}

/**
 * quoth_score_syntax:
 * @trees: (element-type QuothTree): not trained on
 *
 * Returns: (transfer full): how many tags, heads, and heads with relations are right, in words
 */
char *
quoth_score_syntax (GPtrArray                 *trees,
                    GBytes                    *tagger,
                    const QuothParserSections *parser)
{
  QuothWeights tags;
  QuothParser arcs;
  double n = 0, right = 0, heads = 0, labelled = 0;

  quoth_weights_use (&tags, tagger);
  quoth_parser_sections_use (parser, &arcs);
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
  return g_strdup_printf ("tags %.2f, unlabelled %.2f, labelled %.2f, of %.0f tokens",
                          100 * right / n, 100 * heads / n,
                          100 * labelled / n, n);
}
