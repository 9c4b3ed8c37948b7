#include "quoth-phrases.h"

#include <string.h>

/* Light noun phrases: without tags or syntax, a phrase is what lies between the little words and
 * marks that cannot be in one. */

#define MAX_PHRASE     40
#define MAX_APPOSITION 4
#define MAX_SENTENCE   200

/* What no noun phrase goes over. */
#define BREAKS (QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_RELATIVE | QUOTH_WORD_QUESTION | QUOTH_WORD_THAT | QUOTH_WORD_FINITE | \
                QUOTH_WORD_NEGATION | QUOTH_WORD_SUBJECT | QUOTH_WORD_COMMA | QUOTH_WORD_STOP | \
                QUOTH_WORD_COLON | QUOTH_WORD_SEMICOLON | QUOTH_WORD_DASH)

static gboolean
is_possessive_mark (const QuothReading *reading,
                    guint               token)
{
  const QuothText *text = reading->text;
  QuothSpan span = text->tokens[token].span;
  gsize length = quoth_span_length (span);

  if (text->tokens[token].kind == QUOTH_TOKEN_CLOSING_MARK ||
      (text->tokens[token].flags & QUOTH_TOKEN_SPACE_BEFORE))
    return FALSE;

  return (length == 2 && memcmp (text->text + span.start, "'s", 2) == 0) ||
         (length == 4 && memcmp (text->text + span.start, "\342\200\231s", 4) == 0) ||
         (length == 1 && text->text[span.start] == '\'') ||
         (length == 3 && memcmp (text->text + span.start, "\342\200\231", 3) == 0);
}

/* "’s" before a noun phrase goes on with it; before anything else it is a verb. */
static gboolean
is_possessive (const QuothReading *reading,
               guint               token,
               guint               end)
{
  return is_possessive_mark (reading, token) && token + 1 < end &&
         quoth_reading_is_word (reading, token + 1) &&
         !quoth_reading_is (reading, token + 1, BREAKS | QUOTH_WORD_DETERMINER | QUOTH_WORD_PREPOSITION |
                            QUOTH_WORD_AUXILIARY | QUOTH_WORD_COORDINATOR);
}

static gboolean
is_head (const QuothReading *reading,
         guint               token)
{
  if (reading->words[token].quoted < 0 && reading->text->tokens[token].kind == QUOTH_TOKEN_SYMBOL)
    return TRUE;

  return reading->words[token].quoted < 0 && quoth_reading_is_word (reading, token) &&
         !quoth_reading_is (reading, token, BREAKS | QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR |
                            QUOTH_WORD_AUXILIARY | QUOTH_WORD_POSSESSIVE | QUOTH_WORD_INFINITIVE) &&
         (!quoth_reading_is (reading, token, QUOTH_WORD_DETERMINER) ||
          quoth_reading_is (reading, token, QUOTH_WORD_PRONOUN));
}

static gboolean
is_inside (const QuothReading *reading,
           guint               token,
           guint               end)
{
  if (reading->words[token].quoted >= 0)
    return FALSE;
  if (quoth_reading_is (reading, token, QUOTH_WORD_AUXILIARY))
    return is_possessive (reading, token, end);
  if (is_possessive_mark (reading, token))
    return TRUE;
  if (quoth_reading_is (reading, token, BREAKS | QUOTH_WORD_COORDINATOR | QUOTH_WORD_PREPOSITION |
                        QUOTH_WORD_INFINITIVE | QUOTH_WORD_OBJECT | QUOTH_WORD_OPENING |
                        QUOTH_WORD_CLOSING))
    return FALSE;
  if (quoth_reading_is (reading, token, QUOTH_WORD_ADVERB) &&
      !quoth_reading_is (reading, token, QUOTH_WORD_QUANTITY))
    return FALSE;

  return quoth_reading_is_word (reading, token) ||
         reading->text->tokens[token].kind == QUOTH_TOKEN_SYMBOL;
}

/* The token before a bracket's opening, for a token that closes one. */
static guint
skip_bracket_before (const QuothReading *reading,
                     guint               floor,
                     guint               token)
{
  for (guint i = token; i > floor && token - i < MAX_PHRASE; i--)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_OPENING))
        return i;
    }

  return token;
}

/* Whether the phrase that begins at @first may stand as a subject: a boundary lies before it. */
static gboolean
begins_clause (const QuothReading *reading,
               guint               floor,
               guint               first)
{
  return first == floor || reading->words[first - 1].quoted >= 0 ||
         (!quoth_reading_is (reading, first - 1, QUOTH_WORD_RELATIVE) &&
          quoth_reading_is (reading, first - 1,
                           QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_THAT | QUOTH_WORD_COORDINATOR |
                           QUOTH_WORD_COMMA | QUOTH_WORD_COLON | QUOTH_WORD_SEMICOLON |
                            QUOTH_WORD_DASH | QUOTH_WORD_STOP | QUOTH_WORD_QUESTION));
}

/* Which prepositions join a phrase to what stands before it: "of" always, the others after a
 * common noun only ("In Leeds Ms Poole", "a spokesman in Leeds"). */
static gboolean
joins_before (const QuothReading *reading,
              guint               floor,
              guint               preposition,
              gboolean            named)
{
  static const char *joining[] = { "of", "for", "at", "from", "with", "in", "on", "to", "against", "near" };

  if (preposition <= floor || !is_head (reading, preposition - 1) ||
      quoth_reading_is (reading, preposition - 1, QUOTH_WORD_TIME))
    return FALSE;
  if (named)
    return quoth_reading_spells (reading, preposition, "of");
  for (guint i = 0; i < G_N_ELEMENTS (joining); i++)
    {
      if (quoth_reading_spells (reading, preposition, joining[i]))
        return TRUE;
    }

  return FALSE;
}

static guint walk_before (const QuothReading *reading,
                          guint               floor,
                          guint               end,
                          gboolean            joining);

/* "Weld and Johnson", "the mayor and his aides": joined only when the whole begins a clause. */
static guint
join_before (const QuothReading *reading,
             guint               floor,
             guint               coordinator)
{
  guint first;

  if (coordinator > floor && quoth_reading_is (reading, coordinator - 1, QUOTH_WORD_SUBJECT) &&
      reading->words[coordinator - 1].quoted < 0)
    return coordinator - 1;
  if (coordinator <= floor || !is_head (reading, coordinator - 1) ||
      (!quoth_reading_spells (reading, coordinator, "and") &&
       !quoth_reading_spells (reading, coordinator, "or") &&
       !quoth_reading_spells (reading, coordinator, "&")))
    return coordinator + 1;
  first = walk_before (reading, floor, coordinator, FALSE);
  if (first >= coordinator || !begins_clause (reading, floor, first) ||
      (first > floor && quoth_reading_is (reading, first - 1, QUOTH_WORD_COORDINATOR)))
    return coordinator + 1;

  return first;
}

/* The first token of the noun phrase that ends before @end, or @end. */
static guint
walk_before (const QuothReading *reading,
             guint               floor,
             guint               end,
             gboolean            joining)
{
  guint first = end;
  gboolean named = end > floor && quoth_reading_is (reading, end - 1, QUOTH_WORD_NAME);

  while (first > floor && end - first < MAX_PHRASE)
    {
      guint before = first - 1;

      if (quoth_reading_is (reading, before, QUOTH_WORD_CLOSING))
        {
          guint opening = skip_bracket_before (reading, floor, before);

          if (opening == before)
            break;
          first = opening;
          named = named || (opening > floor && quoth_reading_is (reading, opening - 1, QUOTH_WORD_NAME));
        }
      else if (quoth_reading_is (reading, before, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE) &&
               first < end && reading->words[before].quoted < 0)
        {
          if (before > floor && quoth_reading_is (reading, before - 1, QUOTH_WORD_DETERMINER))
            {
              first = before; /* "an inside source" */
              continue;
            }
          if (!joins_before (reading, floor, before, named))
            break;
          first = before;
        }
      else if (quoth_reading_is (reading, before, QUOTH_WORD_COORDINATOR) && first < end && joining)
        {
          return join_before (reading, floor, before);
        }
      else if (is_inside (reading, before, end))
        {
          if (named && first < end && quoth_reading_is (reading, before, QUOTH_WORD_TIME))
            break;
          first = before;
          if (quoth_reading_is (reading, before, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE) &&
              before > floor &&
              !quoth_reading_is (reading, before - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_QUANTITY |
                                 QUOTH_WORD_COORDINATOR))
            break;
        }
      else
        {
          break;
        }
    }

  return first;
}

/**
 * quoth_phrase_find_before:
 * @floor: the first token that may belong to it
 * @end: one past its last token
 *
 * The noun phrase that ends at a place: "the trust's medical director Dr Ann Poole".
 */
QuothPhrase
quoth_phrase_find_before (const QuothReading *reading,
                          guint               floor,
                          guint               end)
{
  QuothPhrase phrase = { end, end };

  if (end <= floor)
    return phrase;
  if (quoth_reading_is (reading, end - 1, QUOTH_WORD_SUBJECT) && reading->words[end - 1].quoted < 0)
    {
      if (end - 1 == floor || !quoth_reading_is (reading, end - 2, QUOTH_WORD_PREPOSITION))
        phrase.first = end - 1;
      return phrase;
    }
  if (!is_head (reading, end - 1) && !quoth_reading_is (reading, end - 1, QUOTH_WORD_CLOSING))
    return phrase;

  phrase.first = walk_before (reading, floor, end, TRUE);
  while (phrase.first < end &&
         quoth_reading_is (reading, phrase.first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR |
                           QUOTH_WORD_OPENING | QUOTH_WORD_INFINITIVE | QUOTH_WORD_ADVERB))
    phrase.first++;

  return phrase;
}

static guint
skip_bracket_after (const QuothReading *reading,
                    guint               token,
                    guint               limit)
{
  for (guint i = token; i < limit && i - token < MAX_PHRASE; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_CLOSING))
        return i + 1;
    }

  return token;
}

/* Whether a preposition goes on with the phrase. After a name only "of" does, unless the name is
 * itself joined to a noun or stands in an apposition: "Ann Poole in Leeds", "a spokeswoman for Ann
 * Poole in Leeds". */
static gboolean
joins_after (const QuothReading *reading,
             guint               preposition,
             guint               limit,
             gboolean            joined)
{
  static const char *joining[] = { "of", "for", "at", "from", "with", "in", "to", "by", "on" };

  if (preposition + 1 >= limit || reading->words[preposition + 1].quoted >= 0 ||
      !quoth_reading_is_word (reading, preposition + 1) ||
      quoth_reading_is (reading, preposition + 1, QUOTH_WORD_TIME | BREAKS))
    return FALSE;
  if (quoth_reading_is (reading, preposition - 1, QUOTH_WORD_NAME) &&
      (!joined || quoth_reading_spells (reading, preposition + 1, "a") ||
       quoth_reading_spells (reading, preposition + 1, "an")))
    return quoth_reading_spells (reading, preposition, "of");
  for (guint i = 0; i < G_N_ELEMENTS (joining); i++)
    {
      if (quoth_reading_spells (reading, preposition, joining[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether the words from @first to the next boundary make no clause of their own. */
static gboolean
is_bare_until_boundary (const QuothReading *reading,
                        guint               first,
                        guint               limit)
{
  for (guint i = first; i < limit && i - first < MAX_PHRASE; i++)
    {
      if (reading->words[i].quoted >= 0 ||
          quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_SEMICOLON |
                            QUOTH_WORD_RELATIVE | QUOTH_WORD_DASH | QUOTH_WORD_SUBORDINATOR))
        return TRUE;
      if (quoth_reading_is (reading, i, QUOTH_WORD_SUBJECT | QUOTH_WORD_FINITE) ||
          quoth_reading_reports (reading, i, QUOTH_VERB_PAST | QUOTH_VERB_GERUND))
        return FALSE;
    }

  return TRUE;
}

/* "…ing", which begins a clause of its own rather than an apposition. */
static gboolean
is_gerund (const QuothReading *reading,
           guint               token)
{
  QuothSpan span = reading->text->tokens[token].span;

  return !quoth_reading_is (reading, token, QUOTH_WORD_NAME) && quoth_span_length (span) > 4 &&
         strncmp (reading->text->text + span.end - 3, "ing", 3) == 0;
}

/* An apposition after a comma, not a clause, a list of what follows, or a time. */
static gboolean
begins_apposition (const QuothReading *reading,
                   guint               first,
                   guint               limit)
{
  if (first + 1 < limit &&
      (quoth_reading_spells (reading, first, "then") || quoth_reading_spells (reading, first, "now")))
    first++;
  if (first >= limit || reading->words[first].quoted >= 0 || !quoth_reading_is_word (reading, first) ||
      quoth_reading_is_adverb (reading, first) || is_gerund (reading, first))
    return FALSE;
  if (quoth_reading_is (reading, first,
                        BREAKS | QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR | QUOTH_WORD_TIME |
                        QUOTH_WORD_INFINITIVE | QUOTH_WORD_AUXILIARY | QUOTH_WORD_OBJECT))
    return FALSE;

  return is_bare_until_boundary (reading, first, limit);
}

/**
 * quoth_phrase_find_after:
 * @first: where it begins
 * @limit: one past the last token that may belong to it
 *
 * The noun phrase that begins at a place, with its appositions: "the former chair of the trust",
 * "Ann Poole, a nurse". A relative clause is left out.
 */
QuothPhrase
quoth_phrase_find_after (const QuothReading *reading,
                         guint               first,
                         guint               limit)
{
  guint end = first;
  guint appositions = 0;
  gboolean joined = FALSE;

  if (first < limit && quoth_reading_is (reading, first, QUOTH_WORD_SUBJECT))
    return (QuothPhrase) { first, first + 1 };

  while (end < limit && end - first < MAX_PHRASE)
    {
      if (reading->words[end].quoted >= 0)
        break;
      if (quoth_reading_is (reading, end, QUOTH_WORD_COMMA) && end > first)
        {
          if (appositions++ == MAX_APPOSITION || !begins_apposition (reading, end + 1, limit))
            break;
          joined = TRUE;
        }
      else if (quoth_reading_is (reading, end, QUOTH_WORD_OPENING) && end > first)
        {
          guint after = skip_bracket_after (reading, end, limit);

          if (after == end)
            break;
          end = after - 1;
        }
      else if (quoth_reading_is (reading, end, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE) && end > first)
        {
          if (!joins_after (reading, end, limit, joined))
            break;
          joined = TRUE;
        }
      else if (quoth_reading_is (reading, end, QUOTH_WORD_COORDINATOR) && end > first)
        {
          if (quoth_reading_spells (reading, end, "but") || end + 1 >= limit ||
              (!is_head (reading, end + 1) &&
               !quoth_reading_is (reading, end + 1, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE)) ||
              quoth_reading_is_adverb (reading, end + 1) ||
              !is_bare_until_boundary (reading, end + 1, limit))
            break;
        }
      else if (!is_inside (reading, end, limit) ||
               (end > first && quoth_reading_is (reading, end, QUOTH_WORD_TIME)))
        {
          break;
        }
      end++;
    }

  while (end > first &&
         quoth_reading_is (reading, end - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR |
                           QUOTH_WORD_DETERMINER | QUOTH_WORD_COMMA | QUOTH_WORD_POSSESSIVE) &&
         !quoth_reading_is (reading, end - 1, QUOTH_WORD_PRONOUN))
    end--;

  return (QuothPhrase) { first, end };
}

/* The antecedent of the relative pronoun at @relative: the nearest phrase, "friends in [the council],
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
          !(quoth_reading_spells (reading, relative, "who") && quoth_reading_spells (reading, i, "of")))
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
          !begins_clause (reading, floor, subject.phrase.first))
        continue;
      if (tries + 1 < MAX_APPOSITION && subject.phrase.first > floor &&
          quoth_reading_is (reading, subject.phrase.first - 1, QUOTH_WORD_COMMA) &&
          !quoth_reading_is (reading, subject.phrase.first, QUOTH_WORD_NAME | QUOTH_WORD_TITLE) &&
          quoth_reading_is (reading, subject.phrase.first - 2, QUOTH_WORD_NAME))
        continue;

      subject.clause = subject.phrase.first;
      if (begins_apposition (reading, opening + 1, comma) ||
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
      (quoth_reading_spells (reading, before, "who") || quoth_reading_spells (reading, before, "which")))
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
  if ((quoth_phrase_is_empty (subject.phrase) || !begins_clause (reading, floor, subject.phrase.first)) &&
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
          quoth_reading_is_adverb (reading, i) ||
          quoth_reading_is (reading, i, QUOTH_WORD_COORDINATOR))
        {
          i++;
          continue;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION | QUOTH_WORD_SUBORDINATOR |
                            QUOTH_WORD_QUESTION | QUOTH_WORD_INFINITIVE) || is_gerund (reading, i))
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
