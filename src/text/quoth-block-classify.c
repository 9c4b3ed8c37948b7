#include "quoth-block.h"

#include <string.h>

#include "quoth-block-layout.h"
#include "quoth-block-split.h"
#include "quoth-furniture.h"

#define MAX_DOUBLED_WORDS 60
#define MAX_CAPTION_WORDS 45
#define MAX_TAIL_WORDS 14
#define MIN_PROSE_WORDS 12

typedef struct
{
  const char       *text;
  const QuothModel *model;
  QuothBlockShape  *shapes;
  QuothBlock       *blocks;
  guint             n;
} Classifier;

static gboolean
is_same_text (const Classifier *self,
              guint             a,
              guint             b)
{
  QuothSpan first = self->shapes[a].span;
  QuothSpan second = self->shapes[b].span;

  return quoth_span_length (first) == quoth_span_length (second) &&
         memcmp (self->text + first.start, self->text + second.start,
                 quoth_span_length (first)) == 0;
}

static void
mark_furniture (Classifier *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const QuothBlockShape *shape = &self->shapes[i];

      if (quoth_furniture_check (self->text, shape, self->model) ||
          quoth_furniture_is_date_line (self->text, shape, self->model) ||
          (i > 0 && quoth_furniture_is_byline (self->text, shape)))
        self->blocks[i].kind = QUOTH_BLOCK_FURNITURE;
      else if (quoth_furniture_is_caption (self->text, shape, self->model))
        self->blocks[i].kind = QUOTH_BLOCK_CAPTION;
    }
}

/* Of two equal lines the second is furniture: a caption and its alternative text, a headline and
 * the page's title. */
static void
mark_doubled (Classifier *self)
{
  for (guint i = 1; i < self->n; i++)
    {
      const QuothBlockShape *shape = &self->shapes[i];

      if (shape->n_words == 0 || shape->n_words > MAX_DOUBLED_WORDS ||
          !is_same_text (self, i - 1, i))
        continue;
      self->blocks[i].kind = QUOTH_BLOCK_FURNITURE;
      if (self->blocks[i - 1].kind == QUOTH_BLOCK_PARAGRAPH && i > 1 &&
          shape->n_words <= MAX_CAPTION_WORDS && !shape->has_marks)
        self->blocks[i - 1].kind = QUOTH_BLOCK_CAPTION;
    }
}

static gboolean
is_tail_line (const Classifier *self,
              guint             index)
{
  const QuothBlockShape *shape = &self->shapes[index];

  return self->blocks[index].kind == QUOTH_BLOCK_PARAGRAPH && shape->n_words <= MAX_TAIL_WORDS &&
         !shape->has_marks && shape->last != '.';
}

/* Short lines between furniture and the end, or between two lines of it, are furniture too. */
static void
spread_furniture (Classifier *self)
{
  gboolean beside = FALSE;
  guint prose = self->n;

  while (prose > 0 && (self->blocks[prose - 1].kind != QUOTH_BLOCK_PARAGRAPH ||
                       is_tail_line (self, prose - 1)))
    prose--;
  for (guint i = prose; i < self->n; i++)
    {
      if (beside && is_tail_line (self, i))
        self->blocks[i].kind = QUOTH_BLOCK_FURNITURE;
      beside = self->blocks[i].kind == QUOTH_BLOCK_FURNITURE;
    }
  for (guint i = 1; i + 1 < self->n; i++)
    if (is_tail_line (self, i) && self->blocks[i - 1].kind == QUOTH_BLOCK_FURNITURE &&
        self->blocks[i + 1].kind == QUOTH_BLOCK_FURNITURE && i > 1)
      self->blocks[i].kind = QUOTH_BLOCK_FURNITURE;
}

static gboolean
has_blank_line_before (const char *text,
                       guint32     from,
                       guint32     to)
{
  guint n = 0;

  for (; from < to; from++)
    n += text[from] == '\n' || (text[from] == '\r' && text[from + 1] != '\n');

  return n > 1;
}

static void
measure (Classifier   *self,
         const GArray *spans)
{
  for (guint i = 0; i < self->n; i++)
    {
      QuothSpan span = g_array_index (spans, QuothSpan, i);

      quoth_block_shape_measure (&self->shapes[i], self->text, span);
      self->shapes[i].follows_at_once =
        i > 0 && !has_blank_line_before (self->text, self->shapes[i - 1].span.end, span.start);
      self->blocks[i] = (QuothBlock) { .span = span, .kind = QUOTH_BLOCK_PARAGRAPH };
    }
}

/**
 * quoth_blocks_classify:
 * @text: valid UTF-8
 * @length: bytes of @text
 * @model: (nullable): the word lists
 *
 * Finds the blocks of a plain text by their shape: how long they are, how they end, what stands
 * beside them, and by the phrases that sites put around articles.
 *
 * Returns: (transfer full) (element-type QuothBlock): the blocks in order
 */
GArray *
quoth_blocks_classify (const char       *text,
                       gsize             length,
                       const QuothModel *model)
{
  g_autoptr (GArray) spans = NULL;
  g_autofree QuothBlockShape *shapes = NULL;
  GArray *blocks = g_array_new (FALSE, TRUE, sizeof (QuothBlock));
  Classifier self = { .text = text, .model = model };

  g_return_val_if_fail (text != NULL, blocks);

  spans = quoth_block_spans_find (text, length);
  shapes = g_new (QuothBlockShape, spans->len);
  g_array_set_size (blocks, spans->len);
  self.shapes = shapes;
  self.blocks = (QuothBlock *) (void *) blocks->data;
  self.n = spans->len;
  if (self.n == 0)
    return blocks;

  measure (&self, spans);
  mark_furniture (&self);
  mark_doubled (&self);
  quoth_layout_mark_list_items (text, shapes, self.blocks, self.n);
  spread_furniture (&self);
  quoth_layout_mark_headline (shapes, self.blocks, self.n);
  quoth_layout_mark_headings (shapes, self.blocks, self.n);
  quoth_blocks_number (self.blocks, self.n);

  return blocks;
}
