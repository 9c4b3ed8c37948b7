#pragma once

#include "quoth-preset.h"

G_BEGIN_DECLS

/* The window's words for copying: what the button says, and what was done. */
const char *quoth_preset_wording_get_offer  (QuothPreset preset);
const char *quoth_preset_wording_get_report (QuothPreset preset);

G_END_DECLS
