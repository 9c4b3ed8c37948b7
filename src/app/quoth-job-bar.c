#include "config.h"

#include "quoth-job-bar.h"

#include <glib/gi18n-lib.h>

struct _QuothJobBar
{
  AdwBin          parent_instance;

  QuothProgress  *progress;
  GBindingGroup  *bindings;
  char           *waiting;
  char           *cancel_action;
  char           *cancel_tooltip;

  GtkRevealer    *revealer;
  GtkLabel       *label;
  GtkLabel       *count_label;
  GtkProgressBar *progress_bar;
};

G_DEFINE_FINAL_TYPE (QuothJobBar, quoth_job_bar, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_CANCEL_ACTION,
  PROP_CANCEL_TOOLTIP,
  PROP_WAITING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
transform_message (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  QuothJobBar *self = user_data;
  const char *message = g_value_get_string (from);

  g_value_set_string (to, message != NULL && *message != '\0' ? message : self->waiting);

  return TRUE;
}

/* What was read so far */
static gboolean
transform_counts (GBinding     *binding,
                  const GValue *from,
                  GValue       *to,
                  gpointer      user_data)
{
  g_autoptr (GObject) progress = g_binding_dup_source (binding);
  g_autofree char *files = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *size = NULL;
  guint n_files = 0;
  guint n_articles = 0;
  guint64 n_bytes = 0;

  if (progress != NULL)
    g_object_get (progress, "n-files", &n_files, "n-articles", &n_articles, "n-bytes", &n_bytes,
                  NULL);
  files = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u file", "%u files", n_files), n_files);
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles",
                                           n_articles), n_articles);
  size = g_format_size (n_bytes);
  g_value_take_string (to, g_strdup_printf ("%s · %s · %s", files, articles, size));

  return TRUE;
}

/* A job that reads nothing has nothing to count. */
static gboolean
transform_counted (GBinding     *binding,
                   const GValue *from,
                   GValue       *to,
                   gpointer      user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) > 0);

  return TRUE;
}

static void
quoth_job_bar_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QuothJobBar *self = QUOTH_JOB_BAR (object);

  switch (prop_id)
    {
    case PROP_CANCEL_ACTION:
      g_value_set_string (value, self->cancel_action);
      break;

    case PROP_CANCEL_TOOLTIP:
      g_value_set_string (value, self->cancel_tooltip);
      break;

    case PROP_WAITING:
      g_value_set_string (value, self->waiting);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_job_bar_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  QuothJobBar *self = QUOTH_JOB_BAR (object);

  switch (prop_id)
    {
    case PROP_CANCEL_ACTION:
      self->cancel_action = g_value_dup_string (value);
      break;

    case PROP_CANCEL_TOOLTIP:
      self->cancel_tooltip = g_value_dup_string (value);
      break;

    case PROP_WAITING:
      self->waiting = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_job_bar_dispose (GObject *object)
{
  QuothJobBar *self = QUOTH_JOB_BAR (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->progress);

  G_OBJECT_CLASS (quoth_job_bar_parent_class)->dispose (object);
}

static void
quoth_job_bar_finalize (GObject *object)
{
  QuothJobBar *self = QUOTH_JOB_BAR (object);

  g_clear_pointer (&self->waiting, g_free);
  g_clear_pointer (&self->cancel_action, g_free);
  g_clear_pointer (&self->cancel_tooltip, g_free);

  G_OBJECT_CLASS (quoth_job_bar_parent_class)->finalize (object);
}

static void
quoth_job_bar_class_init (QuothJobBarClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_job_bar_dispose;
  object_class->finalize = quoth_job_bar_finalize;
  object_class->get_property = quoth_job_bar_get_property;
  object_class->set_property = quoth_job_bar_set_property;

  properties[PROP_CANCEL_ACTION] = g_param_spec_string ("cancel-action", NULL, NULL, NULL, flags);
  properties[PROP_CANCEL_TOOLTIP] = g_param_spec_string ("cancel-tooltip", NULL, NULL, NULL, flags);
  properties[PROP_WAITING] = g_param_spec_string ("waiting", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothJobBar, label);
  gtk_widget_class_bind_template_child (widget_class, QuothJobBar, count_label);
  gtk_widget_class_bind_template_child (widget_class, QuothJobBar, progress_bar);
}

static void
quoth_job_bar_init (QuothJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "fraction", self->progress_bar, "fraction",
                        G_BINDING_SYNC_CREATE);
  g_binding_group_bind_full (self->bindings, "message", self->label, "label", G_BINDING_SYNC_CREATE,
                             transform_message, NULL, self, NULL);
  g_binding_group_bind_full (self->bindings, "n-bytes", self->count_label, "label",
                             G_BINDING_SYNC_CREATE, transform_counts, NULL, NULL, NULL);
  g_binding_group_bind_full (self->bindings, "n-files", self->count_label, "visible",
                             G_BINDING_SYNC_CREATE, transform_counted, NULL, NULL, NULL);
}

void
quoth_job_bar_set_progress (QuothJobBar   *self,
                            QuothProgress *progress)
{
  g_return_if_fail (QUOTH_IS_JOB_BAR (self));
  g_return_if_fail (progress == NULL || QUOTH_IS_PROGRESS (progress));

  if (!g_set_object (&self->progress, progress))
    return;

  g_binding_group_set_source (self->bindings, progress);
  gtk_revealer_set_reveal_child (self->revealer, progress != NULL);
}

gboolean
quoth_job_bar_get_busy (QuothJobBar *self)
{
  g_return_val_if_fail (QUOTH_IS_JOB_BAR (self), FALSE);

  return self->progress != NULL;
}
