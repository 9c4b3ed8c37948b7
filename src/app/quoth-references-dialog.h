#pragma once

#include <adwaita.h>

#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothReferencesDialog:
 *
 * Lists the references that have no text yet, and takes a file for each: chosen, or dropped onto
 * its row. Signal "attached" when one has got its text.
 */
#define QUOTH_TYPE_REFERENCES_DIALOG (quoth_references_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothReferencesDialog, quoth_references_dialog, QUOTH, REFERENCES_DIALOG,
                      AdwWindow)

QuothReferencesDialog *quoth_references_dialog_new    (GtkWindow             *parent,
                                                       QuothLibrary          *library,
                                                       const QuothModel      *model);
/* Reads @file for the text of the reference with that id. */
void                   quoth_references_dialog_attach (QuothReferencesDialog *self,
                                                       const char            *article_id,
                                                       GFile                 *file);

G_END_DECLS
