#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The stretch in which two versions of a list differ */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} QuothSplice;

QuothSplice quoth_splice_find (gconstpointer old_items,
                               guint         n_old,
                               gconstpointer new_items,
                               guint         n_new,
                               gsize         size);
GArray      *quoth_splice_find_runs (const guint32 *old_ids,
                                     guint          n_old,
                                     const guint32 *new_ids,
                                     guint          n_new,
                                     guint          max_runs);

G_END_DECLS
