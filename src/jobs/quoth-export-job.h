#pragma once

#include "quoth-export.h"
#include "quoth-library.h"
#include "quoth-progress.h"

G_BEGIN_DECLS

/**
 * QuothExportJob:
 *
 * Writes chosen quotations, or whole articles, of a library to a file or stream, articles in the
 * order in which their first quotation was added. An article that is gone meanwhile is left out and
 * counted. A file is left as it was when the job fails or is cancelled.
 */
#define QUOTH_TYPE_EXPORT_JOB (quoth_export_job_get_type ())
G_DECLARE_FINAL_TYPE (QuothExportJob, quoth_export_job, QUOTH, EXPORT_JOB, GObject)

QuothExportJob *quoth_export_job_new         (const char           *path,    /* of the library */
                                              QuothExportFormat     format,
                                              QuothCiter           *citer,   /* (nullable) */
                                              const char           *style,
                                              const char           *locale); /* (nullable) */
void            quoth_export_job_add_quote   (QuothExportJob       *self,
                                              const char           *article_id,
                                              const char           *quote_id);
/* All its quotations, also those only listed on demand. */
void            quoth_export_job_add_article (QuothExportJob       *self,
                                              const char           *article_id);
guint           quoth_export_job_get_n_missing (QuothExportJob     *self);
QuothProgress  *quoth_export_job_get_progress (QuothExportJob      *self);
/* Blocking. */
gboolean        quoth_export_job_run         (QuothExportJob       *self,
                                              GOutputStream        *stream,
                                              GCancellable         *cancellable,
                                              GError              **error);
void            quoth_export_job_run_async   (QuothExportJob       *self,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        quoth_export_job_run_finish  (QuothExportJob       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
