#pragma once

#include "quoth-library.h"
#include "quoth-query.h"

G_BEGIN_DECLS

/**
 * QuothRefresh:
 *
 * Keeps what was read for a query fresh: reads again, in a thread, when the query or the library
 * has changed, and drops what a newer query made stale. Several changes at once are one reading.
 * Property "running": from the first change on until the answer is there.
 */
#define QUOTH_TYPE_REFRESH (quoth_refresh_get_type ())
G_DECLARE_FINAL_TYPE (QuothRefresh, quoth_refresh, QUOTH, REFRESH, GObject)

/* What a reading is told, in its thread */
typedef struct
{
  QuothQuery *query; /* a copy */
  guint       detail;
} QuothRefreshRequest;

/* @new_query: whether the answer is to another question than the one before. Owns @result. */
typedef void (*QuothRefreshFunc) (gpointer  owner,
                                  gpointer  result,
                                  gboolean  new_query);

QuothRefresh *quoth_refresh_new         (QuothLibrary      *library,
                                         QuothQuery        *query,
                                         guint              detail,
                                         QuothReadFunc      read,
                                         GDestroyNotify     free_result,
                                         QuothRefreshFunc   deliver,
                                         gpointer           owner);
void          quoth_refresh_settle      (QuothRefresh      *self);
void          quoth_refresh_stop        (QuothRefresh      *self);
gboolean      quoth_refresh_get_running (QuothRefresh      *self);

G_END_DECLS
