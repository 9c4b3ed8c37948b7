#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-near-dialog.h"

/* Articles that are nearly the same as others: what is done with them, and those that wait for a
 * decision. */

static const char *const choice_names[] = {
  [QUOTH_NEAR_HOLD] = "ask",
  [QUOTH_NEAR_KEEP] = "keep",
  [QUOTH_NEAR_SKIP] = "skip",
};

QuothNearChoice
quoth_window_get_near_choice (QuothWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "near-same");

  for (guint i = 0; i < G_N_ELEMENTS (choice_names); i++)
    if (g_str_equal (choice_names[i], name))
      return i;

  return QUOTH_NEAR_HOLD;
}

static void
on_decided_cb (QuothWindow *self,
               guint        n_kept)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article added", "%u articles added",
                                          n_kept), n_kept);
  quoth_window_show_message (self, message);
}

static void
show_held (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothNearDialog *dialog = NULL;

  if (self->library == NULL)
    return;

  dialog = quoth_near_dialog_new (GTK_WINDOW (self), self->library, self->settings);
  g_signal_connect_object (dialog, "decided", G_CALLBACK (on_decided_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
quoth_window_add_near_rule (QuothWindow *self)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, "near-same");

  g_action_map_add_action (G_ACTION_MAP (self), action);
}

void
quoth_window_install_near (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-held", NULL, show_held);
}
