#include "quoth-cues-private.h"

/* Cues that are no verbs: "her claim that", "a call from them for", "according to her". */

#define MAX_LISTENERS 30

/* "According to Ms Poole, …", "…, according to Ms Poole". */
gboolean
quoth_cue_read_according (const QuothReading *reading,
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
  cue->before = quoth_cue_find_quoted_before (reading, unit->first, token);

  /* At the head of the sentence, what was said begins after the comma. */
  if (token >= unit->first + 2)
    return TRUE;
  for (end = cue->end; end < unit->end; end++)
    {
      if (reading->words[end].quoted >= 0 || quoth_reading_is (reading, end, QUOTH_WORD_COMMA))
        break;
    }
  if (end + 1 < unit->end)
    {
      guint first = reading->words[end].quoted >= 0 ? end : end + 1;

      cue->complement.kind = reading->words[first].quoted >= 0 ? QUOTH_COMPLEMENT_QUOTED
                                                               : QUOTH_COMPLEMENT_CLAUSE;
      cue->complement.first = first;
      cue->complement.sure = TRUE;
    }

  return TRUE;
}

/* The first token of a light verb's group: "made the point", "repeated his view", or the noun. */
static guint
find_light_verb (const QuothReading *reading,
                 guint               floor,
                 guint               noun)
{
  guint i = noun;

  while (i > floor && noun - i < 4 && quoth_reading_is_word (reading, i - 1) &&
         !quoth_reading_is (reading, i - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_NAME |
                            QUOTH_WORD_SUBJECT |
                            QUOTH_WORD_COORDINATOR | QUOTH_WORD_THAT))
    {
      i--;
      if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE) ||
          quoth_reading_reports (reading, i, QUOTH_VERB_PAST | QUOTH_VERB_PRESENT |
                                 QUOTH_VERB_BASE))
        return i;
    }

  return noun;
}

/* Who a reporting noun belongs to: "his claim", "Ms Poole's claim", "a call from Ms Poole". */
static gboolean
read_owner (const QuothReading *reading,
            const QuothUnit    *unit,
            guint               noun,
            QuothCue           *cue)
{
  guint light = find_light_verb (reading, unit->first, noun);
  guint before = noun;

  if (noun + 2 < unit->end && (quoth_reading_spells (reading, noun + 1, "from") ||
                               quoth_reading_spells (reading, noun + 1, "by") ||
                               quoth_reading_spells (reading, noun + 1, "of")))
    {
      cue->source = quoth_phrase_find_after (reading, noun + 2, unit->end);
      while (cue->source.end > cue->source.first &&
             quoth_reading_is (reading, cue->source.end - 1, QUOTH_WORD_PREPOSITION))
        cue->source.end--;
      cue->end = cue->source.end;
      return !quoth_phrase_is_empty (cue->source);
    }
  if (light < noun)
    {
      QuothSubject subject = quoth_subject_find_before (reading, unit->first,
                                                        quoth_cue_find_group (reading, unit->first,
                                                                              light));

      cue->source = subject.phrase;
      cue->clause = subject.clause;
      cue->words.first = light;
      if (!quoth_phrase_is_empty (cue->source))
        return TRUE;
      cue->words.first = noun;
    }
  while (before > unit->first && noun - before < 3 && quoth_reading_is_word (reading, before - 1) &&
         !quoth_reading_is (reading, before - 1, QUOTH_WORD_POSSESSIVE | QUOTH_WORD_AUXILIARY |
                            QUOTH_WORD_DETERMINER))
    before--;
  if (before == unit->first)
    return FALSE;
  if (quoth_reading_is (reading, before - 1, QUOTH_WORD_POSSESSIVE))
    cue->source = (QuothPhrase) { before - 1, before };
  else if (quoth_reading_spells (reading, before - 1, "'s") ||
           quoth_reading_spells (reading, before - 1, "\342\200\231s"))
    cue->source = quoth_phrase_find_before (reading, unit->first, before - 1);
  cue->clause = quoth_phrase_is_empty (cue->source) ? noun : cue->source.first;

  return !quoth_phrase_is_empty (cue->source);
}

/* Whether what follows a noun is what was said: after "that" a subject, not the verb of a relative
 * clause; after "for" somebody to do something. */
static gboolean
begins_reported (const QuothReading *reading,
                 const QuothUnit    *unit,
                 guint               noun,
                 guint               first)
{
  if (quoth_reading_reports (reading, noun, QUOTH_NOUN_THAT))
    return reading->words[first].quoted >= 0 ||
           quoth_reading_is (reading, first, QUOTH_WORD_SUBJECT | QUOTH_WORD_DETERMINER |
                             QUOTH_WORD_POSSESSIVE |
                             QUOTH_WORD_NAME | QUOTH_WORD_TITLE | QUOTH_WORD_PRONOUN |
                                 QUOTH_WORD_QUANTITY);
  for (guint i = first; i < MIN (unit->end, first + MAX_LISTENERS); i++)
    {
      if (reading->words[i].quoted >= 0 || quoth_reading_is (reading, i, QUOTH_WORD_INFINITIVE))
        return TRUE;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_FINITE))
        break;
    }

  return FALSE;
}

/* "Her claim that …", "made the point that …", "a call from them for …". */
gboolean
quoth_cue_read_noun (const QuothReading *reading,
                     const QuothUnit    *unit,
                     guint               noun,
                     QuothCue           *cue)
{
  *cue = (QuothCue) { .kind = QUOTH_CUE_NOUN, .verb = QUOTH_VERB_THAT, .before = -1 };
  cue->words = (QuothPhrase) { noun, noun + 1 };
  cue->clause = noun;
  cue->end = noun + 1;
  if (!read_owner (reading, unit, noun, cue) || cue->end + 3 >= unit->end)
    return FALSE;
  /* The comma that closes an apposition: a call from the chair, Ms Poole, for … */
  if (quoth_reading_is (reading, cue->end, QUOTH_WORD_COMMA) && quoth_reading_is (reading, cue->end - 1, QUOTH_WORD_NAME))
    cue->end++;
  if (!(quoth_reading_reports (reading, noun, QUOTH_NOUN_THAT) &&
        quoth_reading_is (reading, cue->end, QUOTH_WORD_THAT)) &&
      !(quoth_reading_reports (reading, noun, QUOTH_NOUN_FOR) &&
        quoth_reading_spells (reading, cue->end, "for")))
    return FALSE;
  cue->complement = (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, cue->end + 1, TRUE };

  return begins_reported (reading, unit, noun, cue->complement.first);
}
