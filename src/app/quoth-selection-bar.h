#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuothSelectionBar:
 *
 * Under the list while several quotations are selected: how many, and what can be done with all of
 * them.
 */
#define QUOTH_TYPE_SELECTION_BAR (quoth_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuothSelectionBar, quoth_selection_bar, QUOTH, SELECTION_BAR, AdwBin)

void quoth_selection_bar_set_count (QuothSelectionBar *self,
                                    guint              count);

G_END_DECLS
