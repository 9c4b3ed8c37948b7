#pragma once

#include "quoth-citation.h"

G_BEGIN_DECLS

char *quoth_harvard_format (QuothArticle *article,
                            QuothQuote   *quote,   /* (nullable) */
                            gboolean      html);

G_END_DECLS
