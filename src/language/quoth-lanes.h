#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * QuothLanes:
 *
 * Four sums of 16 bits in two words: rows of four weights of 8 bits are added with a handful of
 * instructions that every processor has. Each weight is made positive by 128, so that nothing is
 * carried from one sum into the next; up to 256 rows fit.
 */
typedef struct
{
  guint32 even;
  guint32 odd;
} QuothLanes;

static inline void
quoth_lanes_add (QuothLanes  *self,
                 const gint8 *weights)
{
  guint32 row;

  memcpy (&row, weights, sizeof row);
  row = GUINT32_FROM_LE (row) ^ 0x80808080u;
  self->even += row & 0x00ff00ffu;
  self->odd += (row >> 8) & 0x00ff00ffu;
}

/* Returns: the sum in one of the four lanes after so many rows */
static inline gint32
quoth_lanes_get (const QuothLanes *self,
                 guint             lane,
                 guint             n_rows)
{
  guint32 pair = lane & 1 ? self->odd : self->even;

  return (gint32) (pair >> 16 * (lane >> 1) & 0xffff) - 128 * (gint32) n_rows;
}

G_END_DECLS
