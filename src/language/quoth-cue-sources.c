#include "quoth-cues-private.h"

/* Who is said to say it: before the verb, after it, or borrowed from another verb. */

#define MAX_LEAD 8

/* Whether a listener has to follow the verb: "told", not "warned". */
static gboolean
tells (const QuothReading *reading,
       guint               verb)
{
  return quoth_reading_reports (reading, verb, QUOTH_VERB_ADDRESSEE) &&
         !quoth_reading_reports (reading, verb, QUOTH_VERB_FOR | QUOTH_VERB_OBJECT |
                                 QUOTH_VERB_QUESTION | QUOTH_VERB_INFINITIVE);
}

/* Whether a source may stand after the verb at @group: nothing that could be one stands before. */
static gboolean
may_invert (const QuothReading *reading,
            guint               floor,
            guint               group,
            guint               verb)
{
  guint before = group - 1;

  if (group != verb || tells (reading, verb) ||
      quoth_reading_reports (reading, verb, QUOTH_VERB_GERUND) ||
      verb + 1 >= reading->text->n_tokens)
    return FALSE;
  if (group == floor)
    return quoth_reading_is (reading, verb + 1, QUOTH_WORD_NAME | QUOTH_WORD_TITLE);

  return quoth_cue_find_quoted_before (reading, floor, group) >= 0 ||
         quoth_reading_is (reading, before, QUOTH_WORD_COMMA | QUOTH_WORD_DASH |
                           QUOTH_WORD_SUBORDINATOR);
}

/* Whether a verb has no subject of its own: "…, saying", "before adding", "and added", "went on to
 * say". */
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
    return group < verb - 1 ||
           quoth_reading_is (reading, before, QUOTH_WORD_FINITE | QUOTH_WORD_COMMA |
                             QUOTH_WORD_DASH |
                             QUOTH_WORD_COORDINATOR | QUOTH_WORD_PREPOSITION |
                                 QUOTH_WORD_SUBORDINATOR);

  if (quoth_reading_is (reading, before, QUOTH_WORD_COORDINATOR))
    return quoth_reading_reports (reading, verb, QUOTH_VERB_PAST | QUOTH_VERB_PRESENT);

  return quoth_reading_is (reading, before, QUOTH_WORD_INFINITIVE);
}

/* Whether a cue stands in a clause of time, place or condition: "while she says …", "what she
 * said". */
static gboolean
is_subordinate (const QuothReading *reading,
                const QuothUnit    *unit,
                const QuothCue     *cue)
{
  return cue->clause > unit->first &&
         quoth_reading_is (reading, cue->clause - 1, QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_QUESTION |
                           QUOTH_WORD_RELATIVE);
}

/* The source of the cue before, when it is in the same sentence; else the sentence's subject. */
static QuothPhrase
borrow_source (const QuothReading *reading,
               const QuothUnit    *unit,
               GArray             *cues,
               guint               verb)
{
  for (guint i = cues->len; i > 0 && cues->len - i < MAX_LEAD; i--)
    {
      QuothCue *last = &g_array_index (cues, QuothCue, i - 1);

      if (!quoth_phrase_is_empty (last->source) && last->kind != QUOTH_CUE_NOUN &&
          !is_subordinate (reading, unit, last))
        return last->source;
    }

  return quoth_subject_find_first (reading, unit->first, verb);
}

/* “…,” another nurse, Ann Poole, said: between the quotation and the name stands no more than who
 * she is. */
static void
extend_source (const QuothReading *reading,
               const QuothUnit    *unit,
               QuothCue           *cue)
{
  guint first = cue->clause;

  if (cue->kind != QUOTH_CUE_VERB || first <= unit->first + 1 || cue->source.first != first ||
      !quoth_reading_is (reading, first - 1, QUOTH_WORD_COMMA))
    return;
  while (first > unit->first && cue->clause - first < MAX_LEAD &&
         reading->words[first - 1].quoted < 0)
    {
      first--;
      if (quoth_reading_is (reading, first, QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT |
                            QUOTH_WORD_STOP |
                            QUOTH_WORD_COORDINATOR | QUOTH_WORD_PREPOSITION | QUOTH_WORD_ADVERB) ||
          reading->words[first].verb != 0)
        return;
    }
  if (first == unit->first || reading->words[first - 1].quoted < 0 ||
      quoth_reading_is (reading, first, QUOTH_WORD_COMMA) ||
      quoth_cue_is_title (reading, unit->first, reading->words[first - 1].quoted))
    return;
  cue->clause = first;
  cue->source.first = first;
}

static gboolean
find_source (const QuothReading *reading,
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
  if (may_invert (reading, unit->first, group, verb) &&
      (reading->words[group - (group > unit->first)].quoted >= 0 ||
       !quoth_reading_is (reading, verb + 1, QUOTH_WORD_SUBJECT)))
    {
      cue->source = quoth_phrase_find_after (reading, verb + 1, unit->end);
      cue->clause = group;
      cue->end = cue->source.end;
      if (!quoth_phrase_is_empty (cue->source))
        return TRUE;
      cue->end = cue->words.end;
    }
  if (group > unit->first && (reading->words[group - 1].quoted >= 0 ||
                              quoth_reading_is (reading, group - 1, QUOTH_WORD_COMMA)))
    {
      subject = quoth_subject_find_parted (reading, unit->first, group);
      cue->source = subject.phrase;
      cue->clause = subject.clause;
    }

  return !quoth_phrase_is_empty (cue->source);
}

/**
 * quoth_cue_read_source:
 * @cues: (element-type QuothCue): those before it in the sentence
 * @group: the first token of the verb group
 * @verb: the verb
 *
 * Finds who is said to say it, and where the clause of cue and source begins and ends.
 *
 * Returns: %FALSE when nobody is
 */
gboolean
quoth_cue_read_source (const QuothReading *reading,
                       const QuothUnit    *unit,
                       GArray             *cues,
                       guint               group,
                       guint               verb,
                       QuothCue           *cue)
{
  if (!find_source (reading, unit, cues, group, verb, cue))
    return FALSE;
  extend_source (reading, unit, cue);

  return TRUE;
}
