#include "quoth-contents.h"

/* What was said, around a cue whose clause and complement are known. */

#define MAX_ASIDE  60
#define MIN_OBJECT 3

/* Whether quoted words end like a sentence: with a stop or a comma inside the marks. */
static gboolean
ends_inside (const QuothReading *reading,
             QuothPhrase         marked)
{
  guint last = marked.end;

  while (last > marked.first && !quoth_reading_is_word (reading, last - 1))
    {
      if (quoth_reading_is (reading, last - 1, QUOTH_WORD_STOP | QUOTH_WORD_COMMA))
        return TRUE;
      last--;
    }

  return FALSE;
}

static gboolean
ends_with_stop (const QuothReading *reading,
                QuothPhrase         marked)
{
  for (guint last = marked.end; last > marked.first &&
       !quoth_reading_is_word (reading, last - 1); last--)
    {
      if (quoth_reading_is (reading, last - 1, QUOTH_WORD_STOP))
        return TRUE;
    }

  return FALSE;
}

static gboolean
begins_capital (const QuothReading *reading,
                QuothPhrase         marked)
{
  for (guint i = marked.first; i < marked.end; i++)
    {
      if (quoth_reading_is_word (reading, i))
        return (reading->text->tokens[i].flags & QUOTH_TOKEN_CAPITALISED) != 0;
    }

  return FALSE;
}

/* The journalist's half of a sentence: ", although …", "– though …", ", as Ms Poole put it". */
static gboolean
begins_aside (const QuothReading *reading,
              guint               mark,
              guint               limit)
{
  guint next = mark + 1;

  if (next >= limit || !quoth_reading_is (reading, mark, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    return FALSE;

  return quoth_reading_spells (reading, next, "although") ||
         quoth_reading_spells (reading, next, "compared") ||
         (quoth_reading_is (reading, mark, QUOTH_WORD_DASH) &&
          quoth_reading_spells (reading, next, "though"));
}

/**
 * quoth_clause_find_end:
 * @first: where the clause begins
 * @limit: where it ends at the latest
 *
 * Returns: one past the last token of a reported clause: without the stop, unless that stands
 *   inside quotation marks
 */
guint
quoth_clause_find_end (const QuothReading *reading,
                       guint               first,
                       guint               limit)
{
  guint end = first;

  while (end < limit)
    {
      int quoted = reading->words[end].quoted;

      if (quoted >= 0)
        {
          QuothPhrase marked = reading->marked[quoted];

          end = MAX (marked.end, end + 1);
          if (ends_with_stop (reading, marked) && end < limit &&
              !(quoth_reading_is_word (reading, end) &&
                !(reading->text->tokens[end].flags & QUOTH_TOKEN_CAPITALISED)))
            break;
          continue;
        }
      if (begins_aside (reading, end, limit))
        break;
      end++;
    }

  end = MAX (end, first);
  while (end > first && reading->words[end - 1].quoted < 0 &&
         (quoth_reading_is (reading, end - 1, QUOTH_WORD_COMMA | QUOTH_WORD_STOP |
                            QUOTH_WORD_SEMICOLON |
                            QUOTH_WORD_DASH | QUOTH_WORD_COLON | QUOTH_WORD_COORDINATOR)))
    end--;

  return end;
}

/* ", and when asked why, he said, “…”": where the second half of the sentence begins. */
static guint
find_coordination (const QuothReading *reading,
                   guint               before,
                   guint               floor)
{
  for (guint i = before; i > floor && before - i < MAX_ASIDE; i--)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_COORDINATOR) &&
          quoth_reading_is (reading, i - 1, QUOTH_WORD_COMMA))
        return i - 1;
    }

  return 0;
}

/**
 * quoth_cue_find_cut:
 * @floor: where what may be cut begins
 *
 * Where another cue before this one has to end what it reports, when this one is not part of that:
 * "…, adding that", "… and said", "…, but she said", "…; he said".
 *
 * Returns: the token that the earlier content ends before, or 0
 */
guint
quoth_cue_find_cut (const QuothReading *reading,
                    const QuothCue     *cue,
                    guint               floor)
{
  guint before = cue->clause;
  gboolean joined = FALSE;

  /* "She said that, according to them, …": it stands within what was said. */
  if (before > floor + 1 && quoth_reading_is (reading, before - 1, QUOTH_WORD_COMMA) &&
      quoth_reading_is (reading, before - 2, QUOTH_WORD_THAT))
    return 0;
  while (before > floor && (quoth_reading_is_adverb (reading, before - 1) ||
                            quoth_reading_is (reading, before - 1, QUOTH_WORD_PREPOSITION)) &&
         cue->kind == QUOTH_CUE_PARTICIPLE)
    before--;
  if (before > floor &&
      quoth_reading_is (reading, before - 1, QUOTH_WORD_COORDINATOR | QUOTH_WORD_SUBORDINATOR))
    {
      before--;
      joined = TRUE;
    }
  if (before > floor &&
      quoth_reading_is (reading, before - 1, QUOTH_WORD_COMMA | QUOTH_WORD_SEMICOLON |
                                          QUOTH_WORD_DASH))
    {
      if (joined || cue->kind != QUOTH_CUE_VERB ||
          quoth_reading_is (reading, before - 1, QUOTH_WORD_SEMICOLON))
        return before - 1;
      return cue->complement.kind == QUOTH_COMPLEMENT_QUOTED && cue->complement.sure
             ? find_coordination (reading, before - 1, floor) : 0;
    }
  if (before > floor && reading->words[before - 1].quoted >= 0)
    return before;

  /* "… and Mr Pell said": a clause beside the first; "… and Mr Pell had said" is rather part of
   * what was said. */
  return joined && (cue->kind == QUOTH_CUE_PARTICIPLE ||
                    (cue->kind == QUOTH_CUE_VERB && cue->words.end == cue->words.first + 1 &&
                     quoth_reading_is (reading, before, QUOTH_WORD_COORDINATOR) &&
                     !quoth_phrase_is_empty (cue->source) &&
                     quoth_reading_is (reading, cue->source.end - 1, QUOTH_WORD_NAME)))
         ? before : 0;
}

/* Where the cue's own clause ends: the next comma, stop or mark after source and adjuncts. */
static guint
find_clause_close (const QuothReading *reading,
                   const QuothCue     *cue,
                   guint               limit)
{
  guint end = cue->end;

  while (end < limit && end - cue->end < MAX_ASIDE && reading->words[end].quoted < 0 &&
         !quoth_reading_is (reading, end, QUOTH_WORD_COMMA | QUOTH_WORD_STOP |
                            QUOTH_WORD_SEMICOLON | QUOTH_WORD_DASH))
    end++;

  return end;
}

/* The next piece of a quotation that its cue has broken: “…,” she said, “…”. */
static void
take_quoted_after (const QuothReading *reading,
                   const QuothCue     *cue,
                   guint               limit,
                   QuothFinding       *finding)
{
  for (guint i = cue->end; i < limit && i - cue->end < MAX_ASIDE; i++)
    {
      int quoted = reading->words[i].quoted;

      if (quoted >= 0)
        {
          QuothPhrase piece = reading->marked[quoted];

          if (!quoth_reading_is (reading, i - 1, QUOTH_WORD_COMMA | QUOTH_WORD_COLON |
                                 QUOTH_WORD_DASH))
            return;
          if (!ends_inside (reading, piece))
            piece.end = quoth_clause_find_end (reading, piece.first, limit);
          quoth_finding_add (finding, piece);
          return;
        }
      if (quoth_reading_is (reading, i, QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT) ||
          (i > cue->end && reading->words[i].verb != 0))
        return;
    }
}

static gboolean
may_go_on (const QuothReading *reading,
           guint               comma,
           guint               limit)
{
  return comma + 2 < limit && quoth_reading_is (reading, comma, QUOTH_WORD_COMMA) &&
         !quoth_reading_reports (reading, comma + 1, QUOTH_VERB_GERUND) &&
         !quoth_reading_is (reading, comma + 1, QUOTH_WORD_RELATIVE) &&
         !begins_aside (reading, comma, limit);
}

/* "Yet, “…”": a word and a comma that lead up to the quotation. */
static gboolean
is_opener (const QuothReading *reading,
           guint               floor,
           guint               end)
{
  return end == floor + 2 && quoth_reading_is (reading, end - 1, QUOTH_WORD_COMMA) &&
         (quoth_reading_is (reading, floor, QUOTH_WORD_COORDINATOR) ||
          quoth_reading_is_adverb (reading, floor));
}

/* A quotation before its cue, with the words before it that belong to its sentence. */
static gboolean
take_quoted_before (const QuothReading *reading,
                    const QuothCue     *cue,
                    guint               floor,
                    guint               limit,
                    QuothFinding       *finding)
{
  QuothPhrase content = reading->marked[cue->before];

  if (content.first > floor && !begins_capital (reading, content) &&
      !quoth_reading_is (reading, content.first - 1, QUOTH_WORD_COLON) &&
      !is_opener (reading, floor, content.first))
    content.first = floor;
  quoth_finding_add (finding, content);
  finding->goes_on = TRUE;
  take_quoted_after (reading, cue, limit, finding);

  return TRUE;
}

/* Whether something other than a time, a place or a listener follows the verb. */
static gboolean
has_object (const QuothReading *reading,
            const QuothCue     *cue,
            guint               limit)
{
  guint next = cue->end;

  if ((cue->verb & QUOTH_VERB_ADDRESSEE) || next >= limit || cue->kind == QUOTH_CUE_ACCORDING)
    return FALSE;
  if (next + 1 < limit && quoth_reading_is (reading, next, QUOTH_WORD_DETERMINER) &&
      quoth_reading_is (reading, next + 1, QUOTH_WORD_TIME))
    return FALSE;

  return quoth_reading_is_word (reading, next) && !quoth_reading_is_adverb (reading, next) &&
         !quoth_reading_is (reading, next, QUOTH_WORD_PREPOSITION | QUOTH_WORD_TIME |
                            QUOTH_WORD_RELATIVE |
                            QUOTH_WORD_SUBORDINATOR | QUOTH_WORD_INFINITIVE |
                                QUOTH_WORD_COORDINATOR);
}

/**
 * quoth_contents_take_before:
 * @floor: where what may belong to it begins
 * @limit: where it ends at the latest
 *
 * Takes what stands before a cue as what was said, and what goes on after it.
 */
gboolean
quoth_contents_take_before (const QuothReading *reading,
                            const QuothCue     *cue,
                            guint               floor,
                            guint               limit,
                            QuothFinding       *finding)
{
  QuothPhrase content = { floor, cue->clause };
  guint close;

  if (cue->before >= 0 && reading->marked[cue->before].first >= floor)
    return take_quoted_before (reading, cue, floor, limit, finding);
  if (cue->clause <= floor + 1 ||
      !quoth_reading_is (reading, cue->clause - 1, QUOTH_WORD_COMMA | QUOTH_WORD_DASH))
    return FALSE;

  content.end--;
  while (content.first < content.end && !quoth_reading_is_word (reading, content.first) &&
         reading->words[content.first].quoted < 0)
    content.first++;
  if (content.first + 1 < content.end &&
      quoth_reading_is (reading, content.first, QUOTH_WORD_COORDINATOR) &&
      quoth_reading_is (reading, content.first + 1, QUOTH_WORD_COMMA))
    content.first += 2;
  if (cue->kind == QUOTH_CUE_PARTICIPLE || !(cue->verb & QUOTH_VERB_CLAUSE) ||
      (cue->verb & QUOTH_VERB_ATTITUDE) || has_object (reading, cue, limit))
    return FALSE;
  close = find_clause_close (reading, cue, limit);
  if (close < limit && reading->words[close].quoted >= 0)
    return FALSE;
  if (may_go_on (reading, close, limit) &&
      (cue->kind != QUOTH_CUE_ACCORDING || !quoth_reading_is_clause (reading, content)))
    {
      QuothPhrase rest = { close + 1, limit };

      quoth_finding_add (finding, content);
      rest.end = quoth_clause_find_end (reading, rest.first, limit);
      quoth_finding_add (finding, rest);
      return TRUE;
    }
  if (!quoth_reading_is_clause (reading, content) &&
      (close > cue->end ||
       quoth_reading_is (reading, content.first, QUOTH_WORD_PREPOSITION | QUOTH_WORD_ADVERB)))
    return FALSE;
  quoth_finding_add (finding, content);
  finding->goes_on = TRUE;

  return TRUE;
}

/* Whether the clause of the quoted words goes on behind the closing mark. */
static gboolean
goes_on_outside (const QuothReading *reading,
                 guint               token,
                 guint               limit)
{
  return token < limit &&
         (reading->words[token].quoted >= 0 || quoth_reading_is_word (reading, token));
}

/* "acknowledged the delay" does not say what was said: an object needs a few words, or a mark. */
static gboolean
says_something (const QuothReading *reading,
                QuothPhrase         content)
{
  for (guint i = content.first; i < content.end; i++)
    {
      if (reading->words[i].quoted >= 0)
        return TRUE;
    }

  return content.end > content.first + MIN_OBJECT;
}

/* "If it opens, she said, “it will close again”": the first half of the sentence stands before. */
static void
take_opening_clause (const QuothReading *reading,
                     const QuothUnit    *unit,
                     const QuothCue     *cue,
                     QuothFinding       *finding)
{
  QuothPhrase marked = reading->marked[reading->words[cue->complement.first].quoted];

  if (cue->kind == QUOTH_CUE_VERB && cue->complement.sure && cue->clause > unit->first + 2 &&
      quoth_reading_is (reading, unit->first, QUOTH_WORD_SUBORDINATOR) &&
      quoth_reading_is (reading, cue->clause - 1, QUOTH_WORD_COMMA) &&
          !begins_capital (reading, marked))
    quoth_finding_add (finding, (QuothPhrase) { unit->first, cue->clause - 1 });
}

/**
 * quoth_contents_take_after:
 * @limit: where it ends at the latest
 *
 * Takes the complement of a cue as what was said.
 */
gboolean
quoth_contents_take_after (const QuothReading *reading,
                           const QuothUnit    *unit,
                           const QuothCue     *cue,
                           guint               limit,
                           QuothFinding       *finding)
{
  QuothPhrase content = { cue->complement.first, limit };

  if (cue->complement.kind == QUOTH_COMPLEMENT_NONE || content.first >= limit)
    return FALSE;

  if (cue->complement.kind == QUOTH_COMPLEMENT_QUOTED)
    {
      take_opening_clause (reading, unit, cue, finding);
      content = reading->marked[reading->words[content.first].quoted];
      finding->goes_on = cue->complement.sure;
      if (!ends_inside (reading, content) && goes_on_outside (reading, content.end, limit))
        content.end = MAX (content.end, quoth_clause_find_end (reading, content.first, limit));
    }
  else
    {
      content.end = quoth_clause_find_end (reading, content.first, limit);
      if (cue->complement.kind == QUOTH_COMPLEMENT_OBJECT && !cue->complement.sure &&
          !says_something (reading, content))
        return FALSE;
    }
  quoth_finding_add (finding, content);

  return finding->contents->len > 0;
}

/**
 * quoth_contents_take_rest:
 * @limit: where it ends at the latest
 *
 * A clause that begins with an adjunct: "Ms Poole said in the long run, if prices fell, wards could
 * open". Only where nothing before the cue could be what was said.
 */
gboolean
quoth_contents_take_rest (const QuothReading *reading,
                          const QuothUnit    *unit,
                          const QuothCue     *cue,
                          guint               limit,
                          QuothFinding       *finding)
{
  QuothPhrase content = { cue->end, limit };

  if (cue->kind != QUOTH_CUE_VERB || !(cue->verb & QUOTH_VERB_CLAUSE) ||
      (cue->verb & (QUOTH_VERB_ADDRESSEE | QUOTH_VERB_ATTITUDE)) || cue->clause > unit->first + 2 ||
      content.first >= limit || !quoth_reading_is_word (reading, content.first) ||
      quoth_reading_spells (reading, content.first, "as") ||
      !quoth_reading_is_clause (reading, content))
    return FALSE;
  content.end = quoth_clause_find_end (reading, content.first, limit);
  quoth_finding_add (finding, content);

  return TRUE;
}
