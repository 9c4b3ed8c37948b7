#pragma once

#include <adwaita.h>

#include "quoth-facet-list.h"

G_BEGIN_DECLS

/**
 * QuothSidebar:
 *
 * The filters: a section for each facet.
 */
#define QUOTH_TYPE_SIDEBAR (quoth_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (QuothSidebar, quoth_sidebar, QUOTH, SIDEBAR, AdwBin)

void quoth_sidebar_set_facets (QuothSidebar    *self,
                               QuothFacetKind   kind,
                               QuothFacetList  *facets);

G_END_DECLS
