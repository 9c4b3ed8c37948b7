#include "quoth-lexeme.h"

#include <string.h>

#include "quoth-features.h"
#include "quoth-seen-words.h"

#define MAX_CHARACTERS 64

static guint32
hash_bytes (const char *bytes,
            gsize       length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * 16777619u;
  return quoth_hash_finish (hash);
}

/* Lower-cases @word into @lower, digits as 0; @starts gets where each character begins. */
static guint
fold_word (const char *word,
           gsize       length,
           char       *lower,
           guint16    *starts)
{
  const char *end = word + length;
  guint n = 0;
  gsize used = 0;

  for (const char *p = word; p < end && n < MAX_CHARACTERS; n++)
    {
      starts[n] = used;
      if ((guint8) *p < 0x80)
        {
          lower[used++] = g_ascii_isdigit (*p) ? '0' : g_ascii_tolower (*p);
          p++;
        }
      else
        {
          used += g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (p)), lower + used);
          p = g_utf8_next_char (p);
        }
    }
  starts[n] = used;
  return n;
}

static char
find_shape (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isupper (c) ? 'X' : g_ascii_islower (c) ? 'x' : g_ascii_isdigit (c)
           ? '0' : (char) c;
  return g_unichar_isupper (c) ? 'X' : g_unichar_isalpha (c) ? 'x' : g_unichar_isdigit (c)
         ? '0' : (char) c;
}

/* "Xx", "XX", "x-x0": runs are shortened to two. */
static guint32
hash_shape (const char *word,
            gsize       length)
{
  char shape[24];
  gsize used = 0;

  for (const char *p = word; p < word + length && used < sizeof shape; p = g_utf8_next_char (p))
    {
      char s = find_shape ((guint8) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p));

      if (used < 2 || shape[used - 1] != s || shape[used - 2] != s)
        shape[used++] = s;
    }
  return hash_bytes (shape, used);
}

static gboolean
is_vowel (char c)
{
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* Cuts inflection off an English word: says → say, stopped → stop, urging → urg, denies → deni.
 * Only ever compared with itself, so that "urg" is no word does not matter: a final e goes
 * everywhere. */
static gsize
find_stem (char  *word,
           gsize  length)
{
  gsize end = length;

  if (end > 4 && memcmp (word + end - 3, "ies", 3) == 0)
    return word[end - 3] = 'y', end - 2;
  if (end > 4 && memcmp (word + end - 3, "ied", 3) == 0)
    return word[end - 3] = 'y', end - 2;
  if (end > 4 && memcmp (word + end - 3, "ing", 3) == 0)
    end -= 3;
  else if (end > 3 && memcmp (word + end - 2, "ed", 2) == 0)
    end -= 2;
  else if (end > 3 && word[end - 1] == 's' && word[end - 2] != 's' && word[end - 2] != 'u' &&
           word[end - 2] != 'i')
    end -= (end > 4 && memcmp (word + end - 3, "hes", 3) == 0) ? 2 : 1;
  if (end < length && end > 3 && word[end - 1] == word[end - 2] && !is_vowel (word[end - 1]) &&
      word[end - 1] != 'l' && word[end - 1] != 's')
    end -= 1;
  if (end > 3 && word[end - 1] == 'e')
    end -= 1;
  return end;
}

/**
 * quoth_lexeme_hash:
 * @word: a lower-case word
 *
 * Returns: what #QuothLexeme.lower holds for @word
 */
guint32
quoth_lexeme_hash (const char *word)
{
  return hash_bytes (word, strlen (word));
}

/**
 * quoth_lexeme_init:
 * @word: bytes of the text
 * @length: their number
 * @irregular: (nullable): irregular verb forms with their lemma
 *
 * Hashes what the learned stages see of a token.
 */
void
quoth_lexeme_init (QuothLexeme         *self,
                   const char          *word,
                   gsize                length,
                   QuothTokenKind       kind,
                   const QuothWordList *irregular)
{
  char lower[MAX_CHARACTERS * 6 + 6];
  guint16 starts[MAX_CHARACTERS + 1];
  const char *lemma = NULL;
  guint n;

  if (kind == QUOTH_TOKEN_OPENING_MARK || kind == QUOTH_TOKEN_CLOSING_MARK)
    {
      word = kind == QUOTH_TOKEN_OPENING_MARK ? "``" : "''";
      length = 2;
    }
  n = fold_word (word, length, lower, starts);
  self->form = hash_bytes (word, length);
  self->lower = hash_bytes (lower, starts[n]);
  self->shape = hash_shape (word, length);
  for (guint i = 0; i < G_N_ELEMENTS (self->suffixes); i++)
    {
      guint from = n > i + 1 ? n - i - 1 : 0;

      self->suffixes[i] = hash_bytes (lower + starts[from], starts[n] - starts[from]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->prefixes); i++)
    self->prefixes[i] = hash_bytes (lower, starts[MIN (n, i + 1)]);
  if (irregular != NULL && n > 1)
    lemma = quoth_word_list_lookup (irregular, lower, starts[n]);
  if (lemma != NULL)
    {
      g_strlcpy (lower, lemma, sizeof lower);
      self->stem = hash_bytes (lower, find_stem (lower, strlen (lower)));
    }
  else
    self->stem = hash_bytes (lower, find_stem (lower, starts[n]));
}

/**
 * quoth_lexemes_new:
 *
 * Returns: (transfer full): one lexeme a token, to be freed with g_free ()
 */
QuothLexeme *
quoth_lexemes_new (const QuothText *text)
{
  const QuothWordList *irregular = quoth_model_find_list (text->model, "irregular-verbs");
  QuothLexeme *lexemes = g_new (QuothLexeme, text->n_tokens + 1);
  QuothSeenWords *seen = g_new0 (QuothSeenWords, 1);

  for (guint i = 0; i < text->n_tokens; i++)
    {
      guint before = quoth_seen_words_find (seen, text, i);

      if (before != i)
        lexemes[i] = lexemes[before];
      else
        quoth_lexeme_init (&lexemes[i], text->text + text->tokens[i].span.start,
                           quoth_span_length (text->tokens[i].span), text->tokens[i].kind,
                           irregular);
    }
  g_free (seen);
  return lexemes;
}
