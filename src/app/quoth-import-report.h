#pragma once

#include <adwaita.h>

#include "quoth-import-job.h"

G_BEGIN_DECLS

/**
 * QuothImportReport:
 *
 * What became of each file of an import. Signal "bring-back" when the person wants the articles
 * back that had been deleted before, "attach" when texts are to be given to references.
 */
#define QUOTH_TYPE_IMPORT_REPORT (quoth_import_report_get_type ())
G_DECLARE_FINAL_TYPE (QuothImportReport, quoth_import_report, QUOTH, IMPORT_REPORT, AdwWindow)

QuothImportReport *quoth_import_report_new         (GtkWindow      *parent,
                                                    QuothImportJob *job);
/* "3 articles added, 1 already there" */
char              *quoth_import_report_dup_summary (QuothImportJob *job);

G_END_DECLS
