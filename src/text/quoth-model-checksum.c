#include "quoth-model-format.h"

#include <string.h>

#define MULTIPLIER G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

static guint64
mix (guint64 sum,
     guint64 word)
{
  sum = (sum ^ word) * MULTIPLIER;

  return sum ^ (sum >> 29);
}

static guint64
read_word (const guint8 *data)
{
  guint64 word;

  memcpy (&word, data, sizeof word);
  return GUINT64_FROM_LE (word);
}

/**
 * quoth_model_checksum:
 *
 * Against damage, not against malice. Four lanes of eight bytes, so that checking a model of 15 MB
 * when the program starts costs a few milliseconds.
 */
guint64
quoth_model_checksum (const guint8 *data,
                      gsize         length)
{
  guint64 lanes[4] = { 1, 2, 3, 4 };
  guint8 rest[8] = { 0 };
  gsize i = 0;

  for (; i + 32 <= length; i += 32)
    for (guint lane = 0; lane < 4; lane++)
      lanes[lane] = mix (lanes[lane], read_word (data + i + 8 * lane));
  for (; i + 8 <= length; i += 8)
    lanes[0] = mix (lanes[0], read_word (data + i));
  if (i < length)
    memcpy (rest, data + i, length - i);

  lanes[0] = mix (lanes[0], read_word (rest));
  lanes[0] = mix (lanes[0], length);
  return mix (mix (mix (lanes[0], lanes[1]), lanes[2]), lanes[3]);
}
