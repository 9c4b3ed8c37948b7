#include "quoth-names-words.h"

#include <string.h>

#include "quoth-fold.h"
#include "quoth-seen-words.h"
#include "quoth-word-list.h"

#define MAX_STEM 64
#define MAX_ACRONYM 6

typedef enum
{
  LIST_CAPITALISED = 1 << 0, /* its words only count with a capital */
  LIST_PLURAL      = 1 << 1, /* and its plurals count too */
} ListFlags;

/* A list, and what its words are then. */
static const struct
{
  const char *name;
  guint32     word_class;
  guint32     female;
  guint32     male;
  ListFlags   flags;
} lists[] = {
  { "first-names", QUOTH_CLASS_FIRST_NAME, QUOTH_CLASS_FIRST_FEMALE, QUOTH_CLASS_FIRST_MALE,
    LIST_CAPITALISED },
  { "honorifics", QUOTH_CLASS_HONORIFIC, QUOTH_CLASS_TITLE_FEMALE, QUOTH_CLASS_TITLE_MALE,
    LIST_CAPITALISED },
  { "post-nominals", QUOTH_CLASS_POST_NOMINAL, 0, 0, LIST_CAPITALISED },
  { "organisations", QUOTH_CLASS_KNOWN_BODY, 0, 0, LIST_CAPITALISED },
  { "places", QUOTH_CLASS_PLACE, 0, 0, LIST_CAPITALISED },
  { "demonyms", QUOTH_CLASS_DEMONYM, 0, 0, LIST_CAPITALISED },
  { "calendar-words", QUOTH_CLASS_CALENDAR, 0, 0, LIST_CAPITALISED },
  { "name-particles", QUOTH_CLASS_PARTICLE, 0, 0, 0 },
  { "role-nouns", QUOTH_CLASS_ROLE, QUOTH_CLASS_TITLE_FEMALE, QUOTH_CLASS_TITLE_MALE, LIST_PLURAL },
  { "organisation-nouns", QUOTH_CLASS_BODY, 0, 0, LIST_PLURAL },
  { "document-nouns", QUOTH_CLASS_DOCUMENT, 0, 0, LIST_PLURAL },
  { "role-status", QUOTH_CLASS_STATUS, 0, 0, 0 },
};

/* What the model's lists say of a word's folded form; kept for the words of one text. */
typedef struct
{
  const QuothWordList *lists[G_N_ELEMENTS (lists)];
  const QuothWordList *common;
  GHashTable          *known; /* (element-type utf8 guint): folded word to its number */
  GArray              *found; /* (element-type guint32): classes of each word; none has number 0 */
  GStringChunk        *strings;
} WordClasser;

static guint32
look_up_common (const QuothWordList *list,
                const char          *word,
                gsize                length,
                guint32              hash)
{
  const char *value = quoth_word_list_find (list, word, length, hash);

  if (value == NULL)
    return 0;
  if (*value == 'f' || *value == 'r')
    return QUOTH_CLASS_COMMON | QUOTH_CLASS_FUNCTION;

  return *value == 'v' ? QUOTH_CLASS_COMMON | QUOTH_CLASS_VERB : QUOTH_CLASS_COMMON;
}

/* "councils", "agencies", "spokesmen" to what the lists hold. Returns 0 when not a plural. */
static gsize
find_singular (const char *word,
               gsize       length,
               char       *stem)
{
  if (length < 4 || length >= MAX_STEM)
    return 0;

  memcpy (stem, word, length + 1);
  if (g_str_has_suffix (stem, "men"))
    stem[length - 2] = 'a';
  else if (g_str_has_suffix (stem, "ies"))
    strcpy (stem + length - 3, "y");
  else if (g_str_has_suffix (stem, "ches") || g_str_has_suffix (stem, "sses"))
    stem[length - 2] = '\0';
  else if (word[length - 1] == 's' && word[length - 2] != 's')
    stem[length - 1] = '\0';
  else
    return 0;

  return strlen (stem);
}

static guint32
look_up_value (guint       list,
               const char *value)
{
  guint32 word_class = lists[list].word_class;

  if (g_str_equal (value, "f"))
    word_class |= lists[list].female;
  else if (g_str_equal (value, "m"))
    word_class |= lists[list].male;
  else if (g_str_equal (value, "surname"))
    word_class |= QUOTH_CLASS_SURNAME;
  else if (g_str_equal (value, "suffix"))
    word_class |= QUOTH_CLASS_SUFFIX;
  else if (g_str_equal (value, "general"))
    word_class |= QUOTH_CLASS_GENERAL;
  else if (g_str_equal (value, "firm"))
    word_class |= QUOTH_CLASS_GENERAL | QUOTH_CLASS_SUFFIX;

  return word_class;
}

/* "ex-minister", "co-chair", "vice-chancellor": the last part tells. @hyphen is the last of @word. */
static guint32
look_up_hyphenated (WordClasser *self,
                    guint        list,
                    const char  *word,
                    gsize        length,
                    const char  *hyphen)
{
  const char *value;

  if (hyphen == NULL || lists[list].word_class != QUOTH_CLASS_ROLE)
    return 0;
  value = quoth_word_list_lookup (self->lists[list], hyphen + 1, word + length - hyphen - 1);
  if (value == NULL)
    return 0;

  return look_up_value (list, value) | (g_str_has_prefix (word, "ex-") ? QUOTH_CLASS_STATUS : 0);
}

static guint32
look_up_lists (WordClasser *self,
               const char  *word,
               gsize        length)
{
  guint32 hash = quoth_hash (word, length);
  guint32 classes = look_up_common (self->common, word, length, hash);
  char stem[MAX_STEM];
  gsize stem_length = find_singular (word, length, stem);
  guint32 stem_hash = quoth_hash (stem, stem_length);
  const char *hyphen = memrchr (word, '-', length);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      const char *value = quoth_word_list_find (self->lists[i], word, length, hash);

      if (value != NULL)
        classes |= look_up_value (i, value);
      else if ((lists[i].flags & LIST_PLURAL) == 0)
        continue;
      else if ((value = quoth_word_list_find (self->lists[i], stem, stem_length,
                                              stem_hash)) != NULL)
        classes |= look_up_value (i, value) | QUOTH_CLASS_PLURAL;
      else
        classes |= look_up_hyphenated (self, i, word, length, hyphen);
    }

  return classes;
}

/* Looked up once for each different word of a text; the hash table is much the cheaper one.
 *
 * Returns: the word's number */
static guint32
find_word (WordClasser *self,
           const char  *word,
           gsize        length)
{
  char folded[QUOTH_FOLD_MAX];
  gsize n = quoth_fold (word, length, folded);
  guint32 number, classes;

  if (n == 0)
    folded[n] = '\0';
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, folded));
  if (number != 0)
    return number;

  number = self->found->len;
  classes = look_up_lists (self, folded, n);
  g_array_append_val (self->found, classes);
  g_hash_table_insert (self->known, g_string_chunk_insert (self->strings, folded),
                       GUINT_TO_POINTER (number));

  return number;
}

/* BBC, B.B.C., CCGs: two capitals or more, and a plural's s at most. */
static guint32
find_shape (const char *word,
            gsize       length)
{
  gsize n_upper = 0;
  gsize n_other = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isupper (word[i]))
        n_upper++;
      else if (word[i] != '.' && word[i] != '&' && !(i + 1 == length && word[i] == 's'))
        n_other++;
    }
  if (n_upper >= 2 && n_upper <= MAX_ACRONYM && n_other == 0)
    return QUOTH_CLASS_ACRONYM;
  if (n_upper == 1 && (length == 1 || (length == 2 && word[1] == '.')))
    return QUOTH_CLASS_INITIAL;

  return 0;
}

static gboolean
is_clitic (const char *word,
           gsize       length)
{
  if (length == 1)
    return *word == '\'';
  if (length == 2)
    return word[0] == '\'' && word[1] == 's';

  return (length == 3 || (length == 4 && word[3] == 's')) && memcmp (word, "\xe2\x80\x99", 3) == 0;
}

static guint32
drop_capitalised (guint32 classes)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i].flags & LIST_CAPITALISED)
      classes &= ~lists[i].word_class;

  return classes & ~(QUOTH_CLASS_FIRST_FEMALE | QUOTH_CLASS_FIRST_MALE);
}

static guint32
classify_token (WordClasser       *self,
                const QuothText   *text,
                const QuothToken  *token,
                guint32           *number)
{
  const char *word = text->text + token->span.start;
  gsize length = quoth_span_length (token->span);
  guint32 classes;

  *number = 0;
  if (token->kind != QUOTH_TOKEN_WORD && is_clitic (word, length))
    return QUOTH_CLASS_POSSESSIVE;
  if (token->kind != QUOTH_TOKEN_WORD)
    return 0;
  if (is_clitic (word, length))
    return QUOTH_CLASS_POSSESSIVE;

  *number = find_word (self, word, length);
  classes = g_array_index (self->found, guint32, *number);
  if ((token->flags & QUOTH_TOKEN_CAPITALISED) == 0)
    return drop_capitalised (classes);

  classes |= QUOTH_CLASS_CAPITAL | find_shape (word, length);
  /* Shouted, not abbreviated. */
  if (classes & QUOTH_CLASS_COMMON && length > 2 &&
      (classes & (QUOTH_CLASS_ROLE | QUOTH_CLASS_KNOWN_BODY)) == 0)
    classes &= ~QUOTH_CLASS_ACRONYM;

  return classes;
}

/* A sentence begins a new name everywhere that an ordinary word takes a capital too. */
static gboolean
opens_sentence (const QuothText *text,
                guint            token)
{
  const QuothToken *before = &text->tokens[token - 1];
  const char *word = text->text + before->span.start;

  if (before->kind == QUOTH_TOKEN_OPENING_MARK)
    return TRUE;
  if (before->kind == QUOTH_TOKEN_WORD)
    return FALSE;
  return (strchr (":*(-", *word) != NULL &&
          (before->flags & QUOTH_TOKEN_SPACE_BEFORE || *word == ':')) ||
         g_str_has_prefix (word, "•") || g_str_has_prefix (word, "—") ||
         g_str_has_prefix (word, "–");
}

static void
note_seen (const QuothText  *text,
           guint32          *classes,
           const guint32    *numbers,
           guint32          *found)
{
  for (guint s = 0; s < text->n_sentences; s++)
    {
      const QuothSentence *sentence = &text->sentences[s];
      gboolean titled = quoth_sentence_is_titled (text, s);
      gboolean begun = FALSE;

      for (guint i = sentence->first; i < sentence->end; i++)
        {
          if (numbers[i] == 0)
            continue;
          if (!begun || (i > sentence->first && opens_sentence (text, i)))
            classes[i] |= QUOTH_CLASS_FIRST;
          begun = TRUE;
          if ((classes[i] & QUOTH_CLASS_CAPITAL) == 0)
            found[numbers[i]] |= QUOTH_CLASS_LOWER_SEEN;
          else if (g_ascii_islower (text->text[text->tokens[i].span.start + 1]))
            found[numbers[i]] |= QUOTH_CLASS_CASED_SEEN;
          if ((classes[i] & QUOTH_CLASS_CAPITAL) != 0 && !titled &&
              (classes[i] & QUOTH_CLASS_FIRST) == 0)
            found[numbers[i]] |= QUOTH_CLASS_NAME_SEEN;
        }
    }
}

/**
 * quoth_word_classes_new:
 *
 * Looks every word of @text up, once.
 *
 * Returns: (transfer full) (array): a set of #QuothWordClass for each token; free with g_free()
 */
guint32 *
quoth_word_classes_new (const QuothText *text)
{
  guint32 *classes = g_new0 (guint32, MAX (text->n_tokens, 1));
  g_autofree guint32 *numbers = g_new0 (guint32, MAX (text->n_tokens, 1));
  g_autofree QuothSeenWords *seen = g_new0 (QuothSeenWords, 1);
  WordClasser self = { 0 };
  guint32 *found;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    self.lists[i] = quoth_model_find_list (text->model, lists[i].name);
  self.common = quoth_model_find_list (text->model, "common-words");
  self.known = g_hash_table_new (g_str_hash, g_str_equal);
  self.found = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self.found, 1);
  self.strings = g_string_chunk_new (4096);

  for (guint i = 0; i < text->n_tokens; i++)
    {
      guint before = quoth_seen_words_find (seen, text, i);

      if (before == i)
        classes[i] = classify_token (&self, text, &text->tokens[i], &numbers[i]);
      else
        {
          classes[i] = classes[before];
          numbers[i] = numbers[before];
        }
    }
  found = (guint32 *) (void *) self.found->data;
  note_seen (text, classes, numbers, found);
  for (guint i = 0; i < text->n_tokens; i++)
    if (numbers[i] != 0)
      {
        classes[i] |= found[numbers[i]] & (QUOTH_CLASS_NAME_SEEN | QUOTH_CLASS_LOWER_SEEN);
        /* “POOLE: Why now?”, with Ms Poole in the next paragraph: a name in capitals. */
        if ((found[numbers[i]] & QUOTH_CLASS_CASED_SEEN) != 0 && (classes[i] & QUOTH_CLASS_KNOWN_BODY) == 0)
          classes[i] &= ~(guint32) QUOTH_CLASS_ACRONYM;
      }

  g_hash_table_unref (self.known);
  g_array_unref (self.found);
  g_string_chunk_free (self.strings);

  return classes;
}

/**
 * quoth_token_equals:
 * @word: in lower case
 *
 * Returns: whether a token is @word, in any case
 */
gboolean
quoth_token_equals (const QuothText *text,
                    guint            token,
                    const char      *word)
{
  QuothSpan span = text->tokens[token].span;
  gsize length = strlen (word);

  return quoth_span_length (span) == length &&
         g_ascii_strncasecmp (text->text + span.start, word, length) == 0;
}

/**
 * quoth_token_is_any:
 * @words: (array zero-terminated=1): in lower case
 *
 * Returns: whether a token is one of @words, in any case
 */
gboolean
quoth_token_is_any (const QuothText    *text,
                    guint               token,
                    const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (quoth_token_equals (text, token, words[i]))
      return TRUE;

  return FALSE;
}

/**
 * quoth_tokens_have_word:
 * @first: a token
 * @end: one past the last token to look at
 * @word: another token
 *
 * Returns: whether one of some tokens is the same word as @word, in any case
 */
gboolean
quoth_tokens_have_word (const QuothText *text,
                        guint            first,
                        guint            end,
                        guint            word)
{
  QuothSpan wanted = text->tokens[word].span;

  for (guint i = first; i < end; i++)
    {
      QuothSpan span = text->tokens[i].span;

      if (quoth_span_length (span) == quoth_span_length (wanted) &&
          g_ascii_strncasecmp (text->text + span.start, text->text + wanted.start,
                               quoth_span_length (wanted)) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * quoth_tokens_are_listed:
 * @list: the name of a list of the model
 * @first: a token
 * @end: one past the last token
 *
 * Returns: whether the words of some tokens are an entry of @list
 */
gboolean
quoth_tokens_are_listed (const QuothText *text,
                         const char      *list,
                         guint            first,
                         guint            end)
{
  guint32 start = text->tokens[first].span.start;

  return quoth_word_list_contains (quoth_model_find_list (text->model, list), text->text + start,
                                   text->tokens[end - 1].span.end - start);
}

/**
 * quoth_sentence_is_titled:
 *
 * Returns: whether a sentence is written Like This, so that capitals tell nothing
 */
gboolean
quoth_sentence_is_titled (const QuothText *text,
                          guint            sentence)
{
  const QuothSentence *self = &text->sentences[sentence];
  QuothBlockKind kind = text->blocks[self->block].kind;
  gboolean heads = kind == QUOTH_BLOCK_HEADLINE || kind == QUOTH_BLOCK_HEADING;
  guint n_long = 0;
  guint n_capitals = 0;

  for (guint i = self->first; i < self->end; i++)
    {
      const QuothToken *token = &text->tokens[i];

      if (token->kind != QUOTH_TOKEN_WORD || quoth_span_length (token->span) < 4)
        continue;
      n_long++;
      if (token->flags & QUOTH_TOKEN_CAPITALISED)
        n_capitals++;
    }

  if (heads)
    return n_long >= 3 && n_capitals * 4 >= n_long * 3;

  return n_long >= 5 && n_capitals * 10 >= n_long * 9;
}
