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

G_END_DECLS
