#include "quoth-short-array.h"

#include <string.h>

static void
grow (QuothShortArray *self,
      gsize            used,
      gsize            needed)
{
  gsize capacity = MAX (2 * (gsize) self->capacity, needed);

  g_assert (capacity <= G_MAXUINT32);
  if (self->capacity > 0)
    self->outside = g_realloc (self->outside, capacity);
  else
    {
      gpointer outside = g_malloc (capacity);

      memcpy (outside, self->inside, used);
      self->outside = outside;
    }
  self->capacity = capacity;
}

/**
 * quoth_short_array_append:
 * @elements: (array length=n_elements): copied; not those of @self
 * @element_size: bytes of one, the same at each call
 */
void
quoth_short_array_append (QuothShortArray *self,
                          gconstpointer    elements,
                          guint            n_elements,
                          gsize            element_size)
{
  gsize used = self->len * element_size, needed = used + n_elements * element_size;

  if (needed > MAX (self->capacity, QUOTH_SHORT_ARRAY_INSIDE))
    grow (self, used, needed);
  if (n_elements > 0)
    memcpy ((guint8 *) quoth_short_array_get_data (self) + used, elements,
            n_elements * element_size);
  self->len += n_elements;
}

void
quoth_short_array_sort (QuothShortArray  *self,
                        gsize             element_size,
                        GCompareDataFunc  compare)
{
  g_qsort_with_data (quoth_short_array_get_data (self), self->len, element_size, compare, NULL);
}

/**
 * quoth_short_array_clear:
 *
 * Frees what the array holds; it is empty then.
 */
void
quoth_short_array_clear (QuothShortArray *self)
{
  if (self->capacity > 0)
    g_free (self->outside);
  *self = (QuothShortArray) { 0 };
}
