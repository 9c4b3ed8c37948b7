#include "config.h"

#include "quoth-quote-words.h"

#include <string.h>

/* The outer pair of British Harvard, around speech however it was marked in print. */
#define OUTER_OPEN "‘"
#define OUTER_CLOSE "’"

typedef enum
{
  MARK_NONE,
  MARK_SINGLE,
  MARK_DOUBLE,
} MarkWidth;

/* Longest first: two straight ones stand for a double mark. */
static const struct
{
  const char *mark;
  MarkWidth   width;
  gboolean    opens;
  gboolean    closes;
} marks[] = {
  { "''", MARK_DOUBLE, TRUE, TRUE },
  { "``", MARK_DOUBLE, TRUE, FALSE },
  { "“", MARK_DOUBLE, TRUE, TRUE },
  { "”", MARK_DOUBLE, TRUE, TRUE },
  { "„", MARK_DOUBLE, TRUE, FALSE },
  { "‟", MARK_DOUBLE, TRUE, FALSE },
  { "«", MARK_DOUBLE, TRUE, TRUE },
  { "»", MARK_DOUBLE, TRUE, TRUE },
  { "\"", MARK_DOUBLE, TRUE, TRUE },
  { "‘", MARK_SINGLE, TRUE, FALSE },
  { "’", MARK_SINGLE, TRUE, TRUE },
  { "‚", MARK_SINGLE, TRUE, FALSE },
  { "‛", MARK_SINGLE, TRUE, FALSE },
  { "‹", MARK_SINGLE, TRUE, TRUE },
  { "›", MARK_SINGLE, TRUE, TRUE },
  { "'", MARK_SINGLE, TRUE, TRUE },
  { "`", MARK_SINGLE, TRUE, FALSE },
};

/* A stretch of the content without a line break, and what stood before it. */
typedef struct
{
  QuothSpan span;
  gboolean  opens_paragraph;
  gboolean  cut;             /* other words than cue and source were left out */
} Piece;

static gboolean
spans_hold (GArray  *spans,
            guint32  offset)
{
  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = g_array_index (spans, QuothSpan, i);

      if (span.start <= offset && offset < span.end)
        return TRUE;
    }

  return FALSE;
}

/* Captions and furniture that the page's maker put between two paragraphs of speech cut nothing. */
static gboolean
lies_beside_text (QuothArticle *article,
                  guint32       offset)
{
  const QuothBlock *block = quoth_article_find_block (article, offset);

  return block != NULL &&
         (block->kind == QUOTH_BLOCK_CAPTION || block->kind == QUOTH_BLOCK_FURNITURE);
}

/* Whether words that are neither cue nor source stand in [start, end). */
static gboolean
find_other_words (QuothArticle *article,
                  QuothQuote   *quote,
                  guint32       start,
                  guint32       end)
{
  const char *text = quoth_article_get_text (article);
  QuothSpan cue = quoth_quote_get_cue (quote);

  for (const char *p = text + start; p < text + end; p = g_utf8_next_char (p))
    {
      guint32 offset = p - text;

      if (g_unichar_isalnum (g_utf8_get_char (p)) &&
          !(cue.start <= offset && offset < cue.end) &&
          !spans_hold (quoth_quote_get_sources (quote), offset) &&
          !lies_beside_text (article, offset))
        return TRUE;
    }

  return FALSE;
}

/* Adds the lines of @span, empty ones left out. */
static void
add_lines (GArray     *pieces,
           const char *text,
           QuothSpan   span,
           gboolean    opens_paragraph,
           gboolean    cut)
{
  guint32 start = span.start;

  while (start < span.end)
    {
      const char *line_break = memchr (text + start, '\n', span.end - start);
      guint32 stop = line_break != NULL ? (guint32) (line_break - text) : span.end;
      guint32 end = stop;

      while (line_break != NULL && end > start && g_ascii_isspace (text[end - 1]))
        end--;
      if (end > start)
        {
          Piece piece = { { start, end }, opens_paragraph, cut };

          g_array_append_val (pieces, piece);
          cut = FALSE;
        }
      opens_paragraph = TRUE;
      start = stop + 1;
    }
}

static GArray *
collect_pieces (QuothArticle *article,
                QuothQuote   *quote)
{
  const char *text = quoth_article_get_text (article);
  guint32 length = quoth_article_get_length (article);
  GArray *contents = quoth_quote_get_contents (quote);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < contents->len; i++)
    {
      QuothSpan span = g_array_index (contents, QuothSpan, i);
      gboolean opens_paragraph = FALSE;
      gboolean cut = FALSE;

      span.end = MIN (span.end, length);
      if (quoth_span_is_empty (span))
        continue;
      if (last < span.start)
        {
          opens_paragraph = memchr (text + last, '\n', span.start - last) != NULL;
          cut = find_other_words (article, quote, last, span.start);
        }
      add_lines (pieces, text, span, opens_paragraph, cut);
      last = span.end;
    }

  return pieces;
}

/* Length of the mark that opens @words, or 0. */
static gsize
find_opening_mark (const char *words,
                   gsize       length,
                   MarkWidth  *width)
{
  *width = MARK_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize mark_length = strlen (marks[i].mark);

      if (marks[i].opens && mark_length <= length &&
          memcmp (words, marks[i].mark, mark_length) == 0)
        {
          *width = marks[i].width;
          return mark_length;
        }
    }

  return 0;
}

/* Whether curly marks of @width that open in @words are left open there. */
static gboolean
leaves_open (const char *words,
             gsize       length,
             MarkWidth   width)
{
  const char *opening = width == MARK_SINGLE ? "‘" : "“";
  const char *closing = width == MARK_SINGLE ? "’" : "”";
  gboolean open = FALSE;

  for (const char *p = words; p < words + length; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, opening))
        open = TRUE;
      else if (g_str_has_prefix (p, closing))
        open = FALSE;
    }

  return open;
}

/* Length of the mark at the end of @words, behind the opening one, that closes a mark of @width; 0
 * when there is none. Print often closes with another mark than it opened with; then a mark of the
 * other width counts too, unless it closes a quotation inside. */
static gsize
find_closing_mark (const char *words,
                   gsize       length,
                   MarkWidth   width)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize mark_length = strlen (marks[i].mark);

      if (!marks[i].closes || mark_length > length ||
          memcmp (words + length - mark_length, marks[i].mark, mark_length) != 0)
        continue;
      if (g_str_equal (marks[i].mark, "''") && width == MARK_SINGLE)
        continue;
      if (width != MARK_NONE && width != marks[i].width &&
          leaves_open (words, length - mark_length, marks[i].width))
        return 0;
      return mark_length;
    }

  return 0;
}

/* Whether a double mark closes in @words before one has opened there: then the marks around @words
 * aren't one pair but the ends of two, as in “fast” and “cheap”, or one that ends in the middle. */
static gboolean
closes_early (const char *words,
              gsize       length)
{
  gboolean after_space = TRUE;
  int depth = 0;

  for (const char *p = words; p < words + length; p = g_utf8_next_char (p))
    {
      gboolean straight = *p == '"';

      if (g_str_has_prefix (p, "“") || (straight && after_space))
        depth++;
      else if (g_str_has_prefix (p, "”") || straight)
        depth--;
      if (depth < 0)
        return TRUE;
      after_space = strchr (" ([-", *p) != NULL || g_str_has_prefix (p, "—") ||
                    g_str_has_prefix (p, "–") || g_str_has_prefix (p, "‘");
    }

  return FALSE;
}

/* Takes the outer marks off @span; %FALSE when those at its ends aren't a pair. */
static gboolean
strip_marks (const char *text,
             QuothSpan  *span)
{
  const char *words = text + span->start;
  gsize length = quoth_span_length (*span);
  MarkWidth width = MARK_NONE;
  gsize open = find_opening_mark (words, length, &width);
  gsize close = find_closing_mark (words + open, length - open, width);

  /* Without a closing mark, ’ at the start is an apostrophe: ’Twas. */
  if (close == 0 && g_str_has_prefix (words, "’"))
    open = 0;
  if (open > 0 && width == MARK_DOUBLE &&
      closes_early (words + open, length - open - close))
    return FALSE;

  span->start += open;
  span->end -= close;
  return TRUE;
}

/* Speech gets the outer marks, unless it is made of several pairs that only look like one. */
static gboolean
strip_pieces (const char *text,
              GArray     *pieces)
{
  g_autoptr (GArray) stripped = g_array_copy (pieces);

  for (guint i = 0; i < stripped->len; i++)
    if (!strip_marks (text, &g_array_index (stripped, Piece, i).span))
      return FALSE;

  for (guint i = 0; i < stripped->len; i++)
    g_array_index (pieces, Piece, i) = g_array_index (stripped, Piece, i);
  return TRUE;
}

/**
 * quoth_quote_words_dup_marked:
 * @article: the article
 * @quote: one of its quotations
 * @open: the outer mark that opens speech
 * @close: the one that closes it
 *
 * Inside its outer marks nothing of the text changes. Speech gets one pair of outer marks, opened
 * again in each paragraph and closed once; a statement that the article reports in its own words,
 * or partly so, gets no marks beyond those printed in it.
 *
 * Returns: (transfer full) (element-type utf8): the quotation's words, a string a paragraph
 */
GPtrArray *
quoth_quote_words_dup_marked (QuothArticle *article,
                              QuothQuote   *quote,
                              const char   *open,
                              const char   *close)
{
  const char *text = quoth_article_get_text (article);
  g_autoptr (GArray) pieces = collect_pieces (article, quote);
  g_autoptr (GString) paragraph = g_string_new (NULL);
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  gboolean marked = quoth_quote_get_kind (quote) == QUOTH_QUOTE_DIRECT &&
                    strip_pieces (text, pieces);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (i > 0 && piece->cut)
        g_string_append (paragraph, " […]");
      if (i > 0 && piece->opens_paragraph)
        {
          g_ptr_array_add (paragraphs, g_strdup (paragraph->str));
          g_string_truncate (paragraph, 0);
        }
      else if (i > 0)
        g_string_append_c (paragraph, ' ');
      if (marked && (i == 0 || piece->opens_paragraph))
        g_string_append (paragraph, open);
      g_string_append_len (paragraph, text + piece->span.start, quoth_span_length (piece->span));
    }
  if (marked && pieces->len > 0)
    g_string_append (paragraph, close);
  if (pieces->len > 0)
    g_ptr_array_add (paragraphs, g_strdup (paragraph->str));

  return paragraphs;
}

/* With the marks of British print. */
GPtrArray *
quoth_quote_words_dup_paragraphs (QuothArticle *article,
                                  QuothQuote   *quote)
{
  return quoth_quote_words_dup_marked (article, quote, OUTER_OPEN, OUTER_CLOSE);
}
