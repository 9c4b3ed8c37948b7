#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* After how many pages those written are taken over from the log: index pages that many articles
 * touch then come over once for four thousand pages, not for each thousand, which is as SQLite has
 * it. */
#define QUOTH_DATABASE_CHECKPOINT_PAGES 4000

/**
 * QuothDatabase:
 *
 * One SQLite connection with its prepared statements. Used by one thread at a time; blocking.
 */
typedef struct _QuothDatabase QuothDatabase;

/* A prepared statement in use; its end gives it back to the connection, which keeps it. */
typedef sqlite3_stmt QuothStatement;

QuothDatabase  *quoth_database_open            (const char      *path,
                                                gboolean         writable,
                                                GError         **error);
void            quoth_database_close           (QuothDatabase   *self);
sqlite3        *quoth_database_get_handle      (QuothDatabase   *self);
void            quoth_database_set_cancellable (QuothDatabase   *self,
                                                GCancellable    *cancellable);
void            quoth_database_set_error       (QuothDatabase   *self,
                                                GError         **error);

/* @sql must be a literal or interned: its address is the key under which the statement is kept.
 * @types has a letter for each value: s string or NULL, i int, l gint64, d double, b GBytes or
 * NULL, z for NULL (without a value). */
QuothStatement *quoth_database_prepare         (QuothDatabase   *self,
                                                const char      *sql,
                                                GError         **error);
QuothStatement *quoth_database_query           (QuothDatabase   *self,
                                                GError         **error,
                                                const char      *sql,
                                                const char      *types,
                                                ...);
gboolean        quoth_database_run             (QuothDatabase   *self,
                                                GError         **error,
                                                const char      *sql,
                                                const char      *types,
                                                ...);
gboolean        quoth_database_get_int64       (QuothDatabase   *self,
                                                gint64          *value,
                                                GError         **error,
                                                const char      *sql,
                                                const char      *types,
                                                ...);
gboolean        quoth_database_script          (QuothDatabase   *self,
                                                const char      *sql,
                                                GError         **error);
gint64          quoth_database_last_id         (QuothDatabase   *self);

/* TRUE with a row; FALSE at the end, and with @error set when it failed */
gboolean        quoth_statement_step           (QuothStatement  *statement,
                                                GError         **error);
const char     *quoth_statement_string         (QuothStatement  *statement,
                                                int              column);
void            quoth_statement_done           (QuothStatement  *statement);

typedef gboolean (*QuothTransactionFunc) (QuothDatabase  *database,
                                          gpointer        data,
                                          GError        **error);
gboolean        quoth_database_transact        (QuothDatabase         *self,
                                                QuothTransactionFunc   func,
                                                gpointer               data,
                                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothStatement, quoth_statement_done)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothDatabase, quoth_database_close)

G_END_DECLS
