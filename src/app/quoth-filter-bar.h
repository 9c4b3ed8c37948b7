#pragma once

#include <adwaita.h>

#include "quoth-facet-list.h"

G_BEGIN_DECLS

/**
 * QuothFilterBar:
 *
 * The filters of a query that are on, each as a pill that takes it off. Hidden while none is.
 */
#define QUOTH_TYPE_FILTER_BAR (quoth_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuothFilterBar, quoth_filter_bar, QUOTH, FILTER_BAR, AdwBin)

void quoth_filter_bar_set_query  (QuothFilterBar *self,
                                  QuothQuery     *query);
/* Where the pills get their words from. */
void quoth_filter_bar_set_facets (QuothFilterBar *self,
                                  QuothFacetKind  kind,
                                  QuothFacetList *facets);

G_END_DECLS
