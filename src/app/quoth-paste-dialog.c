#include "config.h"

#include "quoth-paste-dialog.h"

struct _QuothPasteDialog
{
  AdwWindow      parent_instance;

  GCancellable  *cancellable;

  GtkEditable   *title_row;
  GtkTextView   *text_view;
};

G_DEFINE_FINAL_TYPE (QuothPasteDialog, quoth_paste_dialog, ADW_TYPE_WINDOW)

enum {
  ADDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
dup_text (QuothPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_buffer_changed_cb (QuothPasteDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.add",
                                 gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->text_view)) > 0);
}

static void
add_text (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  QuothPasteDialog *self = QUOTH_PASTE_DIALOG (widget);
  g_autofree char *text = dup_text (self);

  g_signal_emit (self, signals[ADDED], 0, gtk_editable_get_text (self->title_row), text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (QuothPasteDialog) self = user_data;
  /* No text on the clipboard is no failure: the person types or pastes. */
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = NULL;
  GtkTextIter start;

  if (text == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  buffer = gtk_text_view_get_buffer (self->text_view);
  if (gtk_text_buffer_get_char_count (buffer) > 0)
    return;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

static void
quoth_paste_dialog_map (GtkWidget *widget)
{
  QuothPasteDialog *self = QUOTH_PASTE_DIALOG (widget);

  GTK_WIDGET_CLASS (quoth_paste_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable,
                                 on_clipboard_read_cb, g_object_ref (self));
}

static void
quoth_paste_dialog_dispose (GObject *object)
{
  QuothPasteDialog *self = QUOTH_PASTE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (quoth_paste_dialog_parent_class)->dispose (object);
}

static void
quoth_paste_dialog_finalize (GObject *object)
{
  QuothPasteDialog *self = QUOTH_PASTE_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (quoth_paste_dialog_parent_class)->finalize (object);
}

static void
quoth_paste_dialog_class_init (QuothPasteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_paste_dialog_dispose;
  object_class->finalize = quoth_paste_dialog_finalize;
  widget_class->map = quoth_paste_dialog_map;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothPasteDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, QuothPasteDialog, text_view);
  gtk_widget_class_install_action (widget_class, "paste.add", NULL, add_text);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_paste_dialog_init (QuothPasteDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (on_buffer_changed_cb), self, G_CONNECT_SWAPPED);
  on_buffer_changed_cb (self);
}

QuothPasteDialog *
quoth_paste_dialog_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  return g_object_new (QUOTH_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);
}
