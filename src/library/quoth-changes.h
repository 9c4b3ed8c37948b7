#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothChanges:
 *
 * Says on the main context that something was written, gathered: after a single change at once,
 * less and less often while changes go on.
 */
typedef struct _QuothChanges QuothChanges;

QuothChanges *quoth_changes_new   (GObject      *owner);
void          quoth_changes_queue (QuothChanges *self,
                                   gboolean      soon);
void          quoth_changes_stop  (QuothChanges *self);
void          quoth_changes_free  (QuothChanges *self);

G_END_DECLS
