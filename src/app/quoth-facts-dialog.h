#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothFactsDialog:
 *
 * Lets a person fill in or correct an article's facts. Signal "saved" with a QuothFactEdits, which
 * is the dialog's, when there is something to write.
 */
#define QUOTH_TYPE_FACTS_DIALOG (quoth_facts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothFactsDialog, quoth_facts_dialog, QUOTH, FACTS_DIALOG, AdwWindow)

QuothFactsDialog *quoth_facts_dialog_new (GtkWindow    *parent,
                                          QuothArticle *article);

G_END_DECLS
