#include "config.h"

#include "quoth-facet-row.h"

#include <glib/gi18n-lib.h>

struct _QuothFacetRow
{
  GtkCheckButton  parent_instance;

  QuothFacet     *facet;

  GtkLabel       *name_label;
  GtkLabel       *detail_label;
  GtkLabel       *count_label;
};

G_DEFINE_FINAL_TYPE (QuothFacetRow, quoth_facet_row, GTK_TYPE_CHECK_BUTTON)

enum {
  PROP_0,
  PROP_FACET,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* A screen reader says the whole row, not only the check mark. */
static void
update_texts (QuothFacetRow *self)
{
  const char *label = quoth_facet_get_label (self->facet);
  const char *detail = quoth_facet_get_detail (self->facet);
  guint count = quoth_facet_get_count (self->facet);
  g_autofree char *digits = g_strdup_printf ("%'u", count);
  g_autofree char *counted = NULL;
  g_autofree char *name = NULL;
  gboolean has_detail = detail != NULL && *detail != '\0';

  counted = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u quotation", "%u quotations", count),
                             count);
  /* Translators: read aloud for a filter: a name, its role and organisation, a number of
   * quotations */
  name = has_detail ? g_strdup_printf (C_("filter", "%s, %s, %s"), label, detail, counted)
                    : g_strdup_printf (C_("filter", "%s, %s"), label, counted);

  gtk_label_set_text (self->detail_label, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label), has_detail);
  gtk_label_set_text (self->count_label, digits);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Only what is cut off needs to be said again. */
static gboolean
on_query_tooltip_cb (QuothFacetRow *self,
                     int            x,
                     int            y,
                     gboolean       keyboard_mode,
                     GtkTooltip    *tooltip)
{
  const char *detail = quoth_facet_get_detail (self->facet);
  g_autofree char *text = NULL;

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (self->name_label))
      && !pango_layout_is_ellipsized (gtk_label_get_layout (self->detail_label)))
    return FALSE;

  text = g_strjoin ("\n", quoth_facet_get_label (self->facet),
                    detail != NULL && *detail != '\0' ? detail : NULL, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
quoth_facet_row_constructed (GObject *object)
{
  QuothFacetRow *self = QUOTH_FACET_ROW (object);

  G_OBJECT_CLASS (quoth_facet_row_parent_class)->constructed (object);

  if (self->facet == NULL)
    return;

  g_object_bind_property (self->facet, "selected", self, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  for (guint i = 0; i < 3; i++)
    {
      static const char *watched[] = { "notify::label", "notify::detail", "notify::count" };

      g_signal_connect_object (self->facet, watched[i], G_CALLBACK (update_texts), self,
                               G_CONNECT_SWAPPED);
    }
  update_texts (self);
}

static void
quoth_facet_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QuothFacetRow *self = QUOTH_FACET_ROW (object);

  switch (prop_id)
    {
    case PROP_FACET:
      g_value_set_object (value, self->facet);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QuothFacetRow *self = QUOTH_FACET_ROW (object);

  switch (prop_id)
    {
    case PROP_FACET:
      self->facet = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_row_finalize (GObject *object)
{
  QuothFacetRow *self = QUOTH_FACET_ROW (object);

  g_clear_object (&self->facet);

  G_OBJECT_CLASS (quoth_facet_row_parent_class)->finalize (object);
}

static void
quoth_facet_row_class_init (QuothFacetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = quoth_facet_row_constructed;
  object_class->finalize = quoth_facet_row_finalize;
  object_class->get_property = quoth_facet_row_get_property;
  object_class->set_property = quoth_facet_row_set_property;

  properties[PROP_FACET] =
    g_param_spec_object ("facet", NULL, NULL, QUOTH_TYPE_FACET,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QUOTH_TYPE_FACET);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-facet-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothFacetRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetRow, detail_label);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetRow, count_label);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
}

static void
quoth_facet_row_init (QuothFacetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
quoth_facet_row_new (QuothFacet *facet)
{
  g_return_val_if_fail (QUOTH_IS_FACET (facet), NULL);

  return g_object_new (QUOTH_TYPE_FACET_ROW, "facet", facet, NULL);
}

QuothFacet *
quoth_facet_row_get_facet (QuothFacetRow *self)
{
  g_return_val_if_fail (QUOTH_IS_FACET_ROW (self), NULL);

  return self->facet;
}
