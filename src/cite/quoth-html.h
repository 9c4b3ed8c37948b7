#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_html_escape    (const char *text);
char *quoth_html_dup_plain (const char *html);

G_END_DECLS
