#pragma once

#include "quoth-facet-list.h"

G_BEGIN_DECLS

/* What is known of one value; plain, so that a thread can make it. */
typedef struct
{
  char  *value;
  char  *label;
  char  *detail;
  guint  count;
} QuothFacetCount;

void        quoth_facet_count_free (QuothFacetCount *self);

QuothFacet *quoth_facet_new        (QuothQuery      *query,
                                    QuothFacetKind   kind,
                                    QuothFacetCount *count);
void        quoth_facet_update     (QuothFacet      *self,
                                    QuothFacetCount *count);
void        quoth_facet_look       (QuothFacet      *self); /* whether the query has it now */

/* All values of one facet with their counts under the query's other facets: of QuothFacetCount */
GPtrArray  *quoth_facet_counts_read  (QuothStore      *store,
                                      QuothQuery      *query,
                                      QuothFacetKind   kind,
                                      GError         **error);
/* What people call a value; NULL when there is none such */
char       *quoth_facet_counts_label (QuothStore      *store,
                                      QuothFacetKind   kind,
                                      const char      *value);

G_END_DECLS
