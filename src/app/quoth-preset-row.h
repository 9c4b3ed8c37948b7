#pragma once

#include <adwaita.h>

#include "quoth-copy-request.h"

G_BEGIN_DECLS

/**
 * QuothPresetRow:
 *
 * One thing that can be copied, with how it would look. Property: preset (its id).
 */
#define QUOTH_TYPE_PRESET_ROW (quoth_preset_row_get_type ())
G_DECLARE_FINAL_TYPE (QuothPresetRow, quoth_preset_row, QUOTH, PRESET_ROW, GtkListBoxRow)

QuothPreset quoth_preset_row_get_preset  (QuothPresetRow   *self);
void        quoth_preset_row_set_request (QuothPresetRow   *self,
                                          QuothCopyRequest *request);
void        quoth_preset_row_set_chosen  (QuothPresetRow   *self,
                                          gboolean          chosen);

G_END_DECLS
