#include "config.h"

#include "quoth-quote-view-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-filter-bar.h"
#include "quoth-quote-item.h"

G_DEFINE_FINAL_TYPE (QuothQuoteView, quoth_quote_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_EMPTY,
  PROP_MENU_MODEL,
  PROP_N_SELECTED,
  PROP_ROW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum {
  OPENED,
  PREPARE_DRAG,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

guint
quoth_quote_view_count (QuothQuoteView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static void
restore_focus (QuothQuoteView *self)
{
  if (self->had_focus && quoth_quote_view_has_focus (self))
    gtk_widget_grab_focus (self->list_view);

  self->had_focus = FALSE;
}

static const char *
choose_page (QuothQuoteView *self)
{
  if (quoth_quote_view_count (self) > 0)
    return "quotes";
  if (self->empty)
    return "empty";

  return quoth_query_get_active (self->query) ? "no-results" : "no-quotes";
}

static void
sync_empty (QuothQuoteView *self)
{
  gboolean empty = FALSE;

  if (quoth_quote_view_count (self) == 0)
    empty = quoth_store_count_articles (quoth_library_get_reader (self->library)) <= 0;

  if (self->empty == empty)
    return;

  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
sync_page (QuothQuoteView *self)
{
  guint n_quotes = quoth_quote_view_count (self);
  g_autofree char *label = NULL;

  sync_empty (self);

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u quotation", "%'u quotations",
                                        n_quotes), n_quotes);
  gtk_label_set_text (self->count_label, label);
  gtk_widget_set_visible (self->results_bar, !self->empty);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
}

static gboolean
on_sync_cb (gpointer user_data)
{
  QuothQuoteView *self = user_data;

  self->sync_id = 0;
  /* While a query runs the list is empty: that is no news, and pages would flicker. */
  if (quoth_quote_list_get_loading (self->quotes) && quoth_quote_view_count (self) == 0)
    return G_SOURCE_REMOVE;

  sync_page (self);
  quoth_quote_view_select_awaited (self);
  quoth_quote_view_restore_row (self);
  restore_focus (self);

  return G_SOURCE_REMOVE;
}

static void
queue_sync (QuothQuoteView *self)
{
  if (self->sync_id == 0)
    self->sync_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_sync_cb, self, NULL);
}

/* Connected before the list view is. A row that goes takes the focus along, and GTK then finds
 * another place for it, so the list itself takes it in between. */
static void
on_items_changed_cb (QuothQuoteView *self)
{
  if (quoth_quote_view_has_focus (self))
    {
      self->had_focus = TRUE;
      gtk_root_set_focus (gtk_widget_get_root (self->list_view), self->list_view);
    }

  queue_sync (self);
}

/* What one cannot see any more must not be exported. */
static void
on_query_changed_cb (QuothQuoteView *self)
{
  if (quoth_quote_selection_get_n_selected (self->selection) > 1)
    quoth_quote_view_select_only (self, self->selected_position);
}

static void
on_n_selected_cb (QuothQuoteView *self)
{
  quoth_selection_bar_set_count (self->selection_bar,
                                 quoth_quote_selection_get_n_selected (self->selection));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static void
on_activate_cb (QuothQuoteView *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

static void
quoth_quote_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (object);

  switch (prop_id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, self->empty);
      break;

    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;

    case PROP_N_SELECTED:
      g_value_set_uint (value, quoth_quote_view_get_n_selected (self));
      break;

    case PROP_ROW:
      g_value_set_object (value, self->row);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (object);

  switch (prop_id)
    {
    case PROP_MENU_MODEL:
      if (g_set_object (&self->menu_model, g_value_get_object (value)))
        g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_view_dispose (GObject *object)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (object);

  g_clear_handle_id (&self->sync_id, g_source_remove);
  if (self->popover != NULL && gtk_widget_get_parent (GTK_WIDGET (self->popover)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_clear_object (&self->row);
  g_clear_object (&self->menu_model);
  g_clear_object (&self->quotes);
  g_clear_object (&self->query);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (quoth_quote_view_parent_class)->dispose (object);
}

static void
quoth_quote_view_finalize (GObject *object)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (object);

  g_clear_pointer (&self->selected_id, g_free);
  g_clear_pointer (&self->awaited_id, g_free);

  G_OBJECT_CLASS (quoth_quote_view_parent_class)->finalize (object);
}

static void
quoth_quote_view_class_init (QuothQuoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_quote_view_dispose;
  object_class->finalize = quoth_quote_view_finalize;
  object_class->get_property = quoth_quote_view_get_property;
  object_class->set_property = quoth_quote_view_set_property;

  properties[PROP_EMPTY] =
    g_param_spec_boolean ("empty", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MENU_MODEL] =
    g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] =
    g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, QUOTH_TYPE_QUOTE_ROW,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PREPARE_DRAG] = g_signal_new ("prepare-drag", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0,
                                        g_signal_accumulator_first_wins, NULL, NULL,
                                        GDK_TYPE_CONTENT_PROVIDER, 1, G_TYPE_ARRAY);

  g_type_ensure (QUOTH_TYPE_FILTER_BAR);
  g_type_ensure (QUOTH_TYPE_QUOTE_ITEM);
  g_type_ensure (QUOTH_TYPE_QUOTE_SELECTION);
  g_type_ensure (QUOTH_TYPE_SELECTION_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-quote-view.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, selection);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, popover);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, results_bar);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, count_label);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, stack);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, list_view);
  gtk_widget_class_bind_template_child (widget_class, QuothQuoteView, selection_bar);
  gtk_widget_class_bind_template_callback (widget_class, quoth_quote_view_on_selection_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_n_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  quoth_quote_view_bind_pointer (widget_class);
}

static void
quoth_quote_view_init (QuothQuoteView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
}

void
quoth_quote_view_set_list (QuothQuoteView *self,
                           QuothLibrary   *library,
                           QuothQuery     *query,
                           QuothQuoteList *quotes)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));
  g_return_if_fail (QUOTH_IS_LIBRARY (library));
  g_return_if_fail (QUOTH_IS_QUERY (query));
  g_return_if_fail (QUOTH_IS_QUOTE_LIST (quotes));
  g_return_if_fail (self->quotes == NULL);

  self->library = g_object_ref (library);
  self->query = g_object_ref (query);
  self->quotes = g_object_ref (quotes);

  g_signal_connect_object (quotes, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (quotes, "notify::loading", G_CALLBACK (queue_sync), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (query, "changed", G_CALLBACK (on_query_changed_cb), self,
                           G_CONNECT_SWAPPED);
  quoth_quote_selection_set_list (self->selection, quotes);
  quoth_filter_bar_set_query (self->filter_bar, query);
  queue_sync (self);
}

void
quoth_quote_view_set_facets (QuothQuoteView *self,
                             QuothFacetKind  kind,
                             QuothFacetList *facets)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  quoth_filter_bar_set_facets (self->filter_bar, kind, facets);
}

QuothQuoteRow *
quoth_quote_view_get_row (QuothQuoteView *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_VIEW (self), NULL);

  return self->row;
}

guint
quoth_quote_view_get_n_selected (QuothQuoteView *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_VIEW (self), 0);

  return self->selection != NULL ? quoth_quote_selection_get_n_selected (self->selection) : 0;
}

/**
 * quoth_quote_view_dup_selected_ids:
 *
 * Returns: (transfer full) (element-type guint32): the library's numbers of the selected
 *   quotations, in the list's order
 */
GArray *
quoth_quote_view_dup_selected_ids (QuothQuoteView *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_VIEW (self), NULL);

  return quoth_quote_selection_dup_ids (self->selection);
}

gboolean
quoth_quote_view_get_empty (QuothQuoteView *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_VIEW (self), TRUE);

  return self->empty;
}
