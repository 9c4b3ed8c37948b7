#pragma once

#include <gtk/gtk.h>

#include "quoth-quote-list.h"

G_BEGIN_DECLS

/**
 * QuothQuoteSelection:
 *
 * Which quotations of a list are selected, as a bitset of positions: of a million as fast as of
 * one, and without fetching any row. When the list is filled anew, those stay selected that are
 * still in it. Properties: list, n-selected
 */
#define QUOTH_TYPE_QUOTE_SELECTION (quoth_quote_selection_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuoteSelection, quoth_quote_selection, QUOTH, QUOTE_SELECTION, GObject)

QuothQuoteSelection *quoth_quote_selection_new            (QuothQuoteList      *list);
void                 quoth_quote_selection_set_list       (QuothQuoteSelection *self,
                                                           QuothQuoteList      *list);
guint                quoth_quote_selection_get_n_selected (QuothQuoteSelection *self);
/* (element-type guint32): the library's numbers of those selected, in the list's order */
GArray              *quoth_quote_selection_dup_ids        (QuothQuoteSelection *self);

G_END_DECLS
