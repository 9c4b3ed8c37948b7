#include "quoth-block-split.h"

#include "quoth-character.h"

/* Finds the blocks of a plain text: its lines, or, where lines are wrapped at some width and blank
 * lines stand between paragraphs, the runs of lines between blank ones. */

#define WRAP_MAX 132      /* characters; longer lines are paragraphs, not wrapped text */
#define WRAP_MIN 40
#define WRAP_EVIDENCE 3   /* lines that end where the next word did not fit */

typedef struct
{
  guint32   start;
  QuothSpan span; /* without white space at either end; empty for a blank line */
} Line;

static QuothSpan
trim (const char *text,
      guint32     start,
      guint32     end)
{
  while (start < end)
    {
      guint length;
      gunichar c = quoth_character_at (text, start, end, &length);

      if (quoth_character_classify (c) != QUOTH_CHARACTER_SPACE)
        break;
      start += length;
    }
  while (end > start)
    {
      gunichar c = quoth_character_before (text, start, end);

      if (quoth_character_classify (c) != QUOTH_CHARACTER_SPACE)
        break;
      end -= g_unichar_to_utf8 (c, NULL);
    }

  return (QuothSpan) { start, end };
}

static void
add_line (GArray     *lines,
          const char *text,
          guint32     start,
          guint32     end)
{
  Line line = { start, trim (text, start, end) };

  g_array_append_val (lines, line);
}

/* Lines end at LF, CR LF, CR, or Unicode's line and paragraph separators. */
static guint
measure_line_break (const char *text,
                    guint32     position,
                    guint32     end)
{
  guchar c = text[position];

  if (c == '\r')
    return position + 1 < end && text[position + 1] == '\n' ? 2 : 1;
  if (c == '\n' || c == '\v' || c == '\f')
    return 1;
  if (c == 0xE2 && position + 2 < end && (guchar) text[position + 1] == 0x80 &&
      ((guchar) text[position + 2] == 0xA8 || (guchar) text[position + 2] == 0xA9))
    return 3;

  return 0;
}

static GArray *
find_lines (const char *text,
            gsize       length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint32 start = 0;

  for (guint32 position = 0; position < length;)
    {
      guint line_break = measure_line_break (text, position, length);

      if (line_break == 0)
        {
          position++;
          continue;
        }
      add_line (lines, text, start, position);
      position += line_break;
      start = position;
    }
  add_line (lines, text, start, length);

  return lines;
}

/* Characters, with an indent and without white space at the end */
static guint
measure_width (const char *text,
               const Line *line)
{
  return g_utf8_strlen (text + line->start, line->span.end - line->start);
}

static guint
measure_first_word (const char *text,
                    const Line *line)
{
  guint32 end = line->span.start;

  while (end < line->span.end && text[end] != ' ' && text[end] != '\t')
    end++;

  return g_utf8_strlen (text + line->span.start, end - line->span.start);
}

static guint
find_width (const char   *text,
            const GArray *lines)
{
  guint width = 0;

  for (guint i = 0; i < lines->len && width <= WRAP_MAX; i++)
    width = MAX (width, measure_width (text, &g_array_index (lines, Line, i)));

  return width;
}

/* Whether lines are cut at some width: nearly each that another follows at once ends where the
 * next one's first word would not have fitted. */
static gboolean
is_wrapped (const char   *text,
            const GArray *lines)
{
  guint width = find_width (text, lines);
  guint n_cut = 0;
  guint n_short = 0;

  if (width > WRAP_MAX || width < WRAP_MIN)
    return FALSE;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = line + 1;

      if (quoth_span_is_empty (line->span) || quoth_span_is_empty (next->span))
        continue;
      if (measure_width (text, line) + 1 + measure_first_word (text, next) > width)
        n_cut++;
      else
        n_short++;
    }

  return n_cut >= WRAP_EVIDENCE && n_short * 4 <= n_cut;
}

/**
 * quoth_block_spans_find:
 *
 * Returns: (transfer full) (element-type QuothSpan): the blocks in order, without the white space
 *   around them; none is empty
 */
GArray *
quoth_block_spans_find (const char *text,
                        gsize       length)
{
  g_autoptr (GArray) lines = find_lines (text, length);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  gboolean wrapped = is_wrapped (text, lines);
  gboolean open = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (quoth_span_is_empty (line->span))
        open = FALSE;
      else if (wrapped && open && line->span.start == line->start)
        g_array_index (spans, QuothSpan, spans->len - 1).end = line->span.end;
      else
        {
          g_array_append_val (spans, line->span);
          open = TRUE;
        }
    }

  return spans;
}
