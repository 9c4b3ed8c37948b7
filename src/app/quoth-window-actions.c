#include "config.h"

#include "quoth-window-private.h"

#include "quoth-style-dialog.h"

/* Actions of the window that are neither about importing nor about the selected quotation. */

static const char *order_names[] = {
  [QUOTH_ORDER_NEWEST] = "newest",
  [QUOTH_ORDER_OLDEST] = "oldest",
  [QUOTH_ORDER_SPEAKER] = "speaker",
  [QUOTH_ORDER_ARTICLE] = "article",
};

static void
search (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  quoth_window_show_page (self, self->list_page);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
toggle_sidebar (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  quoth_window_show_page (self, self->list_page);
  gtk_toggle_button_set_active (self->sidebar_button,
                                !gtk_toggle_button_get_active (self->sidebar_button));
}

static void
clear_filters (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  quoth_query_clear (self->query);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
go_back (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  quoth_window_show_page (self, self->list_page);
}

static void
go_next (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  quoth_quote_view_move (QUOTH_WINDOW (widget)->quote_view, 1);
}

static void
go_previous (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  quoth_quote_view_move (QUOTH_WINDOW (widget)->quote_view, -1);
}

static void
choose_style (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (quoth_style_dialog_new (GTK_WINDOW (self), self->citations)));
}

static void
select_one (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  quoth_quote_view_select_one (QUOTH_WINDOW (widget)->quote_view);
}

static void
close_window (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static gboolean
on_shortcuts_closed_cb (QuothWindow *self)
{
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self), NULL);

  return TRUE;
}

/* The window with the shortcuts is there only while it shows. GTK would make it beforehand, and
 * GTK 4.8 then crashes when a screen reader asks for a window that has just gone: it answers
 * with a hidden one. */
static void
show_shortcuts (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);
  g_autoptr (GtkBuilder) builder = NULL;
  GtkShortcutsWindow *shortcuts = gtk_application_window_get_help_overlay (window);

  if (shortcuts == NULL)
    {
      builder = gtk_builder_new_from_resource ("/io/github/quoth/Quoth/quoth-shortcuts.ui");
      shortcuts = GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
      gtk_application_window_set_help_overlay (window, shortcuts);
      g_signal_connect_object (shortcuts, "close-request", G_CALLBACK (on_shortcuts_closed_cb),
                               window, G_CONNECT_SWAPPED);
    }

  gtk_window_present (GTK_WINDOW (shortcuts));
}

static void
set_order (QuothWindow *self,
           const char  *name)
{
  for (QuothOrder order = 0; order < G_N_ELEMENTS (order_names); order++)
    if (g_strcmp0 (order_names[order], name) == 0)
      quoth_query_set_order (self->query, order);
}

static void
on_order_changed_cb (GSimpleAction *action,
                     GVariant      *state,
                     gpointer       user_data)
{
  QuothWindow *self = user_data;
  const char *name = g_variant_get_string (state, NULL);

  set_order (self, name);
  g_settings_set_string (self->settings, "order", name);
  g_simple_action_set_state (action, state);
}

static void
add_order (QuothWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "order");
  g_autoptr (GSimpleAction) action = NULL;

  action = g_simple_action_new_stateful ("order", G_VARIANT_TYPE_STRING,
                                         g_variant_new_string (name));
  g_signal_connect_object (action, "change-state", G_CALLBACK (on_order_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  set_order (self, name);
}

static void
add_switch (QuothWindow *self,
            const char  *property)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (property, self->query, property);

  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
quoth_window_add_states (QuothWindow *self)
{
  add_order (self);
  add_switch (self, "include-rejected");
  add_switch (self, "include-attitudes");
}

void
quoth_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar);
  gtk_widget_class_install_action (widget_class, "win.clear-filters", NULL, clear_filters);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.next", NULL, go_next);
  gtk_widget_class_install_action (widget_class, "win.previous", NULL, go_previous);
  gtk_widget_class_install_action (widget_class, "win.choose-style", NULL, choose_style);
  gtk_widget_class_install_action (widget_class, "win.select-one", NULL, select_one);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_window);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_shortcuts);
}
