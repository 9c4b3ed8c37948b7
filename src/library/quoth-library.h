#pragma once

#include "quoth-store.h"

G_BEGIN_DECLS

/**
 * QuothLibrary:
 *
 * A library as the program holds it: the main thread's connection for reading by key, a pool for
 * queries, and one thread that owns the connection for writing. Signal "changed" (on the main
 * context, gathered) after something was written.
 */
#define QUOTH_TYPE_LIBRARY (quoth_library_get_type ())
G_DECLARE_FINAL_TYPE (QuothLibrary, quoth_library, QUOTH, LIBRARY, GObject)

char         *quoth_library_dup_default_path (void);
QuothLibrary *quoth_library_open             (const char           *path,
                                              GError              **error);
const char   *quoth_library_get_path         (QuothLibrary         *self);
/* The calling thread must be the one that opened the library. */
QuothStore   *quoth_library_get_reader       (QuothLibrary         *self);

/* Runs @func on the writer thread and waits; any thread but the writer's. */
typedef gboolean (*QuothWriteFunc) (QuothStore  *store,
                                    gpointer     data,
                                    GError     **error);
gboolean      quoth_library_write            (QuothLibrary         *self,
                                              QuothWriteFunc        func,
                                              gpointer              data,
                                              GError              **error);
void          quoth_library_write_async      (QuothLibrary         *self,
                                              QuothWriteFunc        func,
                                              gpointer              data,
                                              GDestroyNotify        free_data,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean      quoth_library_write_finish     (QuothLibrary         *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Waits until all is written that was asked for: before the program ends. */
void          quoth_library_flush            (QuothLibrary         *self);

/* Runs @func on one of the connections for queries; what it runs longer ends once @cancellable is
 * cancelled. Returns: what _finish () gives, or NULL and an error. */
typedef gpointer (*QuothReadFunc) (QuothStore    *store,
                                   gpointer       data,
                                   GCancellable  *cancellable,
                                   GError       **error);
gpointer      quoth_library_read             (QuothLibrary         *self,
                                              QuothReadFunc         func,
                                              gpointer              data,
                                              GCancellable         *cancellable,
                                              GError              **error);
void          quoth_library_read_async       (QuothLibrary         *self,
                                              QuothReadFunc         func,
                                              gpointer              data,
                                              GDestroyNotify        free_data,
                                              GDestroyNotify        free_result,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gpointer      quoth_library_read_finish      (QuothLibrary         *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* What the window does, in one call each. All finish with quoth_library_write_finish (). */
void          quoth_library_set_state_async  (QuothLibrary         *self,
                                              const char           *quote_id,
                                              QuothState            state,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void          quoth_library_delete_article_async  (QuothLibrary        *self,
                                                   const char          *article_id,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
void          quoth_library_restore_article_async (QuothLibrary        *self,
                                                   const char          *article_id,
                                                   GCancellable        *cancellable,
                                                   GAsyncReadyCallback  callback,
                                                   gpointer             user_data);
void          quoth_library_correct_facts_async   (QuothLibrary         *self,
                                                   const char           *article_id,
                                                   const QuothFactEdits *edits,
                                                   GCancellable         *cancellable,
                                                   GAsyncReadyCallback   callback,
                                                   gpointer              user_data);

G_END_DECLS
