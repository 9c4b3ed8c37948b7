#pragma once

#include <gtk/gtk.h>

#include "quoth-facet-list.h"

G_BEGIN_DECLS

/**
 * QuothFacetRow:
 *
 * One value of a facet as a check button with its count. Checking it filters by the value.
 */
#define QUOTH_TYPE_FACET_ROW (quoth_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (QuothFacetRow, quoth_facet_row, QUOTH, FACET_ROW, GtkCheckButton)

GtkWidget  *quoth_facet_row_new       (QuothFacet    *facet);
QuothFacet *quoth_facet_row_get_facet (QuothFacetRow *self);

G_END_DECLS
