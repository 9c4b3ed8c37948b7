#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_id_new (void);

G_END_DECLS
