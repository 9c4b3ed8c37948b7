#include "quoth-extract-queue.h"

/* What memory the results may hold that wait, by the files they came from */
#define MAX_BYTES_WAITING (64 << 20)

/* A result waits in its slot until those before it were taken. */
struct _QuothExtractQueue
{
  GMutex           lock;
  GCond            changed;
  QuothExtracted **slots;
  guint            n_slots;
  guint64          n_taken;
  gsize            n_bytes;  /* of the files whose results wait */
  guint64          n_all;    /* how many inputs there were, once the end was seen */
  gboolean         stopped;
};

QuothExtractQueue *
quoth_extract_queue_new (guint n_slots)
{
  QuothExtractQueue *self = g_new0 (QuothExtractQueue, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->n_slots = n_slots;
  self->slots = g_new0 (QuothExtracted *, n_slots);
  self->n_all = G_MAXUINT64;

  return self;
}

void
quoth_extract_queue_free (QuothExtractQueue *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_slots; i++)
    g_clear_pointer (&self->slots[i], quoth_extracted_free);
  g_free (self->slots);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* With the lock held. The result to be taken next is always under way or there. */
static gboolean
is_too_far_ahead (QuothExtractQueue *self,
                  guint64            number)
{
  return number >= self->n_taken + self->n_slots ||
         (self->n_bytes > MAX_BYTES_WAITING && number > self->n_taken);
}

gboolean
quoth_extract_queue_wait (QuothExtractQueue *self,
                          guint64            number)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  while (!self->stopped && is_too_far_ahead (self, number))
    g_cond_wait (&self->changed, &self->lock);

  return !self->stopped;
}

void
quoth_extract_queue_put (QuothExtractQueue *self,
                         guint64            number,
                         QuothExtracted    *extracted)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  self->slots[number % self->n_slots] = extracted;
  self->n_bytes += quoth_extracted_count_bytes (extracted);
  g_cond_broadcast (&self->changed);
}

void
quoth_extract_queue_end (QuothExtractQueue *self,
                         guint64            n_all)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  self->n_all = n_all;
  g_cond_broadcast (&self->changed);
}

void
quoth_extract_queue_stop (QuothExtractQueue *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  self->stopped = TRUE;
  g_cond_broadcast (&self->changed);
}

/* With the lock held. Returns: whether to look again */
static gboolean
wait_for_change (QuothExtractQueue *self,
                 gint64             until)
{
  if (until == 0)
    {
      g_cond_wait (&self->changed, &self->lock);
      return TRUE;
    }
  return g_cond_wait_until (&self->changed, &self->lock, until);
}

/**
 * quoth_extract_queue_take:
 * @until: as of g_get_monotonic_time(), how long to wait for it; 0 for as long as it takes
 *
 * Returns: (transfer full) (nullable): the next result; %NULL at the end, when stopped, and when it
 *   isn't there in time
 */
QuothExtracted *
quoth_extract_queue_take (QuothExtractQueue *self,
                          gint64             until)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);
  QuothExtracted **slot = &self->slots[self->n_taken % self->n_slots];
  QuothExtracted *extracted;

  while (!self->stopped && *slot == NULL && self->n_taken < self->n_all)
    if (!wait_for_change (self, until))
      break;
  if (self->stopped || *slot == NULL)
    return NULL;

  extracted = g_steal_pointer (slot);
  self->n_taken++;
  self->n_bytes -= quoth_extracted_count_bytes (extracted);
  g_cond_broadcast (&self->changed);

  return extracted;
}
