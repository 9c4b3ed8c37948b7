#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

/* What a word can do in a clause; most words have none of these and are taken for nouns and the
 * like. */
typedef enum
{
  QUOTH_WORD_DETERMINER   = 1 << 0,
  QUOTH_WORD_POSSESSIVE   = 1 << 1,  /* his, their */
  QUOTH_WORD_SUBJECT      = 1 << 2,  /* he, they */
  QUOTH_WORD_OBJECT       = 1 << 3,  /* him, them */
  QUOTH_WORD_PRONOUN      = 1 << 4,  /* others, many, everyone */
  QUOTH_WORD_QUANTITY     = 1 << 5,
  QUOTH_WORD_PREPOSITION  = 1 << 6,
  QUOTH_WORD_COORDINATOR  = 1 << 7,
  QUOTH_WORD_SUBORDINATOR = 1 << 8,
  QUOTH_WORD_RELATIVE     = 1 << 9,
  QUOTH_WORD_QUESTION     = 1 << 10,
  QUOTH_WORD_THAT         = 1 << 11,
  QUOTH_WORD_INFINITIVE   = 1 << 12, /* to */
  QUOTH_WORD_AUXILIARY    = 1 << 13,
  QUOTH_WORD_BE           = 1 << 14,
  QUOTH_WORD_FINITE       = 1 << 15, /* makes a clause whatever stands around it */
  QUOTH_WORD_NEGATION     = 1 << 16,
  QUOTH_WORD_ADVERB       = 1 << 17,
  QUOTH_WORD_TIME         = 1 << 18,
  QUOTH_WORD_HEARING      = 1 << 19, /* who is usually told: reporters, delegates */
  QUOTH_WORD_TITLE        = 1 << 20, /* Mr, Dr */
  QUOTH_WORD_DOCUMENT     = 1 << 21, /* what something is said in: statement, interview */
  QUOTH_WORD_NAME         = 1 << 22, /* begins with a capital that its place does not explain */
  QUOTH_WORD_COMMA        = 1 << 23,
  QUOTH_WORD_STOP         = 1 << 24,
  QUOTH_WORD_COLON        = 1 << 25,
  QUOTH_WORD_SEMICOLON    = 1 << 26,
  QUOTH_WORD_DASH         = 1 << 27,
  QUOTH_WORD_OPENING      = 1 << 28, /* ( [ */
  QUOTH_WORD_CLOSING      = 1 << 29, /* ) ] */
  QUOTH_WORD_LABEL        = 1 << 30,
      /* stands before a colon without having said anything: "Note:" */
} QuothWordClass;

/* What a verb of the list reports, and how. */
typedef enum
{
  QUOTH_VERB_BASE       = 1 << 0,
  QUOTH_VERB_PRESENT    = 1 << 1,
  QUOTH_VERB_PAST       = 1 << 2,
  QUOTH_VERB_PARTICIPLE = 1 << 3,
  QUOTH_VERB_GERUND     = 1 << 4,
  QUOTH_VERB_CLAUSE     = 1 << 5,
  QUOTH_VERB_THAT       = 1 << 6,
  QUOTH_VERB_QUESTION   = 1 << 7,
  QUOTH_VERB_QUOTE      = 1 << 8,
  QUOTH_VERB_ADDRESSEE  = 1 << 9,
  QUOTH_VERB_INFINITIVE = 1 << 10,
  QUOTH_VERB_OBJECT     = 1 << 11,
  QUOTH_VERB_FOR        = 1 << 12,
  QUOTH_VERB_ACCUSING   = 1 << 13,
  QUOTH_VERB_NAMING     = 1 << 14,
  QUOTH_VERB_PARTICLE   = 1 << 15, /* out, on, back belongs to it */
  QUOTH_VERB_NOUN       = 1 << 16, /* the form is as often a noun */
  QUOTH_VERB_ATTITUDE   = 1 << 17,
  QUOTH_VERB_SAY        = 1 << 18, /* nothing but what was said can follow */
  QUOTH_NOUN_THAT       = 1 << 19, /* a noun that reports: "the claim that" */
  QUOTH_NOUN_FOR        = 1 << 20, /* "a call for" */
  QUOTH_NOUN_TO         = 1 << 21, /* "a call to" */
} QuothVerbClass;

#define QUOTH_VERB_NOUNS (QUOTH_NOUN_THAT | QUOTH_NOUN_FOR | QUOTH_NOUN_TO)
#define QUOTH_VERB_FORMS (QUOTH_VERB_BASE | QUOTH_VERB_PRESENT | QUOTH_VERB_PAST | \
                          QUOTH_VERB_PARTICIPLE | QUOTH_VERB_GERUND)

/**
 * QuothWord:
 * @classes: of #QuothWordClass
 * @verb: of #QuothVerbClass; without forms for what is no reporting verb
 * @quoted: the outermost quoted span that the token lies in or is a mark of, or -1
 */
typedef struct
{
  guint32 classes;
  guint32 verb;
  int     quoted;
} QuothWord;

/**
 * QuothUnit:
 *
 * Tokens [first, end): a sentence, or several where the breaks between them lie inside quotation
 * marks, so that no quotation is cut.
 */
typedef struct
{
  guint   first;
  guint   end;
  guint32 block;
} QuothUnit;

/**
 * QuothPhrase:
 *
 * Tokens [first, end); none when empty.
 */
typedef struct
{
  guint first;
  guint end;
} QuothPhrase;

/**
 * QuothReading:
 * @words: one for each token
 * @marked: the tokens of each quoted span, with its marks
 * @units: in text order; none in furniture
 *
 * A text with what the rules ask of each token looked up once.
 */
typedef struct
{
  const QuothText *text;
  QuothWord       *words;
  QuothPhrase     *marked;
  QuothUnit       *units;
  guint            n_units;
} QuothReading;

QuothReading *quoth_reading_new  (const QuothText *text);
void          quoth_reading_free (QuothReading    *self);

static inline gboolean
quoth_phrase_is_empty (QuothPhrase phrase)
{
  return phrase.first >= phrase.end;
}

static inline gboolean
quoth_reading_is (const QuothReading *self,
                  guint               token,
                  guint32             classes)
{
  return (self->words[token].classes & classes) != 0;
}

static inline gboolean
quoth_reading_reports (const QuothReading *self,
                       guint               token,
                       guint32             verb)
{
  return (self->words[token].verb & verb) != 0;
}

gboolean  quoth_reading_spells   (const QuothReading *self,
                                  guint               token,
                                  const char         *word);
gboolean  quoth_reading_is_word  (const QuothReading *self,
                                  guint               token);
gboolean  quoth_reading_is_adverb (const QuothReading *self,
                                   guint               token);
gboolean  quoth_reading_is_time   (const QuothReading *self,
                                   guint               token);
QuothSpan quoth_reading_get_span (const QuothReading *self,
                                  QuothPhrase         phrase);
gboolean  quoth_reading_is_past  (const QuothReading *self,
                                  guint               token);
gboolean  quoth_reading_is_gerund (const QuothReading *self,
                                  guint               token);
gboolean  quoth_reading_is_clause (const QuothReading *self,
                                   QuothPhrase         phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReading, quoth_reading_free)

G_END_DECLS
