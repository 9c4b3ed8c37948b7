#include "quoth-candidate.h"

#include <string.h>

/* What the rules find joins what the learned stages propose: as candidates of their own, or as
 * agreement. */

static QuothRange
find_range (const QuothText *text,
            QuothSpan        span)
{
  QuothRange range = { quoth_text_find_token (text, span.start), 0 };

  range.end = range.first;
  while (range.end < text->n_tokens && text->tokens[range.end].span.start < span.end)
    range.end++;
  return range;
}

static guint
find_ranges (const QuothText       *text,
             const QuothShortArray *spans,
             QuothRange            *ranges)
{
  guint n = 0;

  for (guint i = 0; i < spans->len && n < QUOTH_CANDIDATE_PIECES; i++)
    {
      QuothRange range = find_range (text, quoth_short_array_index (spans, QuothSpan, i));

      if (range.end > range.first)
        ranges[n++] = range;
    }
  return n;
}

static gboolean
convert (const QuothParsedText  *parsed,
         const QuothAttribution *attribution,
         QuothCandidate         *candidate)
{
  const QuothText *text = parsed->text;

  *candidate = (QuothCandidate) { .by_rule = TRUE, .group = G_MAXUINT32, .rule = attribution->confidence };
  candidate->n_contents = find_ranges (text, &attribution->contents, candidate->contents);
  candidate->n_sources = find_ranges (text, &attribution->sources, candidate->sources);
  if (candidate->n_contents == 0)
    return FALSE;
  if (quoth_span_is_empty (attribution->cue))
    {
      candidate->cue.first = candidate->cue.end = candidate->cue.head = candidate->contents[0].first;
      return TRUE;
    }
  candidate->cue.first = find_range (text, attribution->cue).first;
  candidate->cue.end = find_range (text, attribution->cue).end;
  candidate->cue.head = quoth_cue_guess_find_head (parsed, candidate->cue.first,
                                                   candidate->cue.end);
  return TRUE;
}

static guint
count_shared (const QuothRange *a,
              guint             n_a,
              const QuothRange *b,
              guint             n_b)
{
  guint n = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint k = 0; k < n_b; k++)
      {
        guint first = MAX (a[i].first, b[k].first), end = MIN (a[i].end, b[k].end);

        n += end > first ? end - first : 0;
      }
  return n;
}

static guint
compare (const QuothCandidate *a,
         const QuothCandidate *b)
{
  guint both = count_shared (a->contents, a->n_contents, b->contents, b->n_contents);
  guint either;

  if (both == 0)
    return 0;
  either = quoth_candidate_count_content (a) + quoth_candidate_count_content (b) - both;
  if (2 * both < either)
    return 1;
  if (a->n_sources + b->n_sources > 0 &&
      count_shared (a->sources, a->n_sources, b->sources, b->n_sources) == 0)
    return 2;
  return 3;
}

/* Are both right, or wrong, by contents that overlap by half and sources that touch? */
gboolean
quoth_candidate_agrees (const QuothCandidate *self,
                        const QuothCandidate *other)
{
  return compare (self, other) == 3;
}

static gboolean
shares_cue (const QuothCandidate *a,
            const QuothCandidate *b)
{
  return a->cue.first < b->cue.end && b->cue.first < a->cue.end;
}

static gboolean
is_same (const QuothCandidate *a,
         const QuothCandidate *b)
{
  return shares_cue (a, b) && a->n_contents == b->n_contents && a->n_sources == b->n_sources &&
         memcmp (a->contents, b->contents, a->n_contents * sizeof *a->contents) == 0 &&
         memcmp (a->sources, b->sources, a->n_sources * sizeof *a->sources) == 0;
}

/* From the first token of the contents to the last. */
static QuothRange
find_extent (const QuothCandidate *self)
{
  QuothRange extent = self->contents[0];

  for (guint p = 1; p < self->n_contents; p++)
    {
      extent.first = MIN (extent.first, self->contents[p].first);
      extent.end = MAX (extent.end, self->contents[p].end);
    }
  return extent;
}

static gint
compare_cues (gconstpointer a,
              gconstpointer b)
{
  const QuothCandidate *x = a, *y = b;

  if (x->cue.first != y->cue.first)
    return x->cue.first < y->cue.first ? -1 : 1;
  if (x->by_rule != y->by_rule)
    return (gint) x->by_rule - (gint) y->by_rule;
  return (gint) x->rank - (gint) y->rank;
}

/* Is it said by the second speaker of a cue that stands once? Those who share a cue do not compete
 * for it. */
static gboolean
repeats_cue (GPtrArray *attributions,
             guint      index)
{
  const QuothAttribution *self = attributions->pdata[index];

  for (guint i = 0; i < index; i++)
    {
      const QuothAttribution *other = attributions->pdata[i];

      if (!quoth_span_is_empty (self->cue) && self->cue.start == other->cue.start &&
          self->parent < 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * quoth_candidates_add_rules:
 * @candidates: (element-type QuothCandidate): of the learned stages; sorted by cue on return
 * @attributions: (element-type QuothAttribution): what the rules find
 *
 * Notes where rules agree with a candidate, and adds what they alone propose.
 */
void
quoth_candidates_add_rules (GArray                *candidates,
                            const QuothParsedText *parsed,
                            GPtrArray             *attributions)
{
  guint n_learned = candidates->len;
  g_autofree QuothRange *extents = g_new (QuothRange, n_learned + 1);

  for (guint k = 0; k < n_learned; k++)
    extents[k] = find_extent (&g_array_index (candidates, QuothCandidate, k));
  for (guint i = 0; i < attributions->len; i++)
    {
      const QuothAttribution *attribution = attributions->pdata[i];
      QuothCandidate candidate;
      QuothRange extent;
      gboolean same = FALSE;
      guint best = 0;

      if (attribution->parent >= 0 || repeats_cue (attributions, i) ||
          !convert (parsed, attribution, &candidate))
        continue;
      extent = find_extent (&candidate);
      for (guint k = 0; k < n_learned; k++)
        {
          QuothCandidate *learned = &g_array_index (candidates, QuothCandidate, k);
          gboolean by_cue = shares_cue (learned, &candidate);
          guint agreement;

          /* Most stand elsewhere. */
          if (!by_cue && (extents[k].first >= extent.end || extent.first >= extents[k].end))
            continue;
          agreement = compare (learned, &candidate);
          if (agreement > learned->agreement)
            {
              learned->agreement = agreement;
              learned->rule = attribution->confidence;
            }
          best = MAX (best, agreement);
          if (by_cue)
            candidate.group = learned->group;
          same = same || is_same (learned, &candidate);
        }
      candidate.agreement = best;
      candidate.rule_index = i;
      if (candidate.group == G_MAXUINT32)
        candidate.group -= i;
      if (!same)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_cues);
}
