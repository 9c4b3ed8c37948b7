#include "fuzz-target.h"

#include <glib.h>
#include <string.h>

#include "quoth-model-format.h"
#include "quoth-model.h"

/* A model file whose checksums are right and whose inside is anything: it is refused, or its lists
 * can be asked. */

static void
repair_checksums (guint8 *data,
                  gsize   size)
{
  QuothModelHeader *header = (QuothModelHeader *) (void *) data;
  QuothModelSection *table;
  gsize n;

  if (size < sizeof *header)
    return;
  table = (QuothModelSection *) (void *) (header + 1);
  memcpy (header->magic, QUOTH_MODEL_MAGIC, sizeof header->magic);
  header->version = GUINT32_TO_LE (QUOTH_MODEL_VERSION);
  header->length = GUINT64_TO_LE ((guint64) size);
  n = GUINT32_FROM_LE (header->n_sections);
  if (n > (size - sizeof *header) / sizeof *table)
    return;
  for (gsize i = 0; i < n; i++)
    {
      guint64 offset = GUINT64_FROM_LE (table[i].offset);
      guint64 length = GUINT64_FROM_LE (table[i].length);

      if (offset <= size && length <= size - offset)
        table[i].checksum = GUINT64_TO_LE (quoth_model_checksum (data + offset, length));
    }
  header->table_checksum =
    GUINT64_TO_LE (quoth_model_checksum ((const guint8 *) table, n * sizeof *table));
}

static void
ask (const QuothModel *model)
{
  static const char *const names[] = { "elisions", "date-words" };
  static const char *const words[] = { "mr", "em", "monday", "", "zebra", "of the" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const QuothWordList *list = quoth_model_find_list (model, names[i]);

      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        {
          const char *value = quoth_word_list_lookup (list, words[k], -1);

          g_assert_cmpuint (value != NULL ? strlen (value) : 0, <, 1000000);
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuothModel) model = NULL;
  g_autoptr (GError) error = NULL;

  repair_checksums (copy, size);
  bytes = g_bytes_new_take (g_steal_pointer (&copy), size);
  model = quoth_model_new_from_bytes (bytes, &error);
  if (model != NULL)
    ask (model);
  else
    g_assert_nonnull (error);

  return 0;
}
