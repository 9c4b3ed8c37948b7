#pragma once

#include "quoth-library.h"
#include "quoth-query.h"
#include "quoth-quote-row.h"

G_BEGIN_DECLS

/**
 * QuothQuoteList:
 *
 * The quotations that a query takes, as a lazy GListModel of QuothQuoteRow: ids from SQL (in a
 * thread), pages of rows read on demand. Follows the query's and the library's "changed".
 * Properties: library and query (construct), loading. Says (0, old, 0) and then (0, 0, new) for a
 * new query.
 */
#define QUOTH_TYPE_QUOTE_LIST (quoth_quote_list_get_type ())
G_DECLARE_FINAL_TYPE (QuothQuoteList, quoth_quote_list, QUOTH, QUOTE_LIST, GObject)

QuothQuoteList *quoth_quote_list_new         (QuothLibrary   *library,
                                              QuothQuery     *query);
gboolean        quoth_quote_list_get_loading (QuothQuoteList *self);
/* Position of a quote, or G_MAXUINT */
guint           quoth_quote_list_find        (QuothQuoteList *self,
                                              const char     *quote_id);
/* (element-type guint32): the library's numbers of the quotes, in order; not to be changed */
GArray         *quoth_quote_list_ref_ids     (QuothQuoteList *self);
/* Blocking, without a main loop: for the command line. */
gboolean        quoth_quote_list_load        (QuothQuoteList *self,
                                              GError        **error);

G_END_DECLS
