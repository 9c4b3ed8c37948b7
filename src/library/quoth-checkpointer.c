#include "quoth-checkpointer.h"

/* Where the thread doesn't keep up with what is written, the writer does it: the log must not grow
 * without end. */
#define BEHIND_PAGES (16 * QUOTH_DATABASE_CHECKPOINT_PAGES)

struct _QuothCheckpointer
{
  char          *path;
  QuothDatabase *writer;
  GThread       *thread;
  GMutex         lock;
  GCond          cond;
  gboolean       asked;
  gboolean       ending;
};

static void
checkpoint (QuothDatabase *database)
{
  /* As far as it goes without waiting for anybody; what is left over is for the next time. */
  sqlite3_wal_checkpoint_v2 (quoth_database_get_handle (database), NULL, SQLITE_CHECKPOINT_PASSIVE,
                             NULL, NULL);
}

static gboolean
wait_until_asked (QuothCheckpointer *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  while (!self->asked && !self->ending)
    g_cond_wait (&self->cond, &self->lock);
  self->asked = FALSE;

  return !self->ending;
}

static gpointer
run (gpointer data)
{
  QuothCheckpointer *self = data;
  QuothDatabase *database = NULL;

  while (wait_until_asked (self))
    {
      /* Where it can't be opened the writer will do it, or say why it can't. */
      if (database == NULL)
        database = quoth_database_open (self->path, FALSE, NULL);
      if (database != NULL)
        checkpoint (database);
    }
  quoth_database_close (database);

  return NULL;
}

/* On the writer's thread, after each commit. @n_pages: how many are in the log, also such as were
 * taken over already: the log begins anew once all were */
static int
on_committed (gpointer    data,
              sqlite3    *handle G_GNUC_UNUSED,
              const char *name G_GNUC_UNUSED,
              int         n_pages)
{
  QuothCheckpointer *self = data;

  if (n_pages >= BEHIND_PAGES)
    {
      checkpoint (self->writer);
    }
  else if (n_pages >= QUOTH_DATABASE_CHECKPOINT_PAGES)
    {
      g_mutex_lock (&self->lock);
      self->asked = TRUE;
      g_cond_signal (&self->cond);
      g_mutex_unlock (&self->lock);
    }

  return SQLITE_OK;
}

/**
 * quoth_checkpointer_new:
 * @path: the library's file
 * @writer: the connection that writes; it must be there longer than the checkpointer, and nothing
 *   may be written with it while that is freed
 *
 * From now on @writer leaves to the thread what it would have done itself after a commit.
 *
 * Returns: (transfer full):
 */
QuothCheckpointer *
quoth_checkpointer_new (const char    *path,
                        QuothDatabase *writer)
{
  QuothCheckpointer *self = g_new0 (QuothCheckpointer, 1);

  self->path = g_strdup (path);
  self->writer = writer;
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  sqlite3_wal_hook (quoth_database_get_handle (writer), on_committed, self);
  self->thread = g_thread_new ("checkpointer", run, self);

  return self;
}

void
quoth_checkpointer_free (QuothCheckpointer *self)
{
  if (self == NULL)
    return;

  sqlite3_wal_autocheckpoint (quoth_database_get_handle (self->writer),
                              QUOTH_DATABASE_CHECKPOINT_PAGES);
  g_mutex_lock (&self->lock);
  self->ending = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  g_cond_clear (&self->cond);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}
