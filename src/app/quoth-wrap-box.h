#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuothWrapBox:
 *
 * Its children in a line, and in further lines where they do not fit into one.
 */
#define QUOTH_TYPE_WRAP_BOX (quoth_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (QuothWrapBox, quoth_wrap_box, QUOTH, WRAP_BOX, GtkWidget)

void quoth_wrap_box_append (QuothWrapBox *self,
                            GtkWidget    *child);
void quoth_wrap_box_clear  (QuothWrapBox *self);

G_END_DECLS
