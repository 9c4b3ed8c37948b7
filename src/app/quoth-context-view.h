#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothContextView:
 *
 * The paragraphs that a quotation stands in, as they were printed, with its words, its reporting
 * words and its source marked.
 */
#define QUOTH_TYPE_CONTEXT_VIEW (quoth_context_view_get_type ())
G_DECLARE_FINAL_TYPE (QuothContextView, quoth_context_view, QUOTH, CONTEXT_VIEW, AdwBin)

void quoth_context_view_set_quote (QuothContextView *self,
                                   QuothArticle     *article,
                                   QuothQuote       *quote);

G_END_DECLS
