#include "quoth-id.h"

/**
 * quoth_id_new:
 *
 * Of version 7 (RFC 9562), which begins with the time: what is made together stands together in an
 * index, and adding it to a large one takes no longer than to a small one.
 *
 * Returns: (transfer full): a UUID
 */
char *
quoth_id_new (void)
{
  guint64 time = (guint64) g_get_real_time () / 1000;
  guint32 random = g_random_int ();

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", (guint32) (time >> 16),
                          (guint) (time & 0xffff),
                          random >> 20, 0x8000 | (random & 0x3fff), (guint) (g_random_int () >> 16),
                          g_random_int ());
}
