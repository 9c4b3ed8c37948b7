#pragma once

#include <adwaita.h>

#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothNearDialog:
 *
 * The articles that are held back, one after another, each beside the one that it is nearly the
 * same as: kept or skipped, alone or as a rule. Closes by itself after the last. Signal "decided",
 * with how many were kept, as it closes after a decision.
 */
#define QUOTH_TYPE_NEAR_DIALOG (quoth_near_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothNearDialog, quoth_near_dialog, QUOTH, NEAR_DIALOG, AdwWindow)

/* @settings: where the rule is kept */
QuothNearDialog *quoth_near_dialog_new (GtkWindow    *parent,
                                        QuothLibrary *library,
                                        GSettings    *settings);

G_END_DECLS
