#include "quoth-refresh.h"

struct _QuothRefresh
{
  GObject           parent_instance;

  QuothLibrary     *library;
  QuothQuery       *query;
  guint             detail;
  QuothReadFunc     read;
  GDestroyNotify    free_result;
  QuothRefreshFunc  deliver;
  gpointer          owner;

  GSource          *scheduled;
  GCancellable     *cancellable;  /* of the reading under way */
  gboolean          new_query;    /* since the last answer */
  gboolean          again;        /* the library has changed while it was read */
  gboolean          running;
};

G_DEFINE_FINAL_TYPE (QuothRefresh, quoth_refresh, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
set_running (QuothRefresh *self,
             gboolean      running)
{
  if (self->running == running)
    return;

  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
free_request (gpointer data)
{
  QuothRefreshRequest *request = data;

  g_object_unref (request->query);
  g_free (request);
}

static void
free_weak_ref (GWeakRef *ref)
{
  g_weak_ref_clear (ref);
  g_free (ref);
}

static void schedule (QuothRefresh *self);

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(QuothRefresh) self = g_weak_ref_get (user_data);
  g_autoptr(GError) error = NULL;
  gboolean new_query;
  gpointer answer;

  free_weak_ref (user_data);
  answer = quoth_library_read_finish (QUOTH_LIBRARY (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Stopping and disposing cancel. */
  g_assert (self != NULL && self->owner != NULL);

  g_clear_object (&self->cancellable);
  new_query = self->new_query;
  self->new_query = FALSE;
  if (error != NULL)
    g_message ("Reading the library failed: %s", error->message);
  else
    self->deliver (self->owner, answer, new_query);

  if (self->again)
    schedule (self);
  else
    set_running (self, FALSE);
}

static gboolean
on_scheduled_cb (gpointer data)
{
  QuothRefresh *self = data;
  QuothRefreshRequest *request = g_new (QuothRefreshRequest, 1);
  GWeakRef *ref = g_new (GWeakRef, 1);

  g_clear_pointer (&self->scheduled, g_source_unref);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->again = FALSE;

  request->query = quoth_query_copy (self->query);
  request->detail = self->detail;
  g_weak_ref_init (ref, self);
  quoth_library_read_async (self->library, self->read, request, free_request, self->free_result,
                            self->cancellable, on_read_cb, ref);

  return G_SOURCE_REMOVE;
}

static void
schedule (QuothRefresh *self)
{
  g_autoptr(GMainContext) context = NULL;

  if (self->scheduled != NULL)
    return;

  context = g_main_context_ref_thread_default ();
  self->scheduled = g_idle_source_new ();
  g_source_set_priority (self->scheduled, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->scheduled, on_scheduled_cb, self, NULL);
  g_source_attach (self->scheduled, context);
  set_running (self, TRUE);
}

static void
on_query_changed_cb (QuothRefresh *self)
{
  if (self->owner == NULL)
    return;

  self->new_query = TRUE;
  g_cancellable_cancel (self->cancellable);
  schedule (self);
}

/* A reading under way is let through: while much is written, cancelling would show nothing until
 * the end. */
static void
on_library_changed_cb (QuothRefresh *self)
{
  if (self->owner == NULL)
    return;

  if (self->cancellable != NULL)
    self->again = TRUE;
  else
    schedule (self);
}

static void
quoth_refresh_dispose (GObject *object)
{
  QuothRefresh *self = QUOTH_REFRESH (object);

  quoth_refresh_stop (self);
  g_clear_object (&self->library);
  g_clear_object (&self->query);

  G_OBJECT_CLASS (quoth_refresh_parent_class)->dispose (object);
}

static void
quoth_refresh_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  QuothRefresh *self = QUOTH_REFRESH (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_refresh_class_init (QuothRefreshClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quoth_refresh_dispose;
  object_class->get_property = quoth_refresh_get_property;

  properties[PROP_RUNNING] =
    g_param_spec_boolean ("running", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_refresh_init (QuothRefresh *self)
{
  self->new_query = TRUE;
}

/**
 * quoth_refresh_new:
 * @detail: handed to @read
 * @read: gets a QuothRefreshRequest
 * @deliver: called on this thread's main context
 * @owner: (not nullable): handed to @deliver; must call quoth_refresh_stop() before it goes
 *
 * Returns: (transfer full): one that has not read anything yet
 */
QuothRefresh *
quoth_refresh_new (QuothLibrary     *library,
                   QuothQuery       *query,
                   guint             detail,
                   QuothReadFunc     read,
                   GDestroyNotify    free_result,
                   QuothRefreshFunc  deliver,
                   gpointer          owner)
{
  QuothRefresh *self = g_object_new (QUOTH_TYPE_REFRESH, NULL);

  self->library = g_object_ref (library);
  self->query = g_object_ref (query);
  self->detail = detail;
  self->read = read;
  self->free_result = free_result;
  self->deliver = deliver;
  self->owner = owner;
  g_signal_connect_object (query, "changed", G_CALLBACK (on_query_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (on_library_changed_cb), self,
                           G_CONNECT_SWAPPED);
  schedule (self);

  return self;
}

static void
cancel_reading (QuothRefresh *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->scheduled != NULL)
    g_source_destroy (self->scheduled);
  g_clear_pointer (&self->scheduled, g_source_unref);
}

/**
 * quoth_refresh_settle:
 *
 * The owner has read by itself: what was under way is dropped until the next change.
 */
void
quoth_refresh_settle (QuothRefresh *self)
{
  cancel_reading (self);
  self->again = FALSE;
  self->new_query = FALSE;
  set_running (self, FALSE);
}

/**
 * quoth_refresh_stop:
 *
 * Nothing is read and delivered any more.
 */
void
quoth_refresh_stop (QuothRefresh *self)
{
  self->owner = NULL;
  cancel_reading (self);
}

gboolean
quoth_refresh_get_running (QuothRefresh *self)
{
  return self->running;
}
