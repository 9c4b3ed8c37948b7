#pragma once

#include "quoth-store.h"

G_BEGIN_DECLS

/**
 * QuothHeld:
 *
 * An article that waits for a person to say whether to keep it: one that is nearly the same is
 * there.
 */
typedef struct
{
  gint64  id;
  char   *file;        /* what it was read from */
  char   *title;       /* or NULL */
  char   *near_id;
  char   *near_title;  /* or NULL */
  double  near_share;
} QuothHeld;

void          quoth_held_free        (QuothHeld    *self);

/* Those that wait, in the order in which they came: of QuothHeld */
GPtrArray    *quoth_store_list_held  (QuothStore   *self,
                                      GError      **error);
QuothArticle *quoth_store_load_held  (QuothStore   *self,
                                      gint64        id,
                                      GError      **error);
gboolean      quoth_store_keep_held  (QuothStore   *self,
                                      gint64        id,
                                      QuothAdded   *added,
                                      GError      **error);
gboolean      quoth_store_skip_held  (QuothStore   *self,
                                      gint64        id,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothHeld, quoth_held_free)

G_END_DECLS
