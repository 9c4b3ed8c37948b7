#pragma once

#include <adwaita.h>

#include "quoth-progress.h"

G_BEGIN_DECLS

/**
 * QuothJobBar:
 *
 * How far a job is, with a button to stop it. Shows itself while there is a job. Properties:
 * waiting (what it says until the job says something), cancel-action and cancel-tooltip (of the
 * button).
 */
#define QUOTH_TYPE_JOB_BAR (quoth_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuothJobBar, quoth_job_bar, QUOTH, JOB_BAR, AdwBin)

void     quoth_job_bar_set_progress (QuothJobBar   *self,
                                     QuothProgress *progress); /* (nullable): hides the bar */
gboolean quoth_job_bar_get_busy     (QuothJobBar   *self);

G_END_DECLS
