#pragma once

#include <adwaita.h>

#include "quoth-article.h"
#include "quoth-citations.h"

G_BEGIN_DECLS

/**
 * QuothCopyButton:
 *
 * Copies what the person copied last, and beside it offers all that can be copied, each with how it
 * would look.
 */
#define QUOTH_TYPE_COPY_BUTTON (quoth_copy_button_get_type ())
G_DECLARE_FINAL_TYPE (QuothCopyButton, quoth_copy_button, QUOTH, COPY_BUTTON, AdwBin)

void quoth_copy_button_set_citations (QuothCopyButton *self,
                                      QuothCitations  *citations);
void quoth_copy_button_set_quote     (QuothCopyButton *self,
                                      QuothArticle    *article,
                                      QuothQuote      *quote);

G_END_DECLS
