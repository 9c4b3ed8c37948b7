#pragma once

#include "quoth-database.h"
#include "quoth-quote-row.h"

G_BEGIN_DECLS

/* The rows of those ids as GObjects, at their places; NULL for one that is gone. */
GPtrArray *quoth_quote_rows_load     (QuothDatabase  *database,
                                      const guint32  *ids,
                                      guint           n_ids,
                                      GError        **error);
/* An empty one, for what is gone before it was looked at */
QuothQuoteRow *quoth_quote_row_new_empty (void);
/* Takes over what a fresher object of the same quote says. */
void       quoth_quote_row_update    (QuothQuoteRow  *self,
                                      QuothQuoteRow  *fresh);

G_END_DECLS
