#include "quoth-mapping.h"

#define LEAST 2

/* Where a noun that reports is the subject, what was said ends before the sentence's own verb: "His
 * claim that the boats were late | was wrong." Trees get this wrong more often than not, so the
 * verbs are counted. */

static gboolean
is_finite (guint tag)
{
  return tag == QUOTH_TAG_MD || tag == QUOTH_TAG_VBD || tag == QUOTH_TAG_VBP ||
         tag == QUOTH_TAG_VBZ;
}

/* May stand behind a verb within one group: "had not been sold". */
static gboolean
goes_on (guint tag)
{
  return tag == QUOTH_TAG_RB || tag == QUOTH_TAG_VB || tag == QUOTH_TAG_VBG || tag == QUOTH_TAG_VBN;
}

/* After it another clause may follow, with a verb of its own. */
static gboolean
begins_clause (const QuothParsedText *parsed,
               guint                  token)
{
  guint tag = parsed->syntax->tags[token];

  return tag == QUOTH_TAG_CC || tag == QUOTH_TAG_WDT || tag == QUOTH_TAG_WP ||
         tag == QUOTH_TAG_WRB ||
         tag == QUOTH_TAG_PRP || parsed->syntax->relations[token] == QUOTH_RELATION_MARK ||
         parsed->views[token].sense == QUOTH_SENSE_SAYS;
}

static gboolean
is_speech_noun (const QuothParsedText *parsed,
                guint                  token)
{
  QuothSpan span = parsed->text->tokens[token].span;
  guint tag = parsed->syntax->tags[token];

  return (tag == QUOTH_TAG_NN || tag == QUOTH_TAG_NNS) &&
         quoth_word_list_contains (quoth_model_find_list (parsed->text->model, "cue-nouns"),
                                   parsed->text->text + span.start, quoth_span_length (span));
}

/* Is the cue a noun with no verb before it in its sentence? */
static gboolean
is_subject (const QuothCandidate  *candidate,
            const QuothParsedText *parsed)
{
  const guint8 *tags = parsed->syntax->tags;
  QuothCueGuess cue = candidate->cue;

  if (cue.end != cue.first + 1 || !is_speech_noun (parsed, cue.first) ||
      candidate->contents[0].first < cue.end)
    return FALSE;
  for (guint t = parsed->text->sentences[parsed->views[cue.first].sentence].first; t < cue.first; t++)
    if (is_finite (tags[t]))
      return FALSE;
  return TRUE;
}

/**
 * quoth_candidate_cut_predicate:
 *
 * Ends the content of a noun that is the subject of its sentence where the sentence's own verb
 * begins.
 */
void
quoth_candidate_cut_predicate (QuothCandidate        *candidate,
                               const QuothParsedText *parsed)
{
  const guint8 *tags = parsed->syntax->tags;
  QuothRange *first = &candidate->contents[0];
  gboolean clause = parsed->lexemes[first->first].lower == quoth_lexeme_hash ("that");

  if (!is_subject (candidate, parsed))
    return;
  for (guint t = first->first; t < first->end; t++)
    {
      if (parsed->views[t].quoted >= 0)
        continue;
      if (begins_clause (parsed, t))
        clause = TRUE;
      if (!is_finite (tags[t]))
        continue;
      if (!clause && t < first->first + LEAST)
        return;
      if (!clause)
        {
          first->end = t;
          candidate->n_contents = 1;
          return;
        }
      clause = parsed->views[t].sense == QUOTH_SENSE_SAYS;
      while (t + 1 < first->end && goes_on (tags[t + 1]))
        t++;
    }
}
