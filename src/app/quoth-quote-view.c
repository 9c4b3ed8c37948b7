#include "config.h"

#include "quoth-quote-view.h"

#include <glib/gi18n-lib.h>

#include "quoth-filter-bar.h"
#include "quoth-quote-item.h"
#include "quoth-quote-selection.h"
#include "quoth-selection-bar.h"

struct _QuothQuoteView
{
  AdwBin               parent_instance;

  QuothLibrary        *library;
  QuothQuery          *query;
  QuothQuoteList      *quotes;
  GMenuModel          *menu_model;

  /* Of those selected, the one that the keyboard was last at: the panel shows it. It is kept by
   * id, as a new query empties the list and fills it again. */
  QuothQuoteRow       *row;
  char                *selected_id;
  guint                selected_position;
  char                *awaited_id;        /* to be selected when it comes */
  gboolean             hold_place;
  gboolean             had_focus;
  gboolean             empty;
  guint                sync_id;

  QuothQuoteSelection *selection;
  GtkPopover          *popover;
  QuothFilterBar      *filter_bar;
  GtkWidget           *results_bar;
  GtkLabel            *count_label;
  GtkStack            *stack;
  GtkWidget           *list_view;
  QuothSelectionBar   *selection_bar;
};

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

static guint
count_quotes (QuothQuoteView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}

static gboolean
is_selected (QuothQuoteView *self,
             guint           position)
{
  return position != GTK_INVALID_LIST_POSITION
         && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
}

/* @position: of the row to show, or GTK_INVALID_LIST_POSITION for none */
static void
show_position (QuothQuoteView *self,
               guint           position)
{
  g_autoptr (QuothQuoteRow) row = NULL;

  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (row != NULL)
    {
      g_free (self->selected_id);
      self->selected_id = g_strdup (quoth_quote_row_get_quote_id (row));
      self->selected_position = position;
    }

  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

static gboolean
list_has_focus (QuothQuoteView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL &&
         (focus == self->list_view || gtk_widget_is_ancestor (focus, self->list_view));
}

static guint
get_position (GtkWidget *row)
{
  GtkWidget *item = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return QUOTH_IS_QUOTE_ITEM (item) ? quoth_quote_item_get_position (QUOTH_QUOTE_ITEM (item))
                                    : GTK_INVALID_LIST_POSITION;
}

static guint
find_focused_position (QuothQuoteView *self)
{
  return get_position (gtk_widget_get_focus_child (self->list_view));
}

/* While a row has the focus, the list itself keeps it there; so the row that is to have it is
 * asked. */
static void
focus_position (QuothQuoteView *self,
                guint           position)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list_view);

  while (row != NULL && get_position (row) != position)
    row = gtk_widget_get_next_sibling (row);

  gtk_widget_grab_focus (row != NULL ? row : self->list_view);
}

/* Nothing but that row is selected from now on. The list is asked to do it, so that a selection
 * that the keyboard extends begins there. */
static void
select_only (QuothQuoteView *self,
             guint           position)
{
  gtk_widget_activate_action (self->list_view, "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  show_position (self, position);
}

static void
select_position (QuothQuoteView *self,
                 guint           position)
{
  select_only (self, position);
  /* This also moves the list's own idea of where the keyboard is. */
  gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
  if (list_has_focus (self))
    focus_position (self, position);
}

static void
select_awaited (QuothQuoteView *self)
{
  guint position = self->awaited_id != NULL ? quoth_quote_list_find (self->quotes, self->awaited_id)
                                            : G_MAXUINT;

  if (position == G_MAXUINT)
    return;

  g_clear_pointer (&self->awaited_id, g_free);
  select_position (self, position);
}

/* The selected row that is nearest behind @position, else the last one */
static guint
find_selected_near (QuothQuoteView *self,
                    guint           position)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint found = GTK_INVALID_LIST_POSITION;

  if (gtk_bitset_iter_init_at (&iter, selected, position, &found))
    return found;

  return gtk_bitset_is_empty (selected) ? GTK_INVALID_LIST_POSITION
                                        : gtk_bitset_get_maximum (selected);
}

/* Shows again, after the list has changed, the row that was shown before. */
static void
restore_row (QuothQuoteView *self)
{
  guint n_quotes = count_quotes (self);
  guint position = GTK_INVALID_LIST_POSITION;

  if (n_quotes == 0 || self->selected_id == NULL)
    {
      show_position (self, GTK_INVALID_LIST_POSITION);
      return;
    }

  position = quoth_quote_list_find (self->quotes, self->selected_id);
  if (position != GTK_INVALID_LIST_POSITION && is_selected (self, position))
    {
      show_position (self, position);
      return;
    }

  if (quoth_quote_selection_get_n_selected (self->selection) > 0)
    show_position (self, find_selected_near (self, self->selected_position));
  else if (position != GTK_INVALID_LIST_POSITION)
    select_position (self, position);
  else if (self->hold_place)
    select_position (self, MIN (self->selected_position, n_quotes - 1));
  else
    show_position (self, GTK_INVALID_LIST_POSITION);
  self->hold_place = FALSE;
}

static void
restore_focus (QuothQuoteView *self)
{
  if (self->had_focus && list_has_focus (self))
    gtk_widget_grab_focus (self->list_view);

  self->had_focus = FALSE;
}

static const char *
choose_page (QuothQuoteView *self)
{
  if (count_quotes (self) > 0)
    return "quotes";
  if (self->empty)
    return "empty";

  return quoth_query_get_active (self->query) ? "no-results" : "no-quotes";
}

static void
sync_empty (QuothQuoteView *self)
{
  gboolean empty = FALSE;

  if (count_quotes (self) == 0)
    empty = quoth_store_count_articles (quoth_library_get_reader (self->library)) <= 0;

  if (self->empty == empty)
    return;

  self->empty = empty;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

static void
sync_page (QuothQuoteView *self)
{
  guint n_quotes = count_quotes (self);
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
  if (quoth_quote_list_get_loading (self->quotes) && count_quotes (self) == 0)
    return G_SOURCE_REMOVE;

  sync_page (self);
  select_awaited (self);
  restore_row (self);
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
  if (list_has_focus (self))
    {
      self->had_focus = TRUE;
      gtk_root_set_focus (gtk_widget_get_root (self->list_view), self->list_view);
    }

  queue_sync (self);
}

static void
on_selection_changed_cb (QuothQuoteView *self)
{
  guint position = find_focused_position (self);

  if (!is_selected (self, position))
    position = is_selected (self, self->selected_position) ? self->selected_position
                                                           : find_selected_near (self,
                                                                                 self->selected_position);

  g_clear_pointer (&self->awaited_id, g_free);
  g_clear_pointer (&self->selected_id, g_free);
  self->hold_place = FALSE;
  show_position (self, position);
}

/* What one cannot see any more must not be exported. */
static void
on_query_changed_cb (QuothQuoteView *self)
{
  if (quoth_quote_selection_get_n_selected (self->selection) > 1)
    select_only (self, self->selected_position);
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

static QuothQuoteItem *
pick_item (QuothQuoteView *self,
           double          x,
           double          y)
{
  GtkWidget *picked = gtk_widget_pick (self->list_view, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL)
    return NULL;

  /* The item fills its row but for the padding. */
  if (!QUOTH_IS_QUOTE_ITEM (picked) && QUOTH_IS_QUOTE_ITEM (gtk_widget_get_first_child (picked)))
    return QUOTH_QUOTE_ITEM (gtk_widget_get_first_child (picked));

  return QUOTH_QUOTE_ITEM (gtk_widget_get_ancestor (picked, QUOTH_TYPE_QUOTE_ITEM));
}

static void
on_released_cb (QuothQuoteView     *self,
                int                 n_press,
                double              x,
                double              y,
                GtkEventController *gesture)
{
  QuothQuoteItem *item = pick_item (self, x, y);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (gesture);

  /* More than one is selected by the list itself. */
  if (item == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    return;

  /* The list itself would select it only after this. */
  select_only (self, quoth_quote_item_get_position (item));
  g_signal_emit (self, signals[OPENED], 0);
}

/* A row that is selected takes all that are along; another one goes alone. */
static GdkContentProvider *
on_prepare_drag_cb (QuothQuoteView *self,
                    double          x,
                    double          y)
{
  QuothQuoteItem *item = pick_item (self, x, y);
  g_autoptr (GArray) numbers = NULL;
  GdkContentProvider *content = NULL;

  if (item == NULL)
    return NULL;

  if (!is_selected (self, quoth_quote_item_get_position (item)))
    select_only (self, quoth_quote_item_get_position (item));
  numbers = quoth_quote_selection_dup_ids (self->selection);
  g_signal_emit (self, signals[PREPARE_DRAG], 0, numbers, &content);

  return content;
}

static void
on_drag_begin_cb (QuothQuoteView *self,
                  GdkDrag        *drag,
                  GtkDragSource  *source)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list_view);
  g_autoptr (GdkPaintable) icon = NULL;

  if (row == NULL)
    return;

  icon = gtk_widget_paintable_new (row);
  gtk_drag_source_set_icon (source, icon, 0, 0);
}

static void
popup_menu (QuothQuoteView *self,
            double          x,
            double          y)
{
  double view_x = x;
  double view_y = y;

  if (self->row == NULL)
    return;

  gtk_widget_translate_coordinates (self->list_view, GTK_WIDGET (self), x, y, &view_x, &view_y);
  gtk_popover_set_pointing_to (self->popover, &(GdkRectangle) { (int) view_x, (int) view_y, 1, 1 });
  gtk_popover_popup (self->popover);
}

static void
popup_menu_at (QuothQuoteView *self,
               double          x,
               double          y)
{
  QuothQuoteItem *item = pick_item (self, x, y);

  if (item == NULL)
    return;

  if (is_selected (self, quoth_quote_item_get_position (item)))
    show_position (self, quoth_quote_item_get_position (item));
  else
    select_only (self, quoth_quote_item_get_position (item));
  popup_menu (self, x, y);
}

static void
on_secondary_pressed_cb (QuothQuoteView *self,
                         int             n_press,
                         double          x,
                         double          y)
{
  popup_menu_at (self, x, y);
}

static void
on_long_pressed_cb (QuothQuoteView *self,
                    double          x,
                    double          y)
{
  popup_menu_at (self, x, y);
}

/* The Menu key opens the menu at the row that has the focus. */
static gboolean
on_menu_key_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (widget);
  GtkWidget *row = gtk_widget_get_focus_child (self->list_view);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, self->list_view, &bounds))
    return FALSE;

  popup_menu (self, bounds.origin.x + bounds.size.width / 3,
              bounds.origin.y + bounds.size.height / 2);

  return TRUE;
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

static gboolean
on_escape_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  QuothQuoteView *self = QUOTH_QUOTE_VIEW (widget);

  /* With one selected, the key is somebody else's. */
  if (quoth_quote_view_get_n_selected (self) < 2)
    return FALSE;

  quoth_quote_view_select_one (self);

  return TRUE;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "quote.copy-quotation", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "quote.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "quote.reject", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "quote.reject", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key_cb, NULL);
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
  gtk_widget_class_bind_template_callback (widget_class, on_selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_n_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin_cb);
  bind_keys (widget_class);
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

void
quoth_quote_view_select_one (QuothQuoteView *self)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  if (self->row != NULL)
    select_position (self, self->selected_position);
}

gboolean
quoth_quote_view_get_empty (QuothQuoteView *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_VIEW (self), TRUE);

  return self->empty;
}

void
quoth_quote_view_move (QuothQuoteView *self,
                       int             by)
{
  guint n_quotes = 0;
  gint64 position = 0;

  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  n_quotes = count_quotes (self);
  if (n_quotes == 0)
    return;

  if (self->row != NULL)
    position = CLAMP ((gint64) self->selected_position + by, 0, (gint64) n_quotes - 1);

  select_position (self, (guint) position);
}

void
quoth_quote_view_hold_place (QuothQuoteView *self)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  self->hold_place = TRUE;
}

void
quoth_quote_view_select (QuothQuoteView *self,
                         const char     *quote_id)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));
  g_return_if_fail (quote_id != NULL);
  g_return_if_fail (self->quotes != NULL);

  g_free (self->awaited_id);
  self->awaited_id = g_strdup (quote_id);
  select_awaited (self);
}
