#pragma once

#include "quoth-store.h"

G_BEGIN_DECLS

gboolean quoth_store_join (QuothStore     *self,
                           QuothIncoming  *incoming,
                           QuothAdded     *added,
                           GError        **error);

G_END_DECLS
