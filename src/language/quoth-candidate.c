#include "quoth-candidate.h"

#include <math.h>
#include <string.h>

#define NEAR 32 /* candidates of one cue stand no further apart */
#define WORSE 128

/* A quotation of which most is content is content as a whole. */
static void
fill_quoted (const QuothWindow *window,
             guint8            *labels)
{
  const QuothParsedText *parsed = window->parsed;
  gint32 done = -1;

  for (guint t = window->first; t < window->end; t++)
    {
      gint32 quoted = parsed->views[t].quoted;
      guint first, end, count = 0;

      if (quoted < 0 || quoted == done)
        continue;
      done = quoted;
      first = MAX (parsed->quoted_first[quoted], window->first);
      end = MIN (parsed->quoted_end[quoted], window->end);
      if (window->cue.first < end && window->cue.end > first)
        continue;
      for (guint i = first; i < end; i++)
        count += labels[i - window->first] == QUOTH_PART_CONTENT;
      if (2 * count > end - first)
        for (guint i = first; i < end; i++)
          labels[i - window->first] = QUOTH_PART_CONTENT;
    }
}

/* Adds a run of tokens; punctuation alone is no piece. */
static void
add_piece (const QuothWindow *window,
           QuothRange        *pieces,
           guint             *n,
           guint              first,
           guint              end)
{
  const QuothToken *tokens = window->parsed->text->tokens;

  for (guint t = first; t < end; t++)
    if (tokens[t].kind == QUOTH_TOKEN_WORD || tokens[t].kind == QUOTH_TOKEN_NUMBER)
      {
        if (*n < QUOTH_CANDIDATE_PIECES)
          pieces[(*n)++] = (QuothRange) { first, end };
        return;
      }
}

static void
add_pieces (QuothCandidate    *candidate,
            const QuothWindow *window,
            const guint8      *labels)
{
  guint n = window->end - window->first;

  for (guint i = 0, start = 0; i < n; i++)
    {
      if (i > 0 && labels[i] != labels[i - 1])
        start = i;
      if (i + 1 < n && labels[i + 1] == labels[i])
        continue;
      if (labels[i] == QUOTH_PART_CONTENT)
        add_piece (window, candidate->contents, &candidate->n_contents, window->first + start,
                   window->first + i + 1);
      else if (labels[i] == QUOTH_PART_SOURCE)
        add_piece (window, candidate->sources, &candidate->n_sources, window->first + start,
                   window->first + i + 1);
    }
}

static float
average (const QuothLattice *lattice,
         const QuothWindow  *window,
         const QuothRange   *pieces,
         guint               n_pieces,
         QuothPart           part,
         float              *least)
{
  float sum = 0, low = 1;
  guint n = 0;

  for (guint p = 0; p < n_pieces; p++)
    for (guint t = pieces[p].first; t < pieces[p].end; t++, n++)
      {
        float probability = lattice->marginals[t - window->first][part];

        sum += probability;
        low = MIN (low, probability);
      }
  if (least != NULL)
    *least = n > 0 ? low : 0;
  return n > 0 ? sum / n : 0;
}

static gboolean
is_word (const QuothText *text,
         guint            token)
{
  return text->tokens[token].kind == QUOTH_TOKEN_WORD ||
         text->tokens[token].kind == QUOTH_TOKEN_NUMBER;
}

/* What tells two proposals for one cue apart: the words of source and content. */
static guint32
hash_words (const QuothWindow *window,
            const guint8      *labels)
{
  guint32 hash = 1;

  for (guint t = window->first; t < window->end; t++)
    if (labels[t - window->first] != QUOTH_PART_OUTSIDE && is_word (window->parsed->text, t))
      hash = quoth_hash_mix (quoth_hash_mix (hash, t), labels[t - window->first]);
  return hash;
}

/* Adds what the labels say as a candidate. Returns: whether they say anything */
static gboolean
add_candidate (GArray             *candidates,
               const QuothWindow  *window,
               const QuothLattice *lattice,
               QuothCandidate      candidate)
{
  add_pieces (&candidate, window, lattice->labels);
  if (candidate.n_contents == 0)
    return FALSE;
  candidate.content_mean = average (lattice, window, candidate.contents, candidate.n_contents,
                                    QUOTH_PART_CONTENT, &candidate.content_least);
  candidate.source_mean = average (lattice, window, candidate.sources, candidate.n_sources,
                                   QUOTH_PART_SOURCE, NULL);
  g_array_append_val (candidates, candidate);
  return TRUE;
}

/* The best sequences that differ in more than punctuation. */
static void
propose_for (GArray             *candidates,
             const QuothWindow  *window,
             QuothLattice       *lattice,
             guint               group)
{
  QuothCandidate candidate = { .cue = window->cue, .group = group };
  guint32 seen[QUOTH_CRF_BEST];
  gint places[QUOTH_CRF_BEST];
  float best = quoth_lattice_take (lattice, 0);

  for (guint rank = 0; rank < QUOTH_CRF_BEST && candidate.rank < QUOTH_ALTERNATIVES; rank++)
    {
      float score = quoth_lattice_take (lattice, rank);
      guint same = 0;

      if (score == -G_MAXFLOAT)
        break;
      fill_quoted (window, lattice->labels);
      seen[rank] = hash_words (window, lattice->labels);
      candidate.gap = best - score;
      candidate.posterior = exp (MIN (score - lattice->log_sum, 0));
      while (seen[same] != seen[rank])
        same++;
      places[rank] = same < rank ? places[same] : (gint) candidates->len;
      if (same < rank)
        {
          if (places[same] >= 0)
            g_array_index (candidates, QuothCandidate,
                           places[same]).posterior += candidate.posterior;
          continue;
        }
      if (!add_candidate (candidates, window, lattice, candidate))
        places[rank] = -1;
      candidate.rank++;
    }
}

/* How far the proposals of one cue, the last ones from @first on, bear each other out. */
static void
add_expectations (GArray *candidates,
                  guint   first)
{
  for (guint i = first; i < candidates->len; i++)
    {
      QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

      for (guint k = first; k < candidates->len; k++)
        {
          const QuothCandidate *other = &g_array_index (candidates, QuothCandidate, k);

          if (k == i || quoth_candidate_agrees (candidate, other))
            candidate->expected += other->posterior;
        }
    }
}

/* Labels the words of @part's subtree; what hangs on it by punctuation or a conjunction at its
 * edges is no part. */
static guint
label_subtree (const QuothWindow *window,
               guint8            *labels,
               gint32             top,
               QuothPart          part)
{
  const QuothParsedText *parsed = window->parsed;
  const QuothSentence *s = &parsed->text->sentences[window->sentence];
  guint n = 0;

  for (guint t = MAX (s->first, window->first); t < MIN (s->end, window->end); t++)
    {
      gint32 up = t;

      for (guint steps = 0; up >= 0 && up != top && steps < 64; steps++)
        up = parsed->syntax->heads[up];
      if (up != top || quoth_window_is_cue (window, t))
        continue;
      labels[t - window->first] = part;
      n += is_word (parsed->text, t);
    }
  return n;
}

/* What the tree alone says: the clause or object of the cue's verb is the content, its subject the
 * source. */
static void
propose_tree (GArray             *candidates,
              const QuothWindow  *window,
              QuothLattice       *lattice,
              guint               group)
{
  const QuothView *view = &window->parsed->views[window->cue.head];
  gint32 content = view->clause >= 0 ? view->clause : view->object;
  QuothCandidate candidate = { .cue = window->cue, .group = group, .rank = QUOTH_ALTERNATIVES,
                               .gap = 9 };

  if (content < 0 || view->subject < 0)
    return;
  memset (lattice->labels, QUOTH_PART_OUTSIDE, lattice->n);
  if (label_subtree (window, lattice->labels, content, QUOTH_PART_CONTENT) == 0)
    return;
  label_subtree (window, lattice->labels, view->subject, QUOTH_PART_SOURCE);
  fill_quoted (window, lattice->labels);
  add_candidate (candidates, window, lattice, candidate);
}

/**
 * quoth_candidates_propose:
 * @cues: (element-type QuothCueGuess): sorted
 *
 * Finds source and content of every cue, in several ways.
 *
 * Returns: (transfer full) (element-type QuothCandidate): those with a content
 */
GArray *
quoth_candidates_propose (const QuothStages     *stages,
                          const QuothParsedText *parsed,
                          const GArray          *cues)
{
  GArray *candidates = g_array_new (FALSE, TRUE, sizeof (QuothCandidate));
  g_auto (QuothWindow) window = { 0 };
  g_auto (QuothLattice) lattice = { 0 };

  for (guint i = 0; i < cues->len; i++)
    {
      guint first = candidates->len;

      quoth_window_move (&window, parsed, &g_array_index (cues, QuothCueGuess, i), cues);
      quoth_span_label (&stages->spans, &window, &lattice);
      propose_for (candidates, &window, &lattice, i);
      propose_tree (candidates, &window, &lattice, i);
      add_expectations (candidates, first);
    }
  return candidates;
}

/**
 * quoth_candidates_keep_best:
 * @candidates: (element-type QuothCandidate): rated, sorted by cue
 *
 * Keeps the likeliest candidate of each cue.
 */
void
quoth_candidates_keep_best (GArray *candidates)
{
  guint kept = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);
      float second = -G_MAXFLOAT, sum = 0, support = 0;
      gboolean best = TRUE;

      for (guint k = i > NEAR ? i - NEAR : 0; k < MIN (candidates->len, i + NEAR) && best; k++)
        {
          const QuothCandidate *other = &g_array_index (candidates, QuothCandidate, k);
          float weight;

          if (other->group != candidate->group)
            continue;
          weight = expf (CLAMP (other->probability - candidate->probability, -20, 20));
          sum += weight;
          if (k == i || quoth_candidate_agrees (candidate, other))
            support += weight;
          if (k == i)
            continue;
          second = MAX (second, other->probability);
          best = other->probability < candidate->probability ||
                 (other->probability == candidate->probability && k > i);
        }
      candidate->margin = second == -G_MAXFLOAT ? 9 : candidate->probability - second;
      candidate->support = support / sum;
      if (!best)
        candidate->rank |= WORSE;
    }
  for (guint i = 0; i < candidates->len; i++)
    if ((g_array_index (candidates, QuothCandidate, i).rank & WORSE) == 0)
      g_array_index (candidates, QuothCandidate, kept++) = g_array_index (candidates,
                                                                          QuothCandidate, i);
  g_array_set_size (candidates, kept);
}

guint
quoth_candidate_count_content (const QuothCandidate *self)
{
  guint n = 0;

  for (guint p = 0; p < self->n_contents; p++)
    n += self->contents[p].end - self->contents[p].first;
  return n;
}

gboolean
quoth_candidate_holds (const QuothCandidate *self,
                       guint                 token)
{
  for (guint p = 0; p < self->n_contents; p++)
    if (token >= self->contents[p].first && token < self->contents[p].end)
      return TRUE;
  return FALSE;
}

gboolean
quoth_candidate_overlaps (const QuothCandidate *self,
                          const QuothCandidate *other)
{
  for (guint a = 0; a < self->n_contents; a++)
    for (guint b = 0; b < other->n_contents; b++)
      if (self->contents[a].first < other->contents[b].end &&
          other->contents[b].first < self->contents[a].end)
        return TRUE;
  return FALSE;
}

/* How many words of the content stand in quotation marks. */
guint
quoth_candidate_count_quoted (const QuothCandidate *self,
                              const QuothParsedText   *parsed)
{
  guint n = 0;

  for (guint p = 0; p < self->n_contents; p++)
    for (guint t = self->contents[p].first; t < self->contents[p].end; t++)
      n += parsed->views[t].quoted >= 0;
  return n;
}

/* Takes the tokens of a quoted span from a candidate's content. */
static void
give_up (QuothCandidate *candidate,
         guint           first,
         guint           end)
{
  QuothRange kept[QUOTH_CANDIDATE_PIECES];
  guint n = 0;

  for (guint p = 0; p < candidate->n_contents; p++)
    {
      QuothRange piece = candidate->contents[p];

      if (piece.end <= first || piece.first >= end)
        {
          if (n < QUOTH_CANDIDATE_PIECES)
            kept[n++] = piece;
          continue;
        }
      if (piece.first < first && n < QUOTH_CANDIDATE_PIECES)
        kept[n++] = (QuothRange) { piece.first, first };
      if (piece.end > end && n < QUOTH_CANDIDATE_PIECES)
        kept[n++] = (QuothRange) { end, piece.end };
    }
  memcpy (candidate->contents, kept, n * sizeof *kept);
  candidate->n_contents = n;
}

static gboolean
claims (const QuothCandidate *candidate,
        guint                 first,
        guint                 end)
{
  guint count = 0;

  for (guint p = 0; p < candidate->n_contents; p++)
    {
      guint from = MAX (first, candidate->contents[p].first),
                   to = MIN (end, candidate->contents[p].end);

      count += to > from ? to - from : 0;
    }
  return 2 * count > end - first;
}

/* Does the cue stand in marks itself? Then whoever speaks there is not who speaks in other marks. */
static gboolean
is_within_speech (const QuothCandidate  *candidate,
                  const QuothParsedText *parsed)
{
  return candidate->cue.end > candidate->cue.first &&
         parsed->views[candidate->cue.head].quoted >= 0;
}

/**
 * quoth_candidates_contest:
 * @candidates: (element-type QuothCandidate): sorted by cue
 *
 * Where several cues claim the same quotation it goes to the surest; the others keep what else they
 * have.
 */
void
quoth_candidates_contest (GArray             *candidates,
                          const QuothParsedText *parsed)
{
  for (guint q = 0; q < parsed->text->n_quoted; q++)
    {
      guint first = parsed->quoted_first[q], end = parsed->quoted_end[q];
      gint best = -1;

      if (parsed->text->quoted[q].level > 0 || end <= first)
        continue;
      for (guint i = 0; i < candidates->len; i++)
        {
          const QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

          if (candidate->cue.first > end + 400)
            break;
          if (candidate->cue.end + 400 < first || !claims (candidate, first, end) ||
              is_within_speech (candidate, parsed))
            continue;
          if (best < 0 || candidate->content_mean * candidate->cue.probability >
              g_array_index (candidates, QuothCandidate, best).content_mean *
              g_array_index (candidates, QuothCandidate, best).cue.probability)
            best = i;
        }
      for (guint i = 0; best >= 0 && i < candidates->len; i++)
        {
          QuothCandidate *candidate = &g_array_index (candidates, QuothCandidate, i);

          if (candidate->cue.first > end + 400)
            break;
          if (i != (guint) best && candidate->cue.end + 400 >= first &&
              claims (candidate, first, end))
            give_up (candidate, first, end);
        }
    }
  for (guint i = candidates->len; i-- > 0;)
    if (g_array_index (candidates, QuothCandidate, i).n_contents == 0)
      g_array_remove_index (candidates, i);
}
