#include "config.h"

#include "quoth-cite-desk.h"

#include <glib/gi18n-lib.h>

#include "quoth-cite-engine.h"

/* Citations that are remembered at most. */
#define N_REMEMBERED 4000

struct _QuothCiteDesk
{
  QuothStyleList *styles;
  char           *processor;
  GAsyncQueue    *requests;     /* the queue itself as a request says that the desk closes */

  GMutex          mutex;        /* guards what follows, and the results of requests */
  GCond           done;
  GThread        *thread;       /* (nullable) until the first request */
  GHashTable     *newer;        /* key → QuothCited */
  GHashTable     *older;        /* forgotten when the newer ones are many */
};

static void
clear_request (gpointer data)
{
  QuothCiteRequest *request = data;

  g_free (request->style_id);
  g_clear_object (&request->style);
  g_free (request->locale);
  g_strfreev (request->items);
  g_free ((char *) request->parameters.locator);
  g_free ((char *) request->parameters.label);
  g_free ((char *) request->parameters.prefix);
  g_free ((char *) request->parameters.suffix);
  g_free (request->key);
  g_clear_object (&request->cancellable);
  g_clear_object (&request->task);
  if (request->result != NULL && request->many)
    g_ptr_array_unref (request->result);
  else if (request->result != NULL)
    quoth_cited_unref (request->result);
  g_clear_error (&request->error);
}

QuothCiteRequest *
quoth_cite_request_new (void)
{
  return g_atomic_rc_box_new0 (QuothCiteRequest);
}

void
quoth_cite_request_unref (QuothCiteRequest *request)
{
  g_atomic_rc_box_release_full (request, clear_request);
}

static GHashTable *
new_memory (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) quoth_cited_unref);
}

/* With the mutex held. */
static void
remember (QuothCiteDesk *self,
          const char    *key,
          QuothCited    *cited)
{
  if (g_hash_table_size (self->newer) >= N_REMEMBERED / 2)
    {
      g_hash_table_unref (self->older);
      self->older = g_steal_pointer (&self->newer);
      self->newer = new_memory ();
    }
  g_hash_table_replace (self->newer, g_strdup (key), quoth_cited_ref (cited));
}

/**
 * quoth_cite_desk_recall:
 *
 * Returns: (transfer full) (nullable): what was cited under that key before
 */
QuothCited *
quoth_cite_desk_recall (QuothCiteDesk *self,
                        const char    *key)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  g_autoptr (QuothCited) cited = NULL;
  QuothCited *found = g_hash_table_lookup (self->newer, key);

  if (found != NULL)
    return quoth_cited_ref (found);

  found = g_hash_table_lookup (self->older, key);
  if (found == NULL)
    return NULL;
  cited = quoth_cited_ref (found);
  remember (self, key, cited);

  return g_steal_pointer (&cited);
}

/* The style whose rules are followed, and the language that it is written for. */
static QuothStyle *
find_rules (QuothCiteDesk     *self,
            QuothCiteRequest  *request,
            GError           **error)
{
  QuothStyle *rules;

  if (request->style == NULL)
    request->style = quoth_style_list_find (self->styles, request->style_id);
  if (request->style == NULL)
    {
      g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_NO_STYLE,
                   _("There is no citation style “%s”"), request->style_id);
      return NULL;
    }
  if (quoth_style_is_built_in (request->style))
    {
      g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BUILT_IN,
                   _("“%s” is no CSL style"), quoth_style_get_title (request->style));
      return NULL;
    }

  rules = quoth_style_list_find_rules (self->styles, request->style);
  if (rules == NULL)
    g_set_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_NO_STYLE,
                 /* Translators: two citation styles, or the second one's id */
                 _("“%s” follows the rules of the style “%s”, which isn't installed"),
                 quoth_style_get_title (request->style),
                 quoth_style_get_parent_id (request->style));

  return rules;
}

static gpointer
fulfil (QuothCiteDesk     *self,
        QuothCiteRequest  *request,
        QuothCiteEngine  **engine,
        GError           **error)
{
  g_autoptr (QuothStyle) rules = NULL;
  const char *locale;

  if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
    return NULL;
  rules = find_rules (self, request, error);
  if (rules == NULL)
    return NULL;
  if (*engine == NULL)
    *engine = quoth_cite_engine_new (self->processor, self->styles, error);
  if (*engine == NULL)
    return NULL;

  locale = request->locale != NULL ? request->locale
                                   : quoth_style_get_default_locale (request->style);
  if (request->many)
    return quoth_cite_engine_bibliography (*engine, rules, locale,
                                           (const char *const *) request->items,
                                           request->cancellable, error);

  return quoth_cite_engine_cite (*engine, rules, locale, request->items[0], &request->parameters,
                                 error);
}

/* Where the task came from: there it is also freed, and the citer with it. */
static gboolean
on_fulfilled_cb (gpointer data)
{
  g_autoptr (QuothCiteRequest) request = data;
  g_autoptr (GTask) task = g_steal_pointer (&request->task);

  if (request->error != NULL)
    g_task_return_error (task, g_steal_pointer (&request->error));
  else if (request->many)
    g_task_return_pointer (task, g_steal_pointer (&request->result),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_pointer (task, g_steal_pointer (&request->result),
                           (GDestroyNotify) quoth_cited_unref);

  return G_SOURCE_REMOVE;
}

/* Takes the request. */
static void
finish (QuothCiteDesk    *self,
        QuothCiteRequest *request)
{
  g_autoptr (GSource) source = NULL;

  g_mutex_lock (&self->mutex);
  if (request->key != NULL && request->result != NULL)
    remember (self, request->key, request->result);
  if (request->task == NULL)
    {
      request->done = TRUE;
      g_cond_broadcast (&self->done);
    }
  g_mutex_unlock (&self->mutex);

  if (request->task == NULL)
    {
      quoth_cite_request_unref (request);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (request->task));
  g_source_set_callback (source, on_fulfilled_cb, request, NULL);
  g_source_attach (source, g_task_get_context (request->task));
}

static void
free_desk (QuothCiteDesk *self)
{
  g_clear_object (&self->styles);
  g_clear_pointer (&self->processor, g_free);
  g_clear_pointer (&self->requests, g_async_queue_unref);
  g_clear_pointer (&self->newer, g_hash_table_unref);
  g_clear_pointer (&self->older, g_hash_table_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->done);
  g_free (self);
}

/* All that is done with JavaScript is done here. */
static gpointer
work (gpointer data)
{
  QuothCiteDesk *self = data;
  g_autoptr (QuothCiteEngine) engine = NULL;
  QuothCiteRequest *request;

  while ((request = g_async_queue_pop (self->requests)) != (gpointer) self->requests)
    {
      request->result = fulfil (self, request, &engine, &request->error);
      finish (self, request);
    }

  return NULL;
}

/**
 * quoth_cite_desk_new:
 * @processor: citeproc-js, as a CommonJS file
 *
 * Returns: (transfer full): a desk, whose thread starts with the first request
 */
QuothCiteDesk *
quoth_cite_desk_new (const char     *processor,
                     QuothStyleList *styles)
{
  QuothCiteDesk *self = g_new0 (QuothCiteDesk, 1);

  self->styles = g_object_ref (styles);
  self->processor = g_strdup (processor);
  self->requests = g_async_queue_new ();
  self->newer = new_memory ();
  self->older = new_memory ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);

  return self;
}

/**
 * quoth_cite_desk_close:
 * @self: (transfer full): nobody has a request there any more
 */
void
quoth_cite_desk_close (QuothCiteDesk *self)
{
  if (self->thread != NULL)
    {
      g_async_queue_push (self->requests, self->requests);
      g_thread_join (self->thread);
    }
  free_desk (self);
}

/**
 * quoth_cite_desk_push:
 * @request: (transfer none): from now on only read, until it's done
 */
void
quoth_cite_desk_push (QuothCiteDesk    *self,
                      QuothCiteRequest *request)
{
  g_mutex_lock (&self->mutex);
  if (self->thread == NULL)
    self->thread = g_thread_new ("quoth-cite", work, self);
  g_mutex_unlock (&self->mutex);

  g_async_queue_push (self->requests, g_atomic_rc_box_acquire (request));
}

/**
 * quoth_cite_desk_wait:
 * @request: one without a task that was pushed
 *
 * Returns: (transfer full): the result, or %NULL and @error
 */
gpointer
quoth_cite_desk_wait (QuothCiteDesk     *self,
                      QuothCiteRequest  *request,
                      GError           **error)
{
  g_mutex_lock (&self->mutex);
  while (!request->done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (request->error != NULL)
    g_propagate_error (error, g_steal_pointer (&request->error));

  return g_steal_pointer (&request->result);
}
