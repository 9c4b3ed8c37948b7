#include "quoth-model-writer.h"

#include <string.h>

QuothModelPart *
quoth_model_part_new (const char       *name,
                      QuothSectionKind  kind,
                      GBytes           *data)
{
  QuothModelPart *self = g_new0 (QuothModelPart, 1);

  self->name = g_strdup (name);
  self->kind = kind;
  self->data = g_bytes_ref (data);

  return self;
}

void
quoth_model_part_free (QuothModelPart *self)
{
  g_free (self->name);
  g_bytes_unref (self->data);
  g_free (self);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const QuothModelPart *x = *(const QuothModelPart **) a, *y = *(const QuothModelPart **) b;

  return strcmp (x->name, y->name);
}

/**
 * quoth_model_parts_sort:
 * @parts: (element-type QuothModelPart): in the order of a model file on return, by name
 */
void
quoth_model_parts_sort (GPtrArray *parts)
{
  g_ptr_array_sort (parts, compare_parts);
}

static void
pad (GByteArray *file)
{
  static const guint8 zeros[QUOTH_MODEL_ALIGNMENT] = { 0 };

  if (file->len % QUOTH_MODEL_ALIGNMENT != 0)
    g_byte_array_append (file, zeros, QUOTH_MODEL_ALIGNMENT - file->len % QUOTH_MODEL_ALIGNMENT);
}

static void
append_part (GByteArray           *file,
             const QuothModelPart *part,
             QuothModelSection    *entry)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (part->data, &size);

  pad (file);
  g_strlcpy (entry->name, part->name, sizeof entry->name);
  entry->kind = GUINT32_TO_LE (part->kind);
  entry->offset = GUINT64_TO_LE ((guint64) file->len);
  entry->length = GUINT64_TO_LE ((guint64) size);
  entry->checksum = GUINT64_TO_LE (quoth_model_checksum (data, size));
  g_byte_array_append (file, data, size);
}

/**
 * quoth_model_write:
 * @parts: (element-type QuothModelPart): sorted by name on return
 *
 * Writes a model file; the same parts give the same bytes.
 */
gboolean
quoth_model_write (const char  *path,
                   GPtrArray   *parts,
                   GError     **error)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree QuothModelSection *table = g_new0 (QuothModelSection, parts->len);
  gsize table_length = parts->len * sizeof *table;
  QuothModelHeader header = { .magic = QUOTH_MODEL_MAGIC };

  quoth_model_parts_sort (parts);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  g_byte_array_append (file, (const guint8 *) table, table_length);
  for (guint i = 0; i < parts->len; i++)
    append_part (file, g_ptr_array_index (parts, i), &table[i]);

  header.version = GUINT32_TO_LE (QUOTH_MODEL_VERSION);
  header.n_sections = GUINT32_TO_LE (parts->len);
  header.length = GUINT64_TO_LE ((guint64) file->len);
  header.table_checksum = GUINT64_TO_LE (quoth_model_checksum ((const guint8 *) table,
                                                               table_length));
  memcpy (file->data, &header, sizeof header);
  memcpy (file->data + sizeof header, table, table_length);

  return g_file_set_contents (path, (const char *) file->data, file->len, error);
}
