#include "config.h"

#include "quoth-window-private.h"

/* Messages of the window, one at a time: what happens now is what the person wants to read, and to
 * undo. But libadwaita 1.2 uses a message after it was freed when that one is sent away while it
 * still comes in, or while the one before it still goes. So each has come in before it is sent
 * away, and has gone before the next one comes. */

/* A notice with a button stays long enough for slow hands and screen readers. */
#define SECONDS_TO_PRESS 15
/* longer than libadwaita takes to show a message, or to take it away; µs */
#define TOAST_MOVES (400 * G_TIME_SPAN_MILLISECOND)

static void
on_toast_dismissed_cb (QuothWindow *self,
                       AdwToast    *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* The overlay's last child is the message that came last. Until it has come in nobody may press
 * its button. */
static void
set_pressable (QuothWindow *self,
               gboolean     pressable)
{
  GtkWidget *message = gtk_widget_get_last_child (GTK_WIDGET (self->toast_overlay));

  gtk_widget_set_can_target (message, pressable);
  gtk_widget_set_can_focus (message, pressable);
}

/* One step of what is to be done: the old message goes, or the new one comes. Returns: whether
 * there was anything to do */
static gboolean
move_toasts (QuothWindow *self)
{
  if (self->next_toast == NULL)
    return FALSE;

  if (self->toast != NULL)
    {
      adw_toast_dismiss (self->toast);
      return TRUE;
    }

  self->toast = g_object_ref (self->next_toast);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (on_toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  if (adw_toast_get_button_label (self->toast) != NULL)
    adw_toast_set_timeout (self->toast, SECONDS_TO_PRESS);
  adw_toast_overlay_add_toast (self->toast_overlay, g_steal_pointer (&self->next_toast));
  set_pressable (self, FALSE);

  return TRUE;
}

/* Counts from the first frame, in which the message begins to move. */
static gboolean
on_toast_tick_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->toast_time == 0)
    self->toast_time = now;
  if (now - self->toast_time < TOAST_MOVES)
    return G_SOURCE_CONTINUE;

  self->toast_time = now;
  if (self->toast != NULL)
    set_pressable (self, TRUE);
  if (move_toasts (self))
    return G_SOURCE_CONTINUE;
  self->toast_tick = 0;

  return G_SOURCE_REMOVE;
}

void
quoth_window_show_toast (QuothWindow *self,
                         AdwToast    *toast)
{
  g_clear_object (&self->next_toast);
  self->next_toast = toast;
  if (self->toast_tick != 0)
    return;

  move_toasts (self);
  self->toast_time = 0;
  self->toast_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_toast_tick_cb, NULL, NULL);
}

void
quoth_window_clear_toasts (QuothWindow *self)
{
  if (self->toast_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->toast_tick);
  self->toast_tick = 0;
  g_clear_object (&self->next_toast);
  g_clear_object (&self->toast);
}

void
quoth_window_show_message (QuothWindow *self,
                           const char  *message)
{
  g_return_if_fail (QUOTH_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  quoth_window_show_toast (self, adw_toast_new (message));
}
