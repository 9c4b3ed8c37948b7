#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_doi_find (const char *text);

G_END_DECLS
