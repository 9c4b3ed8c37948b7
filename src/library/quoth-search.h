#pragma once

#include "quoth-database.h"

G_BEGIN_DECLS

/* The expression for FTS5 that finds what a person typed; NULL when there is no word in it */
char     *quoth_search_dup_expression (const char     *typed);

/* The index over words, names and titles. Rows are taken out before they change and put in
 * afterwards; new ones wait for quoth_search_index_new (). */
gboolean  quoth_search_index_new      (QuothDatabase  *database,
                                       GError        **error);
gboolean  quoth_search_take_out       (QuothDatabase  *database,
                                       gint64          quote_row,
                                       GError        **error);
gboolean  quoth_search_put_in         (QuothDatabase  *database,
                                       gint64          quote_row,
                                       GError        **error);

G_END_DECLS
