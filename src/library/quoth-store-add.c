/* How an article comes in. */
#include "quoth-store-private.h"

#include "quoth-article-rows.h"
#include "quoth-held-private.h"
#include "quoth-id.h"
#include "quoth-near-same.h"
#include "quoth-store-join.h"

typedef struct
{
  QuothStore      *store;
  QuothIncoming   *incoming;
  gboolean         look_for_near;
  QuothNearChoice  choice;
  const char      *file;
  QuothAdded      *added;
} Addition;

void
quoth_added_clear (QuothAdded *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->near_id, g_free);
  g_clear_pointer (&self->near_title, g_free);
}

/* A living article goes before a deleted one. */
static gboolean
find_same (QuothDatabase  *database,
           const char     *text_hash,
           QuothAdded     *added,
           GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT uuid, deleted IS NOT NULL FROM article WHERE text_hash = ?"
                                    " ORDER BY deleted IS NOT NULL LIMIT 1", "s", text_hash);
  if (statement == NULL)
    return FALSE;

  added->result = QUOTH_ADD_ADDED;
  if (quoth_statement_step (statement, &local))
    {
      added->id = g_strdup (quoth_statement_string (statement, 0));
      added->result = sqlite3_column_int (statement, 1) ? QUOTH_ADD_DELETED : QUOTH_ADD_SAME;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * quoth_store_find_same:
 * @added: (out): SAME or DELETED with the id of the article whose text is the same, else ADDED
 *
 * Says before an article is analysed what would become of it.
 */
gboolean
quoth_store_find_same (QuothStore  *self,
                       const char  *text_hash,
                       QuothAdded  *added,
                       GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (text_hash != NULL, FALSE);

  *added = (QuothAdded) { 0 };
  return find_same (quoth_store_get_database (self), text_hash, added, error);
}

static gboolean
name_near (QuothDatabase  *database,
           gint64          row,
           QuothAdded     *added,
           GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;

  statement = quoth_database_query (database, error, "SELECT uuid, title FROM article WHERE id = ?",
                                    "l", row);
  if (statement == NULL || !quoth_statement_step (statement, error))
    return FALSE;

  added->near_id = g_strdup (quoth_statement_string (statement, 0));
  added->near_title = g_strdup (quoth_statement_string (statement, 1));
  return TRUE;
}

/* What is nearly the same, and what becomes of the article then. */
static gboolean
look_for_near (QuothDatabase  *database,
               Addition       *addition,
               GError        **error)
{
  QuothAdded *added = addition->added;
  gint64 row;

  if (!quoth_near_same_find (database, quoth_store_get_near_index (addition->store),
                             addition->incoming->shingles, &row, &added->near_share, error))
    return FALSE;
  if (row == 0)
    return TRUE;

  if (!name_near (database, row, added, error))
    return FALSE;
  if (addition->choice == QUOTH_NEAR_SKIP)
    added->result = QUOTH_ADD_NEAR;
  if (addition->choice != QUOTH_NEAR_HOLD)
    return TRUE;

  added->result = QUOTH_ADD_HELD;
  return quoth_held_add (database, addition->incoming, row, added->near_share, addition->file,
                         error);
}

/* Files may call different articles the same; the library then gives the later one an id of its
 * own. */
static char *
dup_free_id (QuothDatabase  *database,
             QuothArticle   *article,
             GError        **error)
{
  g_autoptr(GError) local = NULL;
  gint64 taken;

  if (quoth_database_get_int64 (database, &taken, &local, "SELECT 1 FROM article WHERE uuid = ?",
                                "s",
                                quoth_article_get_id (article)))
    return quoth_id_new ();
  if (local == NULL)
    return g_strdup (quoth_article_get_id (article));

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
add_rows (QuothDatabase  *database,
          QuothIncoming  *incoming,
          const char     *id,
          GError        **error)
{
  QuothArticle *article = incoming->article;
  GPtrArray *quotes = quoth_article_get_quotes (article);
  g_autoptr(GArray) entity_rows = g_array_new (FALSE, TRUE, sizeof (gint64));
  gint64 row;

  g_array_set_size (entity_rows, quoth_article_get_entities (article)->len);
  if (!quoth_rows_add_article (database, incoming, id, &row, error) ||
      !quoth_rows_save_entities (database, row, article, entity_rows, error))
    return FALSE;

  for (guint i = 0; i < quotes->len; i++)
    {
      if (!quoth_rows_save_quote (database, row, article, i, entity_rows, 0, error))
        return FALSE;
    }

  return quoth_held_forget (database, incoming->text_hash, error);
}

static gboolean
add_article (QuothDatabase  *database,
             gpointer        data,
             GError        **error)
{
  Addition *addition = data;
  QuothAdded *added = addition->added;

  if (!find_same (database, addition->incoming->text_hash, added, error))
    return FALSE;
  if (added->result != QUOTH_ADD_ADDED)
    return TRUE;
  if (!quoth_store_join (addition->store, addition->incoming, added, error))
    return FALSE;
  if (added->result != QUOTH_ADD_ADDED)
    return TRUE;
  /* What has no text isn't nearly the same as anything. */
  if (addition->look_for_near && addition->incoming->shingles->sorted->len > 0 &&
      !look_for_near (database, addition, error))
    return FALSE;
  if (added->result != QUOTH_ADD_ADDED)
    return TRUE;

  added->id = dup_free_id (database, addition->incoming->article, error);
  return added->id != NULL && add_rows (database, addition->incoming, added->id, error);
}

static gboolean
run_addition (Addition  *addition,
              GError   **error)
{
  *addition->added = (QuothAdded) { 0 };
  if (quoth_database_transact (quoth_store_get_database (addition->store), add_article, addition,
                               error))
    return TRUE;

  /* It may know of rows that are not there. */
  quoth_store_drop_near_index (addition->store);
  quoth_added_clear (addition->added);
  return FALSE;
}

typedef struct
{
  QuothStore  *store;
  gboolean   (*func) (QuothStore *, gpointer, GError **);
  gpointer     data;
} Batch;

static gboolean
run_batch (QuothDatabase  *database G_GNUC_UNUSED,
           gpointer        data,
           GError        **error)
{
  Batch *batch = data;

  return batch->func (batch->store, batch->data, error);
}

/**
 * quoth_store_batch:
 *
 * Runs @func, which writes, in one transaction: for many small articles, which would each take one
 * else.
 */
gboolean
quoth_store_batch (QuothStore  *self,
                   gboolean   (*func) (QuothStore  *store,
                                       gpointer     data,
                                       GError     **error),
                   gpointer     data,
                   GError     **error)
{
  Batch batch = { self, func, data };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (quoth_database_transact (quoth_store_get_database (self), run_batch, &batch, error))
    return TRUE;

  quoth_store_drop_near_index (self);
  return FALSE;
}

/**
 * quoth_store_learn_texts:
 *
 * Reads what nearly the same articles are found with, which quoth_store_add_incoming() does else:
 * of a large library that takes so long that a cancel would have to wait. Within
 * quoth_store_batch().
 */
gboolean
quoth_store_learn_texts (QuothStore    *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  return quoth_near_same_catch_up (quoth_store_get_database (self),
                                   quoth_store_get_near_index (self), cancellable, error);
}

/**
 * quoth_store_add_incoming:
 * @choice: what to do when an article that is nearly the same is there
 * @file: what it was read from, for people
 * @added: (out): what became of it
 *
 * Adds an analysed article, with its entities linked to those of equal full name, in one
 * transaction: once this returns TRUE, a crash of the program does not lose it, nor one that is
 * held back. Found by the search only after quoth_store_finish_batch().
 */
gboolean
quoth_store_add_incoming (QuothStore       *self,
                          QuothIncoming    *incoming,
                          QuothNearChoice   choice,
                          const char       *file,
                          QuothAdded       *added,
                          GError          **error)
{
  Addition addition = { self, incoming, TRUE, choice, file, added };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (incoming != NULL, FALSE);
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (added != NULL, FALSE);

  return run_addition (&addition, error);
}

/**
 * quoth_store_add_article:
 * @result: (out): what became of it
 * @existing: (out) (optional) (nullable) (transfer full): id of the article already there; of an added one,
 *   the id that the library gave it because its own is another article's
 *
 * Adds an analysed article whatever else is nearly the same.
 */
gboolean
quoth_store_add_article (QuothStore      *self,
                         QuothArticle    *article,
                         QuothAddResult  *result,
                         char           **existing,
                         GError         **error)
{
  g_autoptr(QuothIncoming) incoming = NULL;
  g_auto(QuothAdded) added = { 0 };
  Addition addition;

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), FALSE);
  g_return_val_if_fail (result != NULL, FALSE);

  if (existing != NULL)
    *existing = NULL;
  incoming = quoth_incoming_new (article);
  addition = (Addition) { self, incoming, FALSE, QUOTH_NEAR_KEEP, "", &added };
  if (!run_addition (&addition, error))
    return FALSE;

  *result = added.result;
  if (existing != NULL &&
      (added.result != QUOTH_ADD_ADDED || !g_str_equal (added.id, quoth_article_get_id (article))))
    *existing = g_steal_pointer (&added.id);

  return TRUE;
}
