#include "config.h"

#include "quoth-store.h"

#include <glib/gi18n-lib.h>

#include "quoth-article-load.h"
#include "quoth-schema.h"
#include "quoth-search.h"
#include "quoth-source-file.h"
#include "quoth-store-private.h"

/* The index of about twenty thousand articles: a larger one is let go after each batch, and read
 * anew for the next. */
#define NEAR_INDEX_KEPT (16 << 20)

G_DEFINE_QUARK (quoth-library-error-quark, quoth_library_error)

struct _QuothStore
{
  GObject         parent_instance;
  QuothDatabase  *database;
  QuothNearIndex *near_index; /* made when it is needed first */
};

G_DEFINE_FINAL_TYPE (QuothStore, quoth_store, G_TYPE_OBJECT)

static void
quoth_store_finalize (GObject *object)
{
  QuothStore *self = QUOTH_STORE (object);

  g_clear_pointer (&self->near_index, quoth_near_index_free);
  g_clear_pointer (&self->database, quoth_database_close);

  G_OBJECT_CLASS (quoth_store_parent_class)->finalize (object);
}

static void
quoth_store_class_init (QuothStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quoth_store_finalize;
}

static void
quoth_store_init (QuothStore *self G_GNUC_UNUSED)
{
}

QuothDatabase *
quoth_store_get_database (QuothStore *self)
{
  return self->database;
}

QuothNearIndex *
quoth_store_get_near_index (QuothStore *self)
{
  if (self->near_index == NULL)
    self->near_index = quoth_near_index_new ();

  return self->near_index;
}

void
quoth_store_drop_near_index (QuothStore *self)
{
  g_clear_pointer (&self->near_index, quoth_near_index_free);
}

char *
quoth_store_dup_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
quoth_store_find_article (QuothDatabase  *database,
                          const char     *article_id,
                          gint64         *row,
                          GError        **error)
{
  g_autoptr(GError) local = NULL;

  if (quoth_database_get_int64 (database, row, &local,
                                "SELECT id FROM article WHERE uuid = ?", "s", article_id))
    return TRUE;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                         _("The article is not in the library"));
  return FALSE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(GError) local = NULL;

  if (g_file_make_directory_with_parents (file, NULL, &local) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * quoth_store_open:
 * @path: a file
 * @mode: whether to write; then the file and its folder are made and an older library is stepped up
 *
 * Returns: (transfer full): a connection for one thread at a time
 */
QuothStore *
quoth_store_open (const char      *path,
                  QuothStoreMode   mode,
                  GError         **error)
{
  g_autoptr(QuothDatabase) database = NULL;
  QuothStore *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (mode == QUOTH_STORE_WRITE && !make_folder (path, error))
    return NULL;

  database = quoth_database_open (path, mode == QUOTH_STORE_WRITE, error);
  if (database == NULL ||
      !(mode == QUOTH_STORE_WRITE ? quoth_schema_upgrade (database, error)
                                  : quoth_schema_check (database, error)))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  self = g_object_new (QUOTH_TYPE_STORE, NULL);
  self->database = g_steal_pointer (&database);

  return self;
}

static gboolean
index_new (QuothDatabase  *database,
           gpointer        data G_GNUC_UNUSED,
           GError        **error)
{
  return quoth_search_index_new (database, error);
}

/**
 * quoth_store_index_new:
 *
 * Lets the search find what was added since the last call.
 */
gboolean
quoth_store_index_new (QuothStore  *self,
                       GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  return quoth_database_transact (self->database, index_new, NULL, error);
}

/**
 * quoth_store_finish_batch:
 *
 * Lets the search find what was added since the last call, at the end of a batch. What a crash kept
 * from being called is made good by the next call.
 */
gboolean
quoth_store_finish_batch (QuothStore  *self,
                          GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  if (self->near_index != NULL && quoth_near_index_get_size (self->near_index) > NEAR_INDEX_KEPT)
    quoth_store_drop_near_index (self);
  return quoth_database_transact (self->database, index_new, NULL, error);
}

/**
 * quoth_store_load_article:
 *
 * Returns: (transfer full): the article, deleted or not, with quotes and entities
 */
QuothArticle *
quoth_store_load_article (QuothStore  *self,
                          const char  *article_id,
                          GError     **error)
{
  gint64 row;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);
  g_return_val_if_fail (article_id != NULL, NULL);

  if (!quoth_store_find_article (self->database, article_id, &row, error))
    return NULL;

  return quoth_article_load (self->database, row, error);
}

/* The first column of the first row as a string; NOT_FOUND with @message where there is no row */
static char *
dup_found_string (QuothStatement  *statement,
                  const char      *message,
                  GError         **error)
{
  g_autoptr(QuothStatement) owned = statement;
  g_autoptr(GError) local = NULL;

  if (owned == NULL)
    return NULL;
  if (quoth_statement_step (owned, &local) && quoth_statement_string (owned, 0) != NULL)
    return g_strdup (quoth_statement_string (owned, 0));

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND, message);
  return NULL;
}

/**
 * quoth_store_find_article_of:
 *
 * Returns: (transfer full): id of the article that holds the quote
 */
char *
quoth_store_find_article_of (QuothStore  *self,
                             const char  *quote_id,
                             GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);
  g_return_val_if_fail (quote_id != NULL, NULL);

  return dup_found_string (quoth_database_query (self->database, error,
                                                 "SELECT article.uuid FROM quote"
                                                 " JOIN article ON article.id = article_id"
                                                 " WHERE quote.uuid = ?", "s", quote_id),
                           _("The quotation is not in the library"), error);
}

/**
 * quoth_store_load_source:
 *
 * Returns: (transfer full): the bytes of the file that the article was read from
 */
GBytes *
quoth_store_load_source (QuothStore  *self,
                         const char  *article_id,
                         GError     **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);
  g_return_val_if_fail (article_id != NULL, NULL);

  sha256 = dup_found_string (quoth_database_query (self->database, error,
                                                   "SELECT source_sha256 FROM article WHERE uuid = ?",
                                                   "s", article_id),
                             _("The library does not have the file that this article was read from"),
                             error);
  return sha256 != NULL ? quoth_source_file_load (self->database, sha256, error) : NULL;
}

/**
 * quoth_store_check:
 *
 * Reads the whole file: pages, indexes, and references between tables.
 */
gboolean
quoth_store_check (QuothStore  *self,
                   GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *found = NULL;
  gint64 broken;

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  found = dup_found_string (quoth_database_query (self->database, error,
                                                  "PRAGMA integrity_check (1)", ""),
                            "", error);
  if (found == NULL)
    return FALSE;
  if (!g_str_equal (found, "ok"))
    {
      g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED,
                   _("The library is damaged: %s"), found);
      return FALSE;
    }

  if (quoth_database_get_int64 (self->database, &broken, &local,
                                "SELECT rowid FROM pragma_foreign_key_check", ""))
    {
      g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED,
                           _("The library is damaged: a row refers to one that is missing"));
      return FALSE;
    }
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gint64
count (QuothStore *self,
       const char *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 n = 0;

  if (!quoth_database_get_int64 (self->database, &n, &error, sql, ""))
    g_warning ("Counting failed: %s", error != NULL ? error->message : "no row");

  return n;
}

/**
 * quoth_store_count_articles:
 *
 * Returns: how many there are, without deleted ones
 */
gint64
quoth_store_count_articles (QuothStore *self)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), 0);

  return count (self, "SELECT count (*) FROM article WHERE deleted IS NULL");
}

/**
 * quoth_store_count_quotes:
 *
 * Returns: how many statements there are, without rejected ones and those of deleted articles
 */
gint64
quoth_store_count_quotes (QuothStore *self)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), 0);

  return count (self, "SELECT count (*) FROM quote JOIN article ON article.id = article_id"
                      " WHERE deleted IS NULL AND quote.type = 0 AND state <> 3");
}
