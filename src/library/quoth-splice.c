#include "quoth-splice.h"

#include <string.h>

/**
 * quoth_splice_find:
 * @size: bytes of one item; items are compared byte by byte
 *
 * Returns: what to put into one "items-changed": all that lies between equal beginnings and equal ends
 */
QuothSplice
quoth_splice_find (gconstpointer old_items,
                   guint         n_old,
                   gconstpointer new_items,
                   guint         n_new,
                   gsize         size)
{
  const char *old_bytes = old_items;
  const char *new_bytes = new_items;
  guint start = 0;
  guint end = 0;

  while (start < MIN (n_old, n_new) &&
         memcmp (old_bytes + start * size, new_bytes + start * size, size) == 0)
    start++;
  while (end < MIN (n_old, n_new) - start &&
         memcmp (old_bytes + (n_old - end - 1) * size, new_bytes + (n_new - end - 1) * size, size) == 0)
    end++;

  return (QuothSplice) { start, n_old - start - end, n_new - start - end };
}
