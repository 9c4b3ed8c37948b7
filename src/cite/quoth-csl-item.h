#pragma once

#include <json-glib/json-glib.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/* One item of CSL-JSON (CSL 1.0.2). */
JsonObject *quoth_csl_item_new        (QuothArticle *article,
                                       gboolean      guarded);
/* On one line, as quoth-citer.h takes it. */
char       *quoth_csl_item_dup_json   (QuothArticle *article,
                                       gboolean      drops_the);
/* For other programs. */
char       *quoth_csl_item_dup_export (QuothArticle *article,
                                       GPtrArray    *quotes);  /* (nullable) */

G_END_DECLS
