#include "quoth-span-stage.h"

#include <string.h>

#define SENTENCES_BEFORE 3
#define SENTENCES_AFTER 5
#define SENTENCES_RUNNING_ON 8
#define MAX_DEPTH 24
#define MAX_TOKENS 600
#define MAX_CUES 4

/* Does the speech at the end of @sentence go on in the next block? */
static gboolean
runs_on (const QuothParsedText *parsed,
         guint               sentence)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];
  gint32 quoted = parsed->views[s->end - 1].quoted;

  return quoted >= 0 && (parsed->text->quoted[quoted].flags & QUOTH_QUOTED_CONTINUES) != 0;
}

/* Speech may stand in a paragraph of its own after the words that bring it in. */
static gboolean
is_brought_in (const QuothParsedText *parsed,
               guint               sentence)
{
  const QuothText *text = parsed->text;
  const QuothSentence *next = &text->sentences[sentence + 1];
  gint32 quoted = parsed->views[next->first].quoted;

  return quoted >= 0 && parsed->quoted_first[quoted] == next->first &&
         (text->quoted[quoted].flags & QUOTH_QUOTED_CONTINUED) == 0;
}

/* Is any of a sentence in quotation marks? */
static gboolean
has_marks (const QuothParsedText *parsed,
           guint                  sentence)
{
  const QuothSentence *s = &parsed->text->sentences[sentence];

  return parsed->views[s->first].quoted >= 0 || parsed->next_mark[s->first] < (gint32) s->end;
}

/* The sentence of the cue and those around it, as far out as there are quotation marks: what stands
 * further out is all but never said by the cue's source. */
static void
set_bounds (QuothWindow *self)
{
  const QuothParsedText *parsed = self->parsed;
  guint s = self->sentence, last = s, limit = s + SENTENCES_AFTER;
  guint first = s - MIN (SENTENCES_BEFORE, s - parsed->block_first[s]);

  while (last + 1 < parsed->text->n_sentences && last < limit)
    {
      gboolean quoted = quoth_parsed_text_is_quoted (parsed, last + 1);

      if (quoted && last + 1 == limit)
        limit = MIN (limit + 1, s + SENTENCES_RUNNING_ON);
      if (last + 1 >= parsed->block_end[s] && !runs_on (parsed, last) &&
          !(last == s && is_brought_in (parsed, last)))
        break;
      last++;
    }
  while (first < s && !has_marks (parsed, first))
    first++;
  while (last > s && !has_marks (parsed, last))
    last--;
  self->first = parsed->text->sentences[first].first;
  self->end = parsed->text->sentences[last].end;
}

/* The place of the first cue that begins at @token or after it. */
static guint
find_cue (const GArray *cues,
          guint32       token)
{
  guint lo = 0, hi = cues->len;

  while (lo < hi)
    {
      guint middle = (lo + hi) / 2;

      if (g_array_index (cues, QuothCueGuess, middle).first < token)
        lo = middle + 1;
      else
        hi = middle;
    }
  return lo;
}

/* A sentence without end is seen near the cue only, and not far among other cues: every token is
 * then in a few windows, however many cues there are. */
static void
narrow (QuothWindow  *self,
        const GArray *cues)
{
  guint here = find_cue (cues, self->cue.first);

  if (self->end - self->first <= MAX_TOKENS)
    return;
  self->first = MAX (self->first,
                     self->cue.first > MAX_TOKENS / 2 ? self->cue.first - MAX_TOKENS / 2 : 0);
  self->end = MIN (self->end, MAX (self->cue.end, self->first + MAX_TOKENS));
  if (here >= MAX_CUES)
    self->first = MAX (self->first, g_array_index (cues, QuothCueGuess, here - MAX_CUES).first);
  if (here + MAX_CUES < cues->len)
    self->end = MIN (self->end,
                     MAX (self->cue.end,
                          g_array_index (cues, QuothCueGuess, here + MAX_CUES).first));
}

static void
resize (QuothWindow *self)
{
  guint n = self->end - self->first;

  if (n > self->room)
    {
      self->room = n + n / 2 + 16;
      self->paths = g_realloc_n (self->paths, self->room, sizeof *self->paths);
      self->downs = g_realloc_n (self->downs, self->room, sizeof *self->downs);
      self->edges = g_realloc_n (self->edges, self->room, sizeof *self->edges);
      self->cues_up_to = g_realloc_n (self->cues_up_to, self->room, sizeof *self->cues_up_to);
    }
  memset (self->paths, 0, n * sizeof *self->paths);
  memset (self->downs, QUOTH_N_RELATIONS, n);
  memset (self->edges, 0, n);
}

/* The path from the cue's head to @token: up to their common ancestor, then down by at most two
 * relations.
 * Returns the child of the ancestor on the way, or the ancestor itself. */
static gint32
find_path (QuothWindow  *self,
           const gint32 *above,
           guint         n_above,
           gint32        token)
{
  const QuothSyntax *syntax = self->parsed->syntax;
  gint32 t = token, child = -1, grandchild = -1;
  guint i = token - self->first;

  for (guint steps = 0; t >= 0 && steps < MAX_DEPTH; steps++)
    {
      for (guint up = 0; up < n_above; up++)
        if (above[up] == t)
          {
            guint32 hash = quoth_hash_mix (7, up);

            for (guint k = 0; k < up; k++)
              hash = quoth_hash_mix (hash, syntax->relations[above[k]]);
            hash = quoth_hash_mix (hash, child < 0 ? 99 : syntax->relations[child]);
            hash = quoth_hash_mix (hash, grandchild < 0 ? 99 : syntax->relations[grandchild]);
            self->paths[i] = quoth_hash_finish (quoth_hash_mix (hash,
                                                                child < 0 ? 2 : child > above[0]));
            self->downs[i] = child < 0 ? QUOTH_N_RELATIONS + 1 : syntax->relations[child];
            return child < 0 ? t : child;
          }
      grandchild = child;
      child = t;
      t = syntax->heads[t];
    }
  return -1;
}

static void
fill_paths (QuothWindow *self)
{
  const QuothSentence *s = &self->parsed->text->sentences[self->sentence];
  guint from = MAX (s->first, self->first), to = MIN (s->end, self->end);
  gint32 above[MAX_DEPTH], previous = -2;
  guint n_above = 0;

  for (gint32 t = self->cue.head; t >= 0 && n_above < MAX_DEPTH; t = self->parsed->syntax->heads[t])
    above[n_above++] = t;
  for (guint t = from; t < to; t++)
    {
      gint32 branch = find_path (self, above, n_above, t);

      if (branch != previous)
        {
          self->edges[t - self->first] |= 1;
          if (t > from)
            self->edges[t - 1 - self->first] |= 2;
        }
      previous = branch;
    }
  if (to > from)
    self->edges[to - 1 - self->first] |= 2;
}

/**
 * quoth_window_move:
 * @cues: (element-type QuothCueGuess): all cues of the text, sorted
 *
 * Lays the window around @cue.
 */
void
quoth_window_move (QuothWindow        *self,
                   const QuothParsedText *parsed,
                   const QuothCueGuess     *cue,
                   const GArray       *cues)
{
  guint count = 0, lo;

  self->parsed = parsed;
  self->cue = *cue;
  self->cue_stem = parsed->lexemes[cue->head].stem;
  self->sentence = parsed->views[cue->head].sentence;
  set_bounds (self);
  narrow (self, cues);
  resize (self);
  fill_paths (self);
  lo = find_cue (cues, self->first);
  for (guint t = self->first; t < self->end; t++)
    {
      for (; lo < cues->len && g_array_index (cues, QuothCueGuess, lo).first <= t; lo++)
        {
          const QuothCueGuess *other = &g_array_index (cues, QuothCueGuess, lo);

          count += other->first >= cue->end || other->end <= cue->first;
        }
      self->cues_up_to[t - self->first] = MIN (count, 255);
    }
}

void
quoth_window_clear (QuothWindow *self)
{
  g_free (self->paths);
  g_free (self->downs);
  g_free (self->edges);
  g_free (self->cues_up_to);
  memset (self, 0, sizeof *self);
}

gboolean
quoth_window_is_cue (const QuothWindow *self,
                     guint              token)
{
  return token >= self->cue.first && token < self->cue.end;
}
