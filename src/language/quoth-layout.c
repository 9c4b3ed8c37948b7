#include "quoth-layout.h"

/* Where the layout does the work of a cue: "NAME: text", “text” – Name, a colon before a
 * quotation. */

#define MAX_LABEL  8
#define MAX_ROLE   4
#define MAX_SIGNED 14
#define MAX_CUE    4
#define MIN_TURN   4

static gboolean
is_name_word (const QuothReading *reading,
              guint               token)
{
  return reading->words[token].quoted < 0 && quoth_reading_is_word (reading, token) &&
         quoth_reading_is (reading, token, QUOTH_WORD_NAME | QUOTH_WORD_TITLE) &&
         !quoth_reading_is (reading, token, QUOTH_WORD_LABEL | QUOTH_WORD_TIME);
}

/* An opening mark before a label in a quoted transcript; see quoth_marks_part_turns (). */
static gboolean
is_mark (const QuothReading *reading,
         guint               token)
{
  return reading->words[token].quoted < 0 &&
         reading->text->tokens[token].kind == QUOTH_TOKEN_OPENING_MARK;
}

/* "Minister", "Harbour watchdog": who somebody is, or what speaks for itself. */
static gboolean
is_role (const QuothReading *reading,
         guint               token)
{
  const QuothModel *model = reading->text->model;
  QuothSpan span = reading->text->tokens[token].span;
  const char *word = reading->text->text + span.start;
  gsize length = quoth_span_length (span);

  return model != NULL &&
         (quoth_word_list_contains (quoth_model_find_list (model, "role-nouns"), word, length) ||
                           quoth_word_list_contains (quoth_model_find_list (model,
                                                                            "organisation-nouns"), word, length));
}

/* A role before the colon of a headline, in small letters but for the first. */
static QuothPhrase
find_role_label (const QuothReading *reading,
                 const QuothUnit    *unit)
{
  QuothPhrase label = { unit->first, unit->first };

  while (label.end < unit->end && label.end - label.first < MAX_ROLE &&
         quoth_reading_is_word (reading, label.end) &&
         reading->words[label.end].quoted < 0 &&
         !quoth_reading_is (reading, label.end,
                            QUOTH_WORD_LABEL | QUOTH_WORD_TIME | QUOTH_WORD_FINITE |
                            QUOTH_WORD_PREPOSITION | QUOTH_WORD_QUESTION | QUOTH_WORD_COORDINATOR))
    label.end++;
  if (label.end == label.first || label.end >= unit->end ||
      !quoth_reading_is (reading, label.end, QUOTH_WORD_COLON) ||
      !is_role (reading, label.end - 1))
    label.end = label.first;

  return label;
}

/* The name before a colon at the head of a block; empty for "Note:", "11.30 a.m.:", "The plan
 * is:". */
static QuothPhrase
find_label (const QuothReading *reading,
            const QuothUnit    *unit)
{
  QuothPhrase label = { unit->first, unit->first };
  QuothPhrase none = label;

  if (label.first < unit->end &&
      (quoth_reading_is (reading, label.first, QUOTH_WORD_DASH) || is_mark (reading, label.first)))
    label.first++;
  for (label.end = label.first; label.end < unit->end &&
       label.end - label.first < MAX_LABEL; label.end++)
    {
      guint i = label.end;

      if (quoth_reading_is (reading, i, QUOTH_WORD_COLON))
        return label;
      if (quoth_reading_is (reading, i, QUOTH_WORD_LABEL))
        return none;
      if (!is_name_word (reading, i) &&
          !(i > label.first &&
            (quoth_reading_spells (reading, i, "of") || quoth_reading_spells (reading, i, "the"))))
        return none;
    }

  return none;
}

/**
 * quoth_layout_take_label:
 * @unit: the first sentence of a block
 * @end: one past the block's last token
 *
 * "Ann Poole: Wards will open in May", in headlines, captions and transcripts.
 */
gboolean
quoth_layout_take_label (const QuothReading *reading,
                         const QuothUnit    *unit,
                         guint               end,
                         QuothFinding       *finding)
{
  QuothBlockKind kind = reading->text->blocks[unit->block].kind;
  QuothPhrase label = find_label (reading, unit);
  gboolean title = kind == QUOTH_BLOCK_HEADLINE || kind == QUOTH_BLOCK_CAPTION;
  QuothPhrase content = { 0, end };

  if (kind == QUOTH_BLOCK_HEADLINE && quoth_phrase_is_empty (label))
    label = find_role_label (reading, unit);
  content.first = label.end + 1;
  if (quoth_phrase_is_empty (label) || content.first >= end)
    return FALSE;
  if (title)
    content.end = unit->end;
  for (guint i = content.first; i < content.end && kind == QUOTH_BLOCK_CAPTION; i++)
    {
      if (quoth_reading_is (reading, i, QUOTH_WORD_OPENING))
        content.end = i;
    }
  if (!title && reading->words[content.first].quoted >= 0)
    content.end = reading->marked[reading->words[content.first].quoted].end;
  else if (!title && content.end - content.first < MIN_TURN)
    return FALSE;
  if (content.end > content.first + 1 && label.first > unit->first &&
      is_mark (reading, unit->first) &&
      reading->text->tokens[content.end - 1].kind == QUOTH_TOKEN_CLOSING_MARK)
    content.end--;
  if (reading->words[content.end - 1].quoted < 0 &&
      quoth_reading_is (reading, content.end - 1, QUOTH_WORD_STOP))
    content.end--;

  finding->source = label;
  finding->confidence = 0.65f;
  quoth_finding_add (finding, content);

  return finding->contents->len > 0;
}

/**
 * quoth_layout_take_signed:
 * @unit: the first sentence of a block
 * @end: one past the block's last token
 *
 * “Wards will open in May.” — Ann Poole
 */
gboolean
quoth_layout_take_signed (const QuothReading *reading,
                          const QuothUnit    *unit,
                          guint               end,
                          QuothFinding       *finding)
{
  int quoted = reading->words[unit->first].quoted;
  QuothPhrase content, source;

  if (quoted < 0)
    return FALSE;
  content = reading->marked[quoted];
  if (content.end + 1 >= end || end - content.end > MAX_SIGNED ||
      !quoth_reading_is (reading, content.end, QUOTH_WORD_DASH) ||
      !is_name_word (reading, content.end + 1))
    return FALSE;
  source = quoth_phrase_find_after (reading, content.end + 1, end);
  if (source.end + 1 < end)
    return FALSE;

  finding->source = source;
  finding->confidence = 0.85f;
  quoth_finding_add (finding, content);

  return TRUE;
}

/* The words between the subject and the colon, when they are few: "went on". */
static void
take_subject (const QuothReading *reading,
              const QuothUnit    *unit,
              guint               colon,
              QuothFinding       *finding)
{
  QuothPhrase words;

  finding->source = quoth_subject_find_first (reading, unit->first, colon);
  words = (QuothPhrase) { finding->source.end, colon };
  while (words.first < words.end && quoth_reading_is_adverb (reading, words.first))
    words.first++;
  while (words.end > words.first + 1 && quoth_reading_is_adverb (reading, words.end - 1))
    words.end--;
  if (!quoth_phrase_is_empty (finding->source) && words.end > words.first &&
      words.end - words.first <= MAX_CUE)
    finding->cue = words;
}

/**
 * quoth_layout_take_colon:
 *
 * A quotation after a colon in a sentence without reporting words: "She went further: “…”"
 */
gboolean
quoth_layout_take_colon (const QuothReading *reading,
                         const QuothUnit    *unit,
                         QuothFinding       *finding)
{
  for (guint i = unit->first + 1; i + 1 < unit->end; i++)
    {
      QuothPhrase content;

      if (reading->words[i].quoted >= 0 || !quoth_reading_is (reading, i, QUOTH_WORD_COLON) ||
          reading->words[i + 1].quoted < 0)
        continue;
      content = reading->marked[reading->words[i + 1].quoted];
      if (content.end - content.first < MIN_TURN + 2)
        continue;
      take_subject (reading, unit, i, finding);
      finding->confidence = 0.6f;
      finding->goes_on = TRUE;
      quoth_finding_add (finding, content);
      return TRUE;
    }

  return FALSE;
}

/**
 * quoth_layout_take_announced:
 * @unit: the last sentence of a block
 * @cues: (element-type QuothCue): its cues
 *
 * A sentence that ends with a colon, for the quotation in the next paragraph.
 */
gboolean
quoth_layout_take_announced (const QuothReading *reading,
                             const QuothUnit    *unit,
                             GArray             *cues,
                             QuothFinding       *finding)
{
  guint last = unit->end - 1;

  if (!quoth_reading_is (reading, last, QUOTH_WORD_COLON) || last == unit->first)
    return FALSE;
  finding->confidence = 0.8f;
  finding->goes_on = TRUE;
  if (cues->len > 0)
    {
      const QuothCue *cue = &g_array_index (cues, QuothCue, cues->len - 1);

      if (cue->complement.kind == QUOTH_COMPLEMENT_NONE && cue->before < 0)
        {
          finding->kind = cue->kind;
          finding->verb = cue->verb;
          finding->cue = cue->words;
          finding->source = cue->source;
          return TRUE;
        }
    }
  take_subject (reading, unit, last, finding);

  return !quoth_phrase_is_empty (finding->source);
}
