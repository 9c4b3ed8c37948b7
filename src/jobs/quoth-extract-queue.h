#pragma once

#include "quoth-extracted.h"

G_BEGIN_DECLS

/**
 * QuothExtractQueue:
 *
 * What workers have made of numbered inputs, handed over in the order of the numbers, to one taker.
 */
typedef struct _QuothExtractQueue QuothExtractQueue;

QuothExtractQueue *quoth_extract_queue_new  (guint               n_slots);  /* results that may be ahead */
void               quoth_extract_queue_free (QuothExtractQueue  *self);
/* Waits until @number may be worked at. FALSE once the queue was stopped */
gboolean           quoth_extract_queue_wait (QuothExtractQueue  *self,
                                             guint64             number);
void               quoth_extract_queue_put  (QuothExtractQueue  *self,
                                             guint64             number,
                                             QuothExtracted     *extracted);
void               quoth_extract_queue_end  (QuothExtractQueue  *self,
                                             guint64             n_all);    /* there are no more inputs */
void               quoth_extract_queue_stop (QuothExtractQueue  *self);
QuothExtracted    *quoth_extract_queue_take (QuothExtractQueue  *self,
                                             gint64              until);

G_END_DECLS
