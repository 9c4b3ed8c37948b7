#include "quoth-cues-private.h"

#define MAX_TITLE 10

/* "They all said", "Ms Poole herself said": what stands between subject and verb for stress. */
static gboolean
is_floating (const QuothReading *reading,
             guint               token)
{
  static const char *floating[] = { "all", "both", "each", "himself", "herself", "itself",
                                    "themselves" };

  if (!quoth_reading_is_word (reading, token - 1) ||
      quoth_reading_is (reading, token - 1, QUOTH_WORD_PREPOSITION | QUOTH_WORD_COORDINATOR))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (floating); i++)
    {
      if (quoth_reading_spells (reading, token, floating[i]))
        return TRUE;
    }

  return FALSE;
}

/* The first token of a verb group, over auxiliaries, adverbs and times: "has repeatedly said",
 * "on Monday told". */
guint
quoth_cue_find_group (const QuothReading *reading,
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
      else if (before > floor && is_floating (reading, before))
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
      if (quoth_reading_is (reading, i, QUOTH_WORD_NEGATION) ||
          quoth_reading_spells (reading, i, "will") ||
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
  if (quoth_reading_is (reading, verb - 1, QUOTH_WORD_RELATIVE))
    return FALSE;
  if (quoth_reading_is (reading, verb - 1, QUOTH_WORD_DETERMINER | QUOTH_WORD_POSSESSIVE))
    return !quoth_reading_is (reading, verb - 1, QUOTH_WORD_PRONOUN) ||
           quoth_reading_is (reading, verb - 1, QUOTH_WORD_POSSESSIVE);
  if (quoth_reading_reports (reading, verb, QUOTH_VERB_GERUND))
    return FALSE;
  if (quoth_reading_is (reading, verb - 1, QUOTH_WORD_PREPOSITION))
    return !quoth_reading_is (reading, verb - 1, QUOTH_WORD_INFINITIVE);

  return quoth_reading_spells (reading, verb - 1, "'s") ||
         quoth_reading_spells (reading, verb - 1, "\342\200\231s");
}

/* A name in quotation marks that goes on with the words before it: on “Ward Talk” */
gboolean
quoth_cue_is_title (const QuothReading *reading,
                    guint               floor,
                    int                 quoted)
{
  QuothPhrase marked = reading->marked[quoted];

  if (marked.first == floor || marked.end - marked.first > MAX_TITLE ||
      !quoth_reading_is_word (reading, marked.first - 1))
    return FALSE;
  for (guint i = marked.first; i < marked.end; i++)
    {
      if (quoth_reading_is_word (reading, i) &&
          !(reading->text->tokens[i].flags & QUOTH_TOKEN_CAPITALISED) &&
          !quoth_reading_is (reading, i, QUOTH_WORD_DETERMINER | QUOTH_WORD_PREPOSITION |
                             QUOTH_WORD_COORDINATOR))
        return FALSE;
    }

  return TRUE;
}

/* The quoted span that ends just before a token, with or without a comma between, or -1. */
int
quoth_cue_find_quoted_before (const QuothReading *reading,
                              guint               floor,
                              guint               token)
{
  int quoted = -1;

  if (token == floor)
    return -1;
  if (reading->words[token - 1].quoted >= 0)
    quoted = reading->words[token - 1].quoted;
  else if (token - 1 > floor &&
           quoth_reading_is (reading, token - 1, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    quoted = reading->words[token - 2].quoted;

  return quoted >= 0 && quoth_cue_is_title (reading, floor, quoted) ? -1 : quoted;
}

/* Whether a form that may as well be a noun is a verb here: by its subject and by what follows. */
static gboolean
is_plain_verb (const QuothReading *reading,
               const QuothCue     *cue,
               guint               group,
               guint               verb)
{
  const QuothText *text = reading->text;
  guint32 forms = cue->verb & QUOTH_VERB_FORMS;
  guint last;

  if (quoth_phrase_is_empty (cue->source) || cue->words.first < verb || cue->kind != QUOTH_CUE_VERB)
    return TRUE;
  last = cue->source.end - 1;
  if (quoth_reading_is (reading, last, QUOTH_WORD_SUBJECT))
    return TRUE;
  if ((cue->verb & QUOTH_VERB_NOUN) && group == verb && !cue->complement.sure && cue->before < 0)
    return FALSE;
  if (forms & (QUOTH_VERB_PAST | QUOTH_VERB_PRESENT | QUOTH_VERB_GERUND))
    return TRUE;

  return text->text[text->tokens[last].span.end - 1] == 's' ||
         quoth_reading_is (reading, last, QUOTH_WORD_PRONOUN | QUOTH_WORD_QUANTITY);
}

/* "what she thinks", "whether they want", "do you support": nobody is said to. */
static gboolean
is_supposed (const QuothReading *reading,
             const QuothUnit    *unit,
             const QuothCue     *cue)
{
  if (quoth_phrase_is_empty (cue->source) ||
      quoth_reading_spells (reading, cue->source.first, "you"))
    return TRUE;

  return cue->clause > unit->first &&
         quoth_reading_is (reading, cue->clause - 1, QUOTH_WORD_QUESTION | QUOTH_WORD_RELATIVE);
}

/* A participle borrows its subject, and so has to say plainly that something was said. */
static gboolean
is_plain_participle (const QuothReading *reading,
                     const QuothCue     *cue)
{
  guint verb = cue->words.first;

  if (cue->complement.kind == QUOTH_COMPLEMENT_NONE)
    return FALSE;
  if (verb > 1 && quoth_reading_is (reading, verb - 1, QUOTH_WORD_INFINITIVE))
    return (cue->complement.sure || cue->complement.kind == QUOTH_COMPLEMENT_QUOTED) &&
           cue->complement.kind != QUOTH_COMPLEMENT_OBJECT &&
           !quoth_reading_reports (reading, verb - 2, QUOTH_VERB_INFINITIVE | QUOTH_VERB_ATTITUDE);

  return cue->complement.sure || (cue->verb & (QUOTH_VERB_ACCUSING | QUOTH_VERB_NAMING)) ||
         cue->complement.kind == QUOTH_COMPLEMENT_QUOTED ||
         (cue->complement.kind == QUOTH_COMPLEMENT_CLAUSE && !(cue->verb & QUOTH_VERB_ATTITUDE));
}

/* The cue of “As Ms Poole says, …” and “…, as Ms Poole says” begins with its "as". */
static void
read_as (const QuothReading *reading,
         const QuothUnit    *unit,
         QuothCue           *cue)
{
  guint end = cue->end;

  if (cue->clause == unit->first || !quoth_reading_spells (reading, cue->clause - 1, "as") ||
      cue->complement.kind != QUOTH_COMPLEMENT_NONE || !(cue->verb & QUOTH_VERB_CLAUSE))
    return;
  cue->clause--;
  if (cue->clause > unit->first + 1)
    return;
  while (end < unit->end && !quoth_reading_is (reading, end, QUOTH_WORD_COMMA))
    end++;
  if (end + 1 < unit->end)
    {
      cue->complement.kind = QUOTH_COMPLEMENT_CLAUSE;
      cue->complement.first = end + 1;
      cue->complement.sure = TRUE;
    }
}

/* "Asked by Ms Poole whether …": who asks stands behind. */
static gboolean
read_asked (const QuothReading *reading,
            const QuothUnit    *unit,
            guint               verb,
            QuothCue           *cue)
{
  guint first;

  if (!quoth_reading_reports (reading, verb, QUOTH_VERB_QUESTION) ||
      !quoth_reading_reports (reading, verb, QUOTH_VERB_PARTICIPLE) || verb + 2 >= unit->end ||
      !quoth_reading_spells (reading, verb + 1, "by"))
    return FALSE;
  cue->kind = QUOTH_CUE_PARTICIPLE;
  cue->words = (QuothPhrase) { verb, verb + 1 };
  cue->clause = verb;
  cue->source = quoth_phrase_find_after (reading, verb + 2, unit->end);
  cue->end = cue->source.end;
  for (first = cue->end; first < unit->end && first < cue->end + 3; first++)
    {
      if (quoth_reading_is (reading, first, QUOTH_WORD_QUESTION))
        {
          cue->complement = (QuothComplement) { QUOTH_COMPLEMENT_CLAUSE, first, TRUE };
          return !quoth_phrase_is_empty (cue->source);
        }
    }

  return FALSE;
}

/* "A survey found": where the subject is something written, a clause needs no "that". */
static gboolean
is_document (const QuothReading *reading,
             QuothPhrase         phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_DOCUMENT))
        return TRUE;
      if (quoth_reading_is (reading, i, QUOTH_WORD_PREPOSITION))
        break;
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
  guint group = quoth_cue_find_group (reading, unit->first, verb);

  *cue = (QuothCue) { .kind = QUOTH_CUE_VERB, .verb = reading->words[verb].verb, .before = -1 };
  if (read_asked (reading, unit, verb, cue))
    return TRUE;
  if (is_noun (reading, unit->first, verb) || is_unsaid (reading, group, verb) ||
      is_passive (reading, group, verb))
    return FALSE;
  if (group == verb && (cue->verb & QUOTH_VERB_FORMS) == QUOTH_VERB_PARTICIPLE)
    return FALSE;

  cue->words = find_words (reading, group, verb, unit->end);
  cue->end = cue->words.end;
  if (!quoth_cue_read_source (reading, unit, cues, group, verb, cue))
    return FALSE;
  cue->before = quoth_cue_find_quoted_before (reading, unit->first, cue->clause);
  if ((cue->verb & QUOTH_VERB_THAT) && is_document (reading, cue->source))
    cue->verb |= QUOTH_VERB_CLAUSE;
  cue->complement = quoth_complement_find (reading, cue->end, unit->end, cue->verb);
  if (cue->complement.kind == QUOTH_COMPLEMENT_OBJECT && (cue->verb & QUOTH_VERB_FOR) &&
      cue->complement.first == cue->words.end + 1)
    cue->words.end++;
  read_as (reading, unit, cue);
  if ((cue->verb & QUOTH_VERB_ATTITUDE) && is_supposed (reading, unit, cue))
    return FALSE;
  if (!is_plain_verb (reading, cue, group, verb))
    return FALSE;
  if (cue->kind == QUOTH_CUE_PARTICIPLE || (cue->verb & QUOTH_VERB_GERUND))
    return is_plain_participle (reading, cue);

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
      if ((quoth_reading_reports (reading, i, QUOTH_VERB_FORMS) &&
           read_verb (reading, unit, cues, i, &cue)) ||
          (quoth_reading_reports (reading, i, QUOTH_VERB_NOUNS) &&
           quoth_cue_read_noun (reading, unit, i, &cue)) ||
          quoth_cue_read_according (reading, unit, i, &cue))
        {
          if (cues->len > 0 && cue.kind == QUOTH_CUE_NOUN &&
              g_array_index (cues, QuothCue, cues->len - 1).words.end > cue.words.first)
            g_array_set_size (cues, cues->len - 1); /* "repeated", of "repeated her view" */
          g_array_append_val (cues, cue);
          i = MAX (i, cue.words.end - 1);
        }
    }

  return cues;
}
