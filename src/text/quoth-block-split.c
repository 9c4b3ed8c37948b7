#include "quoth-block-split.h"

#include "quoth-character.h"

/* Finds the blocks of a plain text: its lines, or, where lines are wrapped at some width and blank
 * lines stand between paragraphs, the runs of lines between blank ones. */

#define WRAP_MAX 132      /* characters; longer lines are paragraphs, not wrapped text */
#define WRAP_MIN 40
#define WRAP_EVIDENCE 3   /* lines that end where the next word did not fit */

typedef struct
{
  QuothSpan span;          /* without white space at either end; empty for a blank line */
  guint     width;         /* characters, white space at the end not counted */
  guint     first_word;    /* characters of the first word */
  gboolean  indented;
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

static guint
measure_first_word (const char *text,
                    QuothSpan   span)
{
  guint32 end = span.start;

  while (end < span.end && text[end] != ' ' && text[end] != '\t')
    end++;

  return g_utf8_strlen (text + span.start, end - span.start);
}

static void
add_line (GArray     *lines,
          const char *text,
          guint32     start,
          guint32     end)
{
  Line line = { .span = trim (text, start, end) };

  line.width = g_utf8_strlen (text + start, line.span.end - start);
  line.indented = line.span.start > start;
  line.first_word = measure_first_word (text, line.span);
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

static guint
find_width (const GArray *lines)
{
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, g_array_index (lines, Line, i).width);

  return width;
}

/* Whether lines are cut at some width: nearly each that another follows at once ends where the
 * next one's first word would not have fitted. */
static gboolean
is_wrapped (const GArray *lines)
{
  guint width = find_width (lines);
  guint n_cut = 0;
  guint n_short = 0;

  if (width > WRAP_MAX || width < WRAP_MIN)
    return FALSE;
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const Line *next = &g_array_index (lines, Line, i + 1);

      if (quoth_span_is_empty (line->span) || quoth_span_is_empty (next->span))
        continue;
      if (line->width + 1 + next->first_word > width)
        n_cut++;
      else
        n_short++;
    }

  return n_cut >= WRAP_EVIDENCE && n_short * 4 <= n_cut;
}

static void
add_block (GArray *spans,
           Line    line)
{
  g_array_append_val (spans, line.span);
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
  gboolean wrapped = is_wrapped (lines);
  gboolean open = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (quoth_span_is_empty (line->span))
        open = FALSE;
      else if (wrapped && open && !line->indented)
        g_array_index (spans, QuothSpan, spans->len - 1).end = line->span.end;
      else
        {
          add_block (spans, *line);
          open = TRUE;
        }
    }

  return spans;
}
