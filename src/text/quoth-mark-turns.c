#include "quoth-mark.h"

#include "quoth-character.h"

#define MAX_LABEL 40
#define MIN_LABEL 2

/* A transcript printed within quotation marks: “POOLE: Why now? ¶ “MARSH: We have waited long
 * enough. Each turn opens the marks anew, as a speech over several paragraphs does; the label says
 * that it is somebody else's. Only names in capitals are labels: “The Latest: …” and “Note: …” are
 * words of the quotation. */

/* Bytes of the label at @start with its colon and the space after it, 0 if there is none. */
static guint32
measure_label (const char *text,
               guint32     start,
               guint32     end)
{
  guint32 position = start;
  guint n_letters = 0;
  guint length;

  while (position < end && position - start < MAX_LABEL)
    {
      gunichar c = quoth_character_at (text, position, end, &length);

      position += length;
      if (c == ':')
        break;
      if (g_unichar_isalpha (c) ? g_unichar_islower (c)
                                : c != ' ' && c != '.' && c != '-' && c != '\'' && c != 0x2019)
        return 0;
      n_letters += g_unichar_isalpha (c) != 0;
    }
  if (n_letters < MIN_LABEL || text[position - 1] != ':' || position >= end ||
      !g_unichar_isspace (quoth_character_at (text, position, end, &length)))
    return 0;
  while (position < end && g_unichar_isspace (quoth_character_at (text, position, end, &length)))
    position += length;

  return position < end ? position - start : 0;
}

/**
 * quoth_marks_part_turns:
 * @blocks: the blocks of @text
 * @quoted: (element-type QuothQuoted): its quoted spans, changed
 *
 * Takes the labels of a transcript out of the quotation marks that each of its turns begins with,
 * so that a turn is quoted by itself and goes on only in paragraphs without a label.
 */
void
quoth_marks_part_turns (const char       *text,
                        const QuothBlock *blocks,
                        GArray           *quoted)
{
  QuothQuoted *before = NULL;

  for (guint i = 0; i < quoted->len; i++)
    {
      QuothQuoted *next = &g_array_index (quoted, QuothQuoted, i);
      guint32 end = quoth_span_is_empty (next->close) ? next->span.end : next->close.start;
      guint32 label;

      if (next->level > 0)
        continue;
      label = quoth_span_is_empty (next->open) || next->open.start != blocks[next->block].span.start
              ? 0 : measure_label (text, next->open.end, end);
      if (label > 0)
        {
          next->span.start = next->open.end + label;
          next->open = (QuothSpan) { next->span.start, next->span.start };
          next->flags &= (guint16) ~QUOTH_QUOTED_CONTINUED;
          if (before != NULL)
            before->flags &= (guint16) ~QUOTH_QUOTED_CONTINUES;
        }
      before = next;
    }
}
