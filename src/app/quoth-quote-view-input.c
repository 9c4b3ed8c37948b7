#include "config.h"

#include "quoth-quote-view-private.h"

#include "quoth-quote-item.h"

/* What is done to the rows with the mouse, by touch and with keys: opening, dragging, the menu. */

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
  quoth_quote_view_select_only (self, quoth_quote_item_get_position (item));
  g_signal_emit_by_name (self, "opened");
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

  if (!quoth_quote_view_is_selected (self, quoth_quote_item_get_position (item)))
    quoth_quote_view_select_only (self, quoth_quote_item_get_position (item));
  numbers = quoth_quote_selection_dup_ids (self->selection);
  g_signal_emit_by_name (self, "prepare-drag", numbers, &content);

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

  if (quoth_quote_view_is_selected (self, quoth_quote_item_get_position (item)))
    quoth_quote_view_show_position (self, quoth_quote_item_get_position (item));
  else
    quoth_quote_view_select_only (self, quoth_quote_item_get_position (item));
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

void
quoth_quote_view_bind_pointer (GtkWidgetClass *widget_class)
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
  gtk_widget_class_bind_template_callback (widget_class, on_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_prepare_drag_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_drag_begin_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed_cb);
}
