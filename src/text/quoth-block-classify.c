#include "quoth-block.h"

#include "quoth-block-split.h"

/**
 * quoth_blocks_classify:
 * @text: valid UTF-8
 * @length: bytes of @text
 * @model: (nullable): the word lists
 *
 * Finds the blocks of a plain text by their shape.
 *
 * Returns: (transfer full) (element-type QuothBlock): the blocks in order
 */
GArray *
quoth_blocks_classify (const char       *text,
                       gsize             length,
                       const QuothModel *model)
{
  g_autoptr (GArray) spans = quoth_block_spans_find (text, length);
  GArray *blocks = g_array_sized_new (FALSE, FALSE, sizeof (QuothBlock), spans->len);

  (void) model;
  for (guint i = 0; i < spans->len; i++)
    {
      QuothBlock block = { .span = g_array_index (spans, QuothSpan, i),
                           .kind = QUOTH_BLOCK_PARAGRAPH };

      g_array_append_val (blocks, block);
    }
  quoth_blocks_number ((QuothBlock *) (void *) blocks->data, blocks->len);

  return blocks;
}
