#pragma once

#include "quoth-database.h"
#include "quoth-query.h"

G_BEGIN_DECLS

/* What stands for no facet where one may be left out */
#define QUOTH_NO_FACET QUOTH_N_FACETS

/* "FROM … WHERE …" over quote q and article a; @without: the facet whose values don't count */
char           *quoth_query_sql_dup_from (QuothQuery     *query,
                                          QuothFacetKind  without);
/* Prepares @sql, which holds such a part, and binds the query's values to it. */
QuothStatement *quoth_query_sql_prepare  (QuothDatabase  *database,
                                          const char     *sql,
                                          QuothQuery     *query,
                                          GError        **error);
/* The rows of quote that the query takes, in its order: of guint32 */
GArray         *quoth_query_sql_find     (QuothDatabase  *database,
                                          QuothQuery     *query,
                                          GError        **error);

G_END_DECLS
