#include "quoth-cues.h"

/* What follows a reporting verb: quoted words, a clause, a phrase, or nothing that was said. */

#define MAX_ADJUNCT 30
#define MIN_CLAUSE  4

/* What stands between verb and complement is a time, a place or who was told. */
static gboolean
begins_adjunct (const QuothReading *reading,
                guint               first,
                guint               end,
                guint32             verb)
{
  if (first == end || (verb & QUOTH_VERB_ADDRESSEE))
    return TRUE;
  if (verb & QUOTH_VERB_NAMING)
    return FALSE;

  return quoth_reading_is_adverb (reading, first) ||
         quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE |
                           QUOTH_WORD_TIME | QUOTH_WORD_OBJECT | QUOTH_WORD_COMMA);
}

/* The comma that closes what @comma opens, when nothing between them makes a clause, or @comma. */
static guint
find_closing_comma (const QuothReading *reading,
                    guint               comma,
                    guint               limit)
{
  for (guint i = comma + 1; i < limit && i - comma < MAX_ADJUNCT; i++)
    {
      if (reading->words[i].quoted >= 0 ||
          quoth_reading_is (reading, i, QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT | QUOTH_WORD_STOP))
        break;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA))
        return i;
    }

  return comma;
}

/* Whether a token lets nothing that follows it still be introduced by the verb. */
static gboolean
bars_marked (const QuothReading *reading,
             guint               token,
             guint32             verb)
{
  if (quoth_reading_is (reading, token, QUOTH_WORD_INFINITIVE))
    return (verb & (QUOTH_VERB_ADDRESSEE | QUOTH_VERB_INFINITIVE)) != 0;

  return quoth_reading_is (reading, token,
                           QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT | QUOTH_WORD_STOP |
                           QUOTH_WORD_SEMICOLON | QUOTH_WORD_DASH | QUOTH_WORD_RELATIVE |
                           QUOTH_WORD_SUBORDINATOR);
}

/* One past what a comma opens, "said, in May, that": where it leads to "that" or a mark, or
 * @limit. */
static guint
skip_parenthesis (const QuothReading *reading,
                  guint               comma,
                  guint               limit)
{
  guint closing;

  if (comma + 1 < limit && reading->words[comma + 1].quoted >= 0)
    return comma + 1;
  closing = find_closing_comma (reading, comma, limit);
  if (closing == comma || closing + 1 >= limit ||
      (reading->words[closing + 1].quoted < 0 &&
       !quoth_reading_is (reading, closing + 1, QUOTH_WORD_THAT)))
    return limit;

  return closing + 1;
}

/* "denied that it was", but "rejected that account". */
static gboolean
takes_that (guint32 verb)
{
  return !(verb & (QUOTH_VERB_OBJECT | QUOTH_VERB_NAMING)) ||
         (verb & (QUOTH_VERB_CLAUSE | QUOTH_VERB_THAT | QUOTH_VERB_ADDRESSEE)) != 0;
}

/* What begins at a token that is a mark, "that" or a question word. */
static QuothComplement
begin_marked (const QuothReading *reading,
              guint               first,
              guint               token,
              guint               limit,
              guint32             verb)
{
  QuothComplement none = { QUOTH_COMPLEMENT_NONE, first, FALSE };
  gboolean adjunct = begins_adjunct (reading, first, token, verb);

  if (reading->words[token].quoted >= 0)
    {
      gboolean punctuated = token > first &&
                            quoth_reading_is (reading, token - 1, QUOTH_WORD_COMMA |
                                              QUOTH_WORD_COLON);

      if (adjunct || punctuated)
        return (QuothComplement) { QUOTH_COMPLEMENT_QUOTED, token, punctuated };
      return none;
    }
  if (!adjunct || token + 1 >= limit)
    return none;
  if (quoth_reading_is (reading, token, QUOTH_WORD_THAT) && takes_that (verb) &&
      !quoth_reading_is (reading, token + 1, QUOTH_WORD_STOP | QUOTH_WORD_COMMA))
    return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, token + 1, TRUE };
  if (quoth_reading_is (reading, token, QUOTH_WORD_QUESTION) && (verb & QUOTH_VERB_QUESTION))
    return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, token, TRUE };

  return none;
}

/* A mark, "that" or a question word after the verb, with no more than adjuncts between. */
static QuothComplement
find_marked (const QuothReading *reading,
             guint               first,
             guint               limit,
             guint32             verb)
{
  guint i = first;

  while (i < limit && i - first < MAX_ADJUNCT)
    {
      QuothComplement found = begin_marked (reading, first, i, limit, verb);

      if (found.kind != QUOTH_COMPLEMENT_NONE)
        return found;
      if (reading->words[i].quoted >= 0 || bars_marked (reading, i, verb))
        break;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COLON) && i + 1 < limit &&
          reading->words[i + 1].quoted < 0)
        return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, i + 1, TRUE };
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA))
        i = skip_parenthesis (reading, i, limit);
      else
        i++;
    }

  return (QuothComplement) { QUOTH_COMPLEMENT_NONE, first, FALSE };
}

static gboolean
ends_clause (const QuothReading *reading,
             guint               token,
             guint               limit)
{
  return token >= limit || reading->words[token].quoted >= 0 ||
         quoth_reading_is (reading, token, QUOTH_WORD_COMMA | QUOTH_WORD_STOP |
                           QUOTH_WORD_SEMICOLON |
                           QUOTH_WORD_DASH | QUOTH_WORD_RELATIVE | QUOTH_WORD_CLOSING);
}

/* An adverb that says when or how it was said, not one of what follows: "nearly half". */
static gboolean
is_loose_adverb (const QuothReading *reading,
                 guint               token,
                 guint               limit)
{
  if (quoth_reading_is (reading, token, QUOTH_WORD_TIME))
    return TRUE;

  return quoth_reading_is_adverb (reading, token) &&
         !quoth_reading_is (reading, token, QUOTH_WORD_NEGATION) &&
         !quoth_reading_spells (reading, token, "there") && token + 1 < limit &&
         !quoth_reading_is (reading, token + 1, QUOTH_WORD_QUANTITY);
}

/* "on Monday", "last week", "again", "in a statement": passed over before a clause. */
static guint
skip_adjuncts (const QuothReading *reading,
               guint               first,
               guint               limit)
{
  guint i = first;

  while (i < limit && reading->words[i].quoted < 0)
    {
      if (is_loose_adverb (reading, i, limit))
        {
          i++;
        }
      else if (quoth_reading_is (reading, i, QUOTH_WORD_DETERMINER) && i + 1 < limit &&
               quoth_reading_is (reading, i + 1, QUOTH_WORD_TIME))
        {
          i += 2; /* "this week" */
        }
      else if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION) && i + 1 < limit &&
               quoth_reading_is (reading, i + 1, QUOTH_WORD_TIME))
        {
          i += 2;
        }
      else if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION) && i + 2 < limit &&
               quoth_reading_is (reading, i + 1, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE) &&
               quoth_reading_is (reading, i + 2, QUOTH_WORD_DOCUMENT))
        {
          i += 3;
        }
      else
        {
          break;
        }
    }

  return i;
}

/* One past who was told: "him", "a group of reporters", "the council". */
static guint
skip_addressee (const QuothReading *reading,
                guint               first,
                guint               limit)
{
  guint i = first;

  if (i < limit && quoth_reading_is (reading, i, QUOTH_WORD_OBJECT))
    return i + 1;
  while (!ends_clause (reading, i, limit))
    {
      gboolean joined = i > first &&
          quoth_reading_is (reading, i - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR);

      if (quoth_reading_is (reading, i, QUOTH_WORD_SUBJECT | QUOTH_WORD_FINITE |
                            QUOTH_WORD_QUESTION |
                            QUOTH_WORD_THAT | QUOTH_WORD_INFINITIVE | QUOTH_WORD_SUBORDINATOR) ||
          quoth_reading_spells (reading, i, "there"))
        break;
      if (i > first && !joined &&
          (quoth_reading_is (reading, i, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE) ||
           quoth_reading_is (reading, i - 1, QUOTH_WORD_HEARING) ||
           (quoth_reading_is (reading, i, QUOTH_WORD_NAME) &&
            !quoth_reading_is (reading, i - 1, QUOTH_WORD_NAME | QUOTH_WORD_DETERMINER |
                               QUOTH_WORD_TITLE))))
        break;
      i++;
    }

  return i;
}


/* Whether nothing but adjuncts stands before the next comma or stop. */
static gboolean
is_adjunct_only (const QuothReading *reading,
                 guint               first,
                 guint               limit)
{
  guint end = first;

  if (!quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE |
                         QUOTH_WORD_SUBORDINATOR))
    return FALSE;
  if (quoth_reading_is (reading, first, QUOTH_WORD_SUBORDINATOR) &&
      !quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION))
    return FALSE;
  while (!ends_clause (reading, end, limit))
    end++;

  return !quoth_reading_is_clause (reading, (QuothPhrase) { first, end });
}

/* "called for", "warned of", "called on": the preposition that goes with the verb. */
static gboolean
takes_preposition (const QuothReading *reading,
                   guint               first,
                   guint               limit,
                   guint32             verb)
{
  return (verb & QUOTH_VERB_FOR) && first + 1 < limit && reading->words[first + 1].quoted < 0 &&
         (quoth_reading_spells (reading, first, "for") ||
          quoth_reading_spells (reading, first, "of") ||
          quoth_reading_spells (reading, first, "on"));
}

/* "told them to leave", "urged the board to act": who is to act belongs to what was said when it is
 * asked for. */
static QuothComplement
find_order (const QuothReading *reading,
            guint               first,
            guint               limit,
            guint32             verb)
{
  guint to = first;

  while (!ends_clause (reading, to, limit) && to - first < MAX_ADJUNCT &&
         !quoth_reading_is (reading, to, QUOTH_WORD_INFINITIVE | QUOTH_WORD_SUBJECT |
                            QUOTH_WORD_FINITE))
    to++;
  if (to == first || to + 1 >= limit || reading->words[to].quoted >= 0 ||
      !quoth_reading_is (reading, to, QUOTH_WORD_INFINITIVE))
    return (QuothComplement) { QUOTH_COMPLEMENT_NONE, first, FALSE };

  if (!(verb & (QUOTH_VERB_OBJECT | QUOTH_VERB_QUESTION)))
    first = to + 1;

  return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first, TRUE };
}

/* Whether something is called something in quotation marks. */
static gboolean
is_named (const QuothReading *reading,
          guint               first,
          guint               limit)
{
  for (guint i = first; i < limit && i - first < MAX_ADJUNCT; i++)
    {
      if (reading->words[i].quoted >= 0)
        return TRUE;
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_FINITE))
        break;
    }

  return FALSE;
}

static QuothComplement
find_object (const QuothReading *reading,
             guint               first,
             guint               limit,
             guint32             verb)
{
  QuothComplement object = { QUOTH_COMPLEMENT_OBJECT, first, FALSE };
  QuothComplement none = { QUOTH_COMPLEMENT_NONE, first, FALSE };

  if (first + 1 >= limit || ends_clause (reading, first, limit))
    return none;
  if (takes_preposition (reading, first, limit, verb) ||
      ((verb & QUOTH_VERB_INFINITIVE) && quoth_reading_is (reading, first, QUOTH_WORD_INFINITIVE)))
    return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first + 1, TRUE };
  if (verb & QUOTH_VERB_ADDRESSEE)
    {
      QuothComplement order = find_order (reading, first, limit, verb);

      if (order.kind != QUOTH_COMPLEMENT_NONE || !(verb & QUOTH_VERB_OBJECT))
        return order;
    }
  if (quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE |
                        QUOTH_WORD_COORDINATOR | QUOTH_WORD_ADVERB | QUOTH_WORD_TIME))
    return none;
  if (verb & QUOTH_VERB_NAMING)
    return is_named (reading, first, limit) ? object : none;

  return (verb & (QUOTH_VERB_OBJECT | QUOTH_VERB_ACCUSING)) ? object : none;
}

/* Where a clause without "that" begins, or @limit. */
static guint
find_clause (const QuothReading *reading,
             guint               first,
             guint               limit,
             guint32             verb)
{
  guint start = skip_adjuncts (reading, first, limit);

  if (!(verb & QUOTH_VERB_CLAUSE))
    return limit;
  if (verb & QUOTH_VERB_ADDRESSEE)
    {
      start = skip_addressee (reading, start, limit);
      start = skip_adjuncts (reading, start, limit);
      if (start < limit && quoth_reading_is (reading, start, QUOTH_WORD_SUBORDINATOR))
        return limit;
    }
  if (ends_clause (reading, start, limit) || quoth_reading_spells (reading, start, "as") ||
      is_adjunct_only (reading, start, limit))
    return limit;
  if (!quoth_reading_is_clause (reading, (QuothPhrase) { start, limit }) &&
      !((verb & QUOTH_VERB_SAY) && limit - start > MIN_CLAUSE))
    return limit;

  return start;
}

/**
 * quoth_complement_find:
 * @first: the token after the verb, or after an inverted source
 * @limit: one past the last token of the sentence
 * @verb: #QuothVerbClass of the verb
 *
 * What follows a reporting verb. Who was told and when and where it was said are passed over.
 */
QuothComplement
quoth_complement_find (const QuothReading *reading,
                       guint               first,
                       guint               limit,
                       guint32             verb)
{
  QuothComplement found;
  guint start;

  if (takes_preposition (reading, first, limit, verb))
    return find_object (reading, first, limit, verb);
  found = find_marked (reading, first, limit, verb);
  if (found.kind != QUOTH_COMPLEMENT_NONE || ends_clause (reading, first, limit))
    return found;

  found = find_object (reading, first, limit, verb);
  if (found.kind != QUOTH_COMPLEMENT_NONE && (found.sure || !(verb & QUOTH_VERB_CLAUSE)))
    return found;

  start = find_clause (reading, first, limit, verb);
  if (start < limit)
    return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, start, FALSE };

  return found;
}
