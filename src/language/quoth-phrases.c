#include "quoth-phrases.h"

#include <string.h>

/* Light noun phrases: without tags or syntax, a phrase is what lies between the little words and
 * marks that cannot be in one. */

#define MAX_PHRASE 40

/* What no noun phrase goes over. */
#define BREAKS (QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_RELATIVE | QUOTH_WORD_QUESTION | \
                QUOTH_WORD_THAT | QUOTH_WORD_FINITE | QUOTH_WORD_NEGATION | QUOTH_WORD_SUBJECT | \
                QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_COLON | QUOTH_WORD_SEMICOLON | \
                QUOTH_WORD_DASH)

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
         !quoth_reading_is (reading, token + 1, BREAKS | QUOTH_WORD_DETERMINER |
                            QUOTH_WORD_PREPOSITION |
                            QUOTH_WORD_AUXILIARY | QUOTH_WORD_COORDINATOR);
}

static gboolean
is_head (const QuothReading *reading,
         guint               token)
{
  if (reading->words[token].quoted < 0 && reading->text->tokens[token].kind == QUOTH_TOKEN_SYMBOL)
    return TRUE;

  return reading->words[token].quoted < 0 && quoth_reading_is_word (reading, token) &&
         !quoth_reading_is (reading, token, BREAKS | QUOTH_WORD_PREPOSITION |
                            QUOTH_WORD_COORDINATOR |
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
gboolean
quoth_phrase_begins_clause (const QuothReading *reading,
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
  static const char *joining[] = { "of", "for", "at", "from", "with", "in", "on", "to", "against",
                                   "near" };

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

/* "Poole and Grove", "the mayor and his aides": joined only when the whole begins a clause. */
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
  if (first >= coordinator || !quoth_phrase_begins_clause (reading, floor, first) ||
      (first > floor && quoth_reading_is (reading, first - 1, QUOTH_WORD_COORDINATOR)))
    return coordinator + 1;

  return first;
}

/* Whether the phrase that ends before @end ends with a name, which a bracket may follow. */
static gboolean
ends_named (const QuothReading *reading,
            guint               floor,
            guint               end)
{
  guint last = end - 1;

  if (end <= floor)
    return FALSE;
  if (quoth_reading_is (reading, last, QUOTH_WORD_CLOSING))
    {
      guint opening = skip_bracket_before (reading, floor, last);

      last = opening > floor ? opening - 1 : opening;
    }

  return quoth_reading_is (reading, last, QUOTH_WORD_NAME);
}

/* Whether nothing that stands before the determiner at @first can belong to its phrase. */
static gboolean
begins_phrase (const QuothReading *reading,
               guint               floor,
               guint               first)
{
  return quoth_reading_is (reading, first, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE) &&
         first > floor &&
         !quoth_reading_is (reading, first - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_QUANTITY |
                            QUOTH_WORD_COORDINATOR);
}

/* One word or bracket further back, or @first where the phrase begins. */
static guint
step_before (const QuothReading *reading,
             guint               floor,
             guint               end,
             guint               first,
             gboolean            named)
{
  guint before = first - 1;

  if (reading->words[before].quoted >= 0 || (first < end && begins_phrase (reading, floor, first)))
    return first;
  if (quoth_reading_is (reading, before, QUOTH_WORD_CLOSING))
    {
      guint opening = skip_bracket_before (reading, floor, before);

      return opening < before ? opening : first;
    }
  if (quoth_reading_is (reading, before, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE))
    {
      gboolean inside = before > floor &&
          quoth_reading_is (reading, before - 1, QUOTH_WORD_DETERMINER);

      /* "an inside source" */
      return first < end &&
             (inside || joins_before (reading, floor, before, named)) ? before : first;
    }
  if (!is_inside (reading, before, end) ||
      (named && first < end && quoth_reading_is (reading, before, QUOTH_WORD_TIME)))
    return first;

  return before;
}

/* The first token of the noun phrase that ends before @end, or @end. */
static guint
walk_before (const QuothReading *reading,
             guint               floor,
             guint               end,
             gboolean            joining)
{
  gboolean named = ends_named (reading, floor, end);
  guint first = end;

  while (first > floor && end - first < MAX_PHRASE)
    {
      guint next = step_before (reading, floor, end, first, named);

      if (next == first)
        break;
      first = next;
    }
  if (joining && first > floor && first < end && !begins_phrase (reading, floor, first) &&
      quoth_reading_is (reading, first - 1, QUOTH_WORD_COORDINATOR))
    return join_before (reading, floor, first - 1);

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

/* An apposition after a comma, not a clause, a list of what follows, or a time. */
gboolean
quoth_phrase_begins_apposition (const QuothReading *reading,
                                guint               first,
                                guint               limit)
{
  if (first + 1 < limit &&
      (quoth_reading_spells (reading, first, "then") ||
       quoth_reading_spells (reading, first, "now")))
    first++;
  if (first >= limit || reading->words[first].quoted >= 0 ||
      !quoth_reading_is_word (reading, first) ||
      quoth_reading_is_adverb (reading, first) || quoth_reading_is_gerund (reading, first))
    return FALSE;
  if (reading->text->tokens[first].kind == QUOTH_TOKEN_NUMBER)
    return first + 1 >= limit ||
           quoth_reading_is (reading, first + 1, QUOTH_WORD_COMMA); /* an age */
  if (quoth_reading_is (reading, first,
                        BREAKS | QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR | QUOTH_WORD_TIME |
                        QUOTH_WORD_INFINITIVE | QUOTH_WORD_AUXILIARY | QUOTH_WORD_OBJECT))
    return FALSE;

  return is_bare_until_boundary (reading, first, limit);
}

/* "Ann Poole and a nurse": what follows the conjunction is no clause. */
static gboolean
coordinates_after (const QuothReading *reading,
                   guint               coordinator,
                   guint               limit)
{
  guint next = coordinator + 1;

  if (quoth_reading_spells (reading, coordinator, "but") || next >= limit ||
      quoth_reading_is_adverb (reading, next))
    return FALSE;

  return (is_head (reading, next) ||
          quoth_reading_is (reading, next, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE)) &&
         is_bare_until_boundary (reading, next, limit);
}

/* One past the comma, bracket, preposition, conjunction or word at @end when it goes on with the
 * phrase
 * from @first, or @end. */
static guint
step_after (const QuothReading *reading,
            guint               first,
            guint               end,
            guint               limit,
            gboolean            joined)
{
  if (reading->words[end].quoted >= 0)
    return end;
  if (end == first)
    return is_inside (reading, end, limit) ? end + 1 : end;
  if (quoth_reading_is (reading, end, QUOTH_WORD_COMMA))
    return quoth_phrase_begins_apposition (reading, end + 1, limit) ? end + 1 : end;
  if (quoth_reading_is (reading, end, QUOTH_WORD_OPENING))
    return skip_bracket_after (reading, end, limit);
  if (quoth_reading_is (reading, end, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE))
    return joins_after (reading, end, limit, joined) ? end + 1 : end;
  if (quoth_reading_is (reading, end, QUOTH_WORD_COORDINATOR))
    return coordinates_after (reading, end, limit) ? end + 1 : end;

  return is_inside (reading, end, limit) &&
         !quoth_reading_is (reading, end, QUOTH_WORD_TIME) ? end + 1 : end;
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
  gboolean joined = FALSE;

  if (first < limit && quoth_reading_is (reading, first, QUOTH_WORD_SUBJECT))
    return (QuothPhrase) { first, first + 1 };

  while (end < limit && end - first < MAX_PHRASE)
    {
      guint next = step_after (reading, first, end, limit, joined);

      if (next == end)
        break;
      joined = joined || quoth_reading_is (reading, end, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COMMA);
      end = next;
    }
  while (end > first &&
         quoth_reading_is (reading, end - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR |
                           QUOTH_WORD_DETERMINER | QUOTH_WORD_COMMA | QUOTH_WORD_POSSESSIVE) &&
         !quoth_reading_is (reading, end - 1, QUOTH_WORD_PRONOUN))
    end--;

  return (QuothPhrase) { first, end };
}
