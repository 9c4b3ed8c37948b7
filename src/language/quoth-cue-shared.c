#include "quoth-cue-shared.h"

/*
 * A cue may serve two speakers and stand once only (gapping; Quirk et al. 1985, 13.92): "Ms Orme
 * said in March that fares would rise, and Mr Pell in April", "… that fares would rise, and Mr Pell
 * that they would not", "“…”, and Mr Pell “…”". What tells it from "and" within what was said: a
 * name after it without a verb of its own, and what stands after the name is the like of what
 * stands after the cue.
 */

#define MAX_NAME      8
#define MAX_ADVERBIAL 4

static gboolean
begins_adverbial (const QuothReading *reading,
                  guint               token)
{
  return quoth_reading_is (reading, token, QUOTH_WORD_PREPOSITION) || quoth_reading_is_time (reading, token);
}

static gboolean
is_name_part (const QuothReading *reading,
              guint               token)
{
  return quoth_reading_is_word (reading, token) && reading->words[token].quoted < 0 &&
         !quoth_reading_is (reading, token,
                            QUOTH_WORD_THAT | QUOTH_WORD_PREPOSITION | QUOTH_WORD_TIME) &&
         (quoth_reading_is (reading, token, QUOTH_WORD_NAME) || !quoth_reading_is_time (reading, token)) &&
         (quoth_reading_is (reading, token,
                            QUOTH_WORD_NAME | QUOTH_WORD_TITLE | QUOTH_WORD_DETERMINER) ||
          (reading->words[token].classes == 0 && reading->words[token].verb == 0));
}

/* A phrase that begins at @first and ends with a name. */
static QuothPhrase
find_name (const QuothReading *reading,
           guint               first,
           guint               limit)
{
  QuothPhrase name = { first, first };

  while (name.end < MIN (limit, first + MAX_NAME) && is_name_part (reading, name.end))
    name.end++;
  if (name.end == first || !quoth_reading_is (reading, name.end - 1, QUOTH_WORD_NAME))
    name.end = first;

  return name;
}

static gboolean
has_adverbial (const QuothReading *reading,
               const QuothCue     *cue)
{
  for (guint i = cue->words.end; i < cue->complement.first; i++)
    {
      if (begins_adverbial (reading, i))
        return TRUE;
    }

  return FALSE;
}

/* Does the sentence, or a clause of it, end after a few words of time or place? */
static gboolean
ends_with_adverbial (const QuothReading *reading,
                     guint               first,
                     guint               limit)
{
  if (first >= limit || !begins_adverbial (reading, first))
    return FALSE;
  for (guint i = first + 1; i < limit && i <= first + MAX_ADVERBIAL; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_COMMA | QUOTH_WORD_STOP))
        return TRUE;
      if (reading->words[i].verb != 0 || quoth_reading_is (reading, i, QUOTH_WORD_FINITE) ||
          quoth_reading_is_past (reading, i))
        return FALSE;
    }

  return FALSE;
}

/* What the second speaker says, from after the name: as the first, a clause with "that" or marked
 * words. */
static QuothPhrase
find_content (const QuothReading *reading,
              const QuothCue     *cue,
              guint               first,
              guint               limit)
{
  guint marked = first;

  if (first + 2 < limit && cue->complement.kind == QUOTH_COMPLEMENT_CLAUSE &&
      cue->complement.sure &&
      quoth_reading_is (reading, cue->complement.first - 1, QUOTH_WORD_THAT) &&
      quoth_reading_is (reading, first, QUOTH_WORD_THAT))
    return (QuothPhrase) { first + 1, limit };
  if (marked + 1 < limit && quoth_reading_is (reading, marked, QUOTH_WORD_COLON | QUOTH_WORD_COMMA))
    marked++;
  if (marked < limit && reading->words[marked].quoted >= 0 &&
      (cue->before >= 0 || cue->complement.kind == QUOTH_COMPLEMENT_QUOTED))
    return reading->marked[reading->words[marked].quoted];

  return (QuothPhrase) { first, first };
}

/**
 * quoth_cue_find_share:
 * @share: (out caller-allocates): the second speaker
 *
 * Finds whether a cue serves another speaker, too.
 */
gboolean
quoth_cue_find_share (const QuothReading *reading,
                      const QuothUnit    *unit,
                      const QuothCue     *cue,
                      QuothShare         *share)
{
  guint first = MAX (cue->end, cue->complement.first);

  if (cue->kind != QUOTH_CUE_VERB || quoth_phrase_is_empty (cue->source))
    return FALSE;
  for (guint i = first + 1; i + 2 < unit->end; i++)
    {
      if (reading->words[i].quoted >= 0 || !quoth_reading_spells (reading, i, "and") ||
          !(quoth_reading_is (reading, i - 1, QUOTH_WORD_COMMA) ||
            reading->words[i - 1].quoted >= 0))
        continue;
      share->cut = i - (reading->words[i - 1].quoted < 0);
      share->source = find_name (reading, i + 1, unit->end);
      if (quoth_phrase_is_empty (share->source))
        continue;
      share->content = find_content (reading, cue, share->source.end, unit->end);
      if (!quoth_phrase_is_empty (share->content) ||
          (has_adverbial (reading, cue) &&
           ends_with_adverbial (reading, share->source.end, unit->end)))
        return TRUE;
    }

  return FALSE;
}
