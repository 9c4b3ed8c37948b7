#pragma once

#include <adwaita.h>

#include "quoth-facet-list.h"
#include "quoth-quote-list.h"

G_BEGIN_DECLS

/**
 * QuothQuoteView:
 *
 * The list of quotations under the filters that are on, or what to do when there is nothing to
 * list. Properties: row (of the selected ones the QuothQuoteRow that the keyboard was last at, or
 * NULL), n-selected, empty (the library holds no article), menu-model (of a quotation). Signal
 * "opened": a person clicked or activated the selected quotation. Signal "prepare-drag" with the
 * numbers of what is dragged (element-type guint32) asks for a GdkContentProvider.
 */
#define QUOTH_TYPE_QUOTE_VIEW (quoth_quote_view_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuoteView, quoth_quote_view, QUOTH, QUOTE_VIEW, AdwBin)

void           quoth_quote_view_set_list         (QuothQuoteView *self,
                                                  QuothLibrary   *library,
                                                  QuothQuery     *query,
                                                  QuothQuoteList *quotes);
void           quoth_quote_view_set_facets       (QuothQuoteView *self,
                                                  QuothFacetKind  kind,
                                                  QuothFacetList *facets);
QuothQuoteRow *quoth_quote_view_get_row          (QuothQuoteView *self);
guint          quoth_quote_view_get_n_selected   (QuothQuoteView *self);
GArray        *quoth_quote_view_dup_selected_ids (QuothQuoteView *self);
gboolean       quoth_quote_view_get_empty        (QuothQuoteView *self);
/* Selects the quotation @by rows further. */
void           quoth_quote_view_move             (QuothQuoteView *self,
                                                  int             by);
/* The shown quotation is about to leave the list: the one after it is to be selected. */
void           quoth_quote_view_hold_place       (QuothQuoteView *self);
/* Selects @quote_id now if it is listed, else when it comes. */
void           quoth_quote_view_select           (QuothQuoteView *self,
                                                  const char     *quote_id);
/* Of several that are selected, only the one that is shown stays so. */
void           quoth_quote_view_select_one       (QuothQuoteView *self);

G_END_DECLS
