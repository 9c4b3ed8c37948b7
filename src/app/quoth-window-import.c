#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-address-dialog.h"
#include "quoth-fetch.h"
#include "quoth-import-report.h"
#include "quoth-paste-dialog.h"

/* How articles come into the window's library: chosen, dropped, pasted, or given on the command
 * line. */

static void start_next_job (QuothWindow *self);

/* Restoring what had been deleted before */

static void
on_brought_back_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (QuothWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (quoth_library_write_finish (QUOTH_LIBRARY (source), result, &error))
    quoth_window_show_message (self, _("Articles brought back"));
  else
    quoth_window_show_message (self, error->message);
}

static void
on_bring_back_cb (QuothWindow *self)
{
  GPtrArray *report = quoth_import_job_get_report (self->last_job);

  for (guint i = 0; i < report->len; i++)
    {
      const QuothImportEntry *entry = g_ptr_array_index (report, i);

      if (entry->outcome == QUOTH_OUTCOME_DELETED_BEFORE && entry->article_id != NULL)
        quoth_library_restore_article_async (self->library, entry->article_id, NULL,
                                             on_brought_back_cb, g_object_ref (self));
    }
}

/* The report */

static void
on_compare_cb (QuothWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-held", NULL);
}

static void
on_attach_cb (QuothWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-references", NULL);
}

static void
show_report (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  QuothImportReport *report = NULL;

  if (self->last_job == NULL)
    return;

  report = quoth_import_report_new (GTK_WINDOW (self), self->last_job);
  g_signal_connect_object (report, "bring-back", G_CALLBACK (on_bring_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "compare", G_CALLBACK (on_compare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (report, "attach", G_CALLBACK (on_attach_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (report));
}

/* What needs the person's eye opens by itself; all else is a line that leads there. */
static void
tell_outcome (QuothWindow *self,
              gboolean     cancelled)
{
  g_autofree char *summary = quoth_import_report_dup_summary (self->last_job);
  g_autofree char *title = NULL;
  AdwToast *toast = NULL;

  if (!cancelled
      && (quoth_import_job_count (self->last_job, QUOTH_OUTCOME_FAILED) > 0
          || quoth_import_job_count (self->last_job, QUOTH_OUTCOME_DELETED_BEFORE) > 0
          || quoth_import_job_count_held (self->last_job) > 0))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-report", NULL);
      return;
    }

  /* Translators: %s tells how many articles were added */
  title = cancelled ? g_strdup_printf (_("Import stopped: %s"), summary)
                    : g_steal_pointer (&summary);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Report"));
  adw_toast_set_action_name (toast, "win.show-report");
  quoth_window_show_toast (self, toast);
}

/* Jobs: one at a time, in the order they were asked for */

static void
set_job (QuothWindow    *self,
         QuothImportJob *job)
{
  g_set_object (&self->job, job);
  quoth_job_bar_set_progress (self->import_bar,
                              job != NULL ? quoth_import_job_get_progress (job) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-import", job != NULL);
}

static void
on_job_finished_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (QuothWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean cancelled = FALSE;

  if (!quoth_import_job_run_finish (QUOTH_IMPORT_JOB (source), result, &error))
    cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  if (gtk_widget_in_destruction (GTK_WIDGET (self)) || self->job == NULL)
    return;

  set_job (self, NULL);
  g_set_object (&self->last_job, QUOTH_IMPORT_JOB (source));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", TRUE);

  if (error != NULL && !cancelled)
    quoth_window_show_message (self, error->message);
  else
    tell_outcome (self, cancelled);

  start_next_job (self);
}

static void
start_next_job (QuothWindow *self)
{
  if (self->job != NULL || self->waiting_jobs->len == 0)
    return;

  g_object_unref (self->job_cancellable);
  self->job_cancellable = g_cancellable_new ();
  set_job (self, g_ptr_array_index (self->waiting_jobs, 0));
  g_ptr_array_remove_index (self->waiting_jobs, 0);
  quoth_import_job_run_async (self->job, self->job_cancellable, on_job_finished_cb,
                              g_object_ref (self));
}

void
quoth_window_stop_importing (QuothWindow *self)
{
  if (self->waiting_jobs != NULL)
    g_ptr_array_set_size (self->waiting_jobs, 0);
  g_cancellable_cancel (self->job_cancellable);
  g_clear_object (&self->job);
}

static void
cancel_import (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);

  g_ptr_array_set_size (self->waiting_jobs, 0);
  g_cancellable_cancel (self->job_cancellable);
}

const QuothModel *
quoth_window_get_model (QuothWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    self->model = quoth_model_open_default (&error);
  if (self->model == NULL)
    quoth_window_show_message (self, error->message);

  return self->model;
}

static QuothImportJob *
create_job (QuothWindow *self)
{
  const QuothModel *model = self->library != NULL ? quoth_window_get_model (self) : NULL;
  QuothImportJob *job = NULL;

  if (model == NULL)
    return NULL;

  job = quoth_import_job_new (self->library, model);
  quoth_import_job_set_near_choice (job, quoth_window_get_near_choice (self));

  return job;
}

static void
take_job (QuothWindow    *self,
          QuothImportJob *job)
{
  g_ptr_array_add (self->waiting_jobs, job);
  start_next_job (self);
}

/* Choosing files */

static void
on_chooser_response_cb (QuothWindow *self,
                        int          response)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
      quoth_window_import (self, files);
    }

  g_clear_object (&self->chooser);
}

static void
add_filter (QuothWindow        *self,
            const char         *name,
            const char *const  *media_types,
            const char         *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; media_types != NULL && media_types[i] != NULL; i++)
    gtk_file_filter_add_mime_type (filter, media_types[i]);
  if (pattern != NULL)
    gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
show_chooser (QuothWindow          *self,
              const char           *title,
              GtkFileChooserAction  action)
{
  static const char *const media_types[] = {
    "text/plain", "text/markdown", "text/html", "application/xhtml+xml",
    "application/x-mimearchive", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-flat-xml", "application/rtf",
    "application/x-research-info-systems",
    "text/x-bibtex", "application/json", "application/xml", NULL,
  };

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, _("_Import"),
                                               NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  if (action == GTK_FILE_CHOOSER_ACTION_OPEN)
    {
      add_filter (self, _("Articles and References"), media_types, NULL);
      add_filter (self, _("All Files"), NULL, "*");
    }

  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
import_files (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  show_chooser (QUOTH_WINDOW (widget), _("Import Articles"), GTK_FILE_CHOOSER_ACTION_OPEN);
}

static void
import_folder (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  show_chooser (QUOTH_WINDOW (widget), _("Import Folder"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER);
}

/* Addresses */

static void
on_address_entered_cb (QuothWindow        *self,
                       const char         *address,
                       QuothAddressDialog *dialog)
{
  g_autoptr (QuothImportJob) job = create_job (self);

  if (job == NULL)
    return;

  quoth_import_job_add_address (job, address);
  quoth_address_dialog_run (dialog, job);
}

static void
on_address_done_cb (QuothWindow    *self,
                    QuothImportJob *job)
{
  g_set_object (&self->last_job, job);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-report", TRUE);
  tell_outcome (self, FALSE);
}

/* @address: (nullable): what is fetched at once, or the person is asked */
static void
ask_for_address (QuothWindow *self,
                 const char  *address)
{
  QuothAddressDialog *dialog = NULL;

  if (self->library == NULL)
    return;

  dialog = quoth_address_dialog_new (GTK_WINDOW (self), address);
  g_signal_connect_object (dialog, "entered", G_CALLBACK (on_address_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "done", G_CALLBACK (on_address_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (address != NULL)
    gtk_widget_activate_action (GTK_WIDGET (dialog), "address.open", NULL);
}

static void
open_address (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ask_for_address (QUOTH_WINDOW (widget), NULL);
}

/* Pasting */

static void
on_paste_added_cb (QuothWindow *self,
                   const char  *title,
                   const char  *text)
{
  g_autofree char *address = quoth_fetch_dup_address (text);
  g_autofree char *article = NULL;
  g_autoptr (GBytes) bytes = NULL;
  QuothImportJob *job = NULL;

  if (address != NULL && quoth_fetch_is_address (address))
    {
      ask_for_address (self, address);
      return;
    }

  job = create_job (self);
  if (job == NULL)
    return;

  article = *title != '\0' ? g_strconcat (title, "\n\n", text, NULL) : g_strdup (text);
  bytes = g_bytes_new (article, strlen (article));
  quoth_import_job_add_bytes (job, bytes, _("Pasted text"));
  take_job (self, job);
}

static void
paste (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  QuothPasteDialog *dialog = quoth_paste_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "added", G_CALLBACK (on_paste_added_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Dropping */

/* Files, and addresses from a browser; not what is dragged out of the list. */
static gboolean
on_drop_accept_cb (GtkDropTarget *target,
                   GdkDrop       *drop)
{
  return gdk_drop_get_drag (drop) == NULL &&
         (gdk_drop_get_actions (drop) & gtk_drop_target_get_actions (target)) != 0 &&
         gdk_content_formats_match (gdk_drop_get_formats (drop),
                                    gtk_drop_target_get_formats (target));
}

static GdkDragAction
on_drop_enter_cb (QuothWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_drop_leave_cb (QuothWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_revealer, FALSE);
}

static gboolean
on_drop_cb (QuothWindow  *self,
            const GValue *value)
{
  g_autoptr (GListStore) files = NULL;
  g_autofree char *address = NULL;

  if (G_VALUE_HOLDS_STRING (value))
    {
      address = quoth_fetch_dup_address (g_value_get_string (value));
      if (address != NULL)
        ask_for_address (self, address);
      return address != NULL;
    }

  files = g_list_store_new (G_TYPE_FILE);
  for (GSList *node = g_value_get_boxed (value); node != NULL; node = node->next)
    g_list_store_append (files, node->data);

  quoth_window_import (self, G_LIST_MODEL (files));

  return TRUE;
}

void
quoth_window_accept_drops (QuothWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (on_drop_accept_cb), NULL);
  g_signal_connect_object (target, "enter", G_CALLBACK (on_drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_drop_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
quoth_window_import (QuothWindow *self,
                     GListModel  *files)
{
  guint n_files = 0;
  QuothImportJob *job = NULL;

  g_return_if_fail (QUOTH_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  n_files = g_list_model_get_n_items (files);
  if (n_files == 0)
    return;

  job = create_job (self);
  if (job == NULL)
    return;

  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      quoth_import_job_add_file (job, file);
    }
  take_job (self, job);
}

void
quoth_window_install_imports (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_files);
  gtk_widget_class_install_action (widget_class, "win.import-folder", NULL, import_folder);
  gtk_widget_class_install_action (widget_class, "win.open-address", NULL, open_address);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste);
  gtk_widget_class_install_action (widget_class, "win.cancel-import", NULL, cancel_import);
  gtk_widget_class_install_action (widget_class, "win.show-report", NULL, show_report);
}
