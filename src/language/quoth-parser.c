#include "quoth-parser.h"

#include <string.h>

void
quoth_parser_state_init (QuothParserState  *self,
                         const QuothLexeme *lexemes,
                         const guint8      *tags,
                         gint               n)
{
  self->lexemes = lexemes;
  self->tags = tags;
  self->n = n;
  self->next = 0;
  self->depth = 0;
  for (gint i = 0; i <= n; i++)
    {
      self->heads[i] = -1;
      self->relations[i] = 0;
      self->left[i] = self->left2[i] = self->right[i] = self->right2[i] = -1;
      self->n_left[i] = self->n_right[i] = 0;
    }
}

gboolean
quoth_parser_is_done (const QuothParserState *self)
{
  return self->next == self->n && self->depth == 0;
}

/* The root may take one child only: while it is next, all but the bottom of the stack go right. */
gboolean
quoth_parser_allows (const QuothParserState *self,
                     QuothTransition         transition)
{
  switch (transition)
    {
    case QUOTH_SHIFT:
      return self->next < self->n;
    case QUOTH_LEFT:
      return self->depth > 0 && (self->next < self->n || self->depth == 1);
    case QUOTH_RIGHT:
      return self->depth > 1;
    case QUOTH_N_TRANSITIONS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Returns: the position on which @transition hangs the top of the stack; the sentence's length for
 *   its root */
gint
quoth_parser_head_of (const QuothParserState *self,
                      QuothTransition         transition)
{
  return transition == QUOTH_LEFT ? self->next : self->stack[self->depth - 2];
}

static void
add_arc (QuothParserState *self,
         gint              head,
         gint              child,
         guint             relation)
{
  self->heads[child] = head;
  self->relations[child] = relation;
  if (child < head)
    {
      self->left2[head] = self->left[head];
      self->left[head] = child;
      self->n_left[head] += self->n_left[head] < 7;
    }
  else
    {
      self->right2[head] = self->right[head];
      self->right[head] = child;
      self->n_right[head] += self->n_right[head] < 7;
    }
}

/* @relation: of the arc, if @transition makes one */
void
quoth_parser_apply (QuothParserState *self,
                    QuothTransition   transition,
                    QuothRelation     relation)
{
  gint head;

  if (transition == QUOTH_SHIFT)
    {
      self->stack[self->depth++] = self->next++;
      return;
    }
  head = quoth_parser_head_of (self, transition);
  self->depth--;
  add_arc (self, head, self->stack[self->depth], relation);
}

static QuothTransition
choose_transition (const QuothWeights     *weights,
                   const QuothParserState *state)
{
  gint16 scores[QUOTH_WEIGHTS_STEP];
  QuothFeatures features;
  QuothTransition best = QUOTH_N_TRANSITIONS;
  guint allowed = 0;

  for (guint t = 0; t < QUOTH_N_TRANSITIONS; t++)
    if (quoth_parser_allows (state, t))
      {
        allowed++;
        best = t;
      }
  if (allowed == 1)
    return best;
  quoth_features_aim (&features, weights->weights, weights->mask, 1);
  quoth_parser_transition_features (&features, state);
  quoth_weights_score (weights, &features, scores);
  for (guint t = QUOTH_N_TRANSITIONS; t-- > 0;)
    if (quoth_parser_allows (state, t) && scores[t] >= scores[best])
      best = t;
  return best;
}

static QuothRelation
choose_relation (const QuothWeights     *weights,
                 const QuothParserState *state,
                 QuothTransition         transition)
{
  gint16 scores[QUOTH_WEIGHTS_MAX_LABELS];
  QuothFeatures features;
  guint best = 0;

  if (transition == QUOTH_SHIFT || quoth_parser_head_of (state, transition) == state->n)
    return QUOTH_RELATION_ROOT;
  quoth_features_aim (&features, weights->weights, weights->mask, 1);
  quoth_parser_relation_features (&features, state, transition);
  quoth_weights_score (weights, &features, scores);
  for (guint r = 1; r < QUOTH_N_RELATIONS; r++)
    if (scores[r] > scores[best])
      best = r;
  return best;
}

static void
parse_piece (const QuothParser *self,
             QuothParserState  *state,
             const QuothLexeme *lexemes,
             const guint8      *tags,
             gint               n,
             gint32            *heads,
             guint8            *relations)
{
  quoth_parser_state_init (state, lexemes, tags, n);
  while (!quoth_parser_is_done (state))
    {
      QuothTransition transition = choose_transition (&self->transitions, state);

      quoth_parser_apply (state, transition, choose_relation (&self->relations, state, transition));
    }
  for (gint i = 0; i < n; i++)
    {
      heads[i] = state->heads[i] == n ? -1 : state->heads[i];
      relations[i] = state->relations[i];
    }
}

/**
 * quoth_parser_find:
 *
 * Returns: whether the model file has a parser
 */
gboolean
quoth_parser_find (QuothParser      *self,
                   const QuothModel *model)
{
  return quoth_weights_find (&self->transitions, model, "parser", QUOTH_N_TRANSITIONS) &&
         quoth_weights_find (&self->relations, model, "relations", QUOTH_N_RELATIONS);
}

/**
 * quoth_parser_parse:
 * @lexemes: (array length=n): one sentence
 * @heads: (out) (array length=n): positions within the sentence, -1 for the root
 *
 * Parses a sentence greedily. Linear in @n; very long ones in pieces of #QUOTH_PARSER_MAX_TOKENS.
 */
void
quoth_parser_parse (const QuothParser *self,
                    const QuothLexeme *lexemes,
                    const guint8      *tags,
                    guint              n,
                    gint32            *heads,
                    guint8            *relations)
{
  QuothParserState state;

  for (guint from = 0; from < n; from += QUOTH_PARSER_MAX_TOKENS)
    {
      guint size = MIN (n - from, QUOTH_PARSER_MAX_TOKENS);

      parse_piece (self, &state, lexemes + from, tags + from, size, heads + from, relations + from);
      for (guint i = from; i < from + size; i++)
        if (heads[i] >= 0)
          heads[i] += from;
    }
}
