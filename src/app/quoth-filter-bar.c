#include "config.h"

#include "quoth-filter-bar.h"

#include <glib/gi18n-lib.h>

#include "quoth-filter-pill.h"
#include "quoth-wrap-box.h"

struct _QuothFilterBar
{
  AdwBin          parent_instance;

  QuothQuery     *query;
  QuothFacetList *facets[QUOTH_N_FACETS];
  guint           sync_id;

  QuothWrapBox   *pills;
};

G_DEFINE_FINAL_TYPE (QuothFilterBar, quoth_filter_bar, ADW_TYPE_BIN)

static void
append_values (QuothFilterBar *self,
               QuothFacetKind  facet)
{
  GPtrArray *values = quoth_query_get_values (self->query, facet);

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      g_autofree char *label = NULL;

      if (self->facets[facet] != NULL)
        label = quoth_facet_list_dup_label (self->facets[facet], value);
      quoth_wrap_box_append (self->pills,
                             quoth_filter_pill_new_for_value (self->query, facet, value,
                                                              label != NULL ? label : "…"));
    }
}

static void
append_switch (QuothFilterBar *self,
               const char     *property,
               const char     *label)
{
  gboolean on = FALSE;

  g_object_get (self->query, property, &on, NULL);
  if (on)
    quoth_wrap_box_append (self->pills,
                           quoth_filter_pill_new_for_property (self->query, property, label));
}

/* A pill that had the keyboard focus may be gone: the first one left takes it. */
static void
sync_pills (QuothFilterBar *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->pills)) != NULL;
  const char *search = NULL;

  quoth_wrap_box_clear (self->pills);
  if (self->query == NULL)
    return;

  search = quoth_query_get_search (self->query);
  if (search != NULL && *search != '\0')
    quoth_wrap_box_append (self->pills, quoth_filter_pill_new_for_search (self->query));
  for (QuothFacetKind facet = 0; facet < QUOTH_N_FACETS; facet++)
    append_values (self, facet);
  append_switch (self, "include-rejected", _("With rejected ones"));
  append_switch (self, "include-attitudes", _("With wishes and plans"));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self->pills)) != NULL);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->pills), GTK_DIR_TAB_FORWARD);
}

static gboolean
on_sync_cb (gpointer user_data)
{
  QuothFilterBar *self = user_data;

  self->sync_id = 0;
  sync_pills (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed_cb (QuothFilterBar *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_sync_cb, self, NULL);
}

static void
quoth_filter_bar_dispose (GObject *object)
{
  QuothFilterBar *self = QUOTH_FILTER_BAR (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    g_clear_object (&self->facets[i]);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (quoth_filter_bar_parent_class)->dispose (object);
}

static void
quoth_filter_bar_class_init (QuothFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_filter_bar_dispose;

  g_type_ensure (QUOTH_TYPE_WRAP_BOX);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothFilterBar, pills);
}

static void
quoth_filter_bar_init (QuothFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
quoth_filter_bar_set_query (QuothFilterBar *self,
                            QuothQuery     *query)
{
  g_return_if_fail (QUOTH_IS_FILTER_BAR (self));
  g_return_if_fail (QUOTH_IS_QUERY (query));
  g_return_if_fail (self->query == NULL);

  self->query = g_object_ref (query);
  g_signal_connect_object (query, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  on_changed_cb (self);
}

void
quoth_filter_bar_set_facets (QuothFilterBar *self,
                             QuothFacetKind  kind,
                             QuothFacetList *facets)
{
  g_return_if_fail (QUOTH_IS_FILTER_BAR (self));
  g_return_if_fail (kind < QUOTH_N_FACETS);
  g_return_if_fail (self->facets[kind] == NULL);

  self->facets[kind] = g_object_ref (facets);
  g_signal_connect_object (facets, "items-changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
