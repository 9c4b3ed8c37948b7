#include "config.h"

#include "quoth-export-job.h"

#include <glib/gi18n-lib.h>

struct _QuothExportJob
{
  GObject            parent_instance;
  char              *path;
  QuothExportFormat  format;
  QuothCiter        *citer;
  char              *style;
  char              *locale;
  GPtrArray         *articles;  /* of Wanted, in order */
  GHashTable        *by_id;     /* article id → Wanted, borrowed */
  guint              n_missing;
  QuothProgress     *progress;
};

/* An article, and which of its quotations */
typedef struct
{
  char       *id;
  gboolean    all;
  GHashTable *quotes; /* their ids */
} Wanted;

G_DEFINE_FINAL_TYPE (QuothExportJob, quoth_export_job, G_TYPE_OBJECT)

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->id);
  g_hash_table_unref (wanted->quotes);
  g_free (wanted);
}

static Wanted *
take_wanted (QuothExportJob *self,
             const char     *article_id)
{
  Wanted *wanted = g_hash_table_lookup (self->by_id, article_id);

  if (wanted != NULL)
    return wanted;

  wanted = g_new0 (Wanted, 1);
  wanted->id = g_strdup (article_id);
  wanted->quotes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (self->articles, wanted);
  g_hash_table_insert (self->by_id, wanted->id, wanted);
  return wanted;
}

static GPtrArray *
pick_quotes (QuothArticle *article,
             const Wanted *wanted)
{
  GPtrArray *quotes = quoth_article_get_quotes (article);
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);

      if (wanted->all || g_hash_table_contains (wanted->quotes, quoth_quote_get_id (quote)))
        g_ptr_array_add (picked, quote);
    }

  return picked;
}

static gboolean
export_article (QuothExportJob  *self,
                QuothStore      *store,
                QuothExporter   *exporter,
                const Wanted    *wanted,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (GError) load_error = NULL;
  g_autoptr (QuothArticle) article = quoth_store_load_article (store, wanted->id, &load_error);
  g_autoptr (GPtrArray) quotes = NULL;

  if (g_error_matches (load_error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND))
    {
      self->n_missing++;
      return TRUE;
    }
  if (article == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&load_error));
      return FALSE;
    }

  quotes = pick_quotes (article, wanted);
  if (!wanted->all && quotes->len == 0)
    {
      self->n_missing++;
      return TRUE;
    }
  return quoth_exporter_add (exporter, article, quotes, cancellable, error);
}

static gboolean
export_articles (QuothExportJob  *self,
                 GOutputStream   *stream,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (QuothStore) store = quoth_store_open (self->path, QUOTH_STORE_READ, error);
  g_autoptr (QuothExporter) exporter = NULL;

  if (store == NULL)
    return FALSE;
  exporter = quoth_exporter_new (self->format, stream, self->citer, self->style, self->locale);
  for (guint i = 0; i < self->articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !export_article (self, store, exporter, g_ptr_array_index (self->articles, i),
                           cancellable, error))
        return FALSE;
      quoth_progress_set (self->progress, TRUE, (double) (i + 1) / self->articles->len,
                          _("Writing the quotations…"));
    }

  return quoth_exporter_close (exporter, cancellable, error);
}

static void
quoth_export_job_finalize (GObject *object)
{
  QuothExportJob *self = QUOTH_EXPORT_JOB (object);

  g_clear_object (&self->progress);
  g_clear_object (&self->citer);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->articles);
  g_free (self->path);
  g_free (self->style);
  g_free (self->locale);

  G_OBJECT_CLASS (quoth_export_job_parent_class)->finalize (object);
}

static void
quoth_export_job_class_init (QuothExportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quoth_export_job_finalize;
}

static void
quoth_export_job_init (QuothExportJob *self)
{
  self->progress = quoth_progress_new ();
  self->articles = g_ptr_array_new_with_free_func (wanted_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * quoth_export_job_new:
 * @path: the library's file
 * @format: what is written
 * @citer: (nullable): makes the citations in CSV and HTML
 * @style: a style's id
 * @locale: (nullable): the locale to cite in; otherwise the style's
 *
 * Returns: (transfer full): a job for one run, without anything to write yet
 */
QuothExportJob *
quoth_export_job_new (const char        *path,
                      QuothExportFormat  format,
                      QuothCiter        *citer,
                      const char        *style,
                      const char        *locale)
{
  QuothExportJob *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (style != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_EXPORT_JOB, NULL);
  self->path = g_strdup (path);
  self->format = format;
  self->citer = citer != NULL ? g_object_ref (citer) : NULL;
  self->style = g_strdup (style);
  self->locale = g_strdup (locale);
  return self;
}

void
quoth_export_job_add_quote (QuothExportJob *self,
                            const char     *article_id,
                            const char     *quote_id)
{
  g_return_if_fail (QUOTH_IS_EXPORT_JOB (self));
  g_return_if_fail (article_id != NULL && quote_id != NULL);

  g_hash_table_add (take_wanted (self, article_id)->quotes, g_strdup (quote_id));
}

void
quoth_export_job_add_article (QuothExportJob *self,
                              const char     *article_id)
{
  g_return_if_fail (QUOTH_IS_EXPORT_JOB (self));
  g_return_if_fail (article_id != NULL);

  take_wanted (self, article_id)->all = TRUE;
}

/**
 * quoth_export_job_get_progress:
 *
 * Returns: (transfer none): how far the job is
 */
QuothProgress *
quoth_export_job_get_progress (QuothExportJob *self)
{
  g_return_val_if_fail (QUOTH_IS_EXPORT_JOB (self), NULL);

  return self->progress;
}

/**
 * quoth_export_job_get_n_missing:
 *
 * Returns: how many articles were gone, or without the quotations wanted, when the job came to them
 */
guint
quoth_export_job_get_n_missing (QuothExportJob *self)
{
  g_return_val_if_fail (QUOTH_IS_EXPORT_JOB (self), 0);

  return self->n_missing;
}

/**
 * quoth_export_job_run:
 * @stream: where to write; it is flushed and stays open
 *
 * Blocking, on any thread.
 *
 * Returns: %FALSE and @error when cancelled, or when something can't be cited or written
 */
gboolean
quoth_export_job_run (QuothExportJob  *self,
                      GOutputStream   *stream,
                      GCancellable    *cancellable,
                      GError         **error)
{
  gboolean done;

  g_return_val_if_fail (QUOTH_IS_EXPORT_JOB (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  quoth_progress_set (self->progress, TRUE, 0, _("Writing the quotations…"));
  done = export_articles (self, stream, cancellable, error);
  quoth_progress_set (self->progress, FALSE, 1, NULL);

  return done;
}

/* The file is written beside its place and put there once it is whole; closing with a cancelled
 * cancellable throws it away. */
static gboolean
run_to_file (QuothExportJob  *self,
             GFile           *file,
             GCancellable    *cancellable,
             GError         **error)
{
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, cancellable, error);
  g_autoptr (GCancellable) thrown_away = g_cancellable_new ();

  if (stream == NULL)
    return FALSE;
  if (quoth_export_job_run (self, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  g_cancellable_cancel (thrown_away);
  g_output_stream_close (G_OUTPUT_STREAM (stream), thrown_away, NULL); /* the first error is the one to show */
  return FALSE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_to_file (source_object, task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
quoth_export_job_run_async (QuothExportJob      *self,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (QUOTH_IS_EXPORT_JOB (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_export_job_run_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
quoth_export_job_run_finish (QuothExportJob  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
