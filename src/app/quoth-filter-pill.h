#pragma once

#include <gtk/gtk.h>

#include "quoth-query.h"

G_BEGIN_DECLS

/**
 * QuothFilterPill:
 *
 * One filter that is on; clicking it takes the filter off.
 */
#define QUOTH_TYPE_FILTER_PILL (quoth_filter_pill_get_type ())
G_DECLARE_FINAL_TYPE (QuothFilterPill, quoth_filter_pill, QUOTH, FILTER_PILL, GtkButton)

GtkWidget *quoth_filter_pill_new_for_value    (QuothQuery     *query,
                                               QuothFacetKind  facet,
                                               const char     *value,
                                               const char     *label);
GtkWidget *quoth_filter_pill_new_for_search   (QuothQuery     *query);
GtkWidget *quoth_filter_pill_new_for_property (QuothQuery     *query,
                                               const char     *property,
                                               const char     *label);

G_END_DECLS
