#pragma once

#include <adwaita.h>

#include "quoth-import-job.h"

G_BEGIN_DECLS

/**
 * QuothImportBar:
 *
 * How far an import is, with a button to stop it. Shows itself while there is a job.
 */
#define QUOTH_TYPE_IMPORT_BAR (quoth_import_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuothImportBar, quoth_import_bar, QUOTH, IMPORT_BAR, AdwBin)

void quoth_import_bar_set_job (QuothImportBar *self,
                               QuothImportJob *job);  /* (nullable) */

G_END_DECLS
