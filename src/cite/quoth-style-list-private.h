#pragma once

#include "quoth-style-list.h"

G_BEGIN_DECLS

void quoth_style_list_own_changed (QuothStyleList *self);
void quoth_style_list_insert      (QuothStyleList *self,
                                   QuothStyle     *style);

G_END_DECLS
