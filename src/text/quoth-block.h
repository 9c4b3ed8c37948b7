#pragma once

#include "quoth-model.h"
#include "quoth-span.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_BLOCK_HEADLINE,
  QUOTH_BLOCK_STANDFIRST,
  QUOTH_BLOCK_HEADING,
  QUOTH_BLOCK_PARAGRAPH,
  QUOTH_BLOCK_LIST_ITEM,
  QUOTH_BLOCK_BLOCK_QUOTATION,
  QUOTH_BLOCK_CAPTION,
  QUOTH_BLOCK_FURNITURE,
} QuothBlockKind;

/**
 * QuothBlock:
 * @span: bytes of the text, without the line break that ends the block
 * @kind: what the block is
 * @number: counted from 1 over paragraphs, list items and block quotations; 0 for the other kinds
 * @page: printed page from 1, or 0 where there are none
 */
typedef struct
{
  QuothSpan      span;
  QuothBlockKind kind;
  guint32        number;
  guint32        page;
} QuothBlock;

const char *quoth_block_kind_to_string   (QuothBlockKind    kind);
gboolean    quoth_block_kind_from_string (const char       *string,
                                          QuothBlockKind   *kind);
gboolean    quoth_block_kind_is_body     (QuothBlockKind    kind);
void        quoth_blocks_number          (QuothBlock       *blocks,
                                          gsize             n_blocks);
GArray     *quoth_blocks_classify        (const char       *text,
                                          gsize             length,
                                          const QuothModel *model);

G_END_DECLS
