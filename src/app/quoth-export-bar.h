#pragma once

#include <adwaita.h>

#include "quoth-export-job.h"

G_BEGIN_DECLS

/**
 * QuothExportBar:
 *
 * How far an export is, with a button to stop it. Shows itself while there is a job.
 */
#define QUOTH_TYPE_EXPORT_BAR (quoth_export_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuothExportBar, quoth_export_bar, QUOTH, EXPORT_BAR, AdwBin)

void            quoth_export_bar_set_job (QuothExportBar *self,
                                          QuothExportJob *job);  /* (nullable): hides the bar */
QuothExportJob *quoth_export_bar_get_job (QuothExportBar *self); /* (nullable) */

G_END_DECLS
