#include "quoth-wrap-box.h"

#include "quoth-wrap-layout.h"

struct _QuothWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (QuothWrapBox, quoth_wrap_box, GTK_TYPE_WIDGET)

static void
quoth_wrap_box_dispose (GObject *object)
{
  quoth_wrap_box_clear (QUOTH_WRAP_BOX (object));

  G_OBJECT_CLASS (quoth_wrap_box_parent_class)->dispose (object);
}

static void
quoth_wrap_box_class_init (QuothWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_wrap_box_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, QUOTH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
quoth_wrap_box_init (QuothWrapBox *self)
{
}

void
quoth_wrap_box_append (QuothWrapBox *self,
                       GtkWidget    *child)
{
  g_return_if_fail (QUOTH_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
quoth_wrap_box_clear (QuothWrapBox *self)
{
  GtkWidget *child = NULL;

  g_return_if_fail (QUOTH_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
