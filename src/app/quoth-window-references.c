#include "config.h"

#include "quoth-window-private.h"

#include "quoth-references-dialog.h"

/* References that have no text yet. Their quotations come into the list by the library's own
 * signal, once they have one. */

static void
show_references (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  const QuothModel *model = self->library != NULL ? quoth_window_get_model (self) : NULL;

  if (model != NULL)
    gtk_window_present (GTK_WINDOW (quoth_references_dialog_new (GTK_WINDOW (self), self->library,
                                                                 model)));
}

void
quoth_window_install_references (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-references", NULL, show_references);
}
