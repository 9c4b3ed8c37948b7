#pragma once

#include "quoth-citer.h"

G_BEGIN_DECLS

/* From the processor's HTML, which may be %NULL. */
QuothCited *quoth_cited_new_take (char  *citation_html,
                                  char  *entry_html,
                                  guint  index);

G_END_DECLS
