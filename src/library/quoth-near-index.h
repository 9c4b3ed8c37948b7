#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothNearIndex:
 *
 * Which texts may be nearly the same as a given one: the shingles that stand for each text, in
 * memory, eight bytes each. Finding takes no longer the more texts there are, but for a few steps
 * of a search by halves.
 */
typedef struct _QuothNearIndex QuothNearIndex;

QuothNearIndex *quoth_near_index_new       (void);
void            quoth_near_index_free      (QuothNearIndex *self);
gint64          quoth_near_index_get_last  (QuothNearIndex *self);
gsize           quoth_near_index_get_size  (QuothNearIndex *self);   /* in bytes */
void            quoth_near_index_add       (QuothNearIndex *self,
                                            gint64          id,
                                            const guint32  *sample,
                                            guint           n_sample,
                                            gboolean        whole);
GArray         *quoth_near_index_find      (QuothNearIndex *self,
                                            const guint32  *sample,
                                            guint           n_sample,
                                            gboolean        whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothNearIndex, quoth_near_index_free)

G_END_DECLS
