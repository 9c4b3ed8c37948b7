#include "quoth-candidate.h"

/*
 * A cue may serve two speakers and stand once only: "Ms Orme said in March that fares would rise,
 * and Mr Pell in April", "… that fares would rise, and Mr Pell that they would not", "“…”, and Mr
 * Pell “…”". What tells it from "and" within what was said: a name after it without a verb of its
 * own, and what stands after the name is the like of what stands after the cue (gapping; Quirk et
 * al. 1985, 13.92).
 */

#define MAX_ADVERBIAL 4

static gboolean
is_verb (guint tag)
{
  return (tag >= QUOTH_TAG_VB && tag <= QUOTH_TAG_VBZ) || tag == QUOTH_TAG_MD;
}

static gboolean
spells (const QuothParsedText *parsed,
        guint                  token,
        const char            *word)
{
  return parsed->lexemes[token].lower == quoth_lexeme_hash (word);
}

static gboolean
begins_adverbial (const QuothParsedText *parsed,
                  guint                  token)
{
  return (parsed->syntax->tags[token] == QUOTH_TAG_IN && !spells (parsed, token, "that")) ||
         spells (parsed, token, "last") || spells (parsed, token, "earlier") ||
         spells (parsed, token, "yesterday");
}

/* Is it said when or where, between the reporting verb and what was said? */
static gboolean
has_adverbial (const QuothCandidate  *candidate,
               const QuothParsedText *parsed)
{
  for (guint t = candidate->cue.head + 1; t < candidate->contents[0].first; t++)
    if (begins_adverbial (parsed, t))
      return TRUE;
  return FALSE;
}

static gboolean
is_name_part (guint tag)
{
  return tag == QUOTH_TAG_DT || tag == QUOTH_TAG_NN || tag == QUOTH_TAG_NNP ||
         tag == QUOTH_TAG_NNPS;
}

/* A phrase that begins at @first and ends with a name. */
static gboolean
find_name (const QuothParsedText *parsed,
           guint                  first,
           guint                  end,
           QuothRange            *name)
{
  const guint8 *tags = parsed->syntax->tags;

  *name = (QuothRange) { first, first };
  while (name->end < end && is_name_part (tags[name->end]) && !begins_adverbial (parsed, name->end))
    name->end++;
  return name->end > first && tags[name->end - 1] == QUOTH_TAG_NNP;
}

/* Does the sentence, or a clause of it, end after a few words of time or place? */
static gboolean
ends_with_adverbial (const QuothParsedText *parsed,
                     guint                  first,
                     guint                  end)
{
  const guint8 *tags = parsed->syntax->tags;

  if (first >= end || !begins_adverbial (parsed, first))
    return FALSE;
  for (guint t = first; t < end && t <= first + MAX_ADVERBIAL; t++)
    {
      if (is_verb (tags[t]))
        return FALSE;
      if (tags[t] == QUOTH_TAG_COMMA || tags[t] == QUOTH_TAG_STOP)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_quoted (const QuothParsedText *parsed,
           guint                  token)
{
  return parsed->views[token].quoted >= 0;
}

/* What the second speaker says, from after the name: as the first, a clause with "that" or marked
 * words. */
static gboolean
find_content (const QuothCandidate  *first,
              const QuothParsedText *parsed,
              guint                  after,
              guint                  end,
              QuothRange            *content)
{
  guint begin = first->contents[0].first;
  guint tag = after < end ? parsed->syntax->tags[after] : QUOTH_TAG_STOP;

  if (after + 2 < end && spells (parsed, after, "that") && spells (parsed, begin, "that") &&
      begin >= first->cue.end)
    {
      *content = (QuothRange) { after, end };
      return TRUE;
    }
  if (tag == QUOTH_TAG_COLON || tag == QUOTH_TAG_COMMA)
    after++;
  if (after >= end || !is_quoted (parsed, after) || !is_quoted (parsed, begin))
    return FALSE;
  *content = (QuothRange) { after, parsed->quoted_end[parsed->views[after].quoted] };
  return content->end > after;
}

static guint
find_that (const QuothParsedText *parsed,
           guint                  first,
           guint                  end)
{
  while (first < end && !spells (parsed, first, "that"))
    first++;
  return first;
}

/* The second half alone was taken for what the first speaker says: gives each his own. */
static gboolean
part_halves (QuothCandidate        *first,
             const QuothParsedText *parsed,
             QuothCandidate        *second)
{
  guint begin = first->contents[0].first, that;
  QuothRange name;

  if (first->cue.end >= begin || !spells (parsed, begin, "that"))
    return FALSE;
  for (guint t = first->cue.end + 2; t + 1 < begin; t++)
    if (spells (parsed, t, "and") && parsed->syntax->tags[t - 1] == QUOTH_TAG_COMMA &&
        find_name (parsed, t + 1, begin, &name) && name.end == begin &&
        (that = find_that (parsed, first->cue.end, t - 1)) + 2 < t)
      {
        *second = *first;
        second->sources[0] = name;
        second->n_sources = 1;
        first->contents[0] = (QuothRange) { that, t - 1 };
        first->n_contents = 1;
        return TRUE;
      }
  return FALSE;
}

/* The second speaker of a cue, from "and" at @t: cuts @first there. */
static gboolean
find_second (QuothCandidate        *first,
             const QuothParsedText *parsed,
             guint                  t,
             guint                  end,
             QuothCandidate        *second)
{
  guint cut = parsed->syntax->tags[t - 1] == QUOTH_TAG_COMMA ? t - 1 : t;
  QuothRange name;

  if (!find_name (parsed, t + 1, end, &name))
    return FALSE;
  *second = *first;
  second->sources[0] = name;
  second->n_sources = 1;
  if (find_content (first, parsed, name.end, end, &second->contents[0]))
    second->n_contents = 1;
  else if (first->cue.head >= first->contents[0].first || !has_adverbial (first, parsed) ||
           !ends_with_adverbial (parsed, name.end, end))
    return FALSE;
  else
    {
      QuothRange *last = &second->contents[second->n_contents - 1];

      last->end = MIN (last->end, cut);
    }
  while (first->n_contents > 1 && first->contents[first->n_contents - 1].first >= cut)
    first->n_contents--;
  first->contents[first->n_contents - 1].end = MIN (first->contents[first->n_contents - 1].end,
                                                    cut);
  return TRUE;
}

/**
 * quoth_candidates_share:
 * @candidates: (element-type QuothCandidate): those chosen, in text order
 *
 * Adds a candidate for the second speaker of a cue that is left out.
 */
void
quoth_candidates_share (GArray                *candidates,
                        const QuothParsedText *parsed)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      QuothCandidate *first = &g_array_index (candidates, QuothCandidate, i), second;
      guint from = MAX (first->contents[0].first + 2, first->cue.end);
      guint end = parsed->text->sentences[parsed->views[first->contents[first->n_contents - 1].end - 1].sentence].end;

      if (first->cue.end == first->cue.first || first->n_sources == 0)
        continue;
      if (part_halves (first, parsed, &second))
        {
          g_array_insert_val (candidates, ++i, second);
          continue;
        }
      for (guint t = from; t + 2 < end; t++)
        if (spells (parsed, t, "and") && !is_quoted (parsed, t) &&
            (parsed->syntax->tags[t - 1] == QUOTH_TAG_COMMA || is_quoted (parsed, t - 1)) &&
            find_second (first, parsed, t, end, &second))
          {
            g_array_insert_val (candidates, ++i, second);
            break;
          }
    }
}

static gboolean
is_nominal (guint tag)
{
  return is_name_part (tag) || tag == QUOTH_TAG_NNS || tag == QUOTH_TAG_JJ ||
         tag == QUOTH_TAG_PRP || tag == QUOTH_TAG_PRPS;
}

/* Where the subject begins that stands right before a cue, at the end of what another says; the cue
 * itself for none. */
static guint
find_subject (const QuothCandidate  *candidate,
              const QuothParsedText *parsed,
              guint                  floor)
{
  const guint8 *tags = parsed->syntax->tags;
  guint first = candidate->cue.first;

  if (first <= floor || !is_verb (tags[first]) ||
      candidate->contents[0].first < candidate->cue.end ||
      candidate->n_sources == 0 || candidate->sources[0].end > floor)
    return first;
  while (first > floor && is_nominal (tags[first - 1]) && !is_quoted (parsed, first - 1))
    first--;
  return first > floor && tags[first - 1] == QUOTH_TAG_CC ? first : candidate->cue.first;
}

/**
 * quoth_candidates_part:
 * @candidates: (element-type QuothCandidate): those chosen
 *
 * "Ms Orme said that fares would rise and Mr Pell said that …": who stands right before a cue,
 * after "and", is its source and not the end of what was said before.
 */
void
quoth_candidates_part (GArray                *candidates,
                       const QuothParsedText *parsed)
{
  for (guint i = 0; i < candidates->len; i++)
    for (guint k = 0; k < candidates->len; k++)
      {
        QuothCandidate *before = &g_array_index (candidates, QuothCandidate, i);
        QuothCandidate *after = &g_array_index (candidates, QuothCandidate, k);
        QuothRange *last = &before->contents[before->n_contents - 1];
        guint subject;

        if (i == k || last->end != after->cue.first)
          continue;
        subject = find_subject (after, parsed, last->first + 1);
        if (subject == after->cue.first)
          continue;
        after->sources[0] = (QuothRange) { subject, after->cue.first };
        after->n_sources = 1;
        last->end = subject - 1;
      }
}
