#include "config.h"

#include "quoth-import-bar.h"

#include <glib/gi18n-lib.h>

struct _QuothImportBar
{
  AdwBin          parent_instance;

  QuothImportJob *job;
  GBindingGroup  *bindings;

  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkLabel       *count_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (QuothImportBar, quoth_import_bar, ADW_TYPE_BIN)

static gboolean
transform_message (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  const char *message = g_value_get_string (from);

  g_value_set_string (to, message != NULL && *message != '\0' ? message : _("Importing…"));

  return TRUE;
}

/* What was read so far */
static gboolean
transform_counts (GBinding     *binding,
                  const GValue *from,
                  GValue       *to,
                  gpointer      user_data)
{
  g_autoptr (GObject) job = g_binding_dup_source (binding);
  g_autofree char *files = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *size = NULL;
  guint n_files = 0;
  guint n_articles = 0;
  guint64 n_bytes = 0;

  if (job != NULL)
    g_object_get (job, "n-files", &n_files, "n-articles", &n_articles, "n-bytes", &n_bytes, NULL);
  files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                           n_articles), n_articles);
  size = g_format_size (n_bytes);
  g_value_take_string (to, n_files > 0 ? g_strdup_printf ("%s · %s · %s", files, articles, size)
                                       : g_strdup (""));

  return TRUE;
}

static void
quoth_import_bar_dispose (GObject *object)
{
  QuothImportBar *self = QUOTH_IMPORT_BAR (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (quoth_import_bar_parent_class)->dispose (object);
}

static void
quoth_import_bar_class_init (QuothImportBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_import_bar_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-import-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothImportBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothImportBar, label);
  gtk_widget_class_bind_template_child (widget_class, QuothImportBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, QuothImportBar, progress_bar);
}

static void
quoth_import_bar_init (QuothImportBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "fraction", self->progress_bar, "fraction",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind_full (self->bindings, "message", self->label, "label", G_BINDING_SYNC_CREATE,
                             transform_message, NULL, NULL, NULL);
  g_binding_group_bind_full (self->bindings, "n-bytes", self->count_label, "label",
                             G_BINDING_SYNC_CREATE, transform_counts, NULL, NULL, NULL);
}

void
quoth_import_bar_set_job (QuothImportBar *self,
                          QuothImportJob *job)
{
  g_return_if_fail (QUOTH_IS_IMPORT_BAR (self));
  g_return_if_fail (job == NULL || QUOTH_IS_IMPORT_JOB (job));

  if (!g_set_object (&self->job, job))
    return;

  g_binding_group_set_source (self->bindings, job);
  gtk_revealer_set_reveal_child (self->revealer, job != NULL);
}
