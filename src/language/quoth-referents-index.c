#include "quoth-referents-index.h"

#include <string.h>

#include "quoth-fold.h"

#define MIN_SHORT_FORM 3
#define AMBIGUOUS -2
#define ESTABLISHED 2
#define MAX_FAMILY 64

/* Names of the people and bodies met so far, by what a later mention may call them. Values are one
 * more than the referent. */
struct _QuothReferentIndex
{
  GArray       *records;  /* of QuothReferentRecord */
  GHashTable   *surnames; /* last word of a person's name to GArray of referents */
  GHashTable   *givens;   /* first word of a person's name to a referent, or AMBIGUOUS */
  GHashTable   *keys;     /* a whole name to a referent */
  GHashTable   *acronyms; /* the initials of a body's name to a referent */
  GHashTable   *shorts;   /* the beginning of a body's name to a referent, or AMBIGUOUS */
  GStringChunk *strings;
};

static void
clear_record (gpointer data)
{
  QuothReferentRecord *record = data;

  g_clear_pointer (&record->words, g_free);
}

QuothReferentIndex *
quoth_referent_index_new (void)
{
  QuothReferentIndex *self = g_new0 (QuothReferentIndex, 1);

  self->records = g_array_new (FALSE, TRUE, sizeof (QuothReferentRecord));
  g_array_set_clear_func (self->records, clear_record);
  self->surnames =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->givens = g_hash_table_new (g_str_hash, g_str_equal);
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->acronyms = g_hash_table_new (g_str_hash, g_str_equal);
  self->shorts = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (2048);

  return self;
}

void
quoth_referent_index_free (QuothReferentIndex *self)
{
  g_array_unref (self->records);
  g_hash_table_unref (self->surnames);
  g_hash_table_unref (self->givens);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->acronyms);
  g_hash_table_unref (self->shorts);
  g_string_chunk_free (self->strings);
  g_free (self);
}

QuothReferentRecord *
quoth_referent_index_get (QuothReferentIndex *self,
                          int                 referent)
{
  return &g_array_index (self->records, QuothReferentRecord, referent);
}

void
quoth_referent_index_append (QuothReferentIndex *self,
                             gboolean            tentative)
{
  QuothReferentRecord record = { .tentative = tentative };

  g_array_append_val (self->records, record);
}

static int
look_up (GHashTable *table,
         const char *key)
{
  int value = key != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (table, key)) : 0;

  return value > 0 ? value - 1 : -1;
}

static void
put_once (GHashTable *table,
          const char *key,
          int         referent,
          gboolean    exclusive)
{
  int value = GPOINTER_TO_INT (g_hash_table_lookup (table, key));

  if (value == 0)
    g_hash_table_insert (table, (gpointer) key, GINT_TO_POINTER (referent + 1));
  else if (exclusive && value != referent + 1)
    g_hash_table_insert (table, (gpointer) key, GINT_TO_POINTER (AMBIGUOUS));
}

/* The folded text of some tokens; of an acronym without full stops and plural. */
static const char *
fold_tokens (QuothReferentIndex *self,
             QuothReferents     *referents,
             guint               first,
             guint               end)
{
  const QuothText *text = referents->text;
  guint32 start = text->tokens[first].span.start;
  char folded[QUOTH_FOLD_MAX];
  gsize length = quoth_fold (text->text + start, text->tokens[end - 1].span.end - start, folded);
  gsize used = 0;

  if (length == 0)
    return NULL;
  if (end - first == 1 && referents->classes[first] & QUOTH_CLASS_ACRONYM)
    {
      for (gsize i = 0; i < length; i++)
        if (folded[i] != '.')
          folded[used++] = folded[i];
      if (used > 3 && text->text[text->tokens[first].span.end - 1] == 's')
        used--;
      folded[used] = '\0';
    }

  return g_string_chunk_insert_const (self->strings, folded);
}

static const char **
fold_words (QuothReferentIndex *self,
            QuothReferents     *referents,
            const QuothName    *name,
            guint              *n_words)
{
  const char **words = g_new0 (const char *, name->core_end - name->core + 1);

  *n_words = 0;
  for (guint i = name->core; i < name->core_end; i++)
    {
      const char *word = fold_tokens (self, referents, i, i + 1);

      if (word != NULL && *word != '.')
        words[(*n_words)++] = word;
    }

  return words;
}

static gboolean
given_names_agree (const char *a,
                   const char *b)
{
  gsize length_a = strlen (a);
  gsize length_b = strlen (b);
  gsize n = MIN (length_a, length_b);

  if (n == 1 || (n == 2 && (length_a < length_b ? a : b)[1] == '.'))
    return a[0] == b[0];

  return n >= 3 ? strncmp (a, b, n) == 0 : g_str_equal (a, b);
}

/* "Ann Example" and "Ann B. Example", "A. Example"; "Ms Sample Example" and "Ann Sample Example" */
static gboolean
names_agree (const QuothReferentRecord  *record,
             const char                **words,
             guint                       n_words,
             gboolean                    with_honorific)
{
  guint n = MIN (record->n_words, n_words);

  if (n < 2 || !g_str_equal (record->words[record->n_words - 1], words[n_words - 1]))
    return FALSE;
  if (given_names_agree (record->words[0], words[0]))
    return TRUE;
  if (record->n_words == n_words || (!with_honorific && n_words > record->n_words))
    return FALSE;
  for (guint i = 1; i <= n; i++)
    if (!g_str_equal (record->words[record->n_words - i], words[n_words - i]))
      return FALSE;

  return TRUE;
}

static gboolean
genders_agree (QuothReferents  *referents,
               int              referent,
               const QuothName *name)
{
  QuothGender gender = quoth_referents_get (referents, referent)->gender;

  return !(gender == QUOTH_GENDER_FEMALE && name->flags & QUOTH_NAME_MALE) &&
         !(gender == QUOTH_GENDER_MALE && name->flags & QUOTH_NAME_FEMALE);
}

/* Of a very large family only the latest are looked at. */
static guint
first_of (GArray *family)
{
  return family != NULL && family->len > MAX_FAMILY ? family->len - MAX_FAMILY : 0;
}

/**
 * quoth_referent_index_find_person:
 * @name: of two words or more
 *
 * Returns: the person of that name, or -1
 */
int
quoth_referent_index_find_person (QuothReferentIndex *self,
                                  QuothReferents     *referents,
                                  const QuothName    *name)
{
  guint n_words;
  g_autofree const char **words = fold_words (self, referents, name, &n_words);
  GArray *family = n_words > 0 ? g_hash_table_lookup (self->surnames, words[n_words - 1]) : NULL;

  for (guint i = first_of (family); family != NULL && i < family->len; i++)
    {
      int referent = g_array_index (family, int, i);

      if (names_agree (quoth_referent_index_get (self, referent), words, n_words,
                       name->core > name->first) &&
          (name->core == name->first || genders_agree (referents, referent, name)))
        return referent;
    }

  return -1;
}

/**
 * quoth_referent_index_find_surname:
 * @name: of one word
 *
 * Returns: the person whom a surname, or a first name alone, stands for at this place; where
 *   several bear it, the one whom the bare surname usually means, else the one named last; or -1
 */
int
quoth_referent_index_find_surname (QuothReferentIndex *self,
                                   QuothReferents     *referents,
                                   const QuothName    *name)
{
  const char *word = fold_tokens (self, referents, name->core_end - 1, name->core_end);
  GArray *family = word != NULL ? g_hash_table_lookup (self->surnames, word) : NULL;
  guint32 best_seen = 0;
  int best = -1;

  for (guint i = first_of (family); family != NULL && i < family->len; i++)
    {
      int referent = g_array_index (family, int, i);
      const QuothReferentRecord *record = quoth_referent_index_get (self, referent);
      guint32 seen = record->last_seen + (record->n_bare >= ESTABLISHED ? G_MAXUINT32 / 2 : 0);

      if (genders_agree (referents, referent, name) && (best < 0 || seen > best_seen))
        {
          best = referent;
          best_seen = seen;
        }
    }
  if (best < 0)
    {
      best = look_up (self->givens, word);
      if (best >= 0 && (!genders_agree (referents, best, name) ||
                        (quoth_referent_index_get (self, best)->tentative &&
                         (referents->classes[name->core] & QUOTH_CLASS_FIRST_NAME) == 0)))
        best = -1;
    }

  return best;
}

/**
 * quoth_referent_index_find_body:
 *
 * Returns: what else than a person some tokens name: by the same name, its initials or its
 *   beginning; or -1
 */
int
quoth_referent_index_find_body (QuothReferentIndex *self,
                                QuothReferents     *referents,
                                guint               first,
                                guint               end)
{
  const char *key = fold_tokens (self, referents, first, end);
  int referent = look_up (self->keys, key);

  if (referent < 0 && end - first == 1 && referents->classes[first] & QUOTH_CLASS_ACRONYM)
    referent = look_up (self->acronyms, key);
  if (referent < 0)
    referent = look_up (self->shorts, key);

  return referent;
}

void
quoth_referent_index_put_person (QuothReferentIndex *self,
                                 QuothReferents     *referents,
                                 int                 referent,
                                 const QuothName    *name)
{
  QuothReferentRecord *record = quoth_referent_index_get (self, referent);
  guint n_words;
  g_autofree const char **words = fold_words (self, referents, name, &n_words);
  GArray *family;

  if (n_words == 0 || n_words <= record->n_words)
    return;
  if (record->n_words == 0)
    {
      family = g_hash_table_lookup (self->surnames, words[n_words - 1]);
      if (family == NULL)
        {
          family = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (self->surnames, (gpointer) words[n_words - 1], family);
        }
      g_array_append_val (family, referent);
    }
  if (n_words > 1)
    {
      put_once (self->givens, words[0], referent, TRUE);
      put_once (self->keys, fold_tokens (self, referents, name->core, name->core_end), referent,
                FALSE);
    }
  g_free (record->words);
  record->words = g_steal_pointer (&words);
  record->n_words = n_words;
  record->first = name->core;
  record->end = name->core_end;
}

/* "Royal Society of Examples": RSE, and RSOE for those who count every word */
static void
put_initials (QuothReferentIndex *self,
              QuothReferents     *referents,
              int                 referent,
              guint               first,
              guint               end)
{
  char capitals[QUOTH_FOLD_MAX];
  char all[QUOTH_FOLD_MAX];
  gsize n_capitals = 0;
  gsize n_all = 0;

  for (guint i = first; i < end && n_all + 2 < QUOTH_FOLD_MAX; i++)
    {
      char letter = referents->text->text[referents->text->tokens[i].span.start];

      if (!g_ascii_isalpha (letter))
        continue;
      all[n_all++] = g_ascii_tolower (letter);
      if (referents->classes[i] & QUOTH_CLASS_CAPITAL)
        capitals[n_capitals++] = g_ascii_tolower (letter);
    }
  capitals[n_capitals] = '\0';
  all[n_all] = '\0';
  if (n_capitals < 2)
    return;
  put_once (self->acronyms, g_string_chunk_insert_const (self->strings, capitals), referent, FALSE);
  put_once (self->acronyms, g_string_chunk_insert_const (self->strings, all), referent, FALSE);
}

/* "Royal Society" of Examples, "Labour" Party: how a body may be named once it is known. */
static void
put_short_forms (QuothReferentIndex *self,
                 QuothReferents     *referents,
                 int                 referent,
                 guint               first,
                 guint               end)
{
  guint32 word = referents->classes[first];
  guint stop = first + 1;

  while (stop < end && referents->classes[stop] & QUOTH_CLASS_CAPITAL)
    stop++;
  if (stop == end && referents->classes[end - 1] & (QUOTH_CLASS_SUFFIX | QUOTH_CLASS_PLURAL))
    stop--;
  if (stop == end || stop == first ||
      ((referents->classes[stop] & (QUOTH_CLASS_SUFFIX | QUOTH_CLASS_PLURAL)) == 0 &&
       !quoth_token_equals (referents->text, stop, "of") &&
       !quoth_token_equals (referents->text, stop, "for")))
    return;
  if (stop - first == 1 &&
      (word & (QUOTH_CLASS_DEMONYM | QUOTH_CLASS_PLACE | QUOTH_CLASS_COMMON | QUOTH_CLASS_BODY |
               QUOTH_CLASS_FIRST_NAME | QUOTH_CLASS_ROLE) ||
       quoth_span_length (referents->text->tokens[first].span) < MIN_SHORT_FORM))
    return;

  put_once (self->shorts, fold_tokens (self, referents, first, stop), referent, TRUE);
}

void
quoth_referent_index_put_body (QuothReferentIndex *self,
                               QuothReferents     *referents,
                               int                 referent,
                               guint               first,
                               guint               end)
{
  QuothReferentRecord *record = quoth_referent_index_get (self, referent);
  const char *key = fold_tokens (self, referents, first, end);

  if (key == NULL)
    return;
  put_once (self->keys, key, referent, FALSE);
  if (end - first > 1)
    {
      put_initials (self, referents, referent, first, end);
      put_short_forms (self, referents, referent, first, end);
    }
  if (record->end - record->first < end - first)
    {
      record->first = first;
      record->end = end;
    }
}

/**
 * quoth_referent_index_put_alias:
 * @token: an acronym, in brackets after the body's name
 */
void
quoth_referent_index_put_alias (QuothReferentIndex *self,
                                QuothReferents     *referents,
                                int                 referent,
                                guint               token)
{
  const char *key = fold_tokens (self, referents, token, token + 1);

  if (key != NULL)
    g_hash_table_insert (self->keys, (gpointer) key, GINT_TO_POINTER (referent + 1));
}
