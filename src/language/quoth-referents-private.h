#pragma once

#include "quoth-referents-index.h"

G_BEGIN_DECLS

void quoth_referents_join_names  (QuothReferents *self);
void quoth_referents_join_titled (QuothReferents *self);

G_END_DECLS
