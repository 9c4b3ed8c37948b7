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

/* A quotation mark, "that" or a question word after the verb, with no more than adjuncts between. */
static QuothComplement
find_marked (const QuothReading *reading,
             guint               first,
             guint               limit,
             guint32             verb)
{
  QuothComplement none = { QUOTH_COMPLEMENT_NONE, first, FALSE };

  for (guint i = first; i < limit && i - first < MAX_ADJUNCT; i++)
    {
      gboolean punctuated = i > first && quoth_reading_is (reading, i - 1, QUOTH_WORD_COMMA | QUOTH_WORD_COLON);

      if (reading->words[i].quoted >= 0)
        {
          if (i == first || punctuated || begins_adjunct (reading, first, i, verb))
            return (QuothComplement) { QUOTH_COMPLEMENT_QUOTED, i, punctuated };
          return none;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_COLON))
        {
          if (i + 1 < limit && reading->words[i + 1].quoted < 0)
            return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, i + 1, TRUE };
          continue;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA))
        {
          guint closing;

          if (i + 1 < limit && reading->words[i + 1].quoted >= 0)
            continue;
          closing = find_closing_comma (reading, i, limit);
          if (closing == i || closing + 1 >= limit ||
              (reading->words[closing + 1].quoted < 0 &&
               !quoth_reading_is (reading, closing + 1, QUOTH_WORD_THAT)))
            return none;
          i = closing;
          continue;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_INFINITIVE) &&
          (verb & (QUOTH_VERB_ADDRESSEE | QUOTH_VERB_INFINITIVE)))
        return none;
      if (quoth_reading_is (reading, i, QUOTH_WORD_THAT) && i + 1 < limit &&
          begins_adjunct (reading, first, i, verb) &&
          !quoth_reading_is (reading, i + 1, QUOTH_WORD_STOP | QUOTH_WORD_COMMA))
        return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, i + 1, TRUE };
      if (quoth_reading_is (reading, i, QUOTH_WORD_QUESTION) &&
          (verb & QUOTH_VERB_QUESTION) && begins_adjunct (reading, first, i, verb))
        return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, i, TRUE };
      if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT | QUOTH_WORD_STOP |
                            QUOTH_WORD_SEMICOLON | QUOTH_WORD_DASH | QUOTH_WORD_RELATIVE |
                            QUOTH_WORD_SUBORDINATOR))
        return none;
    }

  return none;
}

static gboolean
ends_clause (const QuothReading *reading,
             guint               token,
             guint               limit)
{
  return token >= limit || reading->words[token].quoted >= 0 ||
         quoth_reading_is (reading, token, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_SEMICOLON |
                           QUOTH_WORD_DASH | QUOTH_WORD_RELATIVE | QUOTH_WORD_CLOSING);
}

/* "on Monday", "last week", "again", "in a statement": passed over before a clause without "that". */
static guint
skip_adjuncts (const QuothReading *reading,
               guint               first,
               guint               limit)
{
  guint i = first;

  while (i < limit && reading->words[i].quoted < 0)
    {
      if ((quoth_reading_is_adverb (reading, i) || quoth_reading_is (reading, i, QUOTH_WORD_TIME)) &&
          !quoth_reading_spells (reading, i, "there"))
        {
          i++;
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
      gboolean joined = i > first && quoth_reading_is (reading, i - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR);

      if (quoth_reading_is (reading, i, QUOTH_WORD_SUBJECT | QUOTH_WORD_FINITE | QUOTH_WORD_QUESTION |
                            QUOTH_WORD_THAT | QUOTH_WORD_INFINITIVE | QUOTH_WORD_SUBORDINATOR) ||
          quoth_reading_spells (reading, i, "there"))
        break;
      if (i > first && !joined &&
          (quoth_reading_is (reading, i, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE) ||
           quoth_reading_is (reading, i - 1, QUOTH_WORD_HEARING) ||
           (quoth_reading_is (reading, i, QUOTH_WORD_NAME) &&
            !quoth_reading_is (reading, i - 1, QUOTH_WORD_NAME | QUOTH_WORD_DETERMINER | QUOTH_WORD_TITLE))))
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

  if (!quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE | QUOTH_WORD_SUBORDINATOR))
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
         (quoth_reading_spells (reading, first, "for") || quoth_reading_spells (reading, first, "of") ||
          quoth_reading_spells (reading, first, "on"));
}

static QuothComplement
find_object (const QuothReading *reading,
             guint               first,
             guint               limit,
             guint32             verb)
{
  QuothComplement none = { QUOTH_COMPLEMENT_NONE, first, FALSE };

  if (first + 1 >= limit || ends_clause (reading, first, limit))
    return none;
  if (takes_preposition (reading, first, limit, verb))
    return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first + 1, TRUE };
  if (verb & QUOTH_VERB_ADDRESSEE)
    {
      guint to = first;

      while (!ends_clause (reading, to, limit) && to - first < MAX_ADJUNCT &&
             !quoth_reading_is (reading, to, QUOTH_WORD_INFINITIVE | QUOTH_WORD_SUBJECT | QUOTH_WORD_FINITE))
        to++;
      if (to > first && to + 1 < limit && reading->words[to].quoted < 0 &&
          quoth_reading_is (reading, to, QUOTH_WORD_INFINITIVE))
        return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT,
                                   (verb & (QUOTH_VERB_OBJECT | QUOTH_VERB_QUESTION)) ? first : to + 1, TRUE };
      if (!(verb & QUOTH_VERB_OBJECT))
        return none;
    }
  if ((verb & QUOTH_VERB_INFINITIVE) && quoth_reading_is (reading, first, QUOTH_WORD_INFINITIVE))
    return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first + 1, TRUE };
  if (quoth_reading_is (reading, first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_INFINITIVE |
                        QUOTH_WORD_COORDINATOR | QUOTH_WORD_ADVERB | QUOTH_WORD_TIME))
    return none;
  if (verb & QUOTH_VERB_NAMING)
    {
      for (guint i = first; i < limit && i - first < MAX_ADJUNCT; i++)
        {
          if (reading->words[i].quoted >= 0)
            return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first, FALSE };
          if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP | QUOTH_WORD_FINITE))
            break;
        }
      return none;
    }
  if (verb & (QUOTH_VERB_OBJECT | QUOTH_VERB_ACCUSING))
    return (QuothComplement) { QUOTH_COMPLEMENT_OBJECT, first, FALSE };

  return none;
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

  start = skip_adjuncts (reading, first, limit);
  if (verb & QUOTH_VERB_ADDRESSEE)
    {
      start = skip_addressee (reading, start, limit);
      start = skip_adjuncts (reading, start, limit);
      if (start < limit && quoth_reading_is (reading, start, QUOTH_WORD_SUBORDINATOR))
        return found;
    }
  if ((verb & QUOTH_VERB_CLAUSE) && !ends_clause (reading, start, limit) &&
      !quoth_reading_spells (reading, start, "as") && !is_adjunct_only (reading, start, limit) &&
      (quoth_reading_is_clause (reading, (QuothPhrase) { start, limit }) ||
       ((verb & QUOTH_VERB_SAY) && limit - start > MIN_CLAUSE)))
    return (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, start, FALSE };

  return found;
}
