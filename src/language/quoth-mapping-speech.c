#include "quoth-mapping.h"

/* How far speech goes: to its closing mark, over paragraphs, and where it begins anew. */

static guint
block_of (const QuothParsedText *parsed,
          guint                  token)
{
  return parsed->text->sentences[parsed->views[token].sentence].block;
}

/* Is something of tokens [first, end) what another candidate says? */
static gboolean
is_anothers (const GArray         *candidates,
             const QuothCandidate *self,
             guint                 first,
             guint                 end)
{
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const QuothCandidate *other = &g_array_index (candidates, QuothCandidate, i);

      for (guint k = 0; other != self && k < other->n_contents; k++)
        if (other->contents[k].first < end && first < other->contents[k].end)
          return TRUE;
    }
  return FALSE;
}

/* The window of a cue may end within speech; speech does not. */
static void
run_on (QuothCandidate        *candidate,
        const QuothParsedText *parsed,
        const GArray          *candidates)
{
  QuothRange *last = &candidate->contents[candidate->n_contents - 1];
  gint32 quoted = parsed->views[last->end - 1].quoted;
  guint first, end;

  if (quoted < 0)
    return;
  first = parsed->quoted_first[quoted];
  end = parsed->quoted_end[quoted];
  if (end <= last->end || 2 * (last->end - MAX (first, last->first)) < end - first ||
      (candidate->cue.first < end && candidate->cue.end > first) ||
      is_anothers (candidates, candidate, last->end, end))
    return;
  last->end = end;
}

static gint32
find_continuation (const QuothText *text,
                   gint32           quoted)
{
  for (guint next = quoted + 1; next < text->n_quoted; next++)
    if (text->quoted[next].level == 0)
      return text->quoted[next].flags & QUOTH_QUOTED_CONTINUED ? (gint32) next : -1;
  return -1;
}

/* Speech that a paragraph leaves open goes on with the next one, however far the window of the cue
 * reaches, unless that one has a cue of its own. */
static void
run_over_paragraphs (QuothCandidate        *candidate,
                     const QuothParsedText *parsed,
                     const GArray          *candidates)
{
  const QuothText *text = parsed->text;
  QuothRange *last = &candidate->contents[candidate->n_contents - 1];
  gint32 quoted = parsed->views[last->end - 1].quoted;

  while (quoted >= 0 && last->end >= parsed->quoted_end[quoted] &&
         candidate->n_contents < QUOTH_CANDIDATE_PIECES &&
         (text->quoted[quoted].flags & QUOTH_QUOTED_CONTINUES) != 0 &&
         (quoted = find_continuation (text, quoted)) >= 0 &&
         parsed->quoted_end[quoted] > parsed->quoted_first[quoted] &&
         !is_anothers (candidates, candidate, parsed->quoted_first[quoted],
                       parsed->quoted_end[quoted]))
    {
      last = &candidate->contents[candidate->n_contents++];
      *last = (QuothRange) { parsed->quoted_first[quoted], parsed->quoted_end[quoted] };
    }
}

/**
 * quoth_candidate_run_on:
 * @candidates: (nullable) (element-type QuothCandidate): those chosen
 *
 * Lets speech go on to its closing mark, and over paragraphs that open with a mark again, but not
 * into what another candidate says.
 */
void
quoth_candidate_run_on (QuothCandidate        *candidate,
                        const QuothParsedText *parsed,
                        const GArray          *candidates)
{
  run_on (candidate, parsed, candidates);
  run_over_paragraphs (candidate, parsed, candidates);
}

/* Are the first @n pieces reported speech without marks, and does the next one begin a sentence? */
static gboolean
is_reported (const QuothCandidate  *candidate,
             const QuothParsedText *parsed,
             guint                  n)
{
  guint next = candidate->contents[n].first;

  if (parsed->text->sentences[parsed->views[next].sentence].first != next)
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint t = candidate->contents[i].first; t < candidate->contents[i].end; t++)
      if (parsed->views[t].quoted >= 0)
        return FALSE;
  return TRUE;
}

/**
 * quoth_candidate_split:
 * @rest: (out caller-allocates): what stands in paragraphs of its own
 *
 * Parts speech that begins anew in another paragraph, or in marks after a reported sentence, from
 * what was said around the cue, where the marks before it were closed.
 *
 * Returns: whether there was such speech
 */
gboolean
quoth_candidate_split (QuothCandidate        *candidate,
                       const QuothParsedText *parsed,
                       QuothCandidate        *rest)
{
  for (guint i = 1; i < candidate->n_contents; i++)
    {
      QuothRange piece = candidate->contents[i], before = candidate->contents[i - 1];
      gint32 quoted = parsed->views[piece.first].quoted;

      if (quoted < 0 || piece.first < candidate->cue.first ||
          (block_of (parsed, piece.first) == block_of (parsed, before.end - 1) &&
           !is_reported (candidate, parsed, i)) ||
          (parsed->text->quoted[quoted].flags & QUOTH_QUOTED_CONTINUED) != 0 ||
          parsed->quoted_first[quoted] != piece.first)
        continue;
      *rest = *candidate;
      rest->n_sources = 0;
      rest->cue.first = rest->cue.end = rest->cue.head = piece.first;
      rest->n_contents = candidate->n_contents - i;
      for (guint k = 0; k < rest->n_contents; k++)
        rest->contents[k] = candidate->contents[i + k];
      candidate->n_contents = i;
      return TRUE;
    }
  return FALSE;
}
