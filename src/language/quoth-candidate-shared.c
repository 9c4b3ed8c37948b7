#include "quoth-candidate.h"

/*
 * A cue may serve two speakers and stand once only: "Ms Orme said in March that fares would rise, and Mr Pell in
 * April." What tells it from "and" within what was said: the first half says when or where it was said, and the
 * second is a name with such words and no verb of its own (gapping; Quirk et al. 1985, 13.92).
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
         spells (parsed, token, "last") || spells (parsed, token, "earlier") || spells (parsed, token, "yesterday");
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
  return tag == QUOTH_TAG_DT || tag == QUOTH_TAG_NN || tag == QUOTH_TAG_NNP || tag == QUOTH_TAG_NNPS;
}

/* The name after "and" at @t, where an adverbial follows it and then the clause or sentence ends. */
static gboolean
find_name (const QuothParsedText *parsed,
           guint                  t,
           guint                  end,
           QuothRange            *name)
{
  const guint8 *tags = parsed->syntax->tags;
  gboolean proper = FALSE;
  guint after;

  *name = (QuothRange) { t + 1, t + 1 };
  for (; name->end < end && is_name_part (tags[name->end]) && !begins_adverbial (parsed, name->end); name->end++)
    proper = proper || tags[name->end] == QUOTH_TAG_NNP;
  if (!proper || name->end >= end || !begins_adverbial (parsed, name->end))
    return FALSE;
  for (after = name->end; after < end && after <= name->end + MAX_ADVERBIAL; after++)
    {
      if (is_verb (tags[after]))
        return FALSE;
      if (tags[after] == QUOTH_TAG_COMMA || tags[after] == QUOTH_TAG_STOP)
        return TRUE;
    }
  return FALSE;
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
      QuothCandidate *first = &g_array_index (candidates, QuothCandidate, i), second = *first;
      QuothRange *last = &first->contents[first->n_contents - 1];
      guint end = parsed->text->sentences[parsed->views[last->end - 1].sentence].end;
      QuothRange name;

      if (first->cue.end == first->cue.first || first->cue.head >= first->contents[0].first ||
          first->n_sources == 0 || !has_adverbial (first, parsed))
        continue;
      for (guint t = last->first + 2; t + 2 < end; t++)
        if (spells (parsed, t, "and") && parsed->syntax->tags[t - 1] == QUOTH_TAG_COMMA && find_name (parsed, t, end, &name))
          {
            last->end = MIN (last->end, t - 1);
            second.contents[second.n_contents - 1] = *last;
            second.sources[0] = name;
            second.n_sources = 1;
            g_array_insert_val (candidates, i + 1, second);
            i++;
            break;
          }
    }
}
