#include "quoth-reading.h"

#include <string.h>

#include "quoth-fold.h"
#include "quoth-seen-words.h"
#include "quoth-word-list.h"

#define MAX_LEAD   8
#define MAX_CLAUSE 80
#define N_PARSED   512 /* values of a list kept at once, a power of two */

typedef struct
{
  const char *name;
  guint32     flag;
} ClassName;

static const ClassName word_classes[] = {
  { "determiner", QUOTH_WORD_DETERMINER },
  { "possessive", QUOTH_WORD_POSSESSIVE },
  { "subject", QUOTH_WORD_SUBJECT },
  { "object", QUOTH_WORD_OBJECT },
  { "pronoun", QUOTH_WORD_PRONOUN },
  { "quantity", QUOTH_WORD_QUANTITY },
  { "preposition", QUOTH_WORD_PREPOSITION },
  { "coordinator", QUOTH_WORD_COORDINATOR },
  { "subordinator", QUOTH_WORD_SUBORDINATOR },
  { "relative", QUOTH_WORD_RELATIVE },
  { "question", QUOTH_WORD_QUESTION },
  { "that", QUOTH_WORD_THAT },
  { "infinitive", QUOTH_WORD_INFINITIVE },
  { "auxiliary", QUOTH_WORD_AUXILIARY },
  { "be", QUOTH_WORD_BE },
  { "finite", QUOTH_WORD_FINITE },
  { "negation", QUOTH_WORD_NEGATION },
  { "adverb", QUOTH_WORD_ADVERB },
  { "time", QUOTH_WORD_TIME },
  { "hearing", QUOTH_WORD_HEARING },
  { "title", QUOTH_WORD_TITLE },
  { "document", QUOTH_WORD_DOCUMENT },
  { "label", QUOTH_WORD_LABEL },
};

static const ClassName verb_classes[] = {
  { "base", QUOTH_VERB_BASE },
  { "present", QUOTH_VERB_PRESENT },
  { "past", QUOTH_VERB_PAST },
  { "participle", QUOTH_VERB_PARTICIPLE },
  { "gerund", QUOTH_VERB_GERUND },
  { "clause", QUOTH_VERB_CLAUSE },
  { "that", QUOTH_VERB_THAT },
  { "question", QUOTH_VERB_QUESTION },
  { "quote", QUOTH_VERB_QUOTE },
  { "addressee", QUOTH_VERB_ADDRESSEE },
  { "infinitive", QUOTH_VERB_INFINITIVE },
  { "object", QUOTH_VERB_OBJECT },
  { "for", QUOTH_VERB_FOR },
  { "accusing", QUOTH_VERB_ACCUSING },
  { "naming", QUOTH_VERB_NAMING },
  { "particle", QUOTH_VERB_PARTICLE },
  { "noun", QUOTH_VERB_NOUN },
  { "attitude", QUOTH_VERB_ATTITUDE },
  { "say", QUOTH_VERB_SAY },
};

static const ClassName noun_classes[] = {
  { "that", QUOTH_NOUN_THAT },
  { "for", QUOTH_NOUN_FOR },
  { "to", QUOTH_NOUN_TO },
};

/* The flags that a list's value names, "past participle clause". */
static guint32
parse_classes (const char      *value,
               const ClassName *names,
               guint            n_names)
{
  guint32 flags = 0;

  while (*value != '\0')
    {
      gsize length = strcspn (value, " ");

      for (guint i = 0; i < n_names; i++)
        {
          if (strncmp (names[i].name, value, length) == 0 && names[i].name[length] == '\0')
            flags |= names[i].flag;
        }
      value += length;
      value += strspn (value, " ");
    }

  return flags;
}

static guint32
classify_punctuation (const char *text,
                      QuothSpan   span)
{
  const char *c = text + span.start;

  switch (g_utf8_get_char (c))
    {
    case ',':
      return QUOTH_WORD_COMMA;
    case '.': case '!': case '?': case 0x2026:
      return QUOTH_WORD_STOP;
    case ':':
      return QUOTH_WORD_COLON;
    case ';':
      return QUOTH_WORD_SEMICOLON;
    case '-': case 0x2013: case 0x2014: case 0x2012: case 0x2015:
      return QUOTH_WORD_DASH;
    case '(': case '[':
      return QUOTH_WORD_OPENING;
    case ')': case ']':
      return QUOTH_WORD_CLOSING;
    default:
      return 0;
    }
}

/* A capital in the middle of a sentence makes a name of any word: "May" helps no verb there. */
static guint32
classify_capital (guint32  classes,
                  gboolean initial,
                  gboolean upper)
{
  if (initial)
    return (classes & ~(guint32) QUOTH_WORD_LABEL) != 0 ? classes : classes | QUOTH_WORD_NAME;
  if (upper && (classes & QUOTH_WORD_SUBJECT))
    return classes;

  return (classes & (QUOTH_WORD_TITLE | QUOTH_WORD_TIME | QUOTH_WORD_LABEL)) | QUOTH_WORD_NAME;
}

/* What a value of a list means, so that it is read once and not for each word. */
typedef struct
{
  const char *value;
  guint32     flags;
} Parsed;

/* A list with the names that its values are made of. */
typedef struct
{
  const QuothWordList *list;
  const ClassName     *names;
  guint                n_names;
  Parsed               parsed[N_PARSED];
} Classes;

typedef struct
{
  Classes function_words;
  Classes reporting_verbs;
  Classes cue_nouns;

  QuothSeenWords seen;
} Lists;

/* A word as lists are keyed by it. */
typedef struct
{
  char    folded[QUOTH_FOLD_MAX];
  gsize   length;
  guint32 hash;
} Key;

static guint32
look_up (Classes   *self,
         const Key *key)
{
  const char *value = quoth_word_list_find (self->list, key->folded, key->length, key->hash);
  Parsed *parsed;

  if (value == NULL)
    return 0;
  parsed = &self->parsed[((guintptr) value * 0x9E3779B1u >> 8) % N_PARSED];
  if (parsed->value != value)
    *parsed = (Parsed) { value, parse_classes (value, self->names, self->n_names) };

  return parsed->flags;
}

static void
classify_word (QuothReading *self,
               guint         index,
               Lists        *lists,
               gboolean      initial)
{
  const QuothToken *token = &self->text->tokens[index];
  const char *word = self->text->text + token->span.start;
  gsize length = quoth_span_length (token->span);
  gboolean capital = token->flags & QUOTH_TOKEN_CAPITALISED;
  QuothWord *found = &self->words[index];
  guint before = quoth_seen_words_find (&lists->seen, self->text, index);
  Key key;

  if (before != index && !capital)
    {
      *found = self->words[before];
      return;
    }
  key.length = quoth_fold (word, length, key.folded);
  key.hash = quoth_hash (key.folded, key.length);
  found->classes = look_up (&lists->function_words, &key);
  if (!capital || initial)
    found->verb = look_up (&lists->reporting_verbs, &key) | look_up (&lists->cue_nouns, &key);
  if (capital && found->verb == 0)
    found->classes = classify_capital (found->classes, initial, length == 1);
}

static void
classify_sentence (QuothReading        *self,
                   const QuothSentence *sentence,
                   Lists               *lists)
{
  const QuothText *text = self->text;
  gboolean headline = text->blocks[sentence->block].kind == QUOTH_BLOCK_HEADLINE;
  gboolean initial = TRUE;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      switch ((QuothTokenKind) text->tokens[i].kind)
        {
        case QUOTH_TOKEN_WORD:
          classify_word (self, i, lists, initial || headline);
          initial = FALSE;
          break;
        case QUOTH_TOKEN_NUMBER:
          self->words[i].classes = QUOTH_WORD_QUANTITY;
          initial = FALSE;
          break;
        case QUOTH_TOKEN_PUNCTUATION:
        case QUOTH_TOKEN_SYMBOL:
          self->words[i].classes = classify_punctuation (text->text, text->tokens[i].span);
          if (self->words[i].classes & (QUOTH_WORD_COLON | QUOTH_WORD_STOP))
            initial = TRUE;
          break;
        case QUOTH_TOKEN_OPENING_MARK:
          initial = TRUE;
          break;
        case QUOTH_TOKEN_CLOSING_MARK:
        default:
          break;
        }
    }
}

static void
mark_quoted (QuothReading *self)
{
  const QuothText *text = self->text;
  guint token = 0;

  for (guint i = 0; i < text->n_tokens; i++)
    self->words[i].quoted = -1;

  for (guint i = 0; i < text->n_quoted; i++)
    {
      const QuothQuoted *quoted = &text->quoted[i];
      guint first;

      if (quoted->level > 0)
        {
          self->marked[i].first = self->marked[i].end = 0;
          continue;
        }
      while (token < text->n_tokens && text->tokens[token].span.end <= quoted->span.start)
        token++;
      first = token;
      while (token < text->n_tokens && text->tokens[token].span.start < quoted->span.end)
        self->words[token++].quoted = i;
      self->marked[i] = (QuothPhrase) { first, token };
    }
}

/* “The bridge is closed.” She adds, “It leaks.”: the verb between, with a comma, reports what
 * follows. */
static gboolean
introduces (const QuothReading *self,
            const QuothUnit    *last,
            guint               verb)
{
  guint stop = last->end - 1;

  while (stop > last->first && self->text->tokens[stop].kind == QUOTH_TOKEN_CLOSING_MARK)
    stop--;

  return verb + 2 < self->text->n_tokens && self->words[verb + 2].quoted >= 0 &&
         (self->words[verb + 1].classes & QUOTH_WORD_COMMA) != 0 &&
         quoth_reading_spells (self, stop, ".");
}

/* “Why now?” Ms Poole asked: what looks like a new sentence goes on with the quoted one. */
static gboolean
goes_on (const QuothReading  *self,
         const QuothUnit     *last,
         const QuothSentence *next)
{
  if (self->words[last->end - 1].quoted < 0 || self->words[next->first].quoted >= 0)
    return FALSE;
  for (guint i = next->first; i + 1 < next->end && i < next->first + MAX_LEAD; i++)
    {
      if (self->words[i].quoted >= 0 ||
          (self->words[i].classes & (QUOTH_WORD_COMMA | QUOTH_WORD_COLON | QUOTH_WORD_FINITE)))
        return FALSE;
      if (self->words[i].verb & (QUOTH_VERB_PAST | QUOTH_VERB_PRESENT))
        return self->words[i + 1].quoted < 0 && !introduces (self, last, i) &&
               (i == next->first ||
                (self->words[i + 1].classes & (QUOTH_WORD_STOP | QUOTH_WORD_COMMA |
                                               QUOTH_WORD_PREPOSITION |
                                               QUOTH_WORD_TIME)) ||
                quoth_reading_is_adverb (self, i + 1));
    }

  return FALSE;
}

static void
find_units (QuothReading *self)
{
  const QuothText *text = self->text;

  for (guint i = 0; i < text->n_sentences; i++)
    {
      const QuothSentence *sentence = &text->sentences[i];
      QuothUnit *last = self->n_units > 0 ? &self->units[self->n_units - 1] : NULL;
      int quoted;

      if (text->blocks[sentence->block].kind == QUOTH_BLOCK_FURNITURE ||
          sentence->first >= sentence->end)
        continue;
      quoted = self->words[sentence->first].quoted;
      if (last != NULL && last->block == sentence->block &&
          ((quoted >= 0 && self->words[last->end - 1].quoted == quoted) ||
           goes_on (self, last, sentence)))
        last->end = sentence->end;
      else
        self->units[self->n_units++] = (QuothUnit) { sentence->first, sentence->end,
                                                     sentence->block };
    }
}

/**
 * quoth_reading_new:
 *
 * Returns: (transfer full): free with quoth_reading_free(); borrows @text
 */
QuothReading *
quoth_reading_new (const QuothText *text)
{
  QuothReading *self = g_new0 (QuothReading, 1);
  Lists *lists = g_new0 (Lists, 1);

  lists->function_words.names = word_classes;
  lists->function_words.n_names = G_N_ELEMENTS (word_classes);
  lists->reporting_verbs.names = verb_classes;
  lists->reporting_verbs.n_names = G_N_ELEMENTS (verb_classes);
  lists->cue_nouns.names = noun_classes;
  lists->cue_nouns.n_names = G_N_ELEMENTS (noun_classes);
  if (text->model != NULL)
    {
      lists->function_words.list = quoth_model_find_list (text->model, "function-words");
      lists->reporting_verbs.list = quoth_model_find_list (text->model, "reporting-verbs");
      lists->cue_nouns.list = quoth_model_find_list (text->model, "cue-nouns");
    }

  self->text = text;
  self->words = g_new0 (QuothWord, text->n_tokens);
  self->marked = g_new0 (QuothPhrase, text->n_quoted);
  self->units = g_new0 (QuothUnit, text->n_sentences);
  for (guint i = 0; i < text->n_sentences; i++)
    classify_sentence (self, &text->sentences[i], lists);
  g_free (lists);
  mark_quoted (self);
  find_units (self);

  return self;
}

void
quoth_reading_free (QuothReading *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_free (self->marked);
  g_free (self->units);
  g_free (self);
}

/**
 * quoth_reading_spells:
 * @word: in lower case, ASCII
 *
 * Whether a token is a certain word, in any case.
 */
gboolean
quoth_reading_spells (const QuothReading *self,
                      guint               token,
                      const char         *word)
{
  QuothSpan span = self->text->tokens[token].span;
  gsize length = strlen (word);

  return quoth_span_length (span) == length &&
         g_ascii_strncasecmp (self->text->text + span.start, word, length) == 0;
}

gboolean
quoth_reading_is_word (const QuothReading *self,
                       guint               token)
{
  guint8 kind = self->text->tokens[token].kind;

  return kind == QUOTH_TOKEN_WORD || kind == QUOTH_TOKEN_NUMBER;
}

/**
 * quoth_reading_is_time:
 *
 * Returns: whether a word says when: "yesterday", "Monday", "May"
 */
gboolean
quoth_reading_is_time (const QuothReading *reading,
                       guint               token)
{
  QuothSpan span = reading->text->tokens[token].span;

  return quoth_reading_is (reading, token, QUOTH_WORD_TIME) ||
         (reading->text->model != NULL &&
          (reading->words[token].classes & ~(guint32) QUOTH_WORD_NAME) == 0 &&
          quoth_word_list_contains (quoth_model_find_list (reading->text->model, "date-words"),
                                    reading->text->text + span.start, quoth_span_length (span)));
}

/**
 * quoth_reading_is_adverb:
 *
 * A listed adverb, or a word in "-ly" written small.
 */
gboolean
quoth_reading_is_adverb (const QuothReading *self,
                         guint               token)
{
  const QuothToken *found = &self->text->tokens[token];
  gsize length = quoth_span_length (found->span);

  if (self->words[token].classes & (QUOTH_WORD_ADVERB | QUOTH_WORD_NEGATION))
    return TRUE;

  return length > 4 && self->words[token].classes == 0 && self->words[token].verb == 0 &&
         strncmp (self->text->text + found->span.end - 2, "ly", 2) == 0;
}

/**
 * quoth_reading_get_span:
 *
 * Returns: the bytes of a phrase; an empty span for an empty one
 */
QuothSpan
quoth_reading_get_span (const QuothReading *self,
                        QuothPhrase         phrase)
{
  QuothSpan span = { 0, 0 };

  if (!quoth_phrase_is_empty (phrase))
    {
      span.start = self->text->tokens[phrase.first].span.start;
      span.end = self->text->tokens[phrase.end - 1].span.end;
    }

  return span;
}

/**
 * quoth_reading_is_past:
 *
 * Whether a word written small ends like the past of a verb.
 */
gboolean
quoth_reading_is_past (const QuothReading *self,
                       guint               token)
{
  QuothSpan span = self->text->tokens[token].span;

  return quoth_span_length (span) > 3 && (self->words[token].classes & QUOTH_WORD_NAME) == 0 &&
         memcmp (self->text->text + span.end - 2, "ed", 2) == 0;
}

/**
 * quoth_reading_is_gerund:
 *
 * Whether a word written small ends in "-ing"; after a comma it begins a clause of its own.
 */
gboolean
quoth_reading_is_gerund (const QuothReading *self,
                         guint               token)
{
  QuothSpan span = self->text->tokens[token].span;

  return !quoth_reading_is (self, token, QUOTH_WORD_NAME) && quoth_span_length (span) > 4 &&
         strncmp (self->text->text + span.end - 3, "ing", 3) == 0;
}

/**
 * quoth_reading_is_clause:
 *
 * Whether a phrase holds a verb that makes a clause of it, as far as can be told without tags.
 */
gboolean
quoth_reading_is_clause (const QuothReading *self,
                         QuothPhrase         phrase)
{
  for (guint i = phrase.first; i < phrase.end && i - phrase.first < MAX_CLAUSE; i++)
    {
      if (quoth_reading_is (self, i, QUOTH_WORD_FINITE | QUOTH_WORD_SUBJECT) ||
          quoth_reading_reports (self, i, QUOTH_VERB_PAST | QUOTH_VERB_PRESENT) ||
          (i > phrase.first && quoth_reading_is_past (self, i)))
        return TRUE;
    }

  return FALSE;
}
