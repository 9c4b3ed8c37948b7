#include "config.h"

#include "quoth-reference-item.h"

#include <glib/gi18n-lib.h>

#include "quoth-reference-line.h"

struct _QuothReferenceItem
{
  AdwBin              parent_instance;

  QuothReferenceLine *line;

  GtkLabel           *title_label;
  GtkLabel           *detail_label;
  GtkButton          *button;
};

G_DEFINE_FINAL_TYPE (QuothReferenceItem, quoth_reference_item, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_LINE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* One file: a reference has one text. */
static gboolean
on_drop_cb (QuothReferenceItem *self,
            const GValue       *value)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *uri = NULL;

  if (self->line == NULL || files == NULL || files->next != NULL)
    return FALSE;

  uri = g_file_get_uri (files->data);
  return gtk_widget_activate_action (GTK_WIDGET (self), "references.attach", "(ss)",
                                     quoth_reference_line_get_id (self->line), uri);
}

static void
accept_drops (QuothReferenceItem *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
set_line (QuothReferenceItem *self,
          QuothReferenceLine *line)
{
  const char *detail = NULL;
  g_autofree char *name = NULL;

  if (!g_set_object (&self->line, line))
    return;

  if (line != NULL)
    {
      detail = quoth_reference_line_get_detail (line);
      gtk_label_set_text (self->title_label, quoth_reference_line_get_title (line));
      gtk_label_set_text (self->detail_label, detail);
      gtk_widget_set_visible (GTK_WIDGET (self->detail_label), *detail != '\0');
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s",
                                        quoth_reference_line_get_id (line));
      /* Translators: %s is the title of an article */
      name = g_strdup_printf (_("Attach the text of “%s”"), quoth_reference_line_get_title (line));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
quoth_reference_item_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE:
      g_value_set_object (value, QUOTH_REFERENCE_ITEM (object)->line);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_reference_item_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LINE:
      set_line (QUOTH_REFERENCE_ITEM (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_reference_item_dispose (GObject *object)
{
  g_clear_object (&QUOTH_REFERENCE_ITEM (object)->line);

  G_OBJECT_CLASS (quoth_reference_item_parent_class)->dispose (object);
}

static void
quoth_reference_item_class_init (QuothReferenceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_reference_item_dispose;
  object_class->get_property = quoth_reference_item_get_property;
  object_class->set_property = quoth_reference_item_set_property;

  properties[PROP_LINE] =
    g_param_spec_object ("line", NULL, NULL, QUOTH_TYPE_REFERENCE_LINE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-reference-item.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothReferenceItem, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuothReferenceItem, detail_label);
  gtk_widget_class_bind_template_child (widget_class, QuothReferenceItem, button);
}

static void
quoth_reference_item_init (QuothReferenceItem *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  accept_drops (self);
}
