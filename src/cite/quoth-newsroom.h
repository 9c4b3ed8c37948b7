#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* "Dr Una Quill, harbour master, Saltby Port, quoted in ‘Harbour to be dredged’, The Saltby
 * Courier, 21 March 2014" */
char *quoth_newsroom_dup_line    (QuothArticle *article,
                                  QuothQuote   *quote);   /* (nullable) */
/* "Dr Una Quill, harbour master, Saltby Port, quoted in The Saltby Courier, 21 March 2014" */
char *quoth_newsroom_dup_in_text (QuothArticle *article,
                                  QuothQuote   *quote);   /* (nullable) */

G_END_DECLS
