#include "quoth-offsets.h"

#define STRIDE 64

/* bytes[i] is where character i * STRIDE begins; characters[i] counts those that begin before byte
 * i * STRIDE. */
struct _QuothOffsets
{
  const char *text;
  guint32     n_bytes;
  guint32     n_characters;
  guint32    *bytes;
  guint32    *characters;
};

static gboolean
begins_character (char byte)
{
  return ((guchar) byte & 0xC0) != 0x80;
}

/**
 * quoth_offsets_new:
 * @text: valid UTF-8
 * @length: its bytes
 */
QuothOffsets *
quoth_offsets_new (const char *text,
                   gsize       length)
{
  QuothOffsets *self = g_new0 (QuothOffsets, 1);

  self->text = text;
  self->n_bytes = (guint32) length;
  self->characters = g_new (guint32, length / STRIDE + 1);
  self->bytes = g_new (guint32, length / STRIDE + 1);

  for (guint32 i = 0; i < self->n_bytes; i++)
    {
      if (i % STRIDE == 0)
        self->characters[i / STRIDE] = self->n_characters;
      if (!begins_character (text[i]))
        continue;
      if (self->n_characters % STRIDE == 0)
        self->bytes[self->n_characters / STRIDE] = i;
      self->n_characters++;
    }

  return self;
}

void
quoth_offsets_free (QuothOffsets *self)
{
  if (self == NULL)
    return;

  g_free (self->bytes);
  g_free (self->characters);
  g_free (self);
}

/**
 * quoth_offsets_to_character:
 * @byte: where a character begins; what lies beyond the end counts as the end
 *
 * Returns: how many characters begin before @byte
 */
guint32
quoth_offsets_to_character (const QuothOffsets *self,
                            guint32             byte)
{
  guint32 count;

  if (byte >= self->n_bytes)
    return self->n_characters;

  count = self->characters[byte / STRIDE];
  for (guint32 i = byte - byte % STRIDE; i < byte; i++)
    {
      if (begins_character (self->text[i]))
        count++;
    }

  return count;
}

/**
 * quoth_offsets_to_byte:
 * @character: what lies beyond the end counts as the end
 *
 * Returns: the byte that @character begins at
 */
guint32
quoth_offsets_to_byte (const QuothOffsets *self,
                       guint32             character)
{
  const char *p;

  if (character >= self->n_characters)
    return self->n_bytes;

  p = self->text + self->bytes[character / STRIDE];
  for (guint32 i = character % STRIDE; i > 0; i--)
    p = g_utf8_next_char (p);

  return (guint32) (p - self->text);
}
