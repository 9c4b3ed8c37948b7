#include "config.h"

#include "quoth-address-dialog.h"

#include <glib/gi18n-lib.h>

#include "quoth-fetch.h"

struct _QuothAddressDialog
{
  AdwWindow      parent_instance;

  gboolean       read_clipboard;
  GCancellable  *cancellable;      /* of the clipboard and of the job */
  QuothImportJob *job;

  GtkEditable   *address_row;
  GtkRevealer   *progress_revealer;
  GtkRevealer   *error_revealer;
  GtkLabel      *error_label;
};

G_DEFINE_FINAL_TYPE (QuothAddressDialog, quoth_address_dialog, ADW_TYPE_WINDOW)

enum {
  DONE,
  ENTERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
set_running (QuothAddressDialog *self,
             gboolean            running)
{
  gtk_revealer_set_reveal_child (self->progress_revealer, running);
  gtk_editable_set_editable (self->address_row, !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "address.open",
                                 !running && *gtk_editable_get_text (self->address_row) != '\0');
}

static void
show_error (QuothAddressDialog *self,
            const char         *message)
{
  gtk_label_set_text (self->error_label, message != NULL ? message : "");
  gtk_revealer_set_reveal_child (self->error_revealer, message != NULL);
  if (message == NULL)
    return;

  gtk_widget_add_css_class (GTK_WIDGET (self->address_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->address_row),
                               GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
}

static void
on_address_changed_cb (QuothAddressDialog *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->address_row), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->address_row), GTK_ACCESSIBLE_STATE_INVALID);
  show_error (self, NULL);
  set_running (self, FALSE);
}

static void
open_address (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  QuothAddressDialog *self = QUOTH_ADDRESS_DIALOG (widget);
  g_autofree char *address = quoth_fetch_dup_address (gtk_editable_get_text (self->address_row));

  if (address == NULL)
    {
      show_error (self,
                  _("This is not an address of the web. One looks like https://example.org/page."));
      return;
    }

  show_error (self, NULL);
  g_signal_emit (self, signals[ENTERED], 0, address);
}

static void
on_entry_activated_cb (QuothAddressDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "address.open", NULL);
}

/* Why nothing came of it, if so */
static const char *
find_reason (QuothImportJob *job)
{
  GPtrArray *report = quoth_import_job_get_report (job);

  for (guint i = 0; i < report->len; i++)
    {
      const QuothImportEntry *entry = g_ptr_array_index (report, i);

      if (entry->outcome == QUOTH_OUTCOME_FAILED)
        return entry->reason;
    }

  return NULL;
}

static void
on_job_finished_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (QuothAddressDialog) self = user_data;
  QuothImportJob *job = QUOTH_IMPORT_JOB (source);
  g_autoptr (GError) error = NULL;
  gboolean done = quoth_import_job_run_finish (job, result, &error);
  const char *reason = done ? find_reason (job) : error->message;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  g_clear_object (&self->job);
  set_running (self, FALSE);
  if (reason != NULL)
    {
      show_error (self, reason);
      return;
    }

  g_signal_emit (self, signals[DONE], 0, job);
  gtk_window_close (GTK_WINDOW (self));
}

static void
take_address (QuothAddressDialog *self,
              const char         *text)
{
  g_autofree char *address = quoth_fetch_is_address (text) ? g_strdup (text) : NULL;

  if (address == NULL || *gtk_editable_get_text (self->address_row) != '\0')
    return;

  gtk_editable_set_text (self->address_row, address);
  gtk_editable_select_region (self->address_row, 0, -1);
}

static void
on_clipboard_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (QuothAddressDialog) self = user_data;
  /* No text on the clipboard is no failure: the person types. */
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && !g_cancellable_is_cancelled (self->cancellable))
    take_address (self, g_strstrip (text));
}

static void
quoth_address_dialog_map (GtkWidget *widget)
{
  QuothAddressDialog *self = QUOTH_ADDRESS_DIALOG (widget);

  GTK_WIDGET_CLASS (quoth_address_dialog_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->address_row));
  if (self->read_clipboard)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), self->cancellable,
                                   on_clipboard_read_cb, g_object_ref (self));
}

/* Closing stops the fetching. */
static gboolean
quoth_address_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (QUOTH_ADDRESS_DIALOG (window)->cancellable);

  return GTK_WINDOW_CLASS (quoth_address_dialog_parent_class)->close_request (window);
}

static void
quoth_address_dialog_dispose (GObject *object)
{
  QuothAddressDialog *self = QUOTH_ADDRESS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (quoth_address_dialog_parent_class)->dispose (object);
}

static void
quoth_address_dialog_finalize (GObject *object)
{
  g_clear_object (&QUOTH_ADDRESS_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (quoth_address_dialog_parent_class)->finalize (object);
}

static void
quoth_address_dialog_class_init (QuothAddressDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quoth_address_dialog_dispose;
  object_class->finalize = quoth_address_dialog_finalize;
  widget_class->map = quoth_address_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = quoth_address_dialog_close_request;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, QUOTH_TYPE_IMPORT_JOB);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quoth/Quoth/quoth-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuothAddressDialog, address_row);
  gtk_widget_class_bind_template_child (widget_class, QuothAddressDialog, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothAddressDialog, error_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuothAddressDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, on_address_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "address.open", NULL, open_address);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quoth_address_dialog_init (QuothAddressDialog *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  set_running (self, FALSE);
}

QuothAddressDialog *
quoth_address_dialog_new (GtkWindow  *parent,
                          const char *address)
{
  QuothAddressDialog *self = NULL;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (QUOTH_TYPE_ADDRESS_DIALOG, "transient-for", parent, NULL);
  self->read_clipboard = address == NULL;
  if (address != NULL)
    gtk_editable_set_text (self->address_row, address);

  return self;
}

void
quoth_address_dialog_run (QuothAddressDialog *self,
                          QuothImportJob     *job)
{
  g_return_if_fail (QUOTH_IS_ADDRESS_DIALOG (self));
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (job));
  g_return_if_fail (self->job == NULL);

  self->job = g_object_ref (job);
  set_running (self, TRUE);
  quoth_import_job_run_async (job, self->cancellable, on_job_finished_cb, g_object_ref (self));
}
