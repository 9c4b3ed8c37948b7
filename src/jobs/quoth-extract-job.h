#pragma once

#include "quoth-extracted.h"

G_BEGIN_DECLS

/* On a worker's thread, for each article in turn, once it has its blocks. Returns: whether to
 * analyse it */
typedef gboolean (*QuothExtractPrepare) (QuothExtracted  *extracted,
                                         QuothArticle    *article,
                                         gpointer         data);

/* On the thread that runs the job, in the order of the inputs; %FALSE with an error ends the job. */
typedef gboolean (*QuothExtractFunc) (QuothExtracted  *extracted,
                                      gpointer         data,
                                      GError         **error);

/* The same, with what was made of several inputs, one or more */
typedef gboolean (*QuothExtractBatchFunc) (GPtrArray  *batch,
                                           gpointer    data,
                                           GError    **error);

gboolean quoth_extract_run (QuothInputs       *inputs,
                            const QuothModel  *model,
                            gboolean           plain_unchanged,
                            guint              n_workers,     /* 0: one a core */
                            QuothExtractFunc   func,
                            gpointer           data,
                            GCancellable      *cancellable,
                            GError           **error);
gboolean quoth_extract_run_prepared (QuothInputs          *inputs,
                                     const QuothModel     *model,
                                     guint                 n_workers,
                                     QuothExtractPrepare   prepare,
                                     gpointer              prepare_data,
                                     QuothExtractBatchFunc func,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
