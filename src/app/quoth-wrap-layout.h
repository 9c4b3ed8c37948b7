#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QUOTH_TYPE_WRAP_LAYOUT (quoth_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuothWrapLayout, quoth_wrap_layout, QUOTH, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
