#pragma once

#include <adwaita.h>

#include "quoth-citations.h"

G_BEGIN_DECLS

/**
 * QuothStyleDialog:
 *
 * Lets a person choose the style and the language of citations, and add a style from a file.
 */
#define QUOTH_TYPE_STYLE_DIALOG (quoth_style_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothStyleDialog, quoth_style_dialog, QUOTH, STYLE_DIALOG, AdwWindow)

QuothStyleDialog *quoth_style_dialog_new      (GtkWindow        *parent,
                                               QuothCitations   *citations);
void              quoth_style_dialog_add_file (QuothStyleDialog *self,
                                               GFile            *file);

G_END_DECLS
