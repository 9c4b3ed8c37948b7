#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* json-glib goes down one call a level, and its stack ends somewhere beyond */
#define QUOTH_JSON_MAX_DEPTH 512

typedef enum
{
  QUOTH_JSON_SCAN_WHOLE,     /* every bracket is closed, and nothing follows the last */
  QUOTH_JSON_SCAN_CUT,       /* ends inside a bracket or a string */
  QUOTH_JSON_SCAN_MORE,      /* more follows the bracket that closes the first */
  QUOTH_JSON_SCAN_TOO_DEEP,
} QuothJsonScan;

QuothJsonScan quoth_json_scan (const char *json,
                               gsize       length);

G_END_DECLS
