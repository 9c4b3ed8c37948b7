#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothRecordLines:
 *
 * A stream of JSON Lines, read line by line: one of any size takes the memory of its longest line.
 */
typedef struct _QuothRecordLines QuothRecordLines;

QuothRecordLines *quoth_record_lines_begin        (GDataInputStream  *stream,
                                                   char             **first,
                                                   gsize             *first_length,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
void              quoth_record_lines_free         (QuothRecordLines  *self);
void              quoth_record_lines_set_size     (QuothRecordLines  *self,
                                                   guint64            size);
GBytes           *quoth_record_lines_next         (QuothRecordLines  *self,
                                                   GCancellable      *cancellable,
                                                   GError           **error);
guint             quoth_record_lines_get_line     (QuothRecordLines  *self);
double            quoth_record_lines_get_fraction (QuothRecordLines  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothRecordLines, quoth_record_lines_free)

G_END_DECLS
