#pragma once

#include <adwaita.h>

#include "quoth-article.h"
#include "quoth-citations.h"

G_BEGIN_DECLS

/**
 * QuothCitationView:
 *
 * How the quotation is cited in the chosen style: in full, in the text, and in a bibliography; with
 * what a full citation lacks, and a button to choose another style.
 */
#define QUOTH_TYPE_CITATION_VIEW (quoth_citation_view_get_type ())
G_DECLARE_FINAL_TYPE (QuothCitationView, quoth_citation_view, QUOTH, CITATION_VIEW, AdwBin)

void quoth_citation_view_set_citations (QuothCitationView *self,
                                        QuothCitations    *citations);
void quoth_citation_view_set_quote     (QuothCitationView *self,
                                        QuothArticle      *article,
                                        QuothQuote        *quote);

G_END_DECLS
