#include "config.h"

#include "quoth-preset-row.h"

#include <glib/gi18n-lib.h>

struct _QuothPresetRow
{
  GtkListBoxRow  parent_instance;

  QuothPreset    preset;
  GCancellable  *cancellable;

  GtkLabel      *title_label;
  GtkLabel      *preview_label;
  GtkWidget     *chosen_image;
};

G_DEFINE_FINAL_TYPE (QuothPresetRow, quoth_preset_row, GTK_TYPE_LIST_BOX_ROW)

enum {
  PROP_0,
  PROP_PRESET,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
show_preview (QuothPresetRow *self,
              const char     *text)
{
  g_autofree char *line = g_strdup (text);

  gtk_label_set_text (self->preview_label, g_strdelimit (line, "\n", ' '));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->title_label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}

static void
on_made_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (QuothPresetRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothCopy) copy = quoth_copy_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  show_preview (self, copy != NULL ? copy->plain : error->message);
}

static void
set_preset (QuothPresetRow *self,
            const char     *id)
{
  if (!quoth_preset_from_id (id, &self->preset))
    g_return_if_reached ();

  gtk_label_set_text (self->title_label, quoth_preset_get_title (self->preset));
}

static void
quoth_preset_row_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRESET:
      g_value_set_string (value, quoth_preset_get_id (QUOTH_PRESET_ROW (object)->preset));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_preset_row_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PRESET:
      set_preset (QUOTH_PRESET_ROW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_preset_row_dispose (GObject *object)
{
  QuothPresetRow *self = QUOTH_PRESET_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (quoth_preset_row_parent_class)->dispose (object);
}

static void
quoth_preset_row_class_init (QuothPresetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_preset_row_dispose;
  object_class->get_property = quoth_preset_row_get_property;
  object_class->set_property = quoth_preset_row_set_property;

  properties[PROP_PRESET] =
    g_param_spec_string ("preset", NULL, NULL, "citation",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-preset-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothPresetRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuothPresetRow, preview_label);
  gtk_widget_class_bind_template_child (widget_class, QuothPresetRow, chosen_image);
}

static void
quoth_preset_row_init (QuothPresetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QuothPreset
quoth_preset_row_get_preset (QuothPresetRow *self)
{
  g_return_val_if_fail (QUOTH_IS_PRESET_ROW (self), QUOTH_PRESET_CITATION);

  return self->preset;
}

/**
 * quoth_preset_row_set_request:
 * @request: what would be copied; shown once it is made
 */
void
quoth_preset_row_set_request (QuothPresetRow   *self,
                              QuothCopyRequest *request)
{
  g_autoptr (QuothCopy) copy = NULL;

  g_return_if_fail (QUOTH_IS_PRESET_ROW (self));
  g_return_if_fail (request != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  copy = quoth_copy_recall (request);
  if (copy != NULL)
    {
      show_preview (self, copy->plain);
      return;
    }

  self->cancellable = g_cancellable_new ();
  quoth_copy_make_async (request, self->cancellable, on_made_cb, g_object_ref (self));
}

/* The one that the button copies */
void
quoth_preset_row_set_chosen (QuothPresetRow *self,
                             gboolean        chosen)
{
  g_return_if_fail (QUOTH_IS_PRESET_ROW (self));

  gtk_widget_set_opacity (self->chosen_image, chosen ? 1 : 0);
}
