#include "quoth-parser.h"

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

static inline G_ALWAYS_INLINE void
add_single (QuothFeatures *features,
            Seen           seen)
{
  quoth_features_add (features, seen.word);
  quoth_features_add (features, seen.tag);
  quoth_features_add2 (features, seen.word, seen.tag);
}

/* The pairs of two positions, from words and tags to tags alone. */
static inline G_ALWAYS_INLINE void
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

static inline G_ALWAYS_INLINE void
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
 * quoth_parser_transition_features:
 *
 * What is seen of a configuration to decide on the next transition (after Zhang and Nivre 2011):
 * the three topmost words of the stack, the next three, the children they have, their distance and
 * valency.
 */
void
quoth_parser_transition_features (QuothFeatures          *features,
                                  const QuothParserState *self)
{
  gint s0 = self->depth > 0 ? self->stack[self->depth - 1] : -1;
  gint s1 = self->depth > 1 ? self->stack[self->depth - 2] : -1;
  gint s2 = self->depth > 2 ? self->stack[self->depth - 3] : -1;
  gint b0 = self->next;
  Seen S0 = look_at (self, s0), S1 = look_at (self, s1), S2 = look_at (self, s2);
  Seen B0 = look_at (self, b0), B1 = look_at (self, MIN (b0 + 1, self->n)),
                                     B2 = look_at (self, MIN (b0 + 2, self->n));
  Seen s0l = look_at (self, child_of (self->left, s0)),
             s0r = look_at (self, child_of (self->right, s0));
  Seen s1l = look_at (self, child_of (self->left, s1)),
             s1r = look_at (self, child_of (self->right, s1));
  Seen b0l = look_at (self, child_of (self->left, b0));
  Seen s0l2 = look_at (self, child_of (self->left2, s0)),
              s0r2 = look_at (self, child_of (self->right2, s0));
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

/* What is seen around one end of an arc. */
static inline G_ALWAYS_INLINE void
add_surroundings (QuothFeatures          *features,
                  const QuothParserState *self,
                  Seen                    seen,
                  gint                    position,
                  guint                   other)
{
  Seen before = look_at (self, position - 1), after = look_at (self, MIN (position + 1, self->n));

  quoth_features_add3 (features, before.tag, seen.tag, other);
  quoth_features_add3 (features, seen.tag, after.tag, other);
  quoth_features_add3 (features, before.word, seen.tag, other);
  quoth_features_add3 (features, after.word, seen.tag, other);
}

/**
 * quoth_parser_relation_features:
 * @transition: one that makes an arc
 *
 * What is seen of the two words of the arc that @transition makes to name their relation. What
 * tells of the head tells of the direction too.
 */
void
quoth_parser_relation_features (QuothFeatures          *features,
                                const QuothParserState *self,
                                QuothTransition         transition)
{
  gint child = self->stack[self->depth - 1], head = quoth_parser_head_of (self, transition);
  Seen c = look_at (self, child), h = look_at (self, head);
  Seen cl = look_at (self, self->left[child]), cl2 = look_at (self, self->left2[child]);
  Seen cr = look_at (self, self->right[child]);
  Seen hl = look_at (self, self->left[head]), hl2 = look_at (self, self->left2[head]);
  Seen hr = look_at (self, self->right[head]), hr2 = look_at (self, self->right2[head]);
  guint distance = distance_class (ABS (child - head));
  guint side = transition == QUOTH_LEFT;
  guint h_tag = h.tag << 1 | side;

  quoth_features_begin (features);
  quoth_features_add (features, side);
  quoth_features_add2 (features, c.tag, h_tag);
  quoth_features_add2 (features, c.word, h_tag);
  quoth_features_add3 (features, c.word, c.tag, h_tag);
  quoth_features_add3 (features, h.word, c.tag, side);
  quoth_features_add3 (features, c.word, h.word, side);
  quoth_features_add2 (features, c.word, side);
  quoth_features_add2 (features, h.word, side);
  quoth_features_add3 (features, c.tag, h_tag, distance);
  quoth_features_add3 (features, c.word, distance, side);
  quoth_features_add3 (features, self->lexemes[child].suffixes[2], c.tag, h_tag);
  add_surroundings (features, self, c, child, h_tag);
  add_surroundings (features, self, h, head, c.tag << 1 | side);
  quoth_features_add3 (features, cl.word, c.tag, h_tag);
  quoth_features_add3 (features, cl.tag, c.tag, h_tag);
  quoth_features_add3 (features, cl.relation, c.tag, h_tag);
  quoth_features_add3 (features, cl.word, c.word, h_tag);
  quoth_features_add3 (features, cl.word, h.word, side);
  quoth_features_add3 (features, cl2.word, c.tag, h_tag);
  quoth_features_add3 (features, cl.relation << 8 | cl2.relation, c.tag, h_tag);
  quoth_features_add3 (features, cr.word, c.tag, h_tag);
  quoth_features_add3 (features, cr.relation << 8 | cr.tag, c.tag, h_tag);
  quoth_features_add3 (features, hl.relation, c.tag, h_tag);
  quoth_features_add3 (features, hl.relation << 8 | hl2.relation, c.tag, h_tag);
  quoth_features_add3 (features, hr.relation, c.tag, h_tag);
  quoth_features_add3 (features, hr.relation << 8 | hr2.relation, c.tag, h_tag);
  quoth_features_add3 (features, hl.relation << 8 | hr.relation, c.tag, h.word);
  quoth_features_add3 (features, hl.tag << 8 | hr.tag, c.tag, h_tag);
  quoth_features_add3 (features, hr.word, c.word, h_tag);
  quoth_features_add3 (features, self->n_left[child] << 8 | self->n_right[child], c.tag, h_tag);
}
