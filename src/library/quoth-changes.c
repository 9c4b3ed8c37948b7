#include "quoth-changes.h"

/* What somebody asked for and doesn't wait for, as a person does, is said soon whatever else is
 * written. */
#define INTERVAL_MS 100
#define INTERVAL_MAX_MS 1600
#define QUIET_MS 500

struct _QuothChanges
{
  GObject      *owner;    /* which holds this, so no reference */
  GMainContext *context;
  GMutex        lock;
  GSource      *source;
  gint64        time;     /* when it was said last */
  gint64        due;      /* when the source says it */
  gint64        interval; /* in milliseconds */
};

/* The owner, and with it what it holds, is there as long as the reference can be had. */
typedef struct
{
  GWeakRef      owner;
  QuothChanges *changes;
} Due;

static void
free_due (gpointer data)
{
  Due *due = data;

  g_weak_ref_clear (&due->owner);
  g_free (due);
}

static gboolean
on_due_cb (gpointer data)
{
  Due *due = data;
  g_autoptr(GObject) owner = g_weak_ref_get (&due->owner);
  QuothChanges *self = due->changes;

  if (owner == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->source, g_source_unref);
  self->time = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);

  g_signal_emit_by_name (owner, "changed");

  return G_SOURCE_REMOVE;
}

/* With the lock held. @delay: in milliseconds */
static void
set_source (QuothChanges *self,
            gint64        delay)
{
  Due *due = g_new (Due, 1);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);

  self->source = delay <= 0 ? g_idle_source_new () : g_timeout_source_new ((guint) delay);
  self->due = g_get_monotonic_time () + delay * 1000;
  g_weak_ref_init (&due->owner, self->owner);
  due->changes = self;
  g_source_set_callback (self->source, on_due_cb, due, free_due);
  g_source_attach (self->source, self->context);
}

/**
 * quoth_changes_new:
 * @owner: has a signal "changed" without arguments, and holds this until it is finalized
 *
 * Returns: (transfer full): what says "changed" on the thread-default main context of the caller
 */
QuothChanges *
quoth_changes_new (GObject *owner)
{
  QuothChanges *self = g_new0 (QuothChanges, 1);

  self->owner = owner;
  self->context = g_main_context_ref_thread_default ();
  self->interval = INTERVAL_MS;
  g_mutex_init (&self->lock);

  return self;
}

/**
 * quoth_changes_queue:
 * @soon: whether a person waits for it
 *
 * On any thread, while the owner is there.
 */
void
quoth_changes_queue (QuothChanges *self,
                     gboolean      soon)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  gint64 now = g_get_monotonic_time ();
  gint64 waited = (now - self->time) / 1000;

  if (self->source == NULL)
    {
      self->interval = waited < QUIET_MS ? MIN (2 * self->interval, INTERVAL_MAX_MS) : INTERVAL_MS;
      set_source (self, (soon ? INTERVAL_MS : self->interval) - waited);
    }
  else if (soon && self->due > now + MAX (0, INTERVAL_MS - waited) * 1000)
    set_source (self, INTERVAL_MS - waited);
}

/* What was queued is not said any more. */
void
quoth_changes_stop (QuothChanges *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
}

void
quoth_changes_free (QuothChanges *self)
{
  if (self == NULL)
    return;

  quoth_changes_stop (self);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->lock);
  g_free (self);
}
