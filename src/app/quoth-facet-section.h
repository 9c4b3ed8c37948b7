#pragma once

#include <adwaita.h>

#include "quoth-facet-list.h"

G_BEGIN_DECLS

/**
 * QuothFacetSection:
 *
 * One facet in the sidebar: its most quoted values, more of them on demand, and a search entry
 * where they are many. Hidden while the facet has no values.
 */
#define QUOTH_TYPE_FACET_SECTION (quoth_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (QuothFacetSection, quoth_facet_section, QUOTH, FACET_SECTION, AdwBin)

void quoth_facet_section_set_facets (QuothFacetSection *self,
                                     QuothFacetList    *facets);

G_END_DECLS
