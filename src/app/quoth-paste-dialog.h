#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuothPasteDialog:
 *
 * Takes an article's text, and its title if the text does not begin with one. Begins with the
 * clipboard's text. Signal "added" (title, text) once the person has said so; the title may be "".
 */
#define QUOTH_TYPE_PASTE_DIALOG (quoth_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothPasteDialog, quoth_paste_dialog, QUOTH, PASTE_DIALOG, AdwWindow)

QuothPasteDialog *quoth_paste_dialog_new (GtkWindow *parent);

G_END_DECLS
