#include "quoth-mark.h"

#include "quoth-character.h"
#include "quoth-mark-weights.h"

#define MAX_OPEN 8

/* Turns the decided marks of each paragraph into quoted spans, repairs what lacks a mark, and joins
 * speech that runs over several paragraphs. */

typedef struct
{
  const char             *text;
  const QuothMarkWeights *weights;
  GArray                 *quoted;
  QuothSpan               block;
  guint32                 block_index;
  guint                   open[MAX_OPEN];  /* indices into quoted */
  guint                   depth;
  guint32                 free_from;       /* end of the last outer span of this block */
  gboolean                last_closes_sentence; /* that span has a full stop before its mark */
} Builder;

static QuothQuoted *
get_quoted (Builder *self,
            guint    index)
{
  return &g_array_index (self->quoted, QuothQuoted, index);
}

/* Up to @end, without the white space before it */
static guint32
trim_end (Builder *self,
          guint32  start,
          guint32  end)
{
  while (end > start)
    {
      gunichar c = quoth_character_before (self->text, start, end);

      if (quoth_character_classify (c) != QUOTH_CHARACTER_SPACE)
        break;
      end -= g_unichar_to_utf8 (c, NULL);
    }

  return end;
}

static void
open_pair (Builder         *self,
           const QuothMark *mark)
{
  QuothQuoted quoted = {
    .span = { mark->start, mark->start + mark->length },
    .open = { mark->start, mark->start + mark->length },
    .block = self->block_index,
    .level = self->depth,
  };

  self->open[self->depth++] = self->quoted->len;
  g_array_append_val (self->quoted, quoted);
}

static void
finish_outer (Builder *self,
              guint32  content_end,
              guint32  end)
{
  gunichar last = quoth_character_before (self->text, self->block.start, content_end);

  self->free_from = end;
  self->last_closes_sentence = last == '.' || last == '!' || last == '?' || last == 0x2026;
}

static void
close_pair (Builder         *self,
            const QuothMark *mark)
{
  QuothQuoted *quoted = get_quoted (self, self->open[--self->depth]);

  quoted->close = (QuothSpan) { mark->start, mark->start + mark->length };
  quoted->span.end = quoted->close.end;
  if (self->depth == 0)
    finish_outer (self, mark->start, quoted->span.end);
}

static gboolean
is_space (gunichar c)
{
  return quoth_character_classify (c) == QUOTH_CHARACTER_SPACE;
}

/* Whether a sentence may end at the stop @c, with the white space after it: not after "Mr." or
 * "J." */
static gboolean
ends_sentence (Builder  *self,
               gunichar  c,
               guint32   stop)
{
  guint32 word = stop;
  guint length;

  if (c == '!' || c == '?' || c == ':' || c == 0x2026)
    return TRUE;
  if (c != '.')
    return FALSE;
  while (word > self->block.start && g_ascii_isalpha (self->text[word - 1]) && stop - word < 4)
    word--;

  return stop - word > 3 ||
         !g_unichar_isupper (quoth_character_at (self->text, word, self->block.end, &length));
}

static guint32
skip_space (Builder *self,
            guint32  start,
            guint32  end)
{
  while (start < end)
    {
      guint length;

      if (!is_space (quoth_character_at (self->text, start, end, &length)))
        break;
      start += length;
    }

  return start;
}

/* Where speech begins whose opening mark is missing: where its sentence does, after the last pair.
 * Returns @end where nothing lies between that pair's sentence and the mark: the mark is astray
 * ("“Yes,” he said.”"). */
static guint32
find_sentence_start (Builder *self,
                     guint32  end)
{
  guint32 start = end;
  gboolean text_seen = FALSE;
  gunichar after = 0;

  while (start > self->free_from)
    {
      gunichar c = quoth_character_before (self->text, self->free_from, start);
      QuothCharacter class = quoth_character_classify (c);
      guint32 before = start - g_unichar_to_utf8 (c, NULL);

      if (text_seen && is_space (after) && ends_sentence (self, c, before))
        return skip_space (self, start, end);
      text_seen = text_seen || class == QUOTH_CHARACTER_LETTER || class == QUOTH_CHARACTER_DIGIT;
      after = c;
      start = before;
    }

  return start == self->block.start || self->last_closes_sentence ? skip_space (self, start, end)
                                                                  : end;
}

/* Where quoted words end whose closing mark is missing, when they began within a sentence: where it
 * does */
static guint32
find_sentence_end (Builder *self,
                   guint32  start,
                   guint32  end)
{
  for (guint32 position = start; position < end;)
    {
      guint length, next;
      gunichar c = quoth_character_at (self->text, position, end, &length);

      position += length;
      if (c != ':' && is_space (quoth_character_at (self->text, position, end, &next)) &&
          next > 0 && ends_sentence (self, c, position - length))
        return position;
    }

  return end;
}

static void
end_without_mark (Builder *self,
                  guint32  end)
{
  QuothQuoted *quoted = get_quoted (self, self->open[--self->depth]);
  guint length;

  if (g_unichar_islower (quoth_character_at (self->text, quoted->open.end, end, &length)))
    end = find_sentence_end (self, quoted->open.end, end);
  quoted->span.end = MAX (trim_end (self, quoted->span.start, end), quoted->open.end);
  quoted->close = (QuothSpan) { quoted->span.end, quoted->span.end };
  quoted->flags |= QUOTH_QUOTED_CLOSE_MISSING;
  if (self->depth == 0)
    finish_outer (self, quoted->span.end, quoted->span.end);
}

static gboolean
runs_on_from_before (Builder *self)
{
  const QuothQuoted *before;

  if (self->quoted->len == 0 || self->block_index == 0)
    return FALSE;
  before = get_quoted (self, self->quoted->len - 1);

  return before->block == self->block_index - 1 && before->level == 0 &&
         (before->flags & QUOTH_QUOTED_CLOSE_MISSING) != 0;
}

static void
close_unopened (Builder   *self,
                QuothMark *mark)
{
  QuothQuoted quoted = {
    .close = { mark->start, mark->start + mark->length },
    .block = self->block_index,
    .flags = QUOTH_QUOTED_OPEN_MISSING,
  };
  guint32 start = runs_on_from_before (self) ? self->block.start
                                             : find_sentence_start (self, mark->start);

  if (start >= mark->start)
    {
      mark->role = QUOTH_MARK_NONE;
      return;
    }
  quoted.span = (QuothSpan) { start, quoted.close.end };
  quoted.open = (QuothSpan) { start, start };
  finish_outer (self, mark->start, quoted.span.end);
  g_array_append_val (self->quoted, quoted);
}

static void
take_step (Builder       *self,
           QuothMark     *mark,
           QuothMarkStep  step)
{
  switch (step)
    {
    case QUOTH_MARK_STEP_NONE:
      return;
    case QUOTH_MARK_STEP_REOPEN:
      while (self->depth > 0)
        end_without_mark (self, mark->start);
      mark->role = QUOTH_MARK_OPEN;
      open_pair (self, mark);
      return;
    case QUOTH_MARK_STEP_OPEN:
      mark->role = QUOTH_MARK_OPEN;
      open_pair (self, mark);
      return;
    case QUOTH_MARK_STEP_CLOSE_TWO:
      end_without_mark (self, mark->start);
      mark->role = QUOTH_MARK_CLOSE;
      close_pair (self, mark);
      return;
    case QUOTH_MARK_STEP_CLOSE:
      mark->role = QUOTH_MARK_CLOSE;
      close_pair (self, mark);
      return;
    case QUOTH_MARK_STEP_CLOSE_UNOPENED:
      mark->role = QUOTH_MARK_CLOSE;
      close_unopened (self, mark);
      return;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_prose (const QuothBlock *block)
{
  return block->kind == QUOTH_BLOCK_PARAGRAPH || block->kind == QUOTH_BLOCK_BLOCK_QUOTATION ||
         block->kind == QUOTH_BLOCK_LIST_ITEM;
}

/* Whether a block's first character, as far as its neighbours tell, opens a quotation */
static gboolean
begins_with_opening (const QuothBlock *block,
                     const GArray     *marks,
                     guint             first,
                     guint             end)
{
  const QuothMark *mark;

  if (!is_prose (block) || first >= end)
    return FALSE;
  mark = &g_array_index (marks, QuothMark, first);

  return mark->start == block->span.start && mark->open <= 10 && mark->open < mark->none;
}

static void
pair_block (Builder          *self,
            const QuothBlock *block,
            QuothMark        *marks,
            guint             n_marks,
            gboolean          runs_on,
            GByteArray       *steps)
{
  self->block = block->span;
  self->free_from = block->span.start;
  self->last_closes_sentence = TRUE;
  self->depth = 0;
  if (n_marks == 0)
    return;

  runs_on = runs_on && is_prose (block);
  if (self->weights != NULL)
    quoth_marks_weigh (self->weights, self->text, block->span, runs_on, marks, n_marks);
  g_byte_array_set_size (steps, n_marks);
  quoth_mark_path_find (marks, n_marks, block->span.start, runs_on, steps->data);
  for (guint i = 0; i < n_marks; i++)
    take_step (self, &marks[i], steps->data[i]);
  while (self->depth > 0)
    end_without_mark (self, block->span.end);
}

/* Whether one of two opening marks is a straight double mark and the other a printed one: who sets
 * both in a text means different things by them, as with a passage typed out of another text. (A
 * straight single mark is an apostrophe sooner, typed for want of a better one.) */
static gboolean
are_unlike (const char *text,
            QuothSpan   a,
            QuothSpan   b)
{
  return !quoth_span_is_empty (a) && !quoth_span_is_empty (b) &&
         (text[a.start] == '"') != (text[b.start] == '"') &&
         text[a.start] != '\'' && text[b.start] != '\'';
}

/* The last outer span of a paragraph, without a closing mark at its end, goes on in the first of
 * the next one when that opens again (or only closes). */
static void
join_paragraphs (const char       *text,
                 const QuothBlock *blocks,
                 GArray           *quoted)
{
  guint last_outer = G_MAXUINT;

  for (guint i = 0; i < quoted->len; i++)
    {
      QuothQuoted *next = &g_array_index (quoted, QuothQuoted, i);
      QuothQuoted *before;

      if (next->level > 0)
        continue;
      before = last_outer != G_MAXUINT ? &g_array_index (quoted, QuothQuoted, last_outer) : NULL;
      last_outer = i;
      if (before == NULL || before->block + 1 != next->block ||
          (before->flags & QUOTH_QUOTED_CLOSE_MISSING) == 0 ||
          !is_prose (&blocks[before->block]) || !is_prose (&blocks[next->block]) ||
          before->span.end != blocks[before->block].span.end ||
          next->span.start != blocks[next->block].span.start ||
          are_unlike (text, before->open, next->open))
        continue;
      before->flags |= QUOTH_QUOTED_CONTINUES;
      next->flags |= QUOTH_QUOTED_CONTINUED;
    }
}

/**
 * quoth_marks_pair:
 * @weights: (nullable): what was learned of marks; without it, the costs set by hand decide alone
 * @marks: (element-type QuothMark): gets all that may be marks, with their role
 * @quoted: (element-type QuothQuoted): gets the quoted spans
 *
 * Pairs the quotation marks of a text, paragraph by paragraph.
 */
void
quoth_marks_pair (const char             *text,
                  const QuothBlock       *blocks,
                  gsize                   n_blocks,
                  const QuothModel       *model,
                  const QuothMarkWeights *weights,
                  GArray                 *marks,
                  GArray                 *quoted)
{
  Builder builder = { .text = text, .weights = weights, .quoted = quoted };
  g_autoptr (GByteArray) steps = g_byte_array_new ();
  guint first = 0;

  if (n_blocks > 0)
    quoth_marks_scan (text, blocks[0].span, model, marks);
  for (gsize i = 0; i < n_blocks; i++)
    {
      guint end = marks->len;
      gboolean runs_on = FALSE;

      if (i + 1 < n_blocks)
        {
          quoth_marks_scan (text, blocks[i + 1].span, model, marks);
          runs_on = begins_with_opening (&blocks[i + 1], marks, end, marks->len);
        }
      builder.block_index = i;
      pair_block (&builder, &blocks[i],
                  first < end ? &g_array_index (marks, QuothMark, first) : NULL, end - first,
                  runs_on, steps);
      first = end;
    }
  join_paragraphs (text, blocks, quoted);
}
