#pragma once

#include "quoth-import.h"
#include "quoth-library.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_OUTCOME_ADDED,
  QUOTH_OUTCOME_SAME,
  QUOTH_OUTCOME_DELETED_BEFORE, /* was deleted by the person; not brought back without asking */
  QUOTH_OUTCOME_FAILED,
} QuothOutcome;

/**
 * QuothImportEntry:
 *
 * One line of an import's report: what became of one article or, when it failed, of one file.
 */
typedef struct
{
  QuothOutcome  outcome;
  char         *file;       /* name for people */
  char         *title;      /* the article's, or NULL */
  char         *article_id; /* of the new, same or deleted article, or NULL */
  char         *reason;     /* translated; only when failed */
} QuothImportEntry;

/**
 * QuothImportJob:
 *
 * Reads, analyses and stores files: workers read and analyse, the library's writer stores. A bad file is
 * reported and the batch goes on. Properties, notified on the main context: fraction (0…1), message,
 * running. The report is whole once the job has finished, also after a cancel.
 */
#define QUOTH_TYPE_IMPORT_JOB (quoth_import_job_get_type ())
G_DECLARE_FINAL_TYPE (QuothImportJob, quoth_import_job, QUOTH, IMPORT_JOB, GObject)

QuothImportJob *quoth_import_job_new          (QuothLibrary         *library,
                                               const QuothModel     *model);
void            quoth_import_job_set_workers  (QuothImportJob       *self,
                                               guint                 n_workers);   /* 0: one a core */
void            quoth_import_job_set_restore  (QuothImportJob       *self,
                                               gboolean              restore);     /* bring deleted ones back */
void            quoth_import_job_add_file     (QuothImportJob       *self,
                                               GFile                *file);        /* folders are walked */
void            quoth_import_job_add_named_file (QuothImportJob     *self,
                                               GFile                *file,
                                               const char           *name);        /* for the report */
void            quoth_import_job_add_bytes    (QuothImportJob       *self,
                                               GBytes               *bytes,
                                               const char           *name);        /* pasted text */
/* TRUE also when single files failed; FALSE with G_IO_ERROR_CANCELLED or when the library can't be written. */
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
GPtrArray      *quoth_import_job_get_report   (QuothImportJob       *self);        /* of QuothImportEntry */
guint           quoth_import_job_count        (QuothImportJob       *self,
                                               QuothOutcome          outcome);

G_END_DECLS
