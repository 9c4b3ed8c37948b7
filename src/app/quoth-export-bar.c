#include "config.h"

#include "quoth-export-bar.h"

#include <glib/gi18n-lib.h>

struct _QuothExportBar
{
  AdwBin          parent_instance;

  QuothExportJob *job;
  GBindingGroup  *bindings;

  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (QuothExportBar, quoth_export_bar, ADW_TYPE_BIN)

static gboolean
transform_message (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  const char *message = g_value_get_string (from);

  g_value_set_string (to, message != NULL && *message != '\0' ? message : _("Exporting…"));

  return TRUE;
}

static void
quoth_export_bar_dispose (GObject *object)
{
  QuothExportBar *self = QUOTH_EXPORT_BAR (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (quoth_export_bar_parent_class)->dispose (object);
}

static void
quoth_export_bar_class_init (QuothExportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_export_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-export-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothExportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothExportBar, label);
  gtk_widget_class_bind_template_child (widget_class, QuothExportBar, progress_bar);
}

static void
quoth_export_bar_init (QuothExportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "fraction", self->progress_bar, "fraction",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind_full (self->bindings, "message", self->label, "label", G_BINDING_SYNC_CREATE,
                             transform_message, NULL, NULL, NULL);
}

void
quoth_export_bar_set_job (QuothExportBar *self,
                          QuothExportJob *job)
{
  g_return_if_fail (QUOTH_IS_EXPORT_BAR (self));
  g_return_if_fail (job == NULL || QUOTH_IS_EXPORT_JOB (job));

  if (!g_set_object (&self->job, job))
    return;

  g_binding_group_set_source (self->bindings, job);
  gtk_revealer_set_reveal_child (self->revealer, job != NULL);
}

QuothExportJob *
quoth_export_bar_get_job (QuothExportBar *self)
{
  g_return_val_if_fail (QUOTH_IS_EXPORT_BAR (self), NULL);

  return self->job;
}
