#pragma once

#include "quoth-span.h"

G_BEGIN_DECLS

/**
 * QuothOffsets:
 *
 * Bytes to Unicode code points of one text and back: one pass over the text, then a few steps an
 * answer. Borrows the text, which must outlive it.
 */
typedef struct _QuothOffsets QuothOffsets;

QuothOffsets *quoth_offsets_new          (const char         *text,
                                          gsize               length);
void          quoth_offsets_free         (QuothOffsets       *self);
guint32       quoth_offsets_to_character (const QuothOffsets *self,
                                          guint32             byte);
guint32       quoth_offsets_to_byte      (const QuothOffsets *self,
                                          guint32             character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothOffsets, quoth_offsets_free)

G_END_DECLS
