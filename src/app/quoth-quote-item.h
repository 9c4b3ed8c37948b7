#pragma once

#include <adwaita.h>

#include "quoth-quote-row.h"

G_BEGIN_DECLS

/**
 * QuothQuoteItem:
 *
 * One quotation in the list: its words, who said them, where they were printed, and a person's
 * mark.
 */
#define QUOTH_TYPE_QUOTE_ITEM (quoth_quote_item_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuoteItem, quoth_quote_item, QUOTH, QUOTE_ITEM, AdwBin)

guint quoth_quote_item_get_position (QuothQuoteItem *self);

G_END_DECLS
