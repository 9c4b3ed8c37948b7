#include "config.h"

#include "quoth-quote-view-private.h"

#include "quoth-quote-item.h"

/* Which quotations are selected, which of them is shown, and how both outlive a new list. */

gboolean
quoth_quote_view_is_selected (QuothQuoteView *self,
                              guint           position)
{
  return position != GTK_INVALID_LIST_POSITION
         && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position);
}

/* @position: of the row to show, or GTK_INVALID_LIST_POSITION for none */
void
quoth_quote_view_show_position (QuothQuoteView *self,
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
    g_object_notify (G_OBJECT (self), "row");
}

gboolean
quoth_quote_view_has_focus (QuothQuoteView *self)
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
void
quoth_quote_view_select_only (QuothQuoteView *self,
                              guint           position)
{
  gtk_widget_activate_action (self->list_view, "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  quoth_quote_view_show_position (self, position);
}

static void
select_position (QuothQuoteView *self,
                 guint           position)
{
  quoth_quote_view_select_only (self, position);
  /* This also moves the list's own idea of where the keyboard is. */
  gtk_widget_activate_action (self->list_view, "list.scroll-to-item", "u", position);
  if (quoth_quote_view_has_focus (self))
    focus_position (self, position);
}

void
quoth_quote_view_select_awaited (QuothQuoteView *self)
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
void
quoth_quote_view_restore_row (QuothQuoteView *self)
{
  guint n_quotes = quoth_quote_view_count (self);
  guint position = GTK_INVALID_LIST_POSITION;

  if (n_quotes == 0 || self->selected_id == NULL)
    {
      quoth_quote_view_show_position (self, GTK_INVALID_LIST_POSITION);
      return;
    }

  position = quoth_quote_list_find (self->quotes, self->selected_id);
  if (position != GTK_INVALID_LIST_POSITION && quoth_quote_view_is_selected (self, position))
    {
      quoth_quote_view_show_position (self, position);
      return;
    }

  if (quoth_quote_selection_get_n_selected (self->selection) > 0)
    quoth_quote_view_show_position (self, find_selected_near (self, self->selected_position));
  else if (position != GTK_INVALID_LIST_POSITION)
    select_position (self, position);
  else if (self->hold_place)
    select_position (self, MIN (self->selected_position, n_quotes - 1));
  else
    quoth_quote_view_show_position (self, GTK_INVALID_LIST_POSITION);
  self->hold_place = FALSE;
}

void
quoth_quote_view_on_selection_changed (QuothQuoteView *self)
{
  guint position = find_focused_position (self);

  if (!quoth_quote_view_is_selected (self, position))
    position = quoth_quote_view_is_selected (self, self->selected_position)
               ? self->selected_position
                                                           : find_selected_near (self,
                                                                                 self->selected_position);

  g_clear_pointer (&self->awaited_id, g_free);
  g_clear_pointer (&self->selected_id, g_free);
  self->hold_place = FALSE;
  quoth_quote_view_show_position (self, position);
}

void
quoth_quote_view_select_one (QuothQuoteView *self)
{
  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  if (self->row != NULL)
    select_position (self, self->selected_position);
}

void
quoth_quote_view_move (QuothQuoteView *self,
                       int             by)
{
  guint n_quotes = 0;
  gint64 position = 0;

  g_return_if_fail (QUOTH_IS_QUOTE_VIEW (self));

  n_quotes = quoth_quote_view_count (self);
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
  quoth_quote_view_select_awaited (self);
}
