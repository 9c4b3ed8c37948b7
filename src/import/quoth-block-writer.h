#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothBlockWriter:
 *
 * Writes an article's text block by block, each parted from the next by a blank line.
 */
typedef struct
{
  GString *text;
  GArray  *blocks;   /* of QuothBlock */
} QuothBlockWriter;

QuothBlockWriter *quoth_block_writer_new    (void);
void              quoth_block_writer_free   (QuothBlockWriter *self);
void              quoth_block_writer_add    (QuothBlockWriter *self,
                                             QuothBlockKind    kind,
                                             const char       *text,
                                             guint32           page);
gsize             quoth_block_writer_length (QuothBlockWriter *self);
void              quoth_block_writer_finish (QuothBlockWriter *self,
                                             QuothArticle     *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothBlockWriter, quoth_block_writer_free)

G_END_DECLS
