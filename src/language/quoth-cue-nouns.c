#include "quoth-cues-private.h"

/* Cues that are no verbs: "her claim that", "a call from them for", "according to her". */

#define MAX_LISTENERS 30
#define MAX_SUBJECT   4
#define MAX_HEARER    6

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

  /* At the head of the sentence, or of a clause in it, what was said begins after the comma. */
  if (token >= unit->first + 2 &&
      !(quoth_reading_is (reading, token - 1, QUOTH_WORD_COMMA) &&
        quoth_reading_is (reading, token - 2, QUOTH_WORD_THAT)))
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

/* Whether what brings in what was said stands at @token. */
static gboolean
brings_in (const QuothReading *reading,
           guint               noun,
           guint               token)
{
  return (quoth_reading_reports (reading, noun, QUOTH_NOUN_THAT) &&
          quoth_reading_is (reading, token, QUOTH_WORD_THAT)) ||
         (quoth_reading_reports (reading, noun, QUOTH_NOUN_FOR) &&
          quoth_reading_spells (reading, token, "for")) ||
         (quoth_reading_reports (reading, noun, QUOTH_NOUN_TO) &&
          quoth_reading_is (reading, token, QUOTH_WORD_INFINITIVE));
}

/* What brings in what was said, after a noun and who it is from; the end of the sentence if nothing
 * does. */
static guint
find_bringer (const QuothReading *reading,
              const QuothUnit    *unit,
              guint               noun)
{
  for (guint i = noun + 3; i < unit->end && i < noun + MAX_LISTENERS; i++)
    {
      if (reading->words[i].quoted < 0 && brings_in (reading, noun, i))
        return i;
    }

  return unit->end;
}

/* One past the last reporting verb before a token, where what it reports begins; @floor without
 * one. */
static guint
find_last_verb (const QuothReading *reading,
                guint               floor,
                guint               token)
{
  for (guint i = token; i > floor; i--)
    {
      if (quoth_reading_reports (reading, i - 1, QUOTH_VERB_PAST | QUOTH_VERB_PRESENT))
        return i;
    }

  return floor;
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
      cue->source = quoth_phrase_find_after (reading, noun + 2, find_bringer (reading, unit, noun));
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
    cue->source = quoth_phrase_find_before (reading,
                                            find_last_verb (reading, unit->first, before - 1),
                                            before - 1);
  cue->clause = quoth_phrase_is_empty (cue->source) ? noun : cue->source.first;

  return !quoth_phrase_is_empty (cue->source);
}

/* Whether what follows "for" can be asked for: things, or somebody to do something; not a time, nor
 * just somebody. */
static gboolean
may_be_asked_for (const QuothReading *reading,
                  const QuothUnit    *unit,
                  guint               first)
{
  for (guint i = first; i < MIN (unit->end, first + MAX_LISTENERS); i++)
    {
      if (reading->words[i].quoted >= 0 || quoth_reading_is (reading, i, QUOTH_WORD_INFINITIVE))
        return TRUE;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_FINITE))
        break;
    }

  return !quoth_reading_is (reading, first,
                            QUOTH_WORD_NAME | QUOTH_WORD_TITLE | QUOTH_WORD_OBJECT) &&
         !quoth_reading_is_time (reading, first) && !quoth_reading_is_time (reading, first + 1);
}

/* "His claim that beds were short", not "the claim that surprised them": a plain word with a verb
 * soon after. */
static gboolean
begins_bare_subject (const QuothReading *reading,
                     const QuothUnit    *unit,
                     guint               first)
{
  if (reading->words[first].classes != 0 || reading->words[first].verb != 0 ||
      quoth_reading_is_past (reading, first))
    return FALSE;
  for (guint i = first + 1; i < MIN (unit->end, first + MAX_SUBJECT); i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE))
        return TRUE;
    }

  return FALSE;
}

/* Whether what follows a noun is what was said: after "that" a subject, not the verb of a relative
 * clause; after "for" and "to" whatever can be asked for or done. */
static gboolean
begins_reported (const QuothReading *reading,
                 const QuothUnit    *unit,
                 const QuothCue     *cue)
{
  guint first = cue->complement.first;

  if (quoth_reading_is (reading, first - 1, QUOTH_WORD_THAT))
    return reading->words[first].quoted >= 0 ||
           quoth_reading_is (reading, first, QUOTH_WORD_SUBJECT | QUOTH_WORD_DETERMINER |
                             QUOTH_WORD_POSSESSIVE |
                             QUOTH_WORD_NAME | QUOTH_WORD_TITLE | QUOTH_WORD_PRONOUN |
                                 QUOTH_WORD_QUANTITY) ||
           begins_bare_subject (reading, unit, first) || cue->end > cue->words.end;
  if (quoth_reading_spells (reading, first - 1, "for"))
    return may_be_asked_for (reading, unit, first);

  return reading->words[first].classes == 0 ||
         quoth_reading_is (reading, first, QUOTH_WORD_AUXILIARY);
}

/* "His promise to residents that …": who is promised something is passed over. */
static void
pass_hearer (const QuothReading *reading,
             const QuothUnit    *unit,
             guint               noun,
             QuothCue           *cue)
{
  if (!quoth_reading_reports (reading, noun, QUOTH_NOUN_THAT) || cue->end >= unit->end ||
      !quoth_reading_spells (reading, cue->end, "to"))
    return;
  for (guint i = cue->end + 1; i < MIN (unit->end, cue->end + MAX_HEARER); i++)
    {
      if (i > cue->end + 1 && quoth_reading_is (reading, i, QUOTH_WORD_THAT))
        {
          cue->end = i;
          return;
        }
      if (!quoth_reading_is_word (reading, i) || reading->words[i].verb != 0 ||
          quoth_reading_is (reading, i,
                            QUOTH_WORD_FINITE | QUOTH_WORD_AUXILIARY | QUOTH_WORD_PREPOSITION))
        return;
    }
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
  if (quoth_reading_is (reading, cue->end, QUOTH_WORD_COMMA) &&
      quoth_reading_is (reading, cue->end - 1, QUOTH_WORD_NAME))
    cue->end++;
  pass_hearer (reading, unit, noun, cue);
  if (!brings_in (reading, noun, cue->end))
    return FALSE;
  cue->complement = (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, cue->end + 1, TRUE };

  return begins_reported (reading, unit, cue);
}

/* One past a verb and what belongs to it: "had not been sold". */
static guint
pass_verb (const QuothReading *reading,
           guint               verb,
           guint               limit)
{
  guint end = verb + 1;

  while (end < limit && (quoth_reading_is (reading, end, QUOTH_WORD_AUXILIARY | QUOTH_WORD_BE) ||
                         quoth_reading_is_adverb (reading, end)))
    end++;

  return end < limit &&
         (quoth_reading_is_past (reading, end) ||
          quoth_reading_is (reading, end, QUOTH_WORD_FINITE))
         ? end + 1 : end;
}

/* The first verb that no clause within what was said accounts for. @weak: words in "-ed" count, too */
static guint
find_spare_verb (const QuothReading *reading,
                 guint               first,
                 guint               limit,
                 gboolean            weak)
{
  gboolean clause = quoth_reading_is (reading, first - 1, QUOTH_WORD_THAT);

  for (guint i = first; i < limit; i++)
    {
      if (reading->words[i].quoted >= 0)
        continue;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COORDINATOR | QUOTH_WORD_SUBORDINATOR |
                            QUOTH_WORD_RELATIVE | QUOTH_WORD_QUESTION | QUOTH_WORD_SUBJECT | QUOTH_WORD_THAT))
        clause = TRUE;
      else if (quoth_reading_is (reading, i, QUOTH_WORD_INFINITIVE))
        i = pass_verb (reading, i, limit) - 1;
      else if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE | QUOTH_WORD_BE) ||
               (weak && quoth_reading_is_past (reading, i)))
        {
          if (!clause)
            return i;
          clause = FALSE;
          i = pass_verb (reading, i, limit) - 1;
        }
    }

  return limit;
}

/**
 * quoth_cue_find_predicate:
 * @floor: where the sentence begins, or what holds the cue
 *
 * Where a noun that reports is the subject of its sentence, what was said ends before the
 * sentence's own verb: "His claim that the boats were late was wrong."
 *
 * Returns: that verb, or the end of the sentence
 */
guint
quoth_cue_find_predicate (const QuothReading *reading,
                          const QuothUnit    *unit,
                          guint               floor,
                          const QuothCue     *cue)
{
  guint first = cue->complement.first, verb;

  if (cue->kind != QUOTH_CUE_NOUN || cue->words.first > floor + MAX_SUBJECT)
    return unit->end;
  for (guint i = floor; i < cue->words.first; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE | QUOTH_WORD_COMMA) ||
          quoth_reading_reports (reading, i, QUOTH_VERB_FORMS) ||
          (i > floor &&
           quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION | QUOTH_WORD_DETERMINER |
                                                QUOTH_WORD_POSSESSIVE)))
        return unit->end;
    }
  if (quoth_reading_reports (reading, cue->words.first, QUOTH_VERB_PAST))
    return unit->end;
  verb = find_spare_verb (reading, first, unit->end, FALSE);

  return verb < unit->end ? verb : find_spare_verb (reading, first, unit->end, TRUE);
}
