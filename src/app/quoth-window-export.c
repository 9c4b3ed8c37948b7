#include "config.h"

#include "quoth-window-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-copy-gather.h"
#include "quoth-export-job.h"
#include "quoth-store-lookup.h"

/* What is done with all quotations that are selected: their bibliography, and writing them to a
 * file. */

/* Copying the bibliography */

typedef struct
{
  QuothWindow      *window;
  QuothCopyRequest *request;
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  g_clear_pointer (&gathering->request, quoth_copy_request_unref);
  g_object_unref (gathering->window);
  g_free (gathering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gathering, gathering_free)

static void
on_gathered_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Gathering) gathering = user_data;
  g_autoptr (GError) error = NULL;

  if (quoth_copy_gather_finish (QUOTH_LIBRARY (source), result, &error))
    quoth_window_copy (gathering->window, QUOTH_PRESET_BIBLIOGRAPHY, gathering->request);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    quoth_window_show_message (gathering->window, error->message);
}

static void
copy_bibliography (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  g_autoptr (GArray) numbers = NULL;
  Gathering *gathering = NULL;

  if (self->library == NULL || quoth_quote_view_get_n_selected (self->quote_view) == 0)
    return;

  numbers = quoth_quote_view_dup_selected_ids (self->quote_view);
  g_cancellable_cancel (self->copy_cancellable);
  g_clear_object (&self->copy_cancellable);
  self->copy_cancellable = g_cancellable_new ();

  gathering = g_new0 (Gathering, 1);
  gathering->window = g_object_ref (self);
  gathering->request = quoth_citations_create_request (self->citations, QUOTH_PRESET_BIBLIOGRAPHY);
  quoth_copy_gather_async (self->library, gathering->request, numbers, TRUE, self->copy_cancellable,
                           on_gathered_cb, gathering);
}

/* Exporting: the ids are read, then the job runs */

typedef struct
{
  QuothWindow       *window;
  QuothExportFormat  format;
  GFile             *file;
  GArray            *numbers;
} Exporting;

static void
exporting_free (Exporting *exporting)
{
  g_clear_pointer (&exporting->numbers, g_array_unref);
  g_clear_object (&exporting->file);
  g_object_unref (exporting->window);
  g_free (exporting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exporting, exporting_free)

static void
set_job (QuothWindow    *self,
         QuothExportJob *job)
{
  quoth_job_bar_set_progress (self->export_bar,
                              job != NULL ? quoth_export_job_get_progress (job) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel-export", job != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export",
                                 job == NULL &&
                                 quoth_quote_view_get_n_selected (self->quote_view) > 0);
}

static void
tell_exported (QuothWindow    *self,
               QuothExportJob *job,
               GFile          *file)
{
  g_autofree char *name = g_file_get_basename (file);
  guint n_missing = quoth_export_job_get_n_missing (job);
  g_autofree char *message = NULL;

  if (n_missing > 0)
    message = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "Exported to “%s” without %u article that is gone",
                                            "Exported to “%s” without %u articles that are gone",
                                            n_missing),
                               name, n_missing);
  else
    message = g_strdup_printf (_("Exported to “%s”"), name);
  quoth_window_show_message (self, message);
}

static void
on_exported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Exporting) exporting = user_data;
  g_autoptr (GError) error = NULL;
  QuothExportJob *job = QUOTH_EXPORT_JOB (source);
  gboolean done = quoth_export_job_run_finish (job, result, &error);

  /* The window was closed meanwhile. */
  if (exporting->window->citations == NULL)
    return;

  set_job (exporting->window, NULL);
  if (done)
    tell_exported (exporting->window, job, exporting->file);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    quoth_window_show_message (exporting->window, _("Export stopped; no file was written"));
  else
    quoth_window_show_message (exporting->window, error->message);
}

static gpointer
read_ids (QuothStore    *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  return quoth_store_list_quotes (store, data, cancellable, error);
}

static void
on_ids_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Exporting) exporting = user_data;
  QuothWindow *self = exporting->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = quoth_library_read_finish (QUOTH_LIBRARY (source), result, &error);
  g_autoptr (QuothExportJob) job = NULL;
  GFile *file = NULL;
  const char *locale = NULL;

  if (self->citations == NULL)
    return;

  if (ids == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        quoth_window_show_message (self, error->message);
      return;
    }

  locale = quoth_citations_get_locale (self->citations);
  job = quoth_export_job_new (quoth_library_get_path (self->library), exporting->format,
                              quoth_citations_get_citer (self->citations),
                              quoth_citations_get_style (self->citations),
                              *locale != '\0' ? locale : NULL);
  for (guint i = 0; i < ids->len; i += 2)
    quoth_export_job_add_quote (job, g_ptr_array_index (ids, i), g_ptr_array_index (ids, i + 1));

  set_job (self, job);
  file = exporting->file;
  quoth_export_job_run_async (job, file, self->export_cancellable, on_exported_cb,
                              g_steal_pointer (&exporting));
}

void
quoth_window_export (QuothWindow       *self,
                     QuothExportFormat  format,
                     GFile             *file)
{
  Exporting *exporting = NULL;

  g_return_if_fail (QUOTH_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (self->library != NULL);

  exporting = g_new0 (Exporting, 1);
  exporting->window = g_object_ref (self);
  exporting->format = format;
  exporting->file = g_object_ref (file);
  exporting->numbers = quoth_quote_view_dup_selected_ids (self->quote_view);

  g_clear_object (&self->export_cancellable);
  self->export_cancellable = g_cancellable_new ();
  quoth_library_read_async (self->library, read_ids, g_array_ref (exporting->numbers),
                            (GDestroyNotify) g_array_unref, (GDestroyNotify) g_ptr_array_unref,
                            self->export_cancellable, on_ids_read_cb, exporting);
}

/* Choosing the file */

static gboolean
has_extension (const char        *name,
               QuothExportFormat  format)
{
  g_autofree char *ending = g_strconcat (".", quoth_export_format_get_extension (format), NULL);

  return g_str_has_suffix (name, ending);
}

/* The filter says it, unless the name has another format's ending. */
static QuothExportFormat
find_format (QuothWindow *self,
             const char  *name)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->chooser));
  QuothExportFormat chosen = QUOTH_EXPORT_BIBTEX;

  for (QuothExportFormat format = 0; format < QUOTH_N_EXPORTS; format++)
    {
      if (filter != NULL && g_strcmp0 (gtk_file_filter_get_name (filter),
                                       quoth_export_format_get_title (format)) == 0)
        chosen = format;
    }
  for (QuothExportFormat format = 0; format < QUOTH_N_EXPORTS && !has_extension (name, chosen);
       format++)
    {
      if (has_extension (name, format))
        return format;
    }

  return chosen;
}

/* A name without an ending gets the format's. */
static GFile *
complete_name (GFile             *file,
               const char        *name,
               QuothExportFormat  format)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = g_strdup_printf ("%s.%s", name,
                                            quoth_export_format_get_extension (format));

  if (folder == NULL || g_strrstr (name, ".") != NULL)
    return g_object_ref (file);

  return g_file_get_child (folder, whole);
}

static void
on_response_cb (QuothWindow *self,
                int          response)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      QuothExportFormat format = find_format (self, name);
      g_autoptr (GFile) whole = complete_name (file, name, format);

      quoth_window_export (self, format, whole);
    }

  g_clear_object (&self->chooser);
}

static void
choose_export (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  QuothWindow *self = QUOTH_WINDOW (widget);
  GtkFileChooser *chooser = NULL;

  if (quoth_quote_view_get_n_selected (self->quote_view) == 0)
    return;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Export Quotations"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  chooser = GTK_FILE_CHOOSER (self->chooser);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  /* Translators: name of a file to export to; the format's ending is put behind it */
  gtk_file_chooser_set_current_name (chooser, _("Quotations"));
  for (QuothExportFormat format = 0; format < QUOTH_N_EXPORTS; format++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, quoth_export_format_get_title (format));
      gtk_file_filter_add_suffix (filter, quoth_export_format_get_extension (format));
      gtk_file_chooser_add_filter (chooser, filter);
    }

  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
cancel_export (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  g_cancellable_cancel (QUOTH_WINDOW (widget)->export_cancellable);
}

void
quoth_window_sync_selection (QuothWindow *self)
{
  gboolean any = quoth_quote_view_get_n_selected (self->quote_view) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-bibliography", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export",
                                 any && !quoth_job_bar_get_busy (self->export_bar));
}

void
quoth_window_install_exports (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy-bibliography", NULL, copy_bibliography);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, choose_export);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, cancel_export);
}
