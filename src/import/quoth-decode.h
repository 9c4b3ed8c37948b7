#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *quoth_decode               (const guint8 *data,
                                  gsize         length,
                                  const char   *declared,
                                  GPtrArray    *notes,
                                  gsize        *decoded_length);
char *quoth_decode_dup_declared  (const guint8 *data,
                                  gsize         length);
char *quoth_decode_windows_1252  (const guint8 *data,
                                  gsize         length);
gunichar quoth_decode_windows_1252_char (guint8 byte);

G_END_DECLS
