#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many bytes of elements stand in the array itself. */
#define QUOTH_SHORT_ARRAY_INSIDE 8

/**
 * QuothShortArray:
 * @len: how many elements there are; may be made less
 *
 * An array that seldom has more than one element and is part of many other structures: what fits
 * into it takes no memory of its own. All zeros is an empty one. Its elements are read with
 * quoth_short_array_index() and have one size.
 */
typedef struct
{
  guint32 len;
  guint32 capacity; /* of @outside, in bytes; 0 while all is inside */
  union
  {
    guint8   inside[QUOTH_SHORT_ARRAY_INSIDE];
    gpointer outside;
  };
} QuothShortArray;

static inline gpointer
quoth_short_array_get_data (const QuothShortArray *self)
{
  return self->capacity > 0 ? self->outside : (gpointer) self->inside;
}

#define quoth_short_array_index(self, type, i) (((type *) quoth_short_array_get_data (self))[i])
#define quoth_short_array_append_val(self, value) quoth_short_array_append (self, &(value), 1, sizeof (value))

void quoth_short_array_append (QuothShortArray *self,
                               gconstpointer    elements,
                               guint            n_elements,
                               gsize            element_size);
void quoth_short_array_sort   (QuothShortArray  *self,
                               gsize             element_size,
                               GCompareDataFunc  compare);
void quoth_short_array_clear  (QuothShortArray *self);

G_END_DECLS
