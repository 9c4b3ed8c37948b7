#include "config.h"

#include "quoth-selection-bar.h"

#include <glib/gi18n-lib.h>

#include "quoth-wrap-box.h"

struct _QuothSelectionBar
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
};

G_DEFINE_FINAL_TYPE (QuothSelectionBar, quoth_selection_bar, ADW_TYPE_BIN)

/* What is folded away is not to be read out either. */
static void
on_child_revealed_cb (QuothSelectionBar *self)
{
  if (!gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
quoth_selection_bar_class_init (QuothSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (QUOTH_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothSelectionBar, label);
  gtk_widget_class_bind_template_callback (widget_class, on_child_revealed_cb);
}

static void
quoth_selection_bar_init (QuothSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_selection_bar_set_count (QuothSelectionBar *self,
                               guint              count)
{
  g_autofree char *text = NULL;

  g_return_if_fail (QUOTH_IS_SELECTION_BAR (self));

  /* While the bar goes it still says what it said. */
  if (count <= 1)
    {
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }

  /* Translators: %'u is how many quotations are selected; there are two at least */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u selected", "%'u selected", count),
                          count);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}
