#include "config.h"

#include "quoth-progress.h"

struct _QuothProgress
{
  GObject   parent_instance;

  GMutex    lock;       /* for all below */
  GSource  *due;        /* says on the main context what has changed */
  gint64    said;       /* when that was done last */
  gboolean  running;
  double    fraction;
  char     *message;
  guint     n_files;
  guint     n_articles;
  guint64   n_bytes;
};

G_DEFINE_FINAL_TYPE (QuothProgress, quoth_progress, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FRACTION,
  PROP_MESSAGE,
  PROP_N_ARTICLES,
  PROP_N_BYTES,
  PROP_N_FILES,
  PROP_RUNNING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* No more often than that while it goes on: what shows it is measured and drawn anew each time. */
#define INTERVAL_MS 100

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* On the main context. */
static gboolean
notify_all (gpointer data)
{
  g_autoptr (QuothProgress) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->due, g_source_unref);
  self->said = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

static void
quoth_progress_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  QuothProgress *self = QUOTH_PROGRESS (object);
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->lock);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_N_ARTICLES:
      g_value_set_uint (value, self->n_articles);
      break;
    case PROP_N_BYTES:
      g_value_set_uint64 (value, self->n_bytes);
      break;
    case PROP_N_FILES:
      g_value_set_uint (value, self->n_files);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_progress_finalize (GObject *object)
{
  QuothProgress *self = QUOTH_PROGRESS (object);

  if (self->due != NULL)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);
  g_clear_pointer (&self->message, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (quoth_progress_parent_class)->finalize (object);
}

static void
quoth_progress_class_init (QuothProgressClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quoth_progress_finalize;
  object_class->get_property = quoth_progress_get_property;

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_N_ARTICLES] = g_param_spec_uint ("n-articles", NULL, NULL, 0, G_MAXUINT, 0,
                                                   flags);
  properties[PROP_N_BYTES] = g_param_spec_uint64 ("n-bytes", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_N_FILES] = g_param_spec_uint ("n-files", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_progress_init (QuothProgress *self)
{
  g_mutex_init (&self->lock);
}

QuothProgress *
quoth_progress_new (void)
{
  return g_object_new (QUOTH_TYPE_PROGRESS, NULL);
}

/* With the lock held. @wait: in milliseconds */
static void
notify_after (QuothProgress *self,
              gint64         wait)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  if (self->due != NULL)
    g_source_destroy (self->due);
  g_clear_pointer (&self->due, g_source_unref);

  g_weak_ref_init (ref, self);
  self->due = wait > 0 ? g_timeout_source_new ((guint) wait) : g_idle_source_new ();
  g_source_set_priority (self->due, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->due, notify_all, ref, free_weak_ref);
  g_source_attach (self->due, NULL);
}

void
quoth_progress_set (QuothProgress *self,
                    gboolean       running,
                    double         fraction,
                    const char    *message)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;
  gboolean turned;

  g_return_if_fail (QUOTH_IS_PROGRESS (self));

  locker = g_mutex_locker_new (&self->lock);
  turned = self->running != running;
  self->running = running;
  self->fraction = fraction;
  g_free (self->message);
  self->message = g_strdup (message);

  /* The beginning and the end are said at once. */
  if (turned)
    notify_after (self, 0);
  else if (self->due == NULL)
    notify_after (self, INTERVAL_MS - (g_get_monotonic_time () - self->said) / 1000);
}

void
quoth_progress_count (QuothProgress *self,
                      guint          n_articles,
                      guint64        n_bytes)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = NULL;

  g_return_if_fail (QUOTH_IS_PROGRESS (self));

  locker = g_mutex_locker_new (&self->lock);
  self->n_files++;
  self->n_articles += n_articles;
  self->n_bytes += n_bytes;
}
