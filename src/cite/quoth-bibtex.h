#pragma once

#include "quoth-citation.h"

G_BEGIN_DECLS

char *quoth_bibtex_format (QuothArticle *article,
                           QuothQuote   *quote);  /* (nullable) */

G_END_DECLS
