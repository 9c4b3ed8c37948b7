#pragma once

#include "quoth-import.h"
#include "quoth-import-entry.h"
#include "quoth-library.h"
#include "quoth-progress.h"

G_BEGIN_DECLS

/**
 * QuothImportJob:
 *
 * Reads, analyses and stores files: workers read and analyse, the library's writer stores. A bad
 * file is reported and the batch goes on. The report is whole once the job has finished, also after
 * a cancel.
 */
#define QUOTH_TYPE_IMPORT_JOB (quoth_import_job_get_type ())
G_DECLARE_FINAL_TYPE (QuothImportJob, quoth_import_job, QUOTH, IMPORT_JOB, GObject)

QuothImportJob *quoth_import_job_new          (QuothLibrary         *library,
                                               const QuothModel     *model);
void            quoth_import_job_set_workers  (QuothImportJob       *self,
                                               guint                 n_workers);   /* 0: one a core */
void            quoth_import_job_set_restore  (QuothImportJob       *self,
                                               gboolean              restore);     /* bring deleted ones back */
/* What becomes of articles that are nearly the same as one of the library: HOLD if not said */
void            quoth_import_job_set_near_choice (QuothImportJob    *self,
                                               QuothNearChoice       choice);
void            quoth_import_job_add_file     (QuothImportJob       *self,
                                               GFile                *file);        /* folders are walked */
void            quoth_import_job_add_named_file (QuothImportJob     *self,
                                               GFile                *file,
                                               const char           *name);        /* for the report */
void            quoth_import_job_add_address  (QuothImportJob       *self,
                                               const char           *address);     /* of the web */
void            quoth_import_job_add_bytes    (QuothImportJob       *self,
                                               GBytes               *bytes,
                                               const char           *name);        /* pasted text */
/* On the thread that runs the job, for each line of the report as it comes: what it says of an
 * article that was added is true then, whatever happens to the program. */
typedef void (*QuothImportFunc) (const QuothImportEntry *entry,
                                 gpointer                data);
void            quoth_import_job_set_func     (QuothImportJob       *self,
                                               QuothImportFunc       func,
                                               gpointer              data);
/* TRUE also when single files failed; FALSE with G_IO_ERROR_CANCELLED or when the library can't be
 * written. */
gboolean        quoth_import_job_run          (QuothImportJob       *self,
                                               GCancellable         *cancellable,
                                               GError              **error);
void            quoth_import_job_run_async    (QuothImportJob       *self,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
gboolean        quoth_import_job_run_finish   (QuothImportJob       *self,
                                               GAsyncResult         *result,
                                               GError              **error);
QuothProgress  *quoth_import_job_get_progress (QuothImportJob      *self);
GPtrArray      *quoth_import_job_get_report   (QuothImportJob       *self);        /* of QuothImportEntry */
guint           quoth_import_job_count_without_text (QuothImportJob *self);
guint           quoth_import_job_count_held   (QuothImportJob       *self);
guint           quoth_import_job_count        (QuothImportJob       *self,
                                               QuothOutcome          outcome);

G_END_DECLS
