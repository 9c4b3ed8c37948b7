#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char *quoth_json_write (JsonNode *node,
                        gboolean  pretty);

G_END_DECLS
