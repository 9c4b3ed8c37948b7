#include "quoth-span-stage.h"

/* Stage B of the learned pipeline: what is the source and what the content of one cue, found
 * together. */

static const QuothLexeme OUTSIDE = { 3, 3, 3, 3, { 3, 3, 3, 3 }, { 3, 3, 3 } };

/* How the quoted span around a token lies to the cue. */
typedef enum
{
  QUOTED_NOT,
  QUOTED_AROUND_CUE,
  QUOTED_JUST_BEFORE,
  QUOTED_BEFORE,
  QUOTED_JUST_AFTER,
  QUOTED_AFTER,
  QUOTED_OTHER_SENTENCE_BEFORE,
  QUOTED_OTHER_SENTENCE_AFTER,
} QuotedPlace;

typedef struct
{
  guint side;         /* 0 before the cue, 1 in it, 2 after it */
  guint distance;     /* in classes */
  guint sentence;     /* offset + 3 */
  guint place;        /* QuotedPlace */
  guint flags;        /* of the quoted span, and how long it is */
  guint between;      /* other cues between token and cue, up to 3 */
  guint whole;        /* the token's sentence stands in marks as a whole */
  guint own_cue;      /* the token's sentence has another cue */
} Place;

static guint
bucket (guint distance)
{
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
}

static guint
count_up_to (const QuothWindow *window,
             gint               token)
{
  return token < (gint) window->first
         ? 0 : window->cues_up_to[MIN ((guint) token, window->end - 1) - window->first];
}

static guint
count_between (const QuothWindow *window,
               guint              from,
               guint              to)
{
  return count_up_to (window, (gint) to - 1) - count_up_to (window, (gint) from - 1);
}

static QuotedPlace
place_quoted (const QuothWindow *window,
              gint32             quoted)
{
  const QuothParsedText *parsed = window->parsed;
  guint first, end;

  if (quoted < 0)
    return QUOTED_NOT;
  if (parsed->views[window->cue.head].quoted == quoted)
    return QUOTED_AROUND_CUE;
  first = parsed->quoted_first[quoted];
  end = parsed->quoted_end[quoted];
  if (end <= window->cue.first)
    {
      if (parsed->views[end - 1].sentence != window->sentence)
        return QUOTED_OTHER_SENTENCE_BEFORE;
      return window->cue.first - end < 3 ? QUOTED_JUST_BEFORE : QUOTED_BEFORE;
    }
  if (parsed->views[first].sentence != window->sentence)
    return QUOTED_OTHER_SENTENCE_AFTER;
  return first - MIN (first, window->cue.end) < 3 ? QUOTED_JUST_AFTER : QUOTED_AFTER;
}

static Place
find_place (const QuothWindow *window,
            guint              t)
{
  const QuothParsedText *parsed = window->parsed;
  const QuothView *view = &parsed->views[t];
  const QuothSentence *s = &parsed->text->sentences[view->sentence];
  gint offset = (gint) view->sentence - (gint) window->sentence;
  Place place = { .side = t < window->cue.first ? 0 : t < window->cue.end ? 1 : 2 };

  place.distance = place.side == 0 ? bucket (window->cue.first - t) : place.side == 2
                   ? bucket (t + 1 - window->cue.end) : 0;
  place.sentence = CLAMP (offset, -3, 4) + 3;
  place.place = place_quoted (window, view->quoted);
  if (view->quoted >= 0)
    place.flags = (parsed->text->quoted[view->quoted].flags & 15) << 3 |
                  bucket (parsed->quoted_end[view->quoted] - parsed->quoted_first[view->quoted]);
  place.between = MIN (3, place.side == 0 ? count_between (window, t, window->cue.first)
                          : count_between (window, window->cue.end, t + 1));
  place.whole = quoth_parsed_text_is_quoted (parsed, view->sentence);
  place.own_cue = count_between (window, MAX (s->first, window->first),
                                 MIN (s->end, window->end)) > 0;
  return place;
}

typedef struct
{
  const QuothLexeme *lexeme;
  guint32            tag;
} Near;

static Near
look_near (const QuothWindow *window,
           gint               token)
{
  if (token < (gint) window->first || token >= (gint) window->end)
    return (Near) { &OUTSIDE, QUOTH_N_TAGS };
  return (Near) { &window->parsed->lexemes[token], window->parsed->syntax->tags[token] };
}

static inline G_ALWAYS_INLINE void
add_words (QuothFeatures     *features,
           const QuothWindow *window,
           const Place       *place,
           gint               t)
{
  Near w = look_near (window, t), l1 = look_near (window, t - 1), r1 = look_near (window, t + 1);
  Near l2 = look_near (window, t - 2), r2 = look_near (window, t + 2);
  guint32 cue = window->cue_stem;
  guint side = place->side << 3 | MIN (place->distance, 4);

  quoth_features_add2 (features, w.lexeme->lower, place->side);
  quoth_features_add2 (features, w.lexeme->stem, place->side);
  quoth_features_add2 (features, w.tag, side);
  quoth_features_add3 (features, w.tag, place->side, cue);
  quoth_features_add3 (features, w.lexeme->lower, place->side, cue);
  quoth_features_add2 (features, w.lexeme->shape, place->side);
  quoth_features_add2 (features, l1.lexeme->lower, place->side);
  quoth_features_add2 (features, r1.lexeme->lower, place->side);
  quoth_features_add3 (features, l1.tag, w.tag, place->side);
  quoth_features_add3 (features, w.tag, r1.tag, place->side);
  quoth_features_add3 (features, l1.tag, w.tag, r1.tag << 2 | place->side);
  quoth_features_add3 (features, l2.tag << 2 | place->side, l1.tag, w.tag);
  quoth_features_add3 (features, w.tag, r1.tag, r2.tag << 2 | place->side);
  quoth_features_add3 (features, l1.lexeme->lower, w.lexeme->lower, place->side);
  quoth_features_add3 (features, w.lexeme->lower, r1.lexeme->lower, place->side);
  quoth_features_add3 (features, l1.lexeme->lower, place->side, cue);
  quoth_features_add3 (features, l1.tag, place->side, cue);
}

static inline G_ALWAYS_INLINE void
add_place (QuothFeatures     *features,
           const QuothWindow *window,
           const Place       *place,
           gint               t)
{
  const QuothParsedText *parsed = window->parsed;
  guint32 cue = window->cue_stem, tag = parsed->syntax->tags[t];
  guint cue_tag = parsed->syntax->tags[window->cue.head];

  quoth_features_add2 (features, place->side, place->distance);
  quoth_features_add3 (features, place->side, place->distance, cue_tag);
  quoth_features_add2 (features, place->sentence, place->side);
  quoth_features_add3 (features, place->sentence, place->whole, place->own_cue);
  quoth_features_add3 (features, place->sentence, cue, place->whole);
  quoth_features_add3 (features, place->between, place->side, place->place);
  quoth_features_add3 (features, place->between, place->side, tag);
  quoth_features_add3 (features, place->between, place->side, cue);
}

static inline G_ALWAYS_INLINE void
add_quoted (QuothFeatures     *features,
            const QuothWindow *window,
            const Place       *place,
            gint               t)
{
  const QuothParsedText *parsed = window->parsed;
  const QuothSentence *s = &parsed->text->sentences[window->sentence];
  guint cue_children = parsed->views[window->cue.head].children;
  guint cue_starts = parsed->views[s->first].quoted >= 0,
                     cue_ends = parsed->views[s->end - 1].quoted >= 0;
  guint cue_place = cue_starts << 1 | cue_ends;
  guint kind = parsed->text->tokens[t].kind >= QUOTH_TOKEN_OPENING_MARK
               ? parsed->text->tokens[t].kind : 0;

  quoth_features_add (features, place->place);
  quoth_features_add2 (features, place->place, kind);
  quoth_features_add2 (features, place->place, place->flags);
  quoth_features_add2 (features, place->place, window->cue_stem);
  quoth_features_add2 (features, place->place, place->sentence);
  quoth_features_add3 (features, place->place, place->flags & 7, place->between);
  quoth_features_add3 (features, place->place, place->sentence, place->own_cue << 1 | place->whole);
  quoth_features_add3 (features, place->place, place->sentence, cue_place);
  quoth_features_add3 (features, place->place, cue_children, 0);
  quoth_features_add3 (features, place->place, parsed->syntax->tags[t], place->side);
}

static inline G_ALWAYS_INLINE void
add_tree (QuothFeatures     *features,
          const QuothWindow *window,
          const Place       *place,
          gint               t)
{
  const QuothParsedText *parsed = window->parsed;
  guint i = t - window->first;
  guint32 path = window->paths[i], down = window->downs[i], edges = window->edges[i];
  guint32 cue = window->cue_stem, tag = parsed->syntax->tags[t],
                                        relation = parsed->syntax->relations[t];
  guint cue_children = parsed->views[window->cue.head].children;
  guint cue_relation = parsed->syntax->relations[window->cue.head];
  gint32 head = parsed->syntax->heads[t];
  guint sense = parsed->views[window->cue.head].sense;

  quoth_features_add (features, path);
  quoth_features_add2 (features, path, tag);
  quoth_features_add2 (features, path, cue);
  quoth_features_add2 (features, path, parsed->lexemes[t].lower);
  quoth_features_add2 (features, path, place->side);
  quoth_features_add2 (features, path, place->place);
  quoth_features_add2 (features, path, edges);
  quoth_features_add2 (features, path, cue_children);
  quoth_features_add2 (features, down, place->side);
  quoth_features_add3 (features, down, cue, place->side);
  quoth_features_add3 (features, down, cue_children, place->side);
  quoth_features_add3 (features, down, place->place, place->side);
  quoth_features_add3 (features, down, edges, tag);
  quoth_features_add3 (features, down, cue_relation, place->side);
  quoth_features_add3 (features, relation, tag, place->side);
  quoth_features_add3 (features, relation, down, place->side);
  quoth_features_add3 (features, head < 0 ? 1 : parsed->lexemes[head].stem, relation, place->side);
  quoth_features_add3 (features, cue_relation, cue_children, place->sentence << 2 | place->side);
  quoth_features_add3 (features, cue_relation, tag, place->side);
  quoth_features_add2 (features, path, sense);
  quoth_features_add3 (features, down, sense, place->side << 3 | place->place);
  quoth_features_add3 (features, tag, sense, place->side << 3 | MIN (place->distance, 4));
  quoth_features_add3 (features, parsed->lexemes[t].lower, sense, place->side);
  quoth_features_add3 (features, place->place, sense, place->sentence);
}

static inline G_ALWAYS_INLINE void
add_node_features (QuothFeatures     *features,
                   const QuothWindow *window,
                   guint              token)
{
  Place place = find_place (window, token);

  quoth_features_begin (features);
  quoth_features_add (features, 0);
  add_words (features, window, &place, token);
  add_place (features, window, &place, token);
  add_quoted (features, window, &place, token);
  add_tree (features, window, &place, token);
}

/**
 * quoth_span_node_features:
 *
 * What is seen at a token to decide whether it belongs to the source or the content of the window's
 * cue.
 */
void
quoth_span_node_features (QuothFeatures     *features,
                          const QuothWindow *window,
                          guint              token)
{
  add_node_features (features, window, token);
}

static inline G_ALWAYS_INLINE void
add_edge_features (QuothFeatures     *features,
                   const QuothWindow *window,
                   guint              token)
{
  const QuothParsedText *parsed = window->parsed;
  Near a = look_near (window, (gint) token - 1), b = look_near (window, token);
  guint i = token - window->first;
  guint side = token < window->cue.first ? 0 : token < window->cue.end
               ? 1 : token == window->cue.end ? 2 : 3;
  guint break_ = parsed->views[token - 1].sentence != parsed->views[token].sentence;
  guint block = parsed->text->sentences[parsed->views[token - 1].sentence].block !=
                parsed->text->sentences[parsed->views[token].sentence].block;
  guint marks = parsed->text->tokens[token - 1].kind << 3 | parsed->text->tokens[token].kind;
  guint inside = (parsed->views[token - 1].quoted >= 0) << 1 | (parsed->views[token].quoted >= 0);

  quoth_features_begin (features);
  quoth_features_add (features, side);
  quoth_features_add3 (features, a.tag, b.tag, side);
  quoth_features_add2 (features, marks, side);
  quoth_features_add3 (features, inside, break_ << 1 | block, side);
  quoth_features_add2 (features, window->downs[i - 1] << 8 | window->downs[i], window->edges[i]);
  quoth_features_add3 (features, window->downs[i - 1] << 8 | window->downs[i], window->edges[i],
                       side);
  quoth_features_add2 (features, a.lexeme->lower, side);
  quoth_features_add2 (features, b.lexeme->lower, side);
  quoth_features_add2 (features, window->cue_stem, window->downs[i] << 1 | (window->edges[i] & 1));
  quoth_features_add3 (features, a.lexeme->lower, b.tag, side);
}

void
quoth_span_edge_features (QuothFeatures     *features,
                          const QuothWindow *window,
                          guint              token)
{
  add_edge_features (features, window, token);
}

static void
score_token (const QuothCrf      *crf,
             const QuothWindow   *window,
             QuothLattice        *lattice,
             guint                i,
             const QuothFeatures *node,
             const QuothFeatures *edge)
{
  quoth_crf_score_node (crf, node, lattice->nodes[i]);
  if (quoth_window_is_cue (window, window->first + i))
    lattice->nodes[i][QUOTH_PART_SOURCE] = lattice->nodes[i][QUOTH_PART_CONTENT] =
      lattice->nodes[i][QUOTH_PART_OUTSIDE] - 50;
  if (i > 0)
    quoth_crf_score_edge (crf, edge, lattice->edges[i]);
}

/**
 * quoth_span_label:
 * @lattice: (out): marginals and best labels of the window's tokens
 */
void
quoth_span_label (const QuothCrf    *crf,
                  const QuothWindow *window,
                  QuothLattice      *lattice)
{
  guint n = window->end - window->first;
  QuothFeatures nodes[2], edges[2];

  quoth_lattice_resize (lattice, n);
  for (guint i = 0; i < 2; i++)
    {
      quoth_features_aim (&nodes[i], crf->nodes, crf->node_mask, 4);
      quoth_features_aim (&edges[i], crf->edges, crf->edge_mask, 16);
    }
  for (guint i = 0; i <= n; i++)
    {
      if (i < n)
        add_node_features (&nodes[i % 2], window, window->first + i);
      if (i > 0 && i < n)
        add_edge_features (&edges[i % 2], window, window->first + i);
      if (i > 0)
        score_token (crf, window, lattice, i - 1, &nodes[(i - 1) % 2], &edges[(i - 1) % 2]);
    }
  quoth_lattice_best (lattice);
  quoth_lattice_sum (lattice);
}
