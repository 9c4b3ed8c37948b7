#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds a field as RFC 4180 says; NULL is an empty one. The first of a row has nothing before it. */
void quoth_csv_append (GString    *row,
                       const char *value);
void quoth_csv_end    (GString    *row);

G_END_DECLS
