#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_html_escape (const char *text);

G_END_DECLS
