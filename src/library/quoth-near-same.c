/* Articles of which most is in another one: kept as shingles that stand for each, looked up in an
 * index in memory, and compared word by word. */
#include "quoth-near-same.h"

/**
 * quoth_near_same_save:
 *
 * Keeps what stands for an article's text, in place of what stood for it before.
 */
gboolean
quoth_near_same_save (QuothDatabase        *database,
                      gint64                article_row,
                      const QuothShingles  *shingles,
                      GError              **error)
{
  guint n = quoth_shingles_count_sample (shingles);
  g_autoptr (GBytes) sample = g_bytes_new (shingles->sorted->data, n * sizeof (guint32));

  return quoth_database_run (database, error,
                             "INSERT OR REPLACE INTO shingle_sample (article_id, whole, sample)"
                             " VALUES (?, ?, ?)", "lib", article_row, n == shingles->sorted->len, sample);
}

static QuothShingles *
load_shingles (QuothDatabase  *database,
               gint64          article_row,
               GError        **error)
{
  g_autoptr (QuothStatement) text = NULL;
  g_autoptr (QuothStatement) rows = NULL;
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (QuothBlock));
  g_autoptr (GError) failure = NULL;

  rows = quoth_database_query (database, error,
                               "SELECT kind, start, end FROM block WHERE article_id = ?"
                               " ORDER BY position", "l", article_row);
  text = quoth_database_query (database, error, "SELECT text FROM article WHERE id = ?", "l",
                               article_row);
  if (rows == NULL || text == NULL)
    return NULL;

  while (quoth_statement_step (rows, &failure))
    {
      QuothBlock block = { { (guint32) sqlite3_column_int64 (rows, 1),
                             (guint32) sqlite3_column_int64 (rows, 2) },
                           (QuothBlockKind) sqlite3_column_int (rows, 0), 0, 0 };

      g_array_append_val (blocks, block);
    }
  if (failure == NULL && quoth_statement_step (text, &failure))
    return quoth_shingles_new (quoth_statement_string (text, 0),
                               (gsize) sqlite3_column_bytes (text, 0),
                               (const QuothBlock *) (gpointer) blocks->data, blocks->len);

  if (failure == NULL)
    quoth_database_set_error (database, &failure);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static GArray *
list_rows (QuothDatabase  *database,
           const char     *sql,
           GError        **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (QuothStatement) statement = quoth_database_query (database, error, sql, "");
  g_autoptr (GError) failure = NULL;

  if (statement == NULL)
    return NULL;
  while (quoth_statement_step (statement, &failure))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  if (failure == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* Those that came in before this was kept of each */
static gboolean
save_missing (QuothDatabase  *database,
              GError        **error)
{
  g_autoptr (GArray) rows = NULL;

  rows = list_rows (database, "SELECT id FROM article WHERE NOT EXISTS"
                              " (SELECT 1 FROM shingle_sample WHERE article_id = article.id)", error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);
      g_autoptr (QuothShingles) shingles = load_shingles (database, row, error);

      if (shingles == NULL || !quoth_near_same_save (database, row, shingles, error))
        return FALSE;
    }

  return rows != NULL;
}

/**
 * quoth_near_same_catch_up:
 * @index: what was found with before on this connection, or a new one; when this fails, it is of no
 *   more use
 *
 * Reads what came in since the index was used last, also by another program: of a large library the
 * first time takes a while. Within a transaction that writes.
 */
gboolean
quoth_near_same_catch_up (QuothDatabase   *database,
                          QuothNearIndex  *index,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (QuothStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  if (quoth_near_index_get_last (index) == 0 && !save_missing (database, error))
    return FALSE;

  statement = quoth_database_query (database, error,
                                    "SELECT article_id, whole, sample FROM shingle_sample"
                                    " WHERE article_id > ? ORDER BY article_id", "l",
                                    quoth_near_index_get_last (index));
  if (statement == NULL)
    return FALSE;
  while (!g_cancellable_set_error_if_cancelled (cancellable, &failure) &&
         quoth_statement_step (statement, &failure))
    {
      guint length = (guint) sqlite3_column_bytes (statement, 2);
      /* A copy lies where numbers may lie. */
      g_autofree guint32 *sample = g_memdup2 (sqlite3_column_blob (statement, 2), length);

      quoth_near_index_add (index, sqlite3_column_int64 (statement, 0), sample,
                            length / sizeof (guint32),
                            sqlite3_column_int (statement, 1));
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_there (QuothDatabase  *database,
          gint64          article_row,
          GError        **error)
{
  gint64 there;

  return quoth_database_get_int64 (database, &there, error,
                                   "SELECT 1 FROM article WHERE id = ? AND deleted IS NULL", "l", article_row);
}

/**
 * quoth_near_same_find:
 * @index: what was found with before on this connection, or a new one
 * @article_row: (out): the article that has most of it, or 0
 * @share: (out): how much that is
 *
 * Finds the article that is nearly the same. Deleted ones don't count. Within a transaction that
 * writes.
 */
gboolean
quoth_near_same_find (QuothDatabase        *database,
                      QuothNearIndex       *index,
                      const QuothShingles  *shingles,
                      gint64               *article_row,
                      double               *share,
                      GError              **error)
{
  guint n = quoth_shingles_count_sample (shingles);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GError) failure = NULL;

  *article_row = 0;
  *share = 0;
  if (!quoth_near_same_catch_up (database, index, NULL, error))
    return FALSE;

  rows = quoth_near_index_find (index, (const guint32 *) (gpointer) shingles->sorted->data, n,
                                n == shingles->sorted->len);
  for (guint i = 0; i < rows->len && failure == NULL; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);
      g_autoptr (QuothShingles) other = NULL;
      double found;

      if (!is_there (database, row, &failure) || failure != NULL)
        continue;
      other = load_shingles (database, row, &failure);
      found = other != NULL ? quoth_shingles_compare (shingles, other) : 0;
      if (found < QUOTH_SHINGLES_NEAR || found <= *share)
        continue;
      *article_row = row;
      *share = found;
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
