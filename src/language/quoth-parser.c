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

gboolean
quoth_parser_can_shift (const QuothParserState *self)
{
  return self->next < self->n;
}

/* The root may take one child only: while it is next, all but the bottom of the stack go right. */
gboolean
quoth_parser_can_left (const QuothParserState *self)
{
  return self->depth > 0 && (self->next < self->n || self->depth == 1);
}

gboolean
quoth_parser_can_right (const QuothParserState *self)
{
  return self->depth > 1;
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

void
quoth_parser_apply (QuothParserState *self,
                    guint             transition)
{
  if (transition == QUOTH_SHIFT)
    {
      self->stack[self->depth++] = self->next++;
      return;
    }
  self->depth--;
  if (transition < QUOTH_RIGHT (0))
    add_arc (self, self->next, self->stack[self->depth], transition - QUOTH_LEFT (0));
  else
    add_arc (self, self->stack[self->depth - 1], self->stack[self->depth], transition - QUOTH_RIGHT (0));
}

/* What the templates see of one position; one that is not there has zeros. */
typedef struct
{
  guint32 word;
  guint32 tag;
  guint32 relation;
} Seen;

static Seen
look_at (const QuothParserState *self,
         gint                    position)
{
  if (position < 0)
    return (Seen) { 1, QUOTH_N_TAGS, QUOTH_N_RELATIONS };
  if (position >= self->n)
    return (Seen) { 2, QUOTH_N_TAGS + 1, QUOTH_N_RELATIONS };
  return (Seen) { self->lexemes[position].lower, self->tags[position],
                  self->heads[position] < 0 ? QUOTH_N_RELATIONS : self->relations[position] };
}

static gint
child_of (const gint16 *children,
          gint          position)
{
  return position < 0 ? -1 : children[position];
}

static void
add_single (QuothFeatures *features,
            Seen           seen)
{
  quoth_features_add (features, seen.word);
  quoth_features_add (features, seen.tag);
  quoth_features_add2 (features, seen.word, seen.tag);
}

/* The pairs of two positions, from words and tags to tags alone. */
static void
add_pair (QuothFeatures *features,
          Seen           a,
          Seen           b)
{
  quoth_features_add3 (features, a.word, a.tag, b.tag);
  quoth_features_add3 (features, a.tag, b.word, b.tag);
  quoth_features_add2 (features, a.word, b.word);
  quoth_features_add2 (features, a.tag, b.tag);
  quoth_features_add2 (features, a.word, b.tag);
  quoth_features_add2 (features, a.tag, b.word);
}

static void
add_child (QuothFeatures *features,
           Seen           parent,
           Seen           child)
{
  quoth_features_add2 (features, child.relation, child.tag);
  quoth_features_add (features, child.word);
  quoth_features_add3 (features, parent.tag, child.tag, child.relation);
}

static guint
distance_class (gint distance)
{
  return distance < 5 ? distance : distance < 10 ? 5 : 6;
}

/**
 * quoth_parser_features:
 *
 * The features of a configuration (after Zhang and Nivre 2011): the three topmost words of the stack, the next
 * three, the children they have, their distance and valency.
 */
void
quoth_parser_features (QuothFeatures          *features,
                       const QuothParserState *self)
{
  gint s0 = self->depth > 0 ? self->stack[self->depth - 1] : -1;
  gint s1 = self->depth > 1 ? self->stack[self->depth - 2] : -1;
  gint s2 = self->depth > 2 ? self->stack[self->depth - 3] : -1;
  gint b0 = self->next;
  Seen S0 = look_at (self, s0), S1 = look_at (self, s1), S2 = look_at (self, s2);
  Seen B0 = look_at (self, b0), B1 = look_at (self, MIN (b0 + 1, self->n)), B2 = look_at (self, MIN (b0 + 2, self->n));
  Seen s0l = look_at (self, child_of (self->left, s0)), s0r = look_at (self, child_of (self->right, s0));
  Seen s1l = look_at (self, child_of (self->left, s1)), s1r = look_at (self, child_of (self->right, s1));
  Seen b0l = look_at (self, child_of (self->left, b0));
  Seen s0l2 = look_at (self, child_of (self->left2, s0)), s0r2 = look_at (self, child_of (self->right2, s0));
  Seen b0l2 = look_at (self, child_of (self->left2, b0));
  guint distance = s0 < 0 ? 7 : distance_class (b0 - s0);
  guint gap = s1 < 0 ? 7 : distance_class (s0 - s1);
  guint s0_left = s0 < 0 ? 0 : self->n_left[s0], s0_right = s0 < 0 ? 0 : self->n_right[s0];
  guint b0_left = self->n_left[b0];

  quoth_features_begin (features);
  quoth_features_add (features, 0);
  add_single (features, S0);
  add_single (features, B0);
  add_single (features, S1);
  add_single (features, B1);
  quoth_features_add (features, B2.tag);
  quoth_features_add (features, B2.word);
  quoth_features_add (features, S2.tag);
  add_pair (features, S0, B0);
  add_pair (features, S1, S0);
  quoth_features_add2 (features, B0.tag, B1.tag);
  quoth_features_add2 (features, B0.word, B1.tag);
  quoth_features_add2 (features, B0.tag, B1.word);
  quoth_features_add2 (features, S1.tag, B0.tag);
  quoth_features_add2 (features, S1.word, B0.tag);
  quoth_features_add3 (features, S0.tag, B0.tag, B1.tag);
  quoth_features_add3 (features, S1.tag, S0.tag, B0.tag);
  quoth_features_add3 (features, S2.tag, S1.tag, S0.tag);
  quoth_features_add3 (features, B0.tag, B1.tag, B2.tag);
  quoth_features_add3 (features, S0.tag, S0.tag << 8 | s0l.tag, B0.tag);
  quoth_features_add3 (features, S0.tag, s0r.tag, B0.tag);
  quoth_features_add3 (features, S0.tag, B0.tag, b0l.tag);
  quoth_features_add3 (features, S0.word, B0.tag, b0l.tag);
  quoth_features_add3 (features, S1.tag, S0.tag, s0l.tag);
  quoth_features_add3 (features, S1.tag, s1r.tag, S0.tag);
  add_child (features, S0, s0l);
  add_child (features, S0, s0r);
  add_child (features, S1, s1l);
  add_child (features, S1, s1r);
  add_child (features, B0, b0l);
  quoth_features_add3 (features, S0.tag, s0l2.tag, s0l2.relation);
  quoth_features_add3 (features, S0.tag, s0r2.tag, s0r2.relation);
  quoth_features_add3 (features, B0.tag, b0l2.tag, b0l2.relation);
  quoth_features_add3 (features, S0.tag, s0l.relation, s0r.relation);
  quoth_features_add3 (features, S0.word, s0l.relation, s0r.relation);
  quoth_features_add2 (features, B0.tag, b0l.relation << 8 | b0l2.relation);
  quoth_features_add2 (features, S0.word, distance);
  quoth_features_add2 (features, S0.tag, distance);
  quoth_features_add2 (features, B0.word, distance);
  quoth_features_add2 (features, B0.tag, distance);
  quoth_features_add3 (features, S0.tag, B0.tag, distance);
  quoth_features_add3 (features, S1.tag, S0.tag, gap);
  quoth_features_add2 (features, S0.tag, s0_left << 8 | s0_right);
  quoth_features_add2 (features, S0.word, s0_left << 8 | s0_right);
  quoth_features_add2 (features, B0.tag, b0_left);
  quoth_features_add2 (features, B0.word, b0_left);
  quoth_features_add3 (features, S0.word, B0.word, distance);
}

static guint
choose_transition (const QuothWeights     *weights,
                   const QuothParserState *state)
{
  gint16 scores[QUOTH_WEIGHTS_MAX_LABELS];
  QuothFeatures features;
  guint best = G_MAXUINT;

  quoth_parser_features (&features, state);
  quoth_weights_score (weights, &features, scores);
  if (quoth_parser_can_shift (state))
    best = QUOTH_SHIFT;
  if (quoth_parser_can_left (state))
    for (guint t = QUOTH_LEFT (0); t < QUOTH_RIGHT (0); t++)
      if (best == G_MAXUINT || scores[t] > scores[best])
        best = t;
  if (quoth_parser_can_right (state))
    for (guint t = QUOTH_RIGHT (0); t < QUOTH_N_TRANSITIONS; t++)
      if (best == G_MAXUINT || scores[t] > scores[best])
        best = t;
  return best;
}

static void
parse_piece (const QuothWeights *weights,
             QuothParserState   *state,
             const QuothLexeme  *lexemes,
             const guint8       *tags,
             gint                n,
             gint32             *heads,
             guint8             *relations)
{
  quoth_parser_state_init (state, lexemes, tags, n);
  while (!quoth_parser_is_done (state))
    quoth_parser_apply (state, choose_transition (weights, state));
  for (gint i = 0; i < n; i++)
    {
      heads[i] = state->heads[i] == n ? -1 : state->heads[i];
      relations[i] = state->heads[i] == n ? QUOTH_RELATION_ROOT : state->relations[i];
    }
}

/**
 * quoth_parser_parse:
 * @lexemes: (array length=n): one sentence
 * @heads: (out) (array length=n): positions within the sentence, -1 for the root
 *
 * Parses a sentence greedily. Linear in @n; very long ones in pieces of #QUOTH_PARSER_MAX_TOKENS.
 */
void
quoth_parser_parse (const QuothWeights *weights,
                    const QuothLexeme  *lexemes,
                    const guint8       *tags,
                    guint               n,
                    gint32             *heads,
                    guint8             *relations)
{
  QuothParserState state;

  for (guint from = 0; from < n; from += QUOTH_PARSER_MAX_TOKENS)
    {
      guint size = MIN (n - from, QUOTH_PARSER_MAX_TOKENS);

      parse_piece (weights, &state, lexemes + from, tags + from, size, heads + from, relations + from);
      for (guint i = from; i < from + size; i++)
        if (heads[i] >= 0)
          heads[i] += from;
    }
}
