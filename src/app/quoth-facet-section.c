#include "config.h"

#include "quoth-facet-section.h"

#include <glib/gi18n-lib.h>

#include "quoth-facet-row.h"

#define FIRST_ROWS 6
#define MORE_ROWS 20
#define ROWS_WORTH_SEARCHING 10

struct _QuothFacetSection
{
  AdwBin              parent_instance;

  char               *title;
  QuothFacetList     *facets;
  guint               sync_id;

  GtkFilterListModel *filtered;
  GtkSliceListModel  *shown;
  GtkLabel           *title_label;
  GtkEditable        *search_entry;
  GtkBox             *rows;
  GtkWidget          *none_label;
  GtkButton          *more_button;
  GtkWidget          *fewer_button;
};

G_DEFINE_FINAL_TYPE (QuothFacetSection, quoth_facet_section, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static GHashTable *
collect_rows (QuothFacetSection *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_hash_table_insert (rows, quoth_facet_row_get_facet (QUOTH_FACET_ROW (row)), row);

  return g_steal_pointer (&rows);
}

/* Rows of values that stay are kept and only moved, so that the keyboard focus stays where it
 * was. */
static void
sync_rows (QuothFacetSection *self)
{
  g_autoptr (GHashTable) old_rows = collect_rows (self);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  GtkWidget *previous = NULL;
  GHashTableIter iter;
  gpointer row = NULL;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (QuothFacet) facet = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      row = g_hash_table_lookup (old_rows, facet);
      if (row != NULL)
        {
          g_hash_table_remove (old_rows, facet);
          gtk_box_reorder_child_after (self->rows, row, previous);
        }
      else
        {
          row = quoth_facet_row_new (facet);
          gtk_box_insert_child_after (self->rows, row, previous);
        }
      previous = row;
    }

  g_hash_table_iter_init (&iter, old_rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_box_remove (self->rows, row);
}

static void
sync_extent (QuothFacetSection *self)
{
  guint n_all = self->facets != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->facets)) : 0;
  guint n_filtered = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint n_more = MIN (n_filtered - n_shown, MORE_ROWS);
  gboolean searching = *gtk_editable_get_text (self->search_entry) != '\0';

  gtk_widget_set_visible (GTK_WIDGET (self), n_all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry),
                          n_all >= ROWS_WORTH_SEARCHING || searching);
  gtk_widget_set_visible (self->none_label, searching && n_filtered == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_filtered > n_shown);
  gtk_widget_set_visible (self->fewer_button, n_shown > FIRST_ROWS);

  if (n_filtered > n_shown)
    {
      g_autofree char *label = NULL;

      label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show %u More", "Show %u More",
                                            n_more), n_more);
      gtk_button_set_label (self->more_button, label);
    }
}

static gboolean
on_sync_cb (gpointer user_data)
{
  QuothFacetSection *self = user_data;

  self->sync_id = 0;
  sync_rows (self);
  sync_extent (self);

  return G_SOURCE_REMOVE;
}

/* Models say a change in several steps; rows follow once all are said. */
static void
on_items_changed_cb (QuothFacetSection *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_sync_cb, self, NULL);
}

static void
on_more_clicked_cb (QuothFacetSection *self)
{
  gtk_slice_list_model_set_size (self->shown,
                                 gtk_slice_list_model_get_size (self->shown) + MORE_ROWS);
}

static void
on_fewer_clicked_cb (QuothFacetSection *self)
{
  gtk_slice_list_model_set_size (self->shown, FIRST_ROWS);
}

static void
on_stop_search_cb (QuothFacetSection *self)
{
  gtk_editable_set_text (self->search_entry, "");
}

static void
set_title (QuothFacetSection *self,
           const char        *title)
{
  g_autofree char *label = NULL;

  if (g_strcmp0 (self->title, title) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (title);

  /* Translators: %s is what is filtered by, such as "Speakers" */
  label = g_strdup_printf (_("Search %s"), title);
  g_object_set (self->search_entry, "placeholder-text", label, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
quoth_facet_section_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  QuothFacetSection *self = QUOTH_FACET_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_section_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  QuothFacetSection *self = QUOTH_FACET_SECTION (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_facet_section_dispose (GObject *object)
{
  QuothFacetSection *self = QUOTH_FACET_SECTION (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  g_clear_object (&self->facets);

  G_OBJECT_CLASS (quoth_facet_section_parent_class)->dispose (object);
}

static void
quoth_facet_section_finalize (GObject *object)
{
  QuothFacetSection *self = QUOTH_FACET_SECTION (object);

  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (quoth_facet_section_parent_class)->finalize (object);
}

static void
quoth_facet_section_class_init (QuothFacetSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_facet_section_dispose;
  object_class->finalize = quoth_facet_section_finalize;
  object_class->get_property = quoth_facet_section_get_property;
  object_class->set_property = quoth_facet_section_set_property;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (QUOTH_TYPE_FACET);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-facet-section.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, filtered);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, shown);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, title_label);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, search_entry);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, rows);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, none_label);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, more_button);
  gtk_widget_class_bind_template_child (widget_class, QuothFacetSection, fewer_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_fewer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search_cb);
}

static void
quoth_facet_section_init (QuothFacetSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_slice_list_model_set_size (self->shown, FIRST_ROWS);
  g_signal_connect_object (self->filtered, "items-changed",
                           G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown, "items-changed",
                           G_CALLBACK (on_items_changed_cb), self, G_CONNECT_SWAPPED);
}

void
quoth_facet_section_set_facets (QuothFacetSection *self,
                                QuothFacetList    *facets)
{
  g_return_if_fail (QUOTH_IS_FACET_SECTION (self));
  g_return_if_fail (facets == NULL || QUOTH_IS_FACET_LIST (facets));

  if (!g_set_object (&self->facets, facets))
    return;

  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (facets));
}
