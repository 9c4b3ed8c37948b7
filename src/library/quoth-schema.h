#pragma once

#include "quoth-database.h"

G_BEGIN_DECLS

/* Written into user_version. Add a step to the table in quoth-schema.c with it. */
#define QUOTH_SCHEMA_VERSION 5

gboolean quoth_schema_upgrade (QuothDatabase  *database,
                               GError        **error);
gboolean quoth_schema_check   (QuothDatabase  *database,
                               GError        **error);

G_END_DECLS
