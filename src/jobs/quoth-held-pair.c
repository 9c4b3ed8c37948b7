#include "quoth-held-pair.h"

void
quoth_held_pair_free (QuothHeldPair *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->held, quoth_held_free);
  g_clear_object (&self->article);
  g_clear_object (&self->near);
  g_clear_pointer (&self->article_unshared, g_array_unref);
  g_clear_pointer (&self->near_unshared, g_array_unref);
  g_free (self);
}

static QuothShingles *
make_shingles (QuothArticle *article)
{
  GArray *blocks = quoth_article_get_blocks (article);

  return quoth_shingles_new (quoth_article_get_text (article), quoth_article_get_length (article),
                             (const QuothBlock *) (gpointer) blocks->data, blocks->len);
}

static void
compare (QuothHeldPair *self)
{
  g_autoptr (QuothShingles) of_article = make_shingles (self->article);
  g_autoptr (QuothShingles) of_near = make_shingles (self->near);

  self->article_unshared = quoth_shingles_find_unshared (of_article, of_near);
  self->near_unshared = quoth_shingles_find_unshared (of_near, of_article);
}

/* On a thread for reading */
static gpointer
load_first (QuothStore    *store,
            gpointer       data G_GNUC_UNUSED,
            GCancellable  *cancellable G_GNUC_UNUSED,
            GError       **error)
{
  g_autoptr (GPtrArray) list = quoth_store_list_held (store, error);
  g_autoptr (QuothHeldPair) self = NULL;

  if (list == NULL)
    return NULL;

  self = g_new0 (QuothHeldPair, 1);
  self->n_held = list->len;
  if (list->len == 0)
    return g_steal_pointer (&self);

  self->held = g_ptr_array_steal_index (list, 0);
  self->article = quoth_store_load_held (store, self->held->id, error);
  self->near = self->article != NULL
               ? quoth_store_load_article (store, self->held->near_id, error) : NULL;
  if (self->near == NULL)
    return NULL;

  compare (self);
  return g_steal_pointer (&self);
}

void
quoth_held_pair_load_async (QuothLibrary        *library,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  quoth_library_read_async (library, load_first, NULL, NULL, (GDestroyNotify) quoth_held_pair_free,
                            cancellable,
                            callback, user_data);
}

/**
 * quoth_held_pair_load_finish:
 *
 * Returns: (transfer full): the first that waits, with @held %NULL when none does
 */
QuothHeldPair *
quoth_held_pair_load_finish (QuothLibrary  *library,
                             GAsyncResult  *result,
                             GError       **error)
{
  return quoth_library_read_finish (library, result, error);
}

typedef struct
{
  gint64   id;
  gboolean keep;
} Decision;

static gboolean
decide_one (QuothStore  *store,
            gint64       id,
            gboolean     keep,
            GError     **error)
{
  g_auto (QuothAdded) added = { 0 };

  return keep ? quoth_store_keep_held (store, id, &added, error) : quoth_store_skip_held (store, id,
                                                                                          error);
}

/* On the writer's thread */
static gboolean
decide (QuothStore  *store,
        gpointer     data,
        GError     **error)
{
  const Decision *decision = data;
  g_autoptr (GPtrArray) list = NULL;

  if (decision->id != 0)
    return decide_one (store, decision->id, decision->keep, error) &&
           quoth_store_finish_batch (store, error);

  list = quoth_store_list_held (store, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    if (!decide_one (store, ((const QuothHeld *) g_ptr_array_index (list, i))->id, decision->keep,
                     error))
      return FALSE;

  return list != NULL && quoth_store_finish_batch (store, error);
}

/**
 * quoth_held_decide_async:
 * @id: of the one to decide on, or 0 for all that wait
 * @keep: whether to add it to the library
 */
void
quoth_held_decide_async (QuothLibrary        *library,
                         gint64               id,
                         gboolean             keep,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Decision *decision = g_new (Decision, 1);

  decision->id = id;
  decision->keep = keep;
  quoth_library_write_async (library, decide, decision, g_free, NULL, callback, user_data);
}
