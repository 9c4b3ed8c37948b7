#pragma once

#include "quoth-block-shape.h"

G_BEGIN_DECLS

void quoth_layout_mark_list_items (const char            *text,
                                   const QuothBlockShape *shapes,
                                   QuothBlock            *blocks,
                                   guint                  n);
void quoth_layout_mark_headline   (const QuothBlockShape *shapes,
                                   QuothBlock            *blocks,
                                   guint                  n);
void quoth_layout_mark_headings   (const QuothBlockShape *shapes,
                                   QuothBlock            *blocks,
                                   guint                  n);

G_END_DECLS
