#pragma once

#include <glib.h>

G_BEGIN_DECLS

GHashTable *quoth_pdf_collect_words (GPtrArray  *lines);
void        quoth_pdf_append_line   (GString    *text,
                                     const char *line,
                                     GHashTable *words);

G_END_DECLS
