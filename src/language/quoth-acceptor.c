#include "quoth-acceptor.h"

#include <math.h>

/**
 * quoth_acceptor_use:
 * @section: checked, or just made by training; borrowed
 */
void
quoth_acceptor_use (QuothAcceptor *self,
                    gconstpointer  section)
{
  const QuothAcceptorHeader *header = section;

  self->calibration = (const float *) (header + 1);
  self->weights = (const gint16 *) (self->calibration + QUOTH_CALIBRATION_STEPS);
  self->scale = header->scale;
  self->mask = ((guint32) 1 << header->bits) - 1;
}

gboolean
quoth_acceptor_find (QuothAcceptor    *self,
                     const QuothModel *model,
                     const char       *section)
{
  gsize size = 0;
  const QuothAcceptorHeader *header = quoth_model_find_section (model, section, &size);

  if (header == NULL || size < sizeof *header || header->bits > 24 ||
      header->n_steps != QUOTH_CALIBRATION_STEPS ||
      size < sizeof *header + QUOTH_CALIBRATION_STEPS * sizeof (float) + (sizeof (gint16) << header->bits))
    return FALSE;
  quoth_acceptor_use (self, header);
  return TRUE;
}

/* Probabilities in classes that are narrow near 0 and 1. */
static guint
class_of (float probability)
{
  static const float LIMITS[] = { 0.02f, 0.05f, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f,
                                  0.9f, 0.95f, 0.98f, 0.995f };
  guint i = 0;

  while (i < G_N_ELEMENTS (LIMITS) && probability > LIMITS[i])
    i++;
  return i;
}

static guint
bucket (guint n)
{
  return n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 25 ? 6 : n < 60 ? 7 : 8;
}

static inline G_ALWAYS_INLINE void
add_rivals (QuothFeatures      *features,
            const QuothParsedText *parsed,
            const GArray       *candidates,
            guint               i)
{
  const QuothCandidate *self = &g_array_index (candidates, QuothCandidate, i);
  guint inside = 0, overlaps = 0, holds = 0;

  (void) parsed;
  for (guint k = i > 25 ? i - 25 : 0; k < candidates->len && k < i + 25; k++)
    {
      const QuothCandidate *other = &g_array_index (candidates, QuothCandidate, k);

      if (k == i || (other->rank > 0 && !other->by_rule) ||
          (other->group == self->group && !other->by_rule))
        continue;
      if (quoth_candidate_holds (other, self->cue.head))
        inside = MAX (inside, 1 + class_of (other->cue.probability));
      if (quoth_candidate_holds (self, other->cue.head))
        holds = MAX (holds, 1 + class_of (other->cue.probability));
      if (quoth_candidate_overlaps (self, other))
        overlaps = MAX (overlaps, 1 + class_of (other->cue.probability * other->content_mean));
    }
  quoth_features_add (features, inside);
  quoth_features_add2 (features, inside, class_of (self->cue.probability));
  quoth_features_add (features, holds);
  quoth_features_add2 (features, holds, class_of (self->cue.probability));
  quoth_features_add (features, overlaps);
  quoth_features_add2 (features, overlaps, class_of (self->cue.probability * self->content_mean));
}

/* How the content lies in the tree: how many of its words hang on words outside, and how many
 * outside on it. */
static void
count_cuts (const QuothParsedText *parsed,
            const QuothCandidate  *self,
            guint                 *out,
            guint                 *in)
{
  guint sentence = G_MAXUINT;

  *out = *in = 0;
  for (guint p = 0; p < self->n_contents; p++)
    for (guint t = self->contents[p].first; t < self->contents[p].end; t++)
      {
        gint32 head = parsed->syntax->heads[t];

        if (parsed->text->tokens[t].kind <= QUOTH_TOKEN_NUMBER)
          *out += head < 0 || !quoth_candidate_holds (self, head);
        sentence = parsed->views[t].sentence;
      }
  if (sentence == G_MAXUINT)
    return;
  for (guint t = parsed->text->sentences[sentence].first; t < parsed->text->sentences[sentence].end; t++)
    if (parsed->text->tokens[t].kind <= QUOTH_TOKEN_NUMBER && parsed->syntax->heads[t] >= 0 &&
        !quoth_candidate_holds (self, t) && quoth_candidate_holds (self, parsed->syntax->heads[t]))
      (*in)++;
}

/* The words on both sides of an edge of the content. */
static inline G_ALWAYS_INLINE void
add_edge (QuothFeatures         *features,
          const QuothParsedText *parsed,
          gint                   inside,
          gint                   outside,
          guint                  side)
{
  const QuothSentence *s = &parsed->text->sentences[parsed->views[inside].sentence];
  gboolean at_edge = outside < (gint) s->first || outside >= (gint) s->end;
  guint32 word = at_edge ? 1 : parsed->lexemes[outside].lower,
                 tag = at_edge ? 99 : parsed->syntax->tags[outside];
  guint32 in_word = parsed->lexemes[inside].lower, in_tag = parsed->syntax->tags[inside];
  gint32 head = at_edge ? -1 : parsed->syntax->heads[outside];
  guint attached = head < 0 ? 2 : head == inside;

  quoth_features_add2 (features, side, word);
  quoth_features_add3 (features, side, tag, in_tag);
  quoth_features_add3 (features, side, word, in_word);
  quoth_features_add3 (features, side, attached, tag);
  quoth_features_add3 (features, side, at_edge ? 99 : parsed->syntax->relations[outside], in_tag);
  quoth_features_add3 (features, side, parsed->syntax->relations[inside], tag);
}

static inline G_ALWAYS_INLINE void
add_shape (QuothFeatures         *features,
           const QuothParsedText *parsed,
           const QuothCandidate  *self,
           guint                  kind)
{
  guint out, in, gap = self->gap < 0.1f ? 0 : self->gap < 0.5f ? 1 : self->gap < 1
                       ? 2 : self->gap < 2 ? 3 : self->gap < 4 ? 4 : 5;
  guint32 first = self->contents[0].first, last = self->contents[self->n_contents - 1].end - 1;

  count_cuts (parsed, self, &out, &in);
  quoth_features_add (features, gap);
  quoth_features_add2 (features, gap, self->rank);
  quoth_features_add2 (features, gap, kind);
  quoth_features_add2 (features, MIN (out, 5), kind);
  quoth_features_add2 (features, MIN (in, 5), kind);
  quoth_features_add3 (features, MIN (out, 5), MIN (in, 5), kind);
  quoth_features_add3 (features, MIN (out, 3), MIN (in, 3), gap);
  add_edge (features, parsed, first, (gint) first - 1, kind << 1);
  add_edge (features, parsed, last, last + 1, kind << 1 | 1);
}

/* How the content lies to quotation marks: how long the longest it holds is, and whether it cuts
 * one. */
static inline G_ALWAYS_INLINE void
add_marks (QuothFeatures         *features,
           const QuothParsedText *parsed,
           const QuothCandidate  *self,
           guint                  kind)
{
  guint longest = 0, n = 0, cut = 0;
  gint32 done = -1;

  for (guint p = 0; p < self->n_contents; p++)
    for (guint t = self->contents[p].first; t < self->contents[p].end; t++)
      {
        gint32 quoted = parsed->views[t].quoted;

        if (quoted < 0 || quoted == done)
          continue;
        done = quoted;
        n++;
        longest = MAX (longest, parsed->quoted_end[quoted] - parsed->quoted_first[quoted]);
        if (!quoth_candidate_holds (self,
                                    MIN (parsed->quoted_first[quoted] + 1,
                                         parsed->quoted_end[quoted] - 1)) ||
            parsed->quoted_end[quoted] < 2 ||
            !quoth_candidate_holds (self, parsed->quoted_end[quoted] - 2))
          cut = 1;
      }
  quoth_features_add2 (features, bucket (longest), kind);
  quoth_features_add3 (features, bucket (longest), MIN (n, 3), cut);
  quoth_features_add3 (features, bucket (longest), class_of (self->cue.probability), kind);
  quoth_features_add3 (features, bucket (longest), self->n_sources > 0,
                       parsed->views[self->cue.head].sense);
}

/* The words of the cue and beside it. */
static inline G_ALWAYS_INLINE void
add_cue (QuothFeatures         *features,
         const QuothParsedText *parsed,
         const QuothCandidate  *self,
         guint                  kind)
{
  const guint8 *tags = parsed->syntax->tags;
  const QuothSentence *s = &parsed->text->sentences[parsed->views[self->cue.head].sentence];
  guint32 words = 7, before = 1, after = 1, before_tag = 99, after_tag = 99;
  gint32 head = parsed->syntax->heads[self->cue.head];

  for (guint t = self->cue.first; t < self->cue.end; t++)
    words = quoth_hash_mix (words, parsed->lexemes[t].lower);
  if (self->cue.first > s->first)
    {
      before = parsed->lexemes[self->cue.first - 1].lower;
      before_tag = tags[self->cue.first - 1];
    }
  if (self->cue.end < s->end)
    {
      after = parsed->lexemes[self->cue.end].lower;
      after_tag = tags[self->cue.end];
    }
  quoth_features_add (features, words);
  quoth_features_add2 (features, words, kind);
  quoth_features_add2 (features, before, kind);
  quoth_features_add2 (features, before_tag, tags[self->cue.first]);
  quoth_features_add2 (features, after, kind);
  quoth_features_add2 (features, after_tag, tags[self->cue.head]);
  quoth_features_add2 (features, parsed->lexemes[self->cue.first].lower, kind);
  quoth_features_add3 (features, parsed->syntax->relations[self->cue.head],
                       head < 0 ? 99 : tags[head], kind);
  quoth_features_add2 (features, head < 0 ? 1 : parsed->lexemes[head].stem, kind);
}

/* Does the source hold the cue's subject, the content its clause or object? And how do they stand? */
static inline G_ALWAYS_INLINE void
add_roles (QuothFeatures         *features,
           const QuothParsedText *parsed,
           const QuothCandidate  *self,
           guint                  kind)
{
  const QuothView *view = &parsed->views[self->cue.head];
  guint subject = view->subject < 0 ? 2 : 0, clause = view->clause < 0 ? 2 : 0,
                                                      object = view->object < 0 ? 2 : 0;
  guint side = 3, distance = 9, sentence = 0;

  if (self->n_sources > 0)
    {
      QuothRange source = self->sources[0];

      side = source.first > self->cue.first;
      distance = bucket (side ? source.first - MIN (source.first, self->cue.end)
                              : self->cue.first - MIN (source.end, self->cue.first));
      sentence = parsed->views[source.first].sentence != view->sentence;
      for (guint p = 0; p < self->n_sources; p++)
        if (view->subject >= (gint32) self->sources[p].first &&
            view->subject < (gint32) self->sources[p].end)
          subject = 1;
    }
  if (view->clause >= 0)
    clause = quoth_candidate_holds (self, view->clause);
  if (view->object >= 0)
    object = quoth_candidate_holds (self, view->object);
  quoth_features_add3 (features, subject, clause, object);
  quoth_features_add3 (features, subject << 4 | clause << 2 | object, kind,
                       parsed->syntax->tags[self->cue.head]);
  quoth_features_add3 (features, subject << 4 | clause << 2 | object, view->sense, kind);
  quoth_features_add3 (features, side, distance, kind);
  quoth_features_add3 (features, side << 1 | sentence, subject, self->n_sources);
}

static inline G_ALWAYS_INLINE void
add_spans (QuothFeatures        *features,
           const QuothParsedText   *parsed,
           const QuothCandidate *self)
{
  const QuothLexeme *lexemes = parsed->lexemes;
  const guint8 *tags = parsed->syntax->tags;
  guint32 first = self->contents[0].first, last = self->contents[self->n_contents - 1].end - 1;
  guint32 source = self->n_sources > 0 ? self->sources[self->n_sources - 1].end - 1 : G_MAXUINT32;
  guint n = quoth_candidate_count_content (self),
            quoted = quoth_candidate_count_quoted (self, parsed);
  guint kind = quoted == 0 ? 2 : quoted + 2 >= n ? 0 : 1;
  guint sentence = parsed->views[self->cue.head].sentence;
  gint offset = (gint) parsed->views[first].sentence - (gint) sentence;
  guint32 stem = lexemes[self->cue.head].stem;

  add_shape (features, parsed, self, kind);
  add_marks (features, parsed, self, kind);
  add_cue (features, parsed, self, kind);
  add_roles (features, parsed, self, kind);
  quoth_features_add (features, kind);
  quoth_features_add2 (features, kind, bucket (n));
  quoth_features_add2 (features, kind, stem);
  quoth_features_add (features, stem);
  quoth_features_add2 (features, stem, tags[self->cue.head]);
  quoth_features_add2 (features, tags[self->cue.head], kind);
  quoth_features_add2 (features, parsed->syntax->relations[self->cue.head], kind);
  quoth_features_add2 (features, kind, class_of (self->cue.probability));
  quoth_features_add2 (features, kind, class_of (self->content_mean));
  quoth_features_add2 (features, kind, class_of (self->source_mean));
  quoth_features_add2 (features, kind, class_of (self->content_least));
  quoth_features_add2 (features, lexemes[first].lower, kind);
  quoth_features_add2 (features, tags[first], kind);
  quoth_features_add2 (features, lexemes[last].lower, kind);
  quoth_features_add2 (features, tags[last], kind);
  quoth_features_add2 (features, self->n_sources, self->n_contents);
  quoth_features_add (features, source == G_MAXUINT32 ? 1 : lexemes[source].lower);
  quoth_features_add (features, source == G_MAXUINT32 ? 99 : tags[source]);
  quoth_features_add2 (features, source == G_MAXUINT32 ? 99 : tags[source], kind);
  quoth_features_add2 (features, CLAMP (offset, -2, 2) + 2, kind);
  quoth_features_add2 (features, parsed->text->blocks[parsed->text->sentences[sentence].block].kind,
                       kind);
  quoth_features_add2 (features, bucket (self->cue.end - self->cue.first), stem);
  quoth_features_add2 (features, parsed->views[self->cue.head].children, kind);
  quoth_features_add2 (features, parsed->views[self->cue.head].quoted >= 0, kind);
  quoth_features_add2 (features, parsed->views[self->cue.head].sense, kind);
  quoth_features_add3 (features, parsed->views[self->cue.head].sense, tags[self->cue.head], kind);
  quoth_features_add2 (features, parsed->views[self->cue.head].sense,
                       parsed->views[self->cue.head].children);
  quoth_features_add3 (features, parsed->views[self->cue.head].sense,
                       class_of (self->cue.probability), kind);
}

static inline G_ALWAYS_INLINE void
add_rules (QuothFeatures         *features,
           const QuothParsedText *parsed,
           const QuothCandidate  *self)
{
  guint rule = class_of (self->rule), origin = self->by_rule << 2 | self->agreement;
  guint quoted = MIN (1, quoth_candidate_count_quoted (self, parsed));
  guint has_cue = self->cue.end > self->cue.first;

  quoth_features_add (features, origin);
  quoth_features_add2 (features, origin, rule);
  quoth_features_add3 (features, origin, rule, quoted);
  quoth_features_add2 (features, origin, class_of (self->cue.probability));
  quoth_features_add2 (features, origin, class_of (self->content_mean));
  quoth_features_add3 (features, origin, has_cue << 1 | quoted, self->n_sources);
}

static guint
margin_class (float margin)
{
  return margin < 0.2f ? 0 : margin < 0.5f ? 1 : margin < 1 ? 2 : margin < 2 ? 3 : margin < 4
         ? 4 : margin < 8 ? 5 : 6;
}

/* What the other proposals of the cue say for it. */
static inline G_ALWAYS_INLINE void
add_support (QuothFeatures        *features,
             const QuothCandidate *self)
{
  guint posterior = class_of (self->posterior), expected = class_of (self->expected);
  guint support = class_of (self->support), margin = margin_class (self->margin);
  guint cue = class_of (self->cue.probability);

  quoth_features_add (features, posterior);
  quoth_features_add (features, expected);
  quoth_features_add2 (features, expected, cue);
  quoth_features_add2 (features, expected, self->agreement);
  quoth_features_add2 (features, posterior, self->rank);
  quoth_features_add (features, support);
  quoth_features_add2 (features, support, cue);
  quoth_features_add2 (features, support, expected);
  quoth_features_add2 (features, margin, self->by_rule << 2 | self->agreement);
  quoth_features_add2 (features, class_of (self->expected * self->cue.probability), support);
}

/**
 * quoth_acceptor_features:
 * @candidates: (element-type QuothCandidate): all of the text, sorted by cue
 *
 * What is seen of a candidate to decide whether it is right.
 */
void
quoth_acceptor_features (QuothFeatures      *features,
                         const QuothParsedText *parsed,
                         const GArray       *candidates,
                         guint               i)
{
  const QuothCandidate *self = &g_array_index (candidates, QuothCandidate, i);
  guint cue = class_of (self->cue.probability), mean = class_of (self->content_mean);
  guint source = class_of (self->source_mean), least = class_of (self->content_least);

  quoth_features_begin (features);
  quoth_features_add (features, 0);
  quoth_features_add (features, cue);
  quoth_features_add (features, mean);
  quoth_features_add (features, source);
  quoth_features_add (features, least);
  quoth_features_add2 (features, cue, mean);
  quoth_features_add2 (features, cue, source);
  quoth_features_add2 (features, mean, source);
  quoth_features_add2 (features, mean, least);
  quoth_features_add3 (features, cue, mean, source);
  add_support (features, self);
  add_rules (features, parsed, self);
  add_spans (features, parsed, self);
  add_rivals (features, parsed, candidates, i);
}

/* Returns: the weights of the features, summed */
float
quoth_acceptor_sum (const QuothAcceptor *self,
                    const QuothFeatures *features)
{
  gint32 sum = 0;

  for (guint f = 0; f < features->n; f++)
    sum += self->weights[features->hashes[f] & self->mask];
  return sum * self->scale;
}

/* Returns: the raw probability */
float
quoth_acceptor_score (const QuothAcceptor *self,
                      const QuothFeatures *features)
{
  return 1 / (1 + expf (-quoth_acceptor_sum (self, features)));
}

/* Returns: what share of held-out candidates with this raw probability was right */
float
quoth_acceptor_calibrate (const QuothAcceptor *self,
                          float                probability)
{
  float place = CLAMP (probability, 0.0f, 1.0f) * (QUOTH_CALIBRATION_STEPS - 1);
  guint i = MIN ((guint) place, QUOTH_CALIBRATION_STEPS - 2);

  return self->calibration[i] + (place - i) * (self->calibration[i + 1] - self->calibration[i]);
}
