#pragma once

#include <glib.h>

G_BEGIN_DECLS

char    *quoth_html_source_prepare (const char  *html,
                                    GPtrArray   *records,
                                    GError     **error);
char    *quoth_html_unescape       (const char  *text);
gunichar quoth_html_entity_find    (const char  *name,
                                    gsize        length,
                                    gunichar    *second);

G_END_DECLS
