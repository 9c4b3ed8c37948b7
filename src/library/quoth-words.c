/* What the list shows and the search looks through: the words of a quotation on one line. */
#include "quoth-words.h"

typedef struct
{
  const char *open;
  const char *close;
} MarkPair;

static const MarkPair single_marks = { "‘", "’" };
static const MarkPair double_marks = { "“", "”" };

static const char * const opening_singles[] = { "‘", "'", "‚", "‹", "`" };
static const char * const marks[] = {
  "‘", "’", "‚", "‛", "‹", "›", "“", "”", "„", "‟", "«", "»", "''", "``", "\"", "'", "`",
};

/* Bytes of the mark that @text begins with, or 0 */
static gsize
match_opening (const char *text,
               gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if (n <= length && memcmp (text, marks[i], n) == 0)
        return n;
    }

  return 0;
}

static gsize
match_closing (const char *text,
               gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize n = strlen (marks[i]);

      if (n <= length && memcmp (text + length - n, marks[i], n) == 0)
        return n;
    }

  return 0;
}

static void
append_on_one_line (GString    *words,
                    const char *text,
                    gsize       length)
{
  gboolean space = words->len > 0 && words->str[words->len - 1] == ' ';
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (g_unichar_isspace (character))
        {
          if (!space && words->len > 0)
            g_string_append_c (words, ' ');
          space = TRUE;
          continue;
        }

      g_string_append_unichar (words, character);
      space = FALSE;
    }

  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
}

/* Whether anything was said between two pieces that is neither cue nor source */
static gboolean
has_other_words (QuothArticle *article,
                 QuothQuote   *quote,
                 guint32       start,
                 guint32       end)
{
  const char *text = quoth_article_get_text (article);
  GArray *sources = quoth_quote_get_sources (quote);
  QuothSpan cue = quoth_quote_get_cue (quote);

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      guint32 offset = (guint32) (p - text);
      gboolean known = offset >= cue.start && offset < cue.end;

      for (guint i = 0; i < sources->len && !known; i++)
        {
          QuothSpan source = g_array_index (sources, QuothSpan, i);

          known = offset >= source.start && offset < source.end;
        }
      if (!known && g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

static const MarkPair *
choose_marks (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (opening_singles); i++)
    {
      if (g_str_has_prefix (text, opening_singles[i]) && !g_str_has_prefix (text, "''") &&
          !g_str_has_prefix (text, "``"))
        return &single_marks;
    }

  return &double_marks;
}

/* A piece of direct speech without its outer marks */
static QuothSpan
strip_marks (const char *text,
             QuothSpan   span)
{
  span.start += match_opening (text + span.start, quoth_span_length (span));
  span.end -= match_closing (text + span.start, quoth_span_length (span));

  return span;
}

/**
 * quoth_words_dup:
 *
 * The words of a quotation as they are copied, but on one line: pieces parted only by cue and source
 * joined by a space, by " […] " when other words stood between; direct speech in one matched pair of
 * marks; a reported statement as it stands.
 *
 * Returns: (transfer full)
 */
char *
quoth_words_dup (QuothArticle *article,
                 QuothQuote   *quote)
{
  gboolean direct = quoth_quote_get_kind (quote) == QUOTH_QUOTE_DIRECT;
  const char *text = quoth_article_get_text (article);
  gsize length = quoth_article_get_length (article);
  GArray *contents = quoth_quote_get_contents (quote);
  GString *words = g_string_new (NULL);
  const MarkPair *pair = &double_marks;
  guint32 last_end = 0;

  for (guint i = 0; i < contents->len; i++)
    {
      QuothSpan span = g_array_index (contents, QuothSpan, i);
      QuothSpan inner;

      if (span.end > length || quoth_span_is_empty (span))
        continue;

      if (words->len == 0)
        pair = choose_marks (text + span.start);
      else
        g_string_append (words, last_end <= span.start &&
                                has_other_words (article, quote, last_end, span.start) ? " […] " : " ");
      inner = direct ? strip_marks (text, span) : span;
      append_on_one_line (words, text + inner.start, quoth_span_length (inner));
      last_end = span.end;
    }

  if (direct && words->len > 0)
    {
      g_string_prepend (words, pair->open);
      g_string_append (words, pair->close);
    }

  return g_string_free (words, FALSE);
}

/**
 * quoth_words_dup_sources:
 *
 * Returns: (transfer full): who said it as printed there, on one line; "" without a source
 */
char *
quoth_words_dup_sources (QuothArticle *article,
                         QuothQuote   *quote)
{
  const char *text = quoth_article_get_text (article);
  gsize length = quoth_article_get_length (article);
  GArray *sources = quoth_quote_get_sources (quote);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      QuothSpan span = g_array_index (sources, QuothSpan, i);

      if (span.end > length || quoth_span_is_empty (span))
        continue;

      if (words->len > 0)
        g_string_append_c (words, ' ');
      append_on_one_line (words, text + span.start, quoth_span_length (span));
    }

  return g_string_free (words, FALSE);
}

/**
 * quoth_words_shorten:
 * @n_characters: how many may stay
 *
 * Returns: (transfer full): @words, or their beginning up to a word's end with an ellipsis
 */
char *
quoth_words_shorten (const char *words,
                     guint       n_characters)
{
  const char *end = words;
  const char *cut = NULL;

  for (guint i = 0; i < n_characters && *end != '\0'; i++)
    {
      if (*end == ' ')
        cut = end;
      end = g_utf8_next_char (end);
    }
  if (*end == '\0')
    return g_strdup (words);

  if (*end == ' ' || cut == NULL)
    cut = end;

  return g_strdup_printf ("%.*s…", (int) (cut - words), words);
}
