#include "quoth-cues.h"

/* The first token of a verb group, over auxiliaries, adverbs and times: "has repeatedly said",
 * "on Monday told". */
static guint
find_group (const QuothReading *reading,
            guint               floor,
            guint               verb)
{
  guint first = verb;

  while (first > floor)
    {
      guint before = first - 1;

      if (reading->words[before].quoted >= 0)
        break;
      if (quoth_reading_is (reading, before, QUOTH_WORD_AUXILIARY | QUOTH_WORD_TIME) ||
          quoth_reading_is_adverb (reading, before))
        first = before;
      else if (first < verb && quoth_reading_is (reading, before, QUOTH_WORD_PREPOSITION) &&
               quoth_reading_is (reading, first, QUOTH_WORD_TIME))
        first = before;
      else
        break;
    }

  return first;
}

/* The reporting words: without the adverbs at the edge of the group. */
static QuothPhrase
find_words (const QuothReading *reading,
            guint               group,
            guint               verb,
            guint               limit)
{
  QuothPhrase words = { verb, verb + 1 };

  for (guint i = group; i < verb; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_AUXILIARY))
        {
          words.first = i;
          break;
        }
    }
  if (quoth_reading_reports (reading, verb, QUOTH_VERB_PARTICLE) && verb + 1 < limit &&
      quoth_reading_is (reading, verb + 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_ADVERB))
    words.end++;

  return words;
}

/* Whether the group says that it was not said, or that it will be. */
static gboolean
is_unsaid (const QuothReading *reading,
           guint               group,
           guint               verb)
{
  for (guint i = group; i < verb; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_NEGATION) || quoth_reading_spells (reading, i, "will") ||
          quoth_reading_spells (reading, i, "should") || quoth_reading_spells (reading, i, "must"))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_passive (const QuothReading *reading,
            guint               group,
            guint               verb)
{
  if (!quoth_reading_reports (reading, verb, QUOTH_VERB_PARTICIPLE))
    return FALSE;
  for (guint i = verb; i > group; i--)
    {
      if (quoth_reading_is (reading, i - 1, QUOTH_WORD_AUXILIARY))
        return quoth_reading_is (reading, i - 1, QUOTH_WORD_BE);
    }

  return FALSE;
}

/* Whether a word that may be a noun is one here: "the report", "their claims". */
static gboolean
is_noun (const QuothReading *reading,
         guint               floor,
         guint               verb)
{
  if (verb == floor || reading->words[verb - 1].quoted >= 0)
    return FALSE;
  if (quoth_reading_is (reading, verb - 1, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE))
    return !quoth_reading_is (reading, verb - 1, QUOTH_WORD_PRONOUN) ||
           quoth_reading_is (reading, verb - 1, QUOTH_WORD_POSSESSIVE);
  if (quoth_reading_reports (reading, verb, QUOTH_VERB_GERUND))
    return FALSE;
  if (quoth_reading_is (reading, verb - 1, QUOTH_WORD_PREPOSITION))
    return TRUE;

  return quoth_reading_spells (reading, verb - 1, "'s") || quoth_reading_spells (reading, verb - 1, "\342\200\231s");
}

/* The quoted span that ends just before a token, with or without a comma between, or -1. */
static int
find_quoted_before (const QuothReading *reading,
                    guint               floor,
                    guint               token)
{
  if (token == floor)
    return -1;
  if (reading->words[token - 1].quoted >= 0)
    return reading->words[token - 1].quoted;
  if (token - 1 > floor && quoth_reading_is (reading, token - 1, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    return reading->words[token - 2].quoted;

  return -1;
}

/* Whether a source may stand after the verb at @group: nothing that could be one stands before. */
static gboolean
may_invert (const QuothReading *reading,
            guint               floor,
            guint               group,
            guint               verb)
{
  guint before = group - 1;

  if (group != verb || quoth_reading_reports (reading, verb, QUOTH_VERB_ADDRESSEE | QUOTH_VERB_GERUND) ||
      verb + 1 >= reading->text->n_tokens)
    return FALSE;
  if (group == floor)
    return FALSE;

  return reading->words[before].quoted >= 0 ||
         quoth_reading_is (reading, before, QUOTH_WORD_COMMA | QUOTH_WORD_DASH | QUOTH_WORD_SUBORDINATOR);
}

static gboolean
borrows_subject (const QuothReading *reading,
                 guint               floor,
                 guint               group,
                 guint               verb)
{
  guint before = group - 1;

  if (group == floor || reading->words[before].quoted >= 0)
    return group != floor && quoth_reading_reports (reading, verb, QUOTH_VERB_GERUND);
  if (quoth_reading_reports (reading, verb, QUOTH_VERB_GERUND))
    return quoth_reading_is (reading, before, QUOTH_WORD_COMMA | QUOTH_WORD_DASH | QUOTH_WORD_COORDINATOR |
                             QUOTH_WORD_PREPOSITION | QUOTH_WORD_SUBORDINATOR);

  return quoth_reading_is (reading, before, QUOTH_WORD_COORDINATOR | QUOTH_WORD_INFINITIVE);
}

/* The source of the cue before, when it is in the same sentence; else the sentence's subject. */
static QuothPhrase
borrow_source (const QuothReading *reading,
               const QuothUnit    *unit,
               GArray             *cues,
               guint               verb)
{
  if (cues->len > 0)
    {
      QuothCue *last = &g_array_index (cues, QuothCue, cues->len - 1);

      if (!quoth_phrase_is_empty (last->source))
        return last->source;
    }

  return quoth_subject_find_first (reading, unit->first, verb);
}

static gboolean
read_source (const QuothReading *reading,
             const QuothUnit    *unit,
             GArray             *cues,
             guint               group,
             guint               verb,
             QuothCue           *cue)
{
  QuothSubject subject;

  if (borrows_subject (reading, unit->first, group, verb))
    {
      cue->kind = QUOTH_CUE_PARTICIPLE;
      cue->clause = group;
      cue->source = borrow_source (reading, unit, cues, group);
      return TRUE;
    }

  subject = quoth_subject_find_before (reading, unit->first, group);
  if (!quoth_phrase_is_empty (subject.phrase))
    {
      cue->source = subject.phrase;
      cue->clause = subject.clause;
      return TRUE;
    }
  if (may_invert (reading, unit->first, group, verb))
    {
      cue->source = quoth_phrase_find_after (reading, verb + 1, unit->end);
      cue->clause = group;
      if (quoth_phrase_is_empty (cue->source))
        return FALSE;
      cue->end = cue->source.end;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_verb (const QuothReading *reading,
           const QuothUnit    *unit,
           GArray             *cues,
           guint               verb,
           QuothCue           *cue)
{
  guint group = find_group (reading, unit->first, verb);

  *cue = (QuothCue) { .kind = QUOTH_CUE_VERB, .verb = reading->words[verb].verb, .before = -1 };
  if (is_noun (reading, unit->first, verb) || is_unsaid (reading, group, verb) ||
      is_passive (reading, group, verb))
    return FALSE;
  if (group == verb && (cue->verb & QUOTH_VERB_FORMS) == QUOTH_VERB_PARTICIPLE)
    return FALSE;

  cue->words = find_words (reading, group, verb, unit->end);
  cue->end = cue->words.end;
  if (!read_source (reading, unit, cues, group, verb, cue))
    return FALSE;
  cue->before = find_quoted_before (reading, unit->first, cue->clause);
  cue->complement = quoth_complement_find (reading, cue->end, unit->end, cue->verb);

  return TRUE;
}

/* "According to Ms Poole, …", "…, according to Ms Poole". */
static gboolean
read_according (const QuothReading *reading,
                const QuothUnit    *unit,
                guint               token,
                QuothCue           *cue)
{
  guint end;

  if (token + 2 >= unit->end || !quoth_reading_spells (reading, token, "according") ||
      !quoth_reading_spells (reading, token + 1, "to"))
    return FALSE;

  *cue = (QuothCue) { .kind = QUOTH_CUE_ACCORDING, .verb = QUOTH_VERB_CLAUSE };
  cue->words = (QuothPhrase) { token, token + 2 };
  cue->source = quoth_phrase_find_after (reading, token + 2, unit->end);
  if (quoth_phrase_is_empty (cue->source))
    return FALSE;
  cue->clause = token;
  cue->end = cue->source.end;
  cue->before = find_quoted_before (reading, unit->first, token);

  /* At the head of the sentence, what was said begins after the comma. */
  for (end = cue->end; end < unit->end; end++)
    {
      if (reading->words[end].quoted >= 0 || quoth_reading_is (reading, end, QUOTH_WORD_COMMA))
        break;
    }
  if (end + 1 < unit->end && token < unit->first + 2)
    {
      guint first = reading->words[end].quoted >= 0 ? end : end + 1;

      cue->complement.kind = reading->words[first].quoted >= 0 ? QUOTH_COMPLEMENT_QUOTED
                                                               : QUOTH_COMPLEMENT_CLAUSE;
      cue->complement.first = first;
      cue->complement.sure = TRUE;
    }

  return TRUE;
}

/**
 * quoth_cues_find:
 *
 * Returns: (transfer full) (element-type QuothCue): the reporting words of a sentence that stand
 *   outside its quotation marks, from left to right
 */
GArray *
quoth_cues_find (const QuothReading *reading,
                 const QuothUnit    *unit)
{
  GArray *cues = g_array_new (FALSE, FALSE, sizeof (QuothCue));

  for (guint i = unit->first; i < unit->end; i++)
    {
      QuothCue cue;

      if (reading->words[i].quoted >= 0)
        continue;
      if (reading->words[i].verb != 0 ? read_verb (reading, unit, cues, i, &cue)
                                      : read_according (reading, unit, i, &cue))
        {
          g_array_append_val (cues, cue);
          i = MAX (i, cue.words.end - 1);
        }
    }

  return cues;
}
