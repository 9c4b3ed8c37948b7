#pragma once

#include "quoth-quote-row.h"
#include "quoth-store.h"

G_BEGIN_DECLS

/**
 * QuothCliRows:
 *
 * Prints listed quotations one after another: text, JSON, JSON Lines or CSV.
 */
typedef struct _QuothCliRows QuothCliRows;

QuothCliRows *quoth_cli_rows_new   (const char     *format,   /* NULL when there is no such format */
                                    QuothStore     *store);
void          quoth_cli_rows_free  (QuothCliRows   *self);
void          quoth_cli_rows_begin (QuothCliRows   *self);
gboolean      quoth_cli_rows_print (QuothCliRows   *self,
                                    QuothQuoteRow  *row,
                                    GError        **error);
void          quoth_cli_rows_end   (QuothCliRows   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCliRows, quoth_cli_rows_free)

G_END_DECLS
