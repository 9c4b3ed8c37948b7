#pragma once

#include <gio/gio.h>

#include "quoth-quote.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_FACET_SPEAKER,
  QUOTH_FACET_ORGANISATION,
  QUOTH_FACET_KIND,
  QUOTH_FACET_PUBLICATION,
  QUOTH_N_FACETS,
} QuothFacetKind;

typedef enum
{
  QUOTH_ORDER_NEWEST,
  QUOTH_ORDER_OLDEST,
  QUOTH_ORDER_SPEAKER,
  QUOTH_ORDER_ARTICLE,
} QuothOrder;

/**
 * QuothQuery:
 *
 * What the list shows. Values of one facet mean any of them, facets together mean all of them. A
 * value is the library entity's UUID (speaker, organisation), "direct" … (kind), or the
 * publication's name. Signal "changed". Properties: search, since, until, order, include-attitudes,
 * include-rejected, active (whether anything but the order is set).
 */
#define QUOTH_TYPE_QUERY (quoth_query_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuery, quoth_query, QUOTH, QUERY, GObject)

QuothQuery *quoth_query_new          (void);
QuothQuery *quoth_query_copy         (QuothQuery      *self);
void        quoth_query_clear        (QuothQuery      *self);
gboolean    quoth_query_has_value    (QuothQuery      *self,
                                      QuothFacetKind   facet,
                                      const char      *value);
void        quoth_query_add_value    (QuothQuery      *self,
                                      QuothFacetKind   facet,
                                      const char      *value);
void        quoth_query_remove_value (QuothQuery      *self,
                                      QuothFacetKind   facet,
                                      const char      *value);
GPtrArray  *quoth_query_get_values   (QuothQuery      *self,
                                      QuothFacetKind   facet);  /* of char * */
const char *quoth_query_get_search   (QuothQuery      *self);
void        quoth_query_set_search   (QuothQuery      *self,
                                      const char      *search);
const char *quoth_query_get_since    (QuothQuery      *self);
void        quoth_query_set_since    (QuothQuery      *self,
                                      const char      *date);
const char *quoth_query_get_until    (QuothQuery      *self);
void        quoth_query_set_until    (QuothQuery      *self,
                                      const char      *date);
QuothOrder  quoth_query_get_order    (QuothQuery      *self);
void        quoth_query_set_order    (QuothQuery      *self,
                                      QuothOrder       order);
gboolean    quoth_query_get_include_attitudes (QuothQuery *self);
gboolean    quoth_query_get_include_rejected  (QuothQuery *self);
gboolean    quoth_query_get_active   (QuothQuery      *self);

G_END_DECLS
