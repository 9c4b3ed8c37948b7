#include "quoth-block.h"

#include <string.h>

static const char *const names[] = {
  [QUOTH_BLOCK_HEADLINE] = "headline",
  [QUOTH_BLOCK_STANDFIRST] = "standfirst",
  [QUOTH_BLOCK_HEADING] = "heading",
  [QUOTH_BLOCK_PARAGRAPH] = "paragraph",
  [QUOTH_BLOCK_LIST_ITEM] = "list-item",
  [QUOTH_BLOCK_BLOCK_QUOTATION] = "block-quotation",
  [QUOTH_BLOCK_CAPTION] = "caption",
  [QUOTH_BLOCK_FURNITURE] = "furniture",
};

/**
 * quoth_block_kind_to_string:
 *
 * Returns: (transfer none): the kind's name in the exchange format and the library
 */
const char *
quoth_block_kind_to_string (QuothBlockKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (names), NULL);

  return names[kind];
}

/**
 * quoth_block_kind_from_string:
 * @kind: (out): set only when the name is known
 */
gboolean
quoth_block_kind_from_string (const char     *string,
                              QuothBlockKind *kind)
{
  g_return_val_if_fail (string != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], string) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * quoth_block_kind_is_body:
 *
 * Returns: whether such blocks are what an article says, apart from its headline, captions and
 *   furniture
 */
gboolean
quoth_block_kind_is_body (QuothBlockKind kind)
{
  switch (kind)
    {
    case QUOTH_BLOCK_HEADING:
    case QUOTH_BLOCK_PARAGRAPH:
    case QUOTH_BLOCK_LIST_ITEM:
    case QUOTH_BLOCK_BLOCK_QUOTATION:
      return TRUE;
    case QUOTH_BLOCK_HEADLINE:
    case QUOTH_BLOCK_STANDFIRST:
    case QUOTH_BLOCK_CAPTION:
    case QUOTH_BLOCK_FURNITURE:
    default:
      return FALSE;
    }
}

/**
 * quoth_blocks_number:
 *
 * Numbers paragraphs, list items and block quotations from 1, as citations name them.
 */
void
quoth_blocks_number (QuothBlock *blocks,
                     gsize       n_blocks)
{
  guint32 number = 0;

  for (gsize i = 0; i < n_blocks; i++)
    {
      gboolean counts = blocks[i].kind == QUOTH_BLOCK_PARAGRAPH ||
                        blocks[i].kind == QUOTH_BLOCK_LIST_ITEM ||
                        blocks[i].kind == QUOTH_BLOCK_BLOCK_QUOTATION;

      blocks[i].number = counts ? ++number : 0;
    }
}
