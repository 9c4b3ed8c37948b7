#pragma once

#include "quoth-csv.h"
#include "quoth-article.h"

G_BEGIN_DECLS

/* A row a quotation, with every fact of it and of its article, and how it is cited. */
QuothCsv *quoth_quote_table_new     (void);
char     *quoth_quote_table_dup_row (QuothCsv      *csv,
                                     QuothArticle  *article,
                                     QuothQuote    *quote,
                                     const char    *citation, /* (nullable) */
                                     const char    *in_text); /* (nullable) */

G_END_DECLS
