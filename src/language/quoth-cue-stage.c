#include "quoth-cue-stage.h"

/* Stage A of the learned pipeline: which words report. One sentence at a time. */

static const QuothLexeme OUTSIDE = { 3, 3, 3, 3, { 3, 3, 3, 3 }, { 3, 3, 3 } };

typedef struct
{
  const QuothLexeme *lexeme;
  guint32            tag;
} Near;

static Near
look_near (const QuothParsedText *parsed,
           guint               sentence,
           gint                token)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];

  if (token < (gint) s->first || token >= (gint) s->end)
    return (Near) { &OUTSIDE, QUOTH_N_TAGS };
  return (Near) { &parsed->lexemes[token], parsed->syntax->tags[token] };
}

static guint
bucket (gint distance)
{
  if (distance < 0)
    distance = -distance;
  return distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 25 ? 6 : 7;
}

static inline G_ALWAYS_INLINE void
add_words (QuothFeatures      *features,
           const QuothParsedText *parsed,
           guint               sentence,
           gint                t)
{
  Near w = look_near (parsed, sentence, t);
  Near l1 = look_near (parsed, sentence, t - 1), l2 = look_near (parsed, sentence, t - 2);
  Near r1 = look_near (parsed, sentence, t + 1), r2 = look_near (parsed, sentence, t + 2);
  Near r3 = look_near (parsed, sentence, t + 3);
  Near near[] = { l2, l1, w, r1, r2 };

  for (guint k = 0; k < G_N_ELEMENTS (near); k++)
    {
      quoth_features_add (features, near[k].lexeme->lower);
      quoth_features_add (features, near[k].lexeme->stem);
      quoth_features_add (features, near[k].tag);
      quoth_features_add (features, near[k].lexeme->shape);
    }
  quoth_features_add2 (features, w.lexeme->stem, w.tag);
  quoth_features_add2 (features, l1.lexeme->lower, w.lexeme->stem);
  quoth_features_add2 (features, w.lexeme->stem, r1.lexeme->lower);
  quoth_features_add2 (features, l1.tag, w.lexeme->stem);
  quoth_features_add2 (features, w.lexeme->stem, r1.tag);
  quoth_features_add3 (features, l1.tag, w.lexeme->stem, r1.tag);
  quoth_features_add2 (features, l1.tag, w.tag);
  quoth_features_add2 (features, w.tag, r1.tag);
  quoth_features_add3 (features, l2.tag, l1.tag, w.tag);
  quoth_features_add3 (features, l1.tag, w.tag, r1.tag);
  quoth_features_add3 (features, w.tag, r1.tag, r2.tag);
  quoth_features_add3 (features, l2.lexeme->lower, l1.lexeme->lower, w.lexeme->stem);
  quoth_features_add3 (features, l1.lexeme->lower, w.lexeme->stem, r1.lexeme->lower);
  quoth_features_add3 (features, w.lexeme->stem, r1.lexeme->lower, r2.lexeme->lower);
  quoth_features_add3 (features, w.lexeme->stem, r1.tag, r2.tag);
  quoth_features_add3 (features, r1.lexeme->lower, r2.lexeme->lower, r3.lexeme->lower);
  quoth_features_add (features, w.lexeme->suffixes[2]);
  quoth_features_add2 (features, w.lexeme->suffixes[2], w.tag);
}

static inline G_ALWAYS_INLINE void
add_marks (QuothFeatures      *features,
           const QuothParsedText *parsed,
           guint               sentence,
           guint               t)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  const QuothView *view = &parsed->views[t];
  const QuothSentence *block = &parsed->text->sentences[parsed->block_first[sentence]];
  guint32 stem = parsed->lexemes[t].stem, tag = parsed->syntax->tags[t];
  gint32 last = parsed->last_mark[t], next = parsed->next_mark[t];
  guint before = last >= (gint32) s->first ? bucket (t - last) : 8;
  guint after = next < (gint32) s->end ? bucket (next - t) : 8;
  guint before_kind = last >= (gint32) s->first ? parsed->text->tokens[last].kind : 0;
  guint after_kind = next < (gint32) s->end ? parsed->text->tokens[next].kind : 0;
  guint inside = view->quoted >= 0;
  guint starts = parsed->views[s->first].quoted >= 0, ends = parsed->views[s->end - 1].quoted >= 0;
  guint block_starts = parsed->views[block->first].quoted >= 0;
  guint whole = quoth_parsed_text_is_quoted (parsed, sentence);
  guint has = after_kind != 0 || before_kind != 0;
  guint around = starts << 3 | ends << 2 | inside << 1 | has;
  guint next_quoted = sentence + 1 < parsed->block_end[sentence] &&
                      quoth_parsed_text_is_quoted (parsed, sentence + 1);
  guint previous_quoted = sentence > parsed->block_first[sentence] &&
                          quoth_parsed_text_is_quoted (parsed, sentence - 1);

  quoth_features_add (features, inside);
  quoth_features_add2 (features, inside, stem);
  quoth_features_add2 (features, inside, tag);
  quoth_features_add3 (features, before, before_kind, inside);
  quoth_features_add3 (features, after, after_kind, inside);
  quoth_features_add3 (features, before, before_kind, stem);
  quoth_features_add3 (features, after, after_kind, stem);
  quoth_features_add3 (features, before << 4 | after, before_kind << 4 | after_kind, tag);
  quoth_features_add2 (features, around, tag);
  quoth_features_add2 (features, around, stem);
  quoth_features_add3 (features, block_starts, whole, tag);
  quoth_features_add3 (features, next_quoted, previous_quoted, tag);
  quoth_features_add3 (features, next_quoted, previous_quoted, stem);
}

static inline G_ALWAYS_INLINE void
add_place (QuothFeatures      *features,
           const QuothParsedText *parsed,
           guint               sentence,
           guint               t)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  const QuothBlock *block = &parsed->text->blocks[s->block];
  guint32 tag = parsed->syntax->tags[t];
  guint from = bucket (t - s->first), to = bucket (s->end - 1 - t);
  guint place = MIN (sentence - parsed->block_first[sentence], 3);

  quoth_features_add2 (features, from, tag);
  quoth_features_add2 (features, to, tag);
  quoth_features_add3 (features, from, to, tag);
  quoth_features_add2 (features, place, tag);
  quoth_features_add3 (features, block->kind, parsed->lexemes[t].stem, 0);
  quoth_features_add3 (features, block->kind, tag, to);
}

static guint32
stem_at (const QuothParsedText *parsed,
         gint32              token)
{
  return token < 0 ? 1 : parsed->lexemes[token].stem;
}

static guint32
tag_at (const QuothParsedText *parsed,
        gint32              token)
{
  return token < 0 ? QUOTH_N_TAGS : parsed->syntax->tags[token];
}

/* The nearest word above that @t is a clause of. */
static gint32
find_governor (const QuothParsedText *parsed,
               gint32              t)
{
  for (guint steps = 0; t >= 0 && steps < 8; steps++)
    {
      guint relation = parsed->syntax->relations[t];
      gint32 head = parsed->syntax->heads[t];

      if (relation == QUOTH_RELATION_CCOMP || relation == QUOTH_RELATION_PARATAXIS)
        return head;
      t = head;
    }
  return -1;
}

static inline G_ALWAYS_INLINE void
add_tree (QuothFeatures      *features,
          const QuothParsedText *parsed,
          guint               t)
{
  const QuothView *view = &parsed->views[t];
  guint32 stem = parsed->lexemes[t].stem, tag = parsed->syntax->tags[t];
  gint32 head = parsed->syntax->heads[t];
  guint32 relation = parsed->syntax->relations[t];
  gint32 subject = view->subject, clause = view->clause, object = view->object;
  guint32 subject_word = subject < 0 ? 1 : parsed->lexemes[subject].lower;
  guint clause_side = clause < 0 ? 0 : clause < (gint32) t ? 1 : 2;
  guint clause_quoted = clause >= 0 && parsed->views[clause].quoted >= 0;
  guint object_quoted = object >= 0 && parsed->views[object].quoted >= 0;
  guint head_children = head < 0 ? 0 : parsed->views[head].children;

  quoth_features_add (features, relation);
  quoth_features_add2 (features, relation, stem);
  quoth_features_add2 (features, relation, tag);
  quoth_features_add2 (features, relation, stem_at (parsed, head));
  quoth_features_add2 (features, relation, tag_at (parsed, head));
  quoth_features_add2 (features, stem, stem_at (parsed, head));
  quoth_features_add2 (features, tag, view->children);
  quoth_features_add2 (features, stem, view->children);
  quoth_features_add2 (features, stem,
                       view->children & (QUOTH_HAS_NSUBJ | QUOTH_HAS_CCOMP | QUOTH_HAS_PARATAXIS));
  quoth_features_add3 (features, relation, tag, head_children);
  quoth_features_add3 (features, relation, stem_at (parsed, head), head_children);
  quoth_features_add2 (features, tag, subject_word);
  quoth_features_add2 (features, stem, subject_word);
  quoth_features_add2 (features, stem, tag_at (parsed, subject));
  quoth_features_add3 (features, tag, clause_side, clause_quoted);
  quoth_features_add3 (features, stem, clause_side, clause_quoted);
  quoth_features_add3 (features, stem, object_quoted, tag_at (parsed, object));
  quoth_features_add2 (features, stem, stem_at (parsed, object));
  quoth_features_add2 (features, stem, stem_at (parsed, find_governor (parsed, t)));
  quoth_features_add2 (features, tag, stem_at (parsed, find_governor (parsed, t)));
  quoth_features_add3 (features, tag_at (parsed, clause), tag, clause_side);
}

/* Verbs and nouns that were seldom or never seen are known by what they mean. */
static inline G_ALWAYS_INLINE void
add_sense (QuothFeatures         *features,
           const QuothParsedText *parsed,
           guint                  sentence,
           guint                  t)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  const QuothView *view = &parsed->views[t];
  guint32 sense = view->sense, tag = parsed->syntax->tags[t];
  gint32 head = parsed->syntax->heads[t], clause = view->clause, object = view->object;
  guint head_sense = head < 0 ? 99 : parsed->views[head].sense;
  guint marked = (clause >= 0 &&
                  parsed->views[clause].quoted >= 0) << 1 | (object >= 0 &&
                                                             parsed->views[object].quoted >= 0);
  guint next = t + 1 < s->end ? parsed->views[t + 1].sense : 98,
               last = t > s->first ? parsed->views[t - 1].sense : 98;

  quoth_features_add2 (features, sense, tag);
  quoth_features_add2 (features, sense, parsed->syntax->relations[t]);
  quoth_features_add3 (features, sense, tag, view->children);
  quoth_features_add3 (features, sense, marked,
                       view->children & (QUOTH_HAS_NSUBJ | QUOTH_HAS_CCOMP | QUOTH_HAS_PARATAXIS));
  quoth_features_add3 (features, sense, view->quoted >= 0,
                       clause < 0 ? 0 : clause < (gint32) t ? 1 : 2);
  quoth_features_add2 (features, sense,
                       view->subject < 0 ? 1 : parsed->lexemes[view->subject].lower);
  quoth_features_add2 (features, sense,
                       view->subject < 0 ? 99 : parsed->syntax->tags[view->subject]);
  quoth_features_add2 (features, sense, parsed->lexemes[MIN (t + 1, s->end - 1)].lower);
  quoth_features_add3 (features, sense, tag, next);
  quoth_features_add3 (features, tag, last, sense);
  quoth_features_add3 (features, head_sense, parsed->syntax->relations[t], tag);
}

static inline G_ALWAYS_INLINE void
add_node_features (QuothFeatures      *features,
                         const QuothParsedText *parsed,
                         guint               sentence,
                         guint               token)
{
  quoth_features_begin (features);
  quoth_features_add (features, 0);
  add_words (features, parsed, sentence, token);
  add_marks (features, parsed, sentence, token);
  add_place (features, parsed, sentence, token);
  add_tree (features, parsed, token);
  add_sense (features, parsed, sentence, token);
}

/**
 * quoth_cue_stage_node_features:
 *
 * What is seen at a token to decide whether it begins, goes on with or lies outside a reporting
 * cue.
 */
void
quoth_cue_stage_node_features (QuothFeatures      *features,
                         const QuothParsedText *parsed,
                         guint               sentence,
                         guint               token)
{
  add_node_features (features, parsed, sentence, token);
}

static inline G_ALWAYS_INLINE void
add_edge_features (QuothFeatures      *features,
                         const QuothParsedText *parsed,
                         guint               sentence,
                         guint               token)
{
  Near a = look_near (parsed, sentence, (gint) token - 1), b = look_near (parsed, sentence, token);

  quoth_features_begin (features);
  quoth_features_add (features, 0);
  quoth_features_add2 (features, a.tag, b.tag);
  quoth_features_add (features, b.lexeme->lower);
  quoth_features_add (features, a.lexeme->stem);
  quoth_features_add2 (features, a.lexeme->stem, b.tag);
  quoth_features_add2 (features, parsed->views[token - 1].quoted >= 0,
                       parsed->views[token].quoted >= 0);
  quoth_features_add2 (features, parsed->syntax->heads[token] == (gint32) token - 1,
                       parsed->syntax->relations[token]);
  quoth_features_add2 (features, parsed->syntax->heads[token - 1] == (gint32) token,
                       parsed->syntax->relations[token - 1]);
}

void
quoth_cue_stage_edge_features (QuothFeatures      *features,
                         const QuothParsedText *parsed,
                         guint               sentence,
                         guint               token)
{
  add_edge_features (features, parsed, sentence, token);
}

static gboolean
is_verb (guint tag)
{
  return tag >= QUOTH_TAG_VB && tag <= QUOTH_TAG_VBZ;
}

/**
 * quoth_cue_guess_find_head:
 *
 * Returns: the token that the cue's clause hangs on: its last verb, else the first whose head is
 *   outside
 */
guint32
quoth_cue_guess_find_head (const QuothParsedText *parsed,
                     guint               first,
                     guint               end)
{
  for (guint t = end; t-- > first;)
    if (is_verb (parsed->syntax->tags[t]))
      return t;
  for (guint t = first; t < end; t++)
    {
      gint32 head = parsed->syntax->heads[t];

      if (head < (gint32) first || head >= (gint32) end)
        return t;
    }
  return first;
}

static void
take_cues (const QuothParsedText *parsed,
           guint               sentence,
           float               threshold,
           const QuothLattice *lattice,
           GArray             *cues)
{
  guint first = parsed->text->sentences[sentence].first;

  for (guint i = 0; i < lattice->n;)
    {
      QuothCueGuess cue = { .first = first + i,
                            .probability = lattice->marginals[i][QUOTH_CUE_BEGIN] };
      guint k = i + 1;

      i++;
      if (cue.probability < threshold)
        continue;
      while (k < lattice->n &&
             quoth_lattice_follow (lattice, k, k == i ? QUOTH_CUE_BEGIN : QUOTH_CUE_INSIDE,
                                                     QUOTH_CUE_INSIDE) > 0.5f)
        k++;
      cue.end = first + k;
      cue.head = quoth_cue_guess_find_head (parsed, cue.first, cue.end);
      g_array_append_val (cues, cue);
    }
}

static void
score_token (const QuothCrf      *crf,
             QuothLattice        *lattice,
             guint                i,
             const QuothFeatures *node,
             const QuothFeatures *edge)
{
  quoth_crf_score_node (crf, node, lattice->nodes[i]);
  if (i > 0)
    quoth_crf_score_edge (crf, edge, lattice->edges[i]);
}

/**
 * quoth_cue_stage_find_in:
 * @threshold: least probability of a cue
 * @lattice: scratch
 * @cues: (element-type QuothCueGuess): what is found is put behind what is there
 *
 * Finds the cues of one sentence. Those that overlap are all given; later stages choose.
 */
void
quoth_cue_stage_find_in (const QuothCrf     *crf,
                    const QuothParsedText *parsed,
                    guint               sentence,
                    float               threshold,
                    QuothLattice       *lattice,
                    GArray             *cues)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  guint n = s->end - s->first;
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
        add_node_features (&nodes[i % 2], parsed, sentence, s->first + i);
      if (i > 0 && i < n)
        add_edge_features (&edges[i % 2], parsed, sentence, s->first + i);
      if (i > 0)
        score_token (crf, lattice, i - 1, &nodes[(i - 1) % 2], &edges[(i - 1) % 2]);
    }
  quoth_lattice_sum (lattice);
  take_cues (parsed, sentence, threshold, lattice, cues);
}

/* The same for a whole text; furniture has none. */
void
quoth_cue_stage_find (const QuothCrf     *crf,
                 const QuothParsedText *parsed,
                 float               threshold,
                 GArray             *cues)
{
  g_auto (QuothLattice) lattice = { 0 };

  for (guint s = 0; s < parsed->text->n_sentences; s++)
    if (parsed->text->blocks[parsed->text->sentences[s].block].kind != QUOTH_BLOCK_FURNITURE)
      quoth_cue_stage_find_in (crf, parsed, s, threshold, &lattice, cues);
}
