#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How words are lit in running text: in the accent colour, and underlined where contrast is to
 * be high. */
void quoth_word_marks_insert (PangoAttrList  *list,
                              PangoAttribute *attribute,
                              guint           start,
                              guint           end);
void quoth_word_marks_light  (GtkWidget      *widget,
                              PangoAttrList  *list,
                              guint           start,
                              guint           end);

G_END_DECLS
