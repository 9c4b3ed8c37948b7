#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A BibTeX entry whose key is none of @keys, which it then joins: "key", "keya", "keyb" … */
char *quoth_cli_dup_unique_entry (const char *entry,
                                  GHashTable *keys);

G_END_DECLS
