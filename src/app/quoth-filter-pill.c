#include "config.h"

#include "quoth-filter-pill.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  PILL_VALUE,
  PILL_SEARCH,
  PILL_PROPERTY,
} PillKind;

struct _QuothFilterPill
{
  GtkButton       parent_instance;

  PillKind        kind;
  QuothQuery     *query;
  QuothFacetKind  facet;
  char           *value; /* a facet's value, or the name of a boolean property of the query */

  GtkLabel       *label;
};

G_DEFINE_FINAL_TYPE (QuothFilterPill, quoth_filter_pill, GTK_TYPE_BUTTON)

static void
quoth_filter_pill_clicked (GtkButton *button)
{
  QuothFilterPill *self = QUOTH_FILTER_PILL (button);

  switch (self->kind)
    {
    case PILL_VALUE:
      quoth_query_remove_value (self->query, self->facet, self->value);
      break;

    case PILL_SEARCH:
      quoth_query_set_search (self->query, NULL);
      break;

    case PILL_PROPERTY:
      g_object_set (self->query, self->value, FALSE, NULL);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
quoth_filter_pill_finalize (GObject *object)
{
  QuothFilterPill *self = QUOTH_FILTER_PILL (object);

  g_clear_object (&self->query);
  g_clear_pointer (&self->value, g_free);

  G_OBJECT_CLASS (quoth_filter_pill_parent_class)->finalize (object);
}

static void
quoth_filter_pill_class_init (QuothFilterPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = quoth_filter_pill_finalize;
  button_class->clicked = quoth_filter_pill_clicked;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-filter-pill.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothFilterPill, label);
}

static void
quoth_filter_pill_init (QuothFilterPill *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_pill (PillKind        kind,
             QuothQuery     *query,
             QuothFacetKind  facet,
             const char     *value,
             const char     *label)
{
  QuothFilterPill *self = g_object_new (QUOTH_TYPE_FILTER_PILL, NULL);
  /* Translators: %s is a filter, such as the name of a speaker */
  g_autofree char *name = g_strdup_printf (_("Remove filter: %s"), label);

  self->kind = kind;
  self->query = g_object_ref (query);
  self->facet = facet;
  self->value = g_strdup (value);

  gtk_label_set_text (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

GtkWidget *
quoth_filter_pill_new_for_value (QuothQuery     *query,
                                 QuothFacetKind  facet,
                                 const char     *value,
                                 const char     *label)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (query), NULL);
  g_return_val_if_fail (value != NULL && label != NULL, NULL);

  return create_pill (PILL_VALUE, query, facet, value, label);
}

GtkWidget *
quoth_filter_pill_new_for_search (QuothQuery *query)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUOTH_IS_QUERY (query), NULL);

  /* Translators: a filter by words; %s is what was typed into the search entry */
  label = g_strdup_printf (_("“%s”"), quoth_query_get_search (query));

  return create_pill (PILL_SEARCH, query, QUOTH_N_FACETS, NULL, label);
}

GtkWidget *
quoth_filter_pill_new_for_property (QuothQuery *query,
                                    const char *property,
                                    const char *label)
{
  g_return_val_if_fail (QUOTH_IS_QUERY (query), NULL);
  g_return_val_if_fail (property != NULL && label != NULL, NULL);

  return create_pill (PILL_PROPERTY, query, QUOTH_N_FACETS, property, label);
}
