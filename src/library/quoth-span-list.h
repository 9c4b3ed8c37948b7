#pragma once

#include "quoth-span.h"

G_BEGIN_DECLS

/* Several spans in one column: "[start,end,start,end]" */
char     *quoth_span_list_to_string (GArray     *spans);
gboolean  quoth_span_list_parse     (const char *string,
                                     GArray     *spans);

G_END_DECLS
