#pragma once

#include <adwaita.h>

#include "quoth-article.h"
#include "quoth-citations.h"

G_BEGIN_DECLS

/**
 * QuothQuotePanel:
 *
 * One quotation: its words, who said it, where it stands, the article, the citation, and what to
 * copy. Properties: folded (it fills the window, and has a way back to the list), menu-model.
 */
#define QUOTH_TYPE_QUOTE_PANEL (quoth_quote_panel_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuotePanel, quoth_quote_panel, QUOTH, QUOTE_PANEL, AdwBin)

/* @quote: (nullable): a quotation of @article, or NULL with a NULL @article for none */
void quoth_quote_panel_set_quote     (QuothQuotePanel *self,
                                      QuothArticle    *article,
                                      QuothQuote      *quote);
void quoth_quote_panel_set_citations (QuothQuotePanel *self,
                                      QuothCitations  *citations);

G_END_DECLS
