#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_citation_markup_dup (const char *html,
                                 const char *plain);

G_END_DECLS
