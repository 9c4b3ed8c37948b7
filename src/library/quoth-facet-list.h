#pragma once

#include "quoth-library.h"
#include "quoth-query.h"

G_BEGIN_DECLS

/**
 * QuothFacet:
 *
 * One value of a facet: properties value, label, detail (a speaker's role and organisation, or ""),
 * count (under the other facets of the query), selected (writing it changes the query).
 */
#define QUOTH_TYPE_FACET (quoth_facet_get_type ())
G_DECLARE_FINAL_TYPE (QuothFacet, quoth_facet, QUOTH, FACET, GObject)

const char *quoth_facet_get_value    (QuothFacet *self);
const char *quoth_facet_get_label    (QuothFacet *self);
const char *quoth_facet_get_detail   (QuothFacet *self);
guint       quoth_facet_get_count    (QuothFacet *self);
gboolean    quoth_facet_get_selected (QuothFacet *self);
void        quoth_facet_set_selected (QuothFacet *self,
                                      gboolean    selected);

/**
 * QuothFacetList:
 *
 * All values of one facet of a query as a GListModel of QuothFacet, most quoted first, those
 * selected always there. Follows the query and the library. A facet object lives on while its value
 * does. Properties: library, query and facet (construct), loading.
 */
#define QUOTH_TYPE_FACET_LIST (quoth_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (QuothFacetList, quoth_facet_list, QUOTH, FACET_LIST, GObject)

QuothFacetList *quoth_facet_list_new       (QuothLibrary   *library,
                                            QuothQuery     *query,
                                            QuothFacetKind  facet);
gboolean        quoth_facet_list_get_loading (QuothFacetList *self);
char           *quoth_facet_list_dup_label (QuothFacetList *self,
                                            const char     *value);  /* for pills; NULL when unknown */

G_END_DECLS
