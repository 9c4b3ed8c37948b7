#include "config.h"

#include "quoth-import-job.h"

#include <glib/gi18n-lib.h>

#include "quoth-extract-job.h"
#include "quoth-intake.h"

/* After how many articles the search takes them in */
#define INDEX_EACH 16

struct _QuothImportJob
{
  GObject          parent_instance;
  QuothModel      *model;
  QuothInputs     *inputs;
  GPtrArray       *report;      /* of QuothImportEntry */
  QuothIntake      intake;
  QuothImportFunc  func;        /* or NULL */
  gpointer         func_data;
  guint            n_workers;
  guint            n_unindexed; /* how many articles are in the library that the search doesn't know yet */
  QuothProgress   *progress;
};

G_DEFINE_FINAL_TYPE (QuothImportJob, quoth_import_job, G_TYPE_OBJECT)

/* On the writer's thread. */
static gboolean
finish_batch (QuothStore  *store,
              gpointer     data G_GNUC_UNUSED,
              GError     **error)
{
  return quoth_store_finish_batch (store, error);
}

/* On the writer's thread. */
static gboolean
index_some (QuothStore  *store,
            gpointer     data G_GNUC_UNUSED,
            GError     **error)
{
  return quoth_store_index_new (store, error);
}

static void
count_progress (QuothImportJob *self,
                QuothExtracted *extracted)
{
  GPtrArray *articles = extracted->articles;
  guint64 n_bytes = 0;

  if (articles != NULL && articles->len > 0)
    {
      const QuothSource *source = quoth_article_get_source (g_ptr_array_index (articles, 0));

      n_bytes = source->bytes != NULL ? g_bytes_get_size (source->bytes) : 0;
    }
  quoth_progress_count (self->progress, articles != NULL ? articles->len : 0, n_bytes);
}

static void
add_entry (QuothImportJob   *self,
           QuothImportEntry *entry)
{
  g_ptr_array_add (self->report, entry);
  if (self->func != NULL)
    self->func (entry, self->func_data);
}

static void
add_reason (QuothImportJob *self,
            QuothOutcome    outcome,
            const char     *file,
            const char     *reason)
{
  QuothImportEntry *entry = quoth_import_entry_new (outcome, file);

  entry->reason = g_strdup (reason);
  add_entry (self, entry);
}

/* From time to time, so that little is left to do at the end and after a cancel. */
static gboolean
make_searchable (QuothImportJob  *self,
                 GError         **error)
{
  if (self->n_unindexed < INDEX_EACH)
    return TRUE;

  self->n_unindexed = 0;
  return quoth_library_write (self->intake.library, index_some, NULL, error);
}

/* Says what became of one input, and why it wasn't stored. */
static void
report_extracted (QuothImportJob *self,
                  QuothExtracted *extracted)
{
  QuothInput *input = extracted->input;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  if (extracted->error != NULL)
    add_reason (self, QUOTH_OUTCOME_FAILED, input->name, extracted->error->message);
  else
    quoth_intake_report (extracted, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      QuothImportEntry *entry = g_ptr_array_index (entries, i);

      self->n_unindexed += entry->outcome == QUOTH_OUTCOME_ADDED;
      add_entry (self, entry);
    }
  /* Cancelled, or the library can't be written any more */
  if (extracted->articles != NULL && entries->len < extracted->articles->len)
    return;
  for (guint i = 0; i < extracted->notes->len; i++)
    add_reason (self, QUOTH_OUTCOME_NOT_UNDERSTOOD, input->name,
                g_ptr_array_index (extracted->notes, i));

  count_progress (self, extracted);
  quoth_progress_set (self->progress, TRUE, input->fraction, input->name);
}

/* Stores what some inputs held. */
static gboolean
on_extracted_cb (GPtrArray  *batch,
                 gpointer    data,
                 GError    **error)
{
  QuothImportJob *self = data;
  gboolean stored = quoth_intake_store (&self->intake, batch, error);

  for (guint i = 0; i < batch->len; i++)
    report_extracted (self, g_ptr_array_index (batch, i));

  return stored && make_searchable (self, error);
}

/* The job itself, without its beginning and end. */
static gboolean
import_inputs (QuothImportJob  *self,
               GCancellable    *cancellable,
               GError         **error)
{
  quoth_progress_set (self->progress, TRUE, 0, _("Looking for files…"));
  return quoth_inputs_walk_folders (self->inputs, cancellable, error) &&
         quoth_extract_run_prepared (self->inputs, self->model, self->n_workers,
                                     quoth_intake_prepare,
                                     &self->intake, on_extracted_cb, self, cancellable, error);
}

static void
quoth_import_job_finalize (GObject *object)
{
  QuothImportJob *self = QUOTH_IMPORT_JOB (object);

  g_clear_object (&self->progress);
  g_clear_object (&self->intake.library);
  g_clear_pointer (&self->model, quoth_model_unref);
  g_clear_pointer (&self->inputs, quoth_inputs_free);
  g_clear_pointer (&self->report, g_ptr_array_unref);

  G_OBJECT_CLASS (quoth_import_job_parent_class)->finalize (object);
}

static void
quoth_import_job_class_init (QuothImportJobClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quoth_import_job_finalize;
}

static void
quoth_import_job_init (QuothImportJob *self)
{
  self->progress = quoth_progress_new ();
  self->inputs = quoth_inputs_new ();
  self->report = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_import_entry_free);
}

/**
 * quoth_import_job_new:
 * @library: where the articles go
 * @model: the language data; the job holds a reference
 *
 * Returns: (transfer full): a job for one run, without anything to read yet
 */
QuothImportJob *
quoth_import_job_new (QuothLibrary     *library,
                      const QuothModel *model)
{
  QuothImportJob *self;

  g_return_val_if_fail (QUOTH_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_IMPORT_JOB, NULL);
  self->intake.library = g_object_ref (library);
  self->model = quoth_model_ref ((QuothModel *) model);
  return self;
}

void
quoth_import_job_set_workers (QuothImportJob *self,
                              guint           n_workers)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));

  self->n_workers = n_workers;
}

void
quoth_import_job_set_restore (QuothImportJob *self,
                              gboolean        restore)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));

  self->intake.restore = !!restore;
}

/**
 * quoth_import_job_set_near_choice:
 * @choice: whether to hold back, to keep or to skip what is nearly the same as another article
 */
void
quoth_import_job_set_near_choice (QuothImportJob  *self,
                                  QuothNearChoice  choice)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));

  self->intake.near_choice = choice;
}

void
quoth_import_job_add_file (QuothImportJob *self,
                           GFile          *file)
{
  quoth_import_job_add_named_file (self, file, NULL);
}

/**
 * quoth_import_job_add_named_file:
 * @file: a file or folder
 * @name: (nullable): how the report names it, or %NULL for the file's own name
 */
void
quoth_import_job_add_named_file (QuothImportJob *self,
                                 GFile          *file,
                                 const char     *name)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));
  g_return_if_fail (G_IS_FILE (file));

  quoth_inputs_add_file (self->inputs, file, name);
}

void
quoth_import_job_add_address (QuothImportJob *self,
                              const char     *address)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));
  g_return_if_fail (address != NULL);

  quoth_inputs_add_address (self->inputs, address);
}

void
quoth_import_job_add_bytes (QuothImportJob *self,
                            GBytes         *bytes,
                            const char     *name)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (name != NULL);

  quoth_inputs_add_bytes (self->inputs, bytes, name);
}

/**
 * quoth_import_job_set_func:
 * @func: (nullable): told of each line of the report
 */
void
quoth_import_job_set_func (QuothImportJob  *self,
                           QuothImportFunc  func,
                           gpointer         data)
{
  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));

  self->func = func;
  self->func_data = data;
}

/**
 * quoth_import_job_run:
 *
 * Blocking, on any thread but the library's writer. Articles are stored in the order in which they
 * were added, with any number of workers; what was stored before a cancel stays and can be
 * searched.
 *
 * Returns: %TRUE also when single files failed; %FALSE when cancelled or when the library can't be
 *   written
 */
gboolean
quoth_import_job_run (QuothImportJob  *self,
                      GCancellable    *cancellable,
                      GError         **error)
{
  gboolean done;

  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), FALSE);

  self->intake.cancellable = cancellable;
  done = import_inputs (self, cancellable, error);
  if (self->report->len > 0)
    {
      quoth_progress_set (self->progress, TRUE, 1, _("Making the articles searchable…"));
      if (!quoth_library_write (self->intake.library, finish_batch, NULL, done ? error : NULL))
        done = FALSE;
    }
  quoth_progress_set (self->progress, FALSE, 1, NULL);
  self->intake.cancellable = NULL;

  return done;
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data G_GNUC_UNUSED,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (quoth_import_job_run (source_object, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
quoth_import_job_run_async (QuothImportJob      *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (QUOTH_IS_IMPORT_JOB (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quoth_import_job_run_async);
  g_task_run_in_thread (task, run_in_thread);
}

gboolean
quoth_import_job_run_finish (QuothImportJob  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * quoth_import_job_get_progress:
 *
 * Returns: (transfer none): how far the job is
 */
QuothProgress *
quoth_import_job_get_progress (QuothImportJob *self)
{
  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), NULL);

  return self->progress;
}

/**
 * quoth_import_job_get_report:
 *
 * Returns: (transfer none) (element-type QuothImportEntry): what became of each article, and of each file
 *   that failed, in the order in which they were added; whole once the job has finished
 */
GPtrArray *
quoth_import_job_get_report (QuothImportJob *self)
{
  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), NULL);

  return self->report;
}

guint
quoth_import_job_count (QuothImportJob *self,
                        QuothOutcome    outcome)
{
  guint n = 0;

  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), 0);

  for (guint i = 0; i < self->report->len; i++)
    {
      const QuothImportEntry *entry = g_ptr_array_index (self->report, i);

      n += entry->outcome == outcome;
    }

  return n;
}

/**
 * quoth_import_job_count_held:
 *
 * Returns: how many articles wait for the person to decide
 */
guint
quoth_import_job_count_held (QuothImportJob *self)
{
  guint n = 0;

  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), 0);

  for (guint i = 0; i < self->report->len; i++)
    n += ((const QuothImportEntry *) g_ptr_array_index (self->report, i))->held;

  return n;
}

/**
 * quoth_import_job_count_without_text:
 *
 * Returns: how many references were added whose text is still to come
 */
guint
quoth_import_job_count_without_text (QuothImportJob *self)
{
  guint n = 0;

  g_return_val_if_fail (QUOTH_IS_IMPORT_JOB (self), 0);

  for (guint i = 0; i < self->report->len; i++)
    n += ((const QuothImportEntry *) g_ptr_array_index (self->report, i))->lacks_text;
  return n;
}
