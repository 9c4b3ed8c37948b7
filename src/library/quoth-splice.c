#include "quoth-splice.h"

#include <string.h>

/**
 * quoth_splice_find:
 * @size: bytes of one item; items are compared byte by byte
 *
 * Returns: what to put into one "items-changed": all that lies between equal beginnings and equal
 *   ends
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
         memcmp (old_bytes + (n_old - end - 1) * size, new_bytes + (n_new - end - 1) * size,
                 size) == 0)
    end++;

  return (QuothSplice) { start, n_old - start - end, n_new - start - end };
}

static guint32
find_largest (const guint32 *ids,
              guint          n)
{
  guint32 largest = 0;

  for (guint i = 0; i < n; i++)
    largest = MAX (largest, ids[i]);

  return largest;
}

/**
 * quoth_splice_find_runs:
 * @old_ids: (array length=n_old): each once
 * @new_ids: (array length=n_new): each once
 *
 * Finds what has come between rows and gone from between them, for rows that keep their order and
 * new ones that have larger numbers than all before.
 *
 * Returns: (transfer full) (nullable) (element-type QuothSplice): the last first, so that each says its position both
 *   in @old_ids and in a list to which those before it were put; %NULL where one splice over all tells as much, and
 *   where there would be more than @max_runs
 */
GArray *
quoth_splice_find_runs (const guint32 *old_ids,
                        guint          n_old,
                        const guint32 *new_ids,
                        guint          n_new,
                        guint          max_runs)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (QuothSplice));
  QuothSplice whole = quoth_splice_find (old_ids, n_old, new_ids, n_new, sizeof (guint32));
  guint32 newest = find_largest (old_ids, n_old);
  guint end_old = whole.position + whole.removed;
  guint end_new = whole.position + whole.added;
  guint i = whole.position;
  guint j = whole.position;
  guint n_changed = 0;

  while (i < end_old || j < end_new)
    {
      QuothSplice run = { i, 0, 0 };

      while ((i < end_old || j < end_new) &&
             (i == end_old || j == end_new || old_ids[i] != new_ids[j]))
        {
          if (j < end_new && (new_ids[j] > newest || i == end_old))
            j++, run.added++;
          else
            i++, run.removed++;
        }
      n_changed += run.removed + run.added;
      if (n_changed >= whole.removed + whole.added || runs->len == max_runs)
        return NULL;
      g_array_prepend_val (runs, run);
      while (i < end_old && j < end_new && old_ids[i] == new_ids[j])
        i++, j++;
    }

  return g_steal_pointer (&runs);
}
