#include "config.h"

#include "quoth-text-fragment.h"

#include <string.h>

#include "quoth-citation-facts.h"

/* Words up to this many are named whole, longer ones by their first and last few. */
#define WHOLE_MAX 12
#define ENDS 5
/* Words of what stands beside them, where the same words stand elsewhere too. */
#define CONTEXT_MAX 8

typedef struct
{
  const char *start;
  const char *end;
} Word;

static gboolean
is_word_part (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The words in [start, end) with the marks that stand on them but those at its two ends: a
 * browser finds whole words only, and paragraphs' outer marks differ between a page and its
 * text. */
static GArray *
split_words (const char *start,
             const char *end)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *p = start; p < end;)
    {
      Word word;

      while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word.start = p;
      while (p < end && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word.end = p;
      if (word.end > word.start)
        g_array_append_val (words, word);
    }

  return words;
}

static gboolean
trim_word (Word     *word,
           gboolean  at_start)
{
  while (at_start && word->start < word->end && !is_word_part (g_utf8_get_char (word->start)) &&
         g_unichar_ispunct (g_utf8_get_char (word->start)))
    word->start = g_utf8_next_char (word->start);
  while (!at_start && word->end > word->start)
    {
      const char *last = g_utf8_prev_char (word->end);

      if (!g_unichar_ispunct (g_utf8_get_char (last)))
        break;
      word->end = last;
    }

  return word->start < word->end;
}

/* Takes marks off both ends of @words, and words that are nothing else. */
static void
trim_words (GArray *words)
{
  while (words->len > 0 && !trim_word (&g_array_index (words, Word, 0), TRUE))
    g_array_remove_index (words, 0);
  while (words->len > 0 && !trim_word (&g_array_index (words, Word, words->len - 1), FALSE))
    g_array_set_size (words, words->len - 1);
}

/* Words @from to @to with single spaces between. */
static char *
join_words (GArray *words,
            guint   from,
            guint   to)
{
  GString *text = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      Word word = g_array_index (words, Word, i);

      g_string_append (text, i > from ? " " : "");
      g_string_append_len (text, word.start, word.end - word.start);
    }

  return g_string_free (text, FALSE);
}

/* How many of the words from the first on stand in its paragraph, at most @max. */
static guint
count_first_line (GArray *words,
                  guint   max)
{
  guint n = 1;

  while (n < words->len && n < max)
    {
      const char *before = g_array_index (words, Word, n - 1).end;

      if (memchr (before, '\n', g_array_index (words, Word, n).start - before) != NULL)
        break;
      n++;
    }

  return n;
}

static guint
count_last_line (GArray *words,
                 guint   max)
{
  guint n = 1;

  while (n < words->len && n < max)
    {
      const char *before = g_array_index (words, Word, words->len - n - 1).end;

      if (memchr (before, '\n', g_array_index (words, Word, words->len - n).start - before) != NULL)
        break;
      n++;
    }

  return n;
}

/* The first or the last few words, without marks at their ends: a term lies in one paragraph. */
static char *
dup_end_term (GArray   *words,
              gboolean  first)
{
  guint n = first ? count_first_line (words, ENDS) : count_last_line (words, ENDS);
  g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_append_vals (part, &g_array_index (words, Word, first ? 0 : words->len - n), n);
  trim_words (part);
  return join_words (part, 0, part->len);
}

/* How often @text stands among all words of the article, upper and lower case being one. */
static guint
count (const char *folded_article,
       const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint n = 0;

  for (const char *p = strstr (folded_article, folded); p != NULL && n < 2;
       p = strstr (p + 1, folded))
    {
      const char *before = p > folded_article ? g_utf8_prev_char (p) : NULL;
      const char *behind = p + strlen (folded);

      n += (before == NULL || !is_word_part (g_utf8_get_char (before))) &&
           (*behind == '\0' || !is_word_part (g_utf8_get_char (behind)));
    }

  return n;
}

static char *
dup_folded (const char *text)
{
  g_autoptr (GArray) words = split_words (text, text + strlen (text));
  g_autofree char *line = join_words (words, 0, words->len);

  return g_utf8_casefold (line, -1);
}

/* Percent-encoded, also what parts the directive's terms. */
static void
append_term (GString    *link,
             const char *text)
{
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);
  g_autoptr (GString) term = g_string_new (escaped);

  g_string_replace (term, "-", "%2D", 0);
  g_string_append (link, term->str);
}

static gboolean
is_space_at (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* The fewest words before @start that make @text unique; %NULL when none do. A browser skips
 * space between the two and nothing else, so marks there belong to the prefix. */
static char *
find_prefix (const char *article_text,
             const char *folded,
             const char *start,
             const char *text)
{
  g_autoptr (GArray) words = split_words (article_text, start);
  const char *space = start > article_text && is_space_at (g_utf8_prev_char (start)) ? " " : "";

  for (guint n = 1; n <= CONTEXT_MAX && n <= words->len; n++)
    {
      g_autofree char *prefix = NULL;
      g_autofree char *both = NULL;
      Word *first = &g_array_index (words, Word, words->len - n);
      Word whole = *first;

      if (trim_word (first, TRUE))
        prefix = join_words (words, words->len - n, words->len);
      *first = whole;
      if (prefix == NULL)
        continue;
      both = g_strdup_printf ("%s%s%s", prefix, space, text);
      if (count (folded, both) == 1)
        return g_steal_pointer (&prefix);
    }

  return NULL;
}

static char *
find_suffix (const char *folded,
             const char *end,
             const char *text)
{
  g_autoptr (GArray) words = split_words (end, end + strlen (end));

  for (guint n = 1; n <= CONTEXT_MAX && n <= words->len; n++)
    {
      g_autofree char *suffix = NULL;
      g_autofree char *both = NULL;
      Word *last = &g_array_index (words, Word, n - 1);
      Word whole = *last;

      if (trim_word (last, FALSE))
        suffix = join_words (words, 0, n);
      *last = whole;
      if (suffix == NULL)
        continue;
      both = g_strdup_printf ("%s%s%s", text, is_space_at (end) ? " " : "", suffix);
      if (count (folded, both) == 1)
        return g_steal_pointer (&suffix);
    }

  return NULL;
}

/* One directive for [start, end) of the article's text. */
static void
append_directive (GString    *link,
                  const char *article_text,
                  const char *folded,
                  const char *start,
                  const char *end)
{
  g_autoptr (GArray) words = split_words (start, end);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *suffix = NULL;
  gboolean whole;

  trim_words (words);
  if (words->len == 0)
    return;
  start = g_array_index (words, Word, 0).start;
  end = g_array_index (words, Word, words->len - 1).end;

  /* Words over more than one paragraph can't be found as a whole. */
  whole = words->len <= WHOLE_MAX && memchr (start, '\n', end - start) == NULL;
  first = whole ? join_words (words, 0, words->len) : dup_end_term (words, TRUE);
  last = whole ? NULL : dup_end_term (words, FALSE);
  if (count (folded, first) > 1)
    prefix = find_prefix (article_text, folded, start, first);
  if (count (folded, first) > 1 && prefix == NULL && whole)
    suffix = find_suffix (folded, end, first);

  g_string_append (link, g_str_has_suffix (link->str, ":~:") ? "text=" : "&text=");
  if (prefix != NULL)
    {
      append_term (link, prefix);
      g_string_append (link, "-,");
    }
  append_term (link, first);
  if (last != NULL)
    {
      g_string_append_c (link, ',');
      append_term (link, last);
    }
  if (suffix != NULL)
    {
      g_string_append (link, ",-");
      append_term (link, suffix);
    }
}

char *
quoth_text_fragment_dup_link (QuothArticle *article,
                              QuothQuote   *quote)
{
  g_autofree char *url = NULL;
  g_autofree char *folded = NULL;
  g_autoptr (GString) link = NULL;
  GArray *contents = NULL;
  const char *text = NULL;
  gsize bare;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  url = quoth_article_dup_web_address (article);
  if (url == NULL || quote == NULL)
    return g_steal_pointer (&url);

  text = quoth_article_get_text (article);
  folded = dup_folded (text);
  contents = quoth_quote_get_contents (quote);
  link = g_string_new (url);
  if (strstr (link->str, ":~:") != NULL)
    g_string_truncate (link, strstr (link->str, ":~:") - link->str);
  if (strchr (link->str, '#') == NULL)
    g_string_append_c (link, '#');
  g_string_append (link, ":~:");
  bare = link->len;
  for (guint i = 0; i < contents->len; i++)
    {
      QuothSpan span = g_array_index (contents, QuothSpan, i);

      span.end = MIN (span.end, quoth_article_get_length (article));
      if (!quoth_span_is_empty (span))
        append_directive (link, text, folded, text + span.start, text + span.end);
    }

  return link->len > bare ? g_strdup (link->str) : g_steal_pointer (&url);
}
