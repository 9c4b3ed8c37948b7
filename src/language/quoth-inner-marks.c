#include "quoth-inner-marks.h"

#include "quoth-phrases.h"

/* Speech within speech, in the other kind of marks: “They told me, ‘It is late,’ and I left.” Inner
 * marks around a word or a name prove nothing, so a reporting verb with its subject has to stand
 * right beside them. */

#define TOLD (QUOTH_VERB_PAST | QUOTH_VERB_PRESENT)
#define ANY (QUOTH_VERB_QUOTE | QUOTH_VERB_SAY | QUOTH_VERB_ADDRESSEE)

static gboolean
reports (const QuothReading *reading,
         guint               token,
         guint32             verb)
{
  return quoth_reading_reports (reading, token, TOLD) &&
         quoth_reading_reports (reading, token, verb) &&
         !quoth_reading_reports (reading, token, QUOTH_VERB_ATTITUDE);
}

/* "they said, ‘…’", "she told me: ‘…’"; "we read ‘…’" is no speech. */
static gboolean
take_before (const QuothReading *reading,
             guint               floor,
             QuothPhrase         marked,
             QuothFinding       *finding)
{
  guint verb = marked.first;
  gboolean parted = verb > floor && quoth_reading_is (reading, verb - 1,
                                                      QUOTH_WORD_COMMA | QUOTH_WORD_COLON);

  verb -= parted;
  if (verb > floor + 1 && quoth_reading_is (reading, verb - 1, QUOTH_WORD_OBJECT))
    verb--;
  if (verb < floor + 2 || !reports (reading, --verb, parted ? ANY : QUOTH_VERB_SAY))
    return FALSE;
  finding->cue = (QuothPhrase) { verb, verb + 1 };
  finding->source = quoth_reading_is (reading, verb - 1, QUOTH_WORD_SUBJECT)
                    ? (QuothPhrase) { verb - 1, verb }
                    : quoth_phrase_find_before (reading, floor, verb);
  return !quoth_phrase_is_empty (finding->source);
}

/* "‘…,’ they said" */
static gboolean
take_after (const QuothReading *reading,
            QuothPhrase         marked,
            QuothFinding       *finding)
{
  guint verb = marked.end + 1;

  if (verb >= reading->text->n_tokens || !reports (reading, verb, ANY) ||
      reading->words[verb].quoted != reading->words[marked.first].quoted ||
      !quoth_reading_is (reading, marked.end, QUOTH_WORD_SUBJECT | QUOTH_WORD_NAME))
    return FALSE;
  finding->cue = (QuothPhrase) { verb, verb + 1 };
  finding->source = (QuothPhrase) { marked.end, marked.end + 1 };
  return TRUE;
}

/**
 * quoth_inner_marks_take:
 * @outer: what is said around it
 * @floor: the first token of @outer's piece that holds the marks
 * @marked: the tokens of the inner marks, with them
 *
 * Returns: (transfer full) (nullable): the speech in inner marks, if it has a speaker
 */
QuothFinding *
quoth_inner_marks_take (const QuothReading *reading,
                        QuothFinding       *outer,
                        guint               floor,
                        QuothPhrase         marked)
{
  QuothFinding *finding = quoth_finding_new ();

  if (!take_before (reading, floor, marked, finding) && !take_after (reading, marked, finding))
    {
      quoth_finding_free (finding);
      return NULL;
    }
  finding->kind = QUOTH_CUE_VERB;
  finding->verb = QUOTH_VERB_QUOTE;
  finding->parent = outer;
  finding->confidence = 0.7f;
  quoth_finding_add (finding, marked);
  return finding;
}
