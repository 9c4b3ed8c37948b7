#include "config.h"

#include "quoth-database.h"

#include <glib/gi18n-lib.h>

#include "quoth-store.h"

#define BUSY_TIMEOUT_MS 10000
#define STEPS_BETWEEN_CANCEL_CHECKS 4000
#define CACHE_KIB 65536

struct _QuothDatabase
{
  sqlite3      *handle;
  GHashTable   *statements; /* SQL literal → sqlite3_stmt */
  GCancellable *cancellable;
};

static QuothLibraryError
classify_failure (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return QUOTH_LIBRARY_ERROR_DAMAGED;
    case SQLITE_CANTOPEN:
      return QUOTH_LIBRARY_ERROR_NOT_FOUND;
    default:
      return QUOTH_LIBRARY_ERROR_FAILED;
    }
}

static void
set_error_from_handle (sqlite3  *handle,
                       GError  **error)
{
  int code = sqlite3_extended_errcode (handle);

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The query was cancelled"));
  else
    g_set_error (error, QUOTH_LIBRARY_ERROR, classify_failure (code),
                 _("The library failed: %s"), sqlite3_errmsg (handle));
}

static int
check_cancelled (gpointer data)
{
  QuothDatabase *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static void
finalize_statement (gpointer data)
{
  sqlite3_finalize (data);
}

/* WAL with synchronous NORMAL: a killed process loses nothing that was committed. */
static gboolean
configure (QuothDatabase  *self,
           gboolean        writable,
           GError        **error)
{
  g_autofree char *common = g_strdup_printf ("PRAGMA foreign_keys = ON;"
                                             "PRAGMA temp_store = MEMORY;"
                                             "PRAGMA cache_size = -%d;", CACHE_KIB);

  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  if (!quoth_database_script (self, common, error))
    return FALSE;

  if (!writable)
    return quoth_database_script (self, "PRAGMA query_only = ON;", error);

  return quoth_database_script (self, "PRAGMA journal_mode = WAL;"
                                      "PRAGMA synchronous = NORMAL;"
                                      "PRAGMA wal_autocheckpoint = "
                                      G_STRINGIFY (QUOTH_DATABASE_CHECKPOINT_PAGES), error);
}

/**
 * quoth_database_open:
 * @writable: makes the file where there is none; otherwise nothing can be written through this
 *   connection
 *
 * Returns: (transfer full)
 */
QuothDatabase *
quoth_database_open (const char  *path,
                     gboolean     writable,
                     GError     **error)
{
  g_autoptr(QuothDatabase) self = g_new0 (QuothDatabase, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (writable ? SQLITE_OPEN_CREATE : 0);

  g_assert (path != NULL);

  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                            finalize_statement);
  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      set_error_from_handle (self->handle, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  if (!configure (self, writable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
quoth_database_close (QuothDatabase *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("A statement is still in use: %s", sqlite3_errmsg (self->handle));
  g_clear_object (&self->cancellable);
  g_free (self);
}

sqlite3 *
quoth_database_get_handle (QuothDatabase *self)
{
  return self->handle;
}

/**
 * quoth_database_set_cancellable:
 * @cancellable: (nullable): from now on, what runs longer ends with G_IO_ERROR_CANCELLED once this
 *   is cancelled
 */
void
quoth_database_set_cancellable (QuothDatabase *self,
                                GCancellable  *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->handle, STEPS_BETWEEN_CANCEL_CHECKS,
                            cancellable != NULL ? check_cancelled : NULL, self);
}

void
quoth_database_set_error (QuothDatabase  *self,
                          GError        **error)
{
  set_error_from_handle (self->handle, error);
}

/**
 * quoth_database_prepare:
 *
 * Returns: (transfer full) (nullable): a statement without values
 */
QuothStatement *
quoth_database_prepare (QuothDatabase  *self,
                        const char     *sql,
                        GError        **error)
{
  QuothStatement *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                          NULL) != SQLITE_OK)
    {
      set_error_from_handle (self->handle, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, (char *) sql, statement);
  return statement;
}

/* @keep: whether the statement needs a copy of what the values point at, since it outlives them */
static void
bind_bytes (QuothStatement *statement,
            int             column,
            GBytes         *bytes,
            gboolean        keep)
{
  gconstpointer data;
  gsize size;

  if (bytes == NULL)
    {
      sqlite3_bind_null (statement, column);
      return;
    }

  data = g_bytes_get_data (bytes, &size);
  sqlite3_bind_blob64 (statement, column, data != NULL ? data : "", size,
                       keep ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

static void
bind_values (QuothStatement *statement,
             gboolean        keep,
             const char     *types,
             va_list         values)
{
  for (int column = 1; types[column - 1] != '\0'; column++)
    {
      switch (types[column - 1])
        {
        case 's':
          sqlite3_bind_text (statement, column, va_arg (values, const char *), -1,
                             keep ? SQLITE_TRANSIENT : SQLITE_STATIC);
          break;
        case 'i':
          sqlite3_bind_int (statement, column, va_arg (values, int));
          break;
        case 'l':
          sqlite3_bind_int64 (statement, column, va_arg (values, gint64));
          break;
        case 'd':
          sqlite3_bind_double (statement, column, va_arg (values, double));
          break;
        case 'b':
          bind_bytes (statement, column, va_arg (values, GBytes *), keep);
          break;
        case 'z':
          sqlite3_bind_null (statement, column);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static QuothStatement *
query_valist (QuothDatabase  *self,
              gboolean        keep,
              const char     *sql,
              const char     *types,
              va_list         values,
              GError        **error)
{
  QuothStatement *statement = quoth_database_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;

  g_assert (sqlite3_bind_parameter_count (statement) == (int) strlen (types));
  bind_values (statement, keep, types, values);

  return statement;
}

/**
 * quoth_database_query:
 *
 * Returns: (transfer full) (nullable): a statement to step, its values bound
 */
QuothStatement *
quoth_database_query (QuothDatabase  *self,
                      GError        **error,
                      const char     *sql,
                      const char     *types,
                      ...)
{
  QuothStatement *statement;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, TRUE, sql, types, values, error);
  va_end (values);

  return statement;
}

/**
 * quoth_database_run:
 *
 * Runs a statement whose rows, if any, are of no interest.
 */
gboolean
quoth_database_run (QuothDatabase  *self,
                    GError        **error,
                    const char     *sql,
                    const char     *types,
                    ...)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) local = NULL;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, FALSE, sql, types, values, error);
  va_end (values);
  if (statement == NULL)
    return FALSE;

  while (quoth_statement_step (statement, &local))
    ;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}

/**
 * quoth_database_get_int64:
 * @value: (out): the first column of the first row
 *
 * Returns: FALSE without setting @error where there is no row
 */
gboolean
quoth_database_get_int64 (QuothDatabase  *self,
                          gint64         *value,
                          GError        **error,
                          const char     *sql,
                          const char     *types,
                          ...)
{
  g_autoptr(QuothStatement) statement = NULL;
  va_list values;

  va_start (values, types);
  statement = query_valist (self, FALSE, sql, types, values, error);
  va_end (values);
  if (statement == NULL || !quoth_statement_step (statement, error))
    return FALSE;

  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/**
 * quoth_database_script:
 * @sql: statements without values, one after the other
 */
gboolean
quoth_database_script (QuothDatabase  *self,
                       const char     *sql,
                       GError        **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  set_error_from_handle (self->handle, error);
  return FALSE;
}

gint64
quoth_database_last_id (QuothDatabase *self)
{
  return sqlite3_last_insert_rowid (self->handle);
}

gboolean
quoth_statement_step (QuothStatement  *statement,
                      GError         **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_error_from_handle (sqlite3_db_handle (statement), error);

  return FALSE;
}

/**
 * quoth_statement_string:
 *
 * Returns: (nullable): valid until the statement steps on
 */
const char *
quoth_statement_string (QuothStatement *statement,
                        int             column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

void
quoth_statement_done (QuothStatement *statement)
{
  if (statement == NULL)
    return;

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/**
 * quoth_database_transact:
 *
 * Runs @func within one transaction: all of it is kept, or nothing. Waits for other writers first.
 * Within another transaction it is a part of that, which fails with it: no savepoint, which would
 * copy every page that is written.
 */
gboolean
quoth_database_transact (QuothDatabase         *self,
                         QuothTransactionFunc   func,
                         gpointer               data,
                         GError               **error)
{
  if (!sqlite3_get_autocommit (self->handle))
    return func (self, data, error);
  if (!quoth_database_script (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (func (self, data, error) && quoth_database_script (self, "COMMIT", error))
    return TRUE;

  /* SQLite has rolled back by itself after some failures; the first error is the one to tell. */
  if (!sqlite3_get_autocommit (self->handle))
    quoth_database_script (self, "ROLLBACK", NULL);

  return FALSE;
}
