#include "config.h"

#include "quoth-library.h"

#include "quoth-changes.h"
#include "quoth-checkpointer.h"
#include "quoth-store-private.h"

#define N_READERS 2

/**
 * QuothLibrary:
 *
 * Signal "changed" comes at most ten times a second, however much is written; while much is
 * written, as little as every other second, since lists and filters are read anew each time.
 *
 * Threads never hold a reference: a finished job hands its task to the main context that it came
 * from, so that the last reference is never dropped by a thread that disposing would wait for.
 */
struct _QuothLibrary
{
  GObject       parent_instance;

  char         *path;
  QuothStore   *reader;

  GThread      *writer;
  GAsyncQueue  *writes;         /* of WriteJob */
  QuothStore   *writer_store;   /* the writer's once that runs */

  QuothCheckpointer *checkpointer;

  GThreadPool  *readers;
  GAsyncQueue  *reader_stores;  /* of QuothStore, those not in use */

  QuothChanges *changes;
};

G_DEFINE_FINAL_TYPE (QuothLibrary, quoth_library, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PATH,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* A write that is waited for has no task but lock, cond and done; one with neither func nor task is
 * the last. */
typedef struct
{
  QuothWriteFunc  func;
  gpointer        data;
  GDestroyNotify  free_data;
  GTask          *task;

  GMutex          lock;
  GCond           cond;
  gboolean        done;
  gboolean        result;
  GError         *error;
} WriteJob;

typedef struct
{
  QuothReadFunc   func;
  gpointer        data;
  GDestroyNotify  free_data;
  GDestroyNotify  free_result;
  GTask          *task;
  gpointer        result;
  GError         *error;
} ReadJob;

/* Runs @func on the context that @task was made in. */
static void
return_to_context (GTask       *task,
                   GSourceFunc  func,
                   gpointer     data)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, func, data, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static gboolean
on_write_done_cb (gpointer data)
{
  WriteJob *job = data;
  g_autoptr(GTask) task = job->task;

  if (job->free_data != NULL)
    job->free_data (job->data);
  if (job->error != NULL)
    g_task_return_error (task, job->error);
  else
    g_task_return_boolean (task, job->result);
  g_free (job);

  return G_SOURCE_REMOVE;
}

static void
run_write (QuothLibrary *self,
           WriteJob     *job)
{
  GCancellable *cancellable = job->task != NULL ? g_task_get_cancellable (job->task) : NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->result = job->func (self->writer_store, job->data, &job->error);
  if (job->result)
    quoth_changes_queue (self->changes, job->task != NULL);

  if (job->task != NULL)
    {
      return_to_context (job->task, on_write_done_cb, job);
      return;
    }

  g_mutex_lock (&job->lock);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->lock);
}

static gpointer
run_writer (gpointer data)
{
  QuothLibrary *self = data;
  g_autoptr(GError) error = NULL;

  /* What a crash kept from being indexed */
  if (!quoth_store_finish_batch (self->writer_store, &error))
    g_message ("The search may miss what was added last: %s", error->message);

  while (TRUE)
    {
      WriteJob *job = g_async_queue_pop (self->writes);

      if (job->func == NULL)
        {
          g_free (job);
          return NULL;
        }
      run_write (self, job);
    }
}

static gboolean
on_read_done_cb (gpointer data)
{
  ReadJob *job = data;
  g_autoptr(GTask) task = job->task;

  if (job->free_data != NULL)
    job->free_data (job->data);
  if (job->error != NULL)
    g_task_return_error (task, job->error);
  else
    g_task_return_pointer (task, job->result, job->free_result);
  g_free (job);

  return G_SOURCE_REMOVE;
}

static QuothStore *
take_reader_store (QuothLibrary  *self,
                   GError       **error)
{
  QuothStore *store = g_async_queue_try_pop (self->reader_stores);

  return store != NULL ? store : quoth_store_open (self->path, QUOTH_STORE_READ, error);
}

/**
 * quoth_library_read:
 *
 * Reads on the calling thread, any one; blocking.
 *
 * Returns: what @func returns
 */
gpointer
quoth_library_read (QuothLibrary   *self,
                    QuothReadFunc   func,
                    gpointer        data,
                    GCancellable   *cancellable,
                    GError        **error)
{
  QuothStore *store = NULL;
  gpointer result = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  store = take_reader_store (self, error);
  if (store == NULL)
    return NULL;

  quoth_database_set_cancellable (quoth_store_get_database (store), cancellable);
  result = func (store, data, cancellable, error);
  quoth_database_set_cancellable (quoth_store_get_database (store), NULL);
  g_async_queue_push (self->reader_stores, store);

  return result;
}

static void
run_read (gpointer data,
          gpointer user_data)
{
  ReadJob *job = data;

  job->result = quoth_library_read (user_data, job->func, job->data,
                                    g_task_get_cancellable (job->task),
                                    &job->error);
  return_to_context (job->task, on_read_done_cb, job);
}

static void
quoth_library_dispose (GObject *object)
{
  QuothLibrary *self = QUOTH_LIBRARY (object);

  if (self->writer != NULL)
    {
      g_async_queue_push (self->writes, g_new0 (WriteJob, 1));
      g_thread_join (g_steal_pointer (&self->writer));
    }
  if (self->readers != NULL)
    g_thread_pool_free (g_steal_pointer (&self->readers), FALSE, TRUE);

  quoth_changes_stop (self->changes);
  g_clear_pointer (&self->checkpointer, quoth_checkpointer_free);
  g_clear_object (&self->writer_store);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (quoth_library_parent_class)->dispose (object);
}

static void
quoth_library_finalize (GObject *object)
{
  QuothLibrary *self = QUOTH_LIBRARY (object);

  g_clear_pointer (&self->writes, g_async_queue_unref);
  g_clear_pointer (&self->reader_stores, g_async_queue_unref);
  g_clear_pointer (&self->changes, quoth_changes_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (quoth_library_parent_class)->finalize (object);
}

static void
quoth_library_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QuothLibrary *self = QUOTH_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_library_class_init (QuothLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quoth_library_dispose;
  object_class->finalize = quoth_library_finalize;
  object_class->get_property = quoth_library_get_property;

  properties[PROP_PATH] =
    g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quoth_library_init (QuothLibrary *self)
{
  self->changes = quoth_changes_new (G_OBJECT (self));
  self->writes = g_async_queue_new ();
  self->reader_stores = g_async_queue_new_full (g_object_unref);
  self->readers = g_thread_pool_new (run_read, self, N_READERS, FALSE, NULL);
}

/**
 * quoth_library_dup_default_path:
 *
 * Returns: (transfer full): where a person's library is when nothing else is said
 */
char *
quoth_library_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "quoth", "library.db", NULL);
}

/**
 * quoth_library_open:
 *
 * Opens a library and makes it where there is none. Signals and callbacks come on the
 * thread-default main context of the caller.
 *
 * Returns: (transfer full)
 */
QuothLibrary *
quoth_library_open (const char  *path,
                    GError     **error)
{
  g_autoptr(QuothLibrary) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (QUOTH_TYPE_LIBRARY, NULL);
  self->path = g_strdup (path);
  self->writer_store = quoth_store_open (path, QUOTH_STORE_WRITE, error);
  if (self->writer_store == NULL)
    return NULL;
  self->reader = quoth_store_open (path, QUOTH_STORE_READ, error);
  if (self->reader == NULL)
    return NULL;

  self->checkpointer = quoth_checkpointer_new (path,
                                               quoth_store_get_database (self->writer_store));
  self->writer = g_thread_new ("library-writer", run_writer, self);

  return g_steal_pointer (&self);
}

const char *
quoth_library_get_path (QuothLibrary *self)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (self), NULL);

  return self->path;
}

/**
 * quoth_library_get_reader:
 *
 * Returns: (transfer none): for the thread that opened the library only, and for reading by key
 */
QuothStore *
quoth_library_get_reader (QuothLibrary *self)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (self), NULL);

  return self->reader;
}

/**
 * quoth_library_write:
 *
 * Runs @func on the writer's thread, after what was asked for before, and waits for it.
 */
gboolean
quoth_library_write (QuothLibrary    *self,
                     QuothWriteFunc   func,
                     gpointer         data,
                     GError         **error)
{
  WriteJob job = { 0 };

  g_return_val_if_fail (QUOTH_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (g_thread_self () != self->writer, FALSE);

  job.func = func;
  job.data = data;
  g_mutex_init (&job.lock);
  g_cond_init (&job.cond);

  g_async_queue_push (self->writes, &job);
  g_mutex_lock (&job.lock);
  while (!job.done)
    g_cond_wait (&job.cond, &job.lock);
  g_mutex_unlock (&job.lock);

  g_cond_clear (&job.cond);
  g_mutex_clear (&job.lock);
  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.result;
}

/**
 * quoth_library_write_async:
 * @free_data: (nullable): called on the caller's main context
 *
 * Runs @func on the writer's thread.
 */
void
quoth_library_write_async (QuothLibrary        *self,
                           QuothWriteFunc       func,
                           gpointer             data,
                           GDestroyNotify       free_data,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  WriteJob *job;

  g_return_if_fail (QUOTH_IS_LIBRARY (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (WriteJob, 1);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, quoth_library_write_async);
  /* What is written is written: a cancel that comes too late must not look like one that worked. */
  g_task_set_check_cancellable (job->task, FALSE);

  g_async_queue_push (self->writes, job);
}

gboolean
quoth_library_write_finish (QuothLibrary  *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
write_nothing (QuothStore  *store G_GNUC_UNUSED,
               gpointer     data G_GNUC_UNUSED,
               GError     **error G_GNUC_UNUSED)
{
  return FALSE;
}

/**
 * quoth_library_flush:
 *
 * Waits until all is written that was asked for so far. A program whose main loop has ended loses
 * what is still in the queue.
 */
void
quoth_library_flush (QuothLibrary *self)
{
  g_return_if_fail (QUOTH_IS_LIBRARY (self));

  /* Fails on purpose: nothing has changed. */
  quoth_library_write (self, write_nothing, NULL, NULL);
}

/**
 * quoth_library_read_async:
 * @free_data: (nullable): called on the caller's main context
 * @free_result: (nullable): frees a result that nobody takes
 *
 * Runs @func beside the main thread, with a connection that only reads.
 */
void
quoth_library_read_async (QuothLibrary        *self,
                          QuothReadFunc        func,
                          gpointer             data,
                          GDestroyNotify       free_data,
                          GDestroyNotify       free_result,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  ReadJob *job;

  g_return_if_fail (QUOTH_IS_LIBRARY (self));
  g_return_if_fail (func != NULL);

  job = g_new0 (ReadJob, 1);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, quoth_library_read_async);

  g_thread_pool_push (self->readers, job, NULL);
}

gpointer
quoth_library_read_finish (QuothLibrary  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (QUOTH_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
