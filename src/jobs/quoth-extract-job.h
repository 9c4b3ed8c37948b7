#pragma once

#include "quoth-import.h"
#include "quoth-inputs.h"

G_BEGIN_DECLS

/**
 * QuothExtracted:
 * @input: what was read
 * @articles: (element-type QuothArticle) (nullable): analysed; or
 * @error: (nullable): why there are none
 * @notes: (element-type utf8): what the reader did not understand
 * @joined: (element-type utf8): paths of further files that texts were taken of, for references that name them
 * @prepared: (nullable): what a #QuothExtractPrepare made of each article
 */
typedef struct
{
  QuothInput *input;
  GPtrArray  *articles;
  GPtrArray  *notes;
  GPtrArray  *joined;
  GPtrArray  *prepared;
  GError     *error;
} QuothExtracted;

/* On a worker's thread, for each article in turn, once it has its blocks. Returns: whether to analyse it */
typedef gboolean (*QuothExtractPrepare) (QuothExtracted  *extracted,
                                         QuothArticle    *article,
                                         gpointer         data);

/* On the thread that runs the job, in the order of the inputs; %FALSE with an error ends the job. */
typedef gboolean (*QuothExtractFunc) (QuothExtracted  *extracted,
                                      gpointer         data,
                                      GError         **error);

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
                                     QuothExtractFunc      func,
                                     gpointer              data,
                                     GCancellable         *cancellable,
                                     GError              **error);

G_END_DECLS
