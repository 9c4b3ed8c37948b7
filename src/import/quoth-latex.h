#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_latex_dup_text     (const char *latex);
char *quoth_latex_dup_verbatim (const char *latex);

G_END_DECLS
