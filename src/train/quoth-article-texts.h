#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GPtrArray *quoth_article_texts_read (const char  *path,
                                     GError     **error);

G_END_DECLS
