#include "quoth-phrases.h"

/* Who or what does what a verb says, found without tags: the phrase before it, over appositions and
 * relative clauses, or the sentence's first. */

#define MAX_PHRASE     40
#define MAX_APPOSITION 4
#define MAX_SENTENCE   200

/* The antecedent of the relative pronoun at @relative: the nearest phrase, "friends in [the
 * council],
 * which says". */
static QuothSubject
find_antecedent (const QuothReading *reading,
                 guint               floor,
                 guint               relative)
{
  guint end = relative;
  QuothSubject subject = { { relative, relative }, relative, TRUE };

  if (end > floor && quoth_reading_is (reading, end - 1, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    end--;
  subject.phrase = quoth_phrase_find_before (reading, floor, end);
  for (guint i = subject.phrase.first; i < end; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION) &&
          !(quoth_reading_spells (reading, relative, "who") &&
            quoth_reading_spells (reading, i, "of")))
        subject.phrase.first = i + 1;
    }
  if (!quoth_phrase_is_empty (subject.phrase))
    subject.clause = subject.phrase.first;

  return subject;
}

/* The comma or dash that opens what the one at @closing closes, or @closing. */
static guint
find_opening (const QuothReading *reading,
              guint               floor,
              guint               closing)
{
  guint32 mark = reading->words[closing].classes & (QUOTH_WORD_COMMA | QUOTH_WORD_DASH);

  for (guint i = closing; i > floor && closing - i < MAX_PHRASE; i--)
    {
      if (reading->words[i - 1].quoted < 0 && quoth_reading_is (reading, i - 1, mark))
        return i - 1;
    }

  return closing;
}

/* A phrase parted from its verb by commas: "Ann Poole, a nurse who …, said", "Ms Poole, in her
 * letter, said". The apposition belongs to it, anything else does not. */
static QuothSubject
find_parted (const QuothReading *reading,
             guint               floor,
             guint               comma)
{
  QuothSubject none = { { comma, comma }, comma, FALSE };
  guint closing = comma;

  for (guint tries = 0; tries < MAX_APPOSITION; tries++)
    {
      guint opening = find_opening (reading, floor, closing);
      QuothSubject subject = none;

      if (opening == closing)
        break;
      subject.phrase = quoth_phrase_find_before (reading, floor, opening);
      closing = opening;
      if (quoth_phrase_is_empty (subject.phrase) ||
          !quoth_phrase_begins_clause (reading, floor, subject.phrase.first))
        continue;
      if (tries + 1 < MAX_APPOSITION && subject.phrase.first > floor + 1 &&
          quoth_reading_is (reading, subject.phrase.first - 1, QUOTH_WORD_COMMA) &&
          !quoth_reading_is (reading, subject.phrase.first, QUOTH_WORD_NAME | QUOTH_WORD_TITLE) &&
          quoth_reading_is (reading, subject.phrase.first - 2, QUOTH_WORD_NAME))
        continue;

      subject.clause = subject.phrase.first;
      if (quoth_phrase_begins_apposition (reading, opening + 1, comma) ||
          quoth_reading_is (reading, opening + 1, QUOTH_WORD_QUANTITY))
        {
          QuothPhrase whole = quoth_phrase_find_after (reading, opening + 1, comma);

          if (!quoth_phrase_is_empty (whole))
            subject.phrase.end = whole.end;
        }
      return subject;
    }

  return none;
}

/* A phrase at the head of the sentence with a long tail: "People briefed on the plans say", "Voters
 * who came by bus said". The relative clause is left out. */
static gboolean
find_extended (const QuothReading *reading,
               guint               floor,
               guint               verb,
               QuothSubject       *subject)
{
  QuothPhrase first = quoth_subject_find_first (reading, floor, verb);
  gboolean relative;

  if (quoth_phrase_is_empty (first) || first.end >= verb || first.first > floor + 2 ||
      quoth_reading_is (reading, first.first, QUOTH_WORD_SUBJECT))
    return FALSE;
  relative = quoth_reading_is (reading, first.end, QUOTH_WORD_RELATIVE | QUOTH_WORD_THAT);
  for (guint i = first.end; i < verb; i++)
    {
      if (reading->words[i].quoted >= 0 ||
          quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_COLON |
                            QUOTH_WORD_SEMICOLON | QUOTH_WORD_SUBJECT | QUOTH_WORD_SUBORDINATOR) ||
          (!relative && quoth_reading_is (reading, i, QUOTH_WORD_FINITE)) ||
          quoth_reading_reports (reading, i, QUOTH_VERB_SAY))
        return FALSE;
    }

  subject->phrase = (QuothPhrase) { first.first, relative ? first.end : verb };
  subject->clause = first.first;

  return TRUE;
}

/**
 * quoth_subject_find_before:
 * @floor: the first token that may belong to it
 * @verb: the first token of the verb group
 *
 * Who or what does what the verb says, in the usual order of words.
 */
QuothSubject
quoth_subject_find_before (const QuothReading *reading,
                           guint               floor,
                           guint               verb)
{
  QuothSubject subject = { { verb, verb }, verb, FALSE };
  guint before = verb - 1;

  if (verb <= floor || reading->words[before].quoted >= 0)
    return subject;
  if (quoth_reading_is (reading, before, QUOTH_WORD_RELATIVE) &&
      (quoth_reading_spells (reading, before, "who") ||
       quoth_reading_spells (reading, before, "which")))
    return find_antecedent (reading, floor, before);
  if (quoth_reading_spells (reading, before, "that"))
    return find_antecedent (reading, floor, before);
  if (quoth_reading_is (reading, before, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    {
      if (before > floor && reading->words[before - 1].quoted < 0)
        subject = find_parted (reading, floor, before);
      return subject;
    }

  subject.phrase = quoth_phrase_find_before (reading, floor, verb);
  if ((quoth_phrase_is_empty (subject.phrase) ||
       !quoth_phrase_begins_clause (reading, floor, subject.phrase.first)) &&
      find_extended (reading, floor, verb, &subject))
    return subject;
  if (!quoth_phrase_is_empty (subject.phrase))
    {
      subject.clause = subject.phrase.first;
      if (subject.clause > floor && quoth_reading_spells (reading, subject.clause - 1, "who"))
        return find_antecedent (reading, floor, subject.clause - 1);
    }

  return subject;
}

/**
 * quoth_subject_find_parted:
 * @end: one past what parts it from its verb
 *
 * As quoth_subject_find_before(), for a verb after quoted words that the subject's clause holds:
 * "Ms Poole, who calls it “a farce”, said".
 */
QuothSubject
quoth_subject_find_parted (const QuothReading *reading,
                           guint               floor,
                           guint               end)
{
  return find_parted (reading, floor, end);
}

/* "On July 6, 2015, Ms Poole …": a number that a comma parts from the rest. */
static gboolean
is_year (const QuothReading *reading,
         guint               token,
         guint               limit)
{
  return reading->text->tokens[token].kind == QUOTH_TOKEN_NUMBER && token + 1 < limit &&
         quoth_reading_is (reading, token + 1, QUOTH_WORD_COMMA);
}

/**
 * quoth_subject_find_first:
 * @first: where a sentence begins
 * @limit: the verb whose subject is wanted
 *
 * The subject of a sentence whose main verb is not known: the first phrase that is not fronted with
 * a preposition or a conjunction. For "…, saying that" and "… and added".
 */
QuothPhrase
quoth_subject_find_first (const QuothReading *reading,
                          guint               first,
                          guint               limit)
{
  QuothPhrase phrase = { limit, limit };
  guint i = first;

  if (limit - first > MAX_SENTENCE)
    return phrase;

  while (i < limit)
    {
      guint end;

      if (reading->words[i].quoted >= 0 || !quoth_reading_is_word (reading, i) ||
          quoth_reading_is_adverb (reading, i) || is_year (reading, i, limit) ||
          quoth_reading_is (reading, i, QUOTH_WORD_COORDINATOR))
        {
          i++;
          continue;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION | QUOTH_WORD_SUBORDINATOR |
                            QUOTH_WORD_QUESTION | QUOTH_WORD_INFINITIVE) ||
                                quoth_reading_is_gerund (reading, i))
        {
          while (i < limit && !quoth_reading_is (reading, i, QUOTH_WORD_COMMA))
            i++;
          continue;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_SUBJECT))
        return (QuothPhrase) { i, i + 1 };
      end = i;
      if (quoth_reading_is (reading, i, QUOTH_WORD_NAME | QUOTH_WORD_TITLE))
        {
          while (end < limit && quoth_reading_is (reading, end, QUOTH_WORD_NAME | QUOTH_WORD_TITLE))
            end++;
          return (QuothPhrase) { i, end };
        }
      phrase = quoth_phrase_find_after (reading, i, limit);
      return phrase;
    }

  return phrase;
}
