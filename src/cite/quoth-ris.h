#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* One record of RIS, from "TY" to "ER", with CR LF; @quotes (nullable): quotations in it, a note
 * each. */
char *quoth_ris_format (QuothArticle *article,
                        GPtrArray    *quotes);

G_END_DECLS
