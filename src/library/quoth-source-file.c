/* The files that articles were read from, kept compressed. */
#include "config.h"

#include "quoth-source-file.h"

#include <glib/gi18n-lib.h>

#include "quoth-store.h"

/* On pages of newspapers a seventh larger than the usual level 6, in little more than a third of its time: that was
 * a quarter of all that importing a page took. */
#define LEVEL 2

static GBytes *
convert (GConverter  *converter,
         GBytes      *bytes,
         GError     **error)
{
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) input = g_converter_input_stream_new (memory, converter);
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/**
 * quoth_source_file_pack:
 *
 * Returns: (transfer full): @bytes as they are stored
 */
GBytes *
quoth_source_file_pack (GBytes  *bytes,
                        GError **error)
{
  g_autoptr(GConverter) compressor = NULL;

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
  return convert (compressor, bytes, error);
}

/**
 * quoth_source_file_add:
 * @source: its bytes are stored under their SHA-256, which is computed where it is missing
 * @packed: (nullable): what quoth_source_file_pack() made of them, if that was done already
 *
 * Does nothing where there are no bytes or the file is there already.
 */
gboolean
quoth_source_file_add (QuothDatabase  *database,
                       QuothSource    *source,
                       GBytes         *packed,
                       GError        **error)
{
  g_autoptr(GBytes) own = NULL;
  g_autoptr(GError) local = NULL;
  gint64 known;

  if (source->bytes == NULL)
    return TRUE;

  if (source->sha256 == NULL)
    source->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->bytes);
  if (quoth_database_get_int64 (database, &known, &local,
                                "SELECT 1 FROM source_file WHERE sha256 = ?", "s", source->sha256))
    return TRUE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (packed == NULL)
    packed = own = quoth_source_file_pack (source->bytes, error);
  if (packed == NULL)
    return FALSE;

  return quoth_database_run (database, error,
                             "INSERT INTO source_file (sha256, length, bytes) VALUES (?, ?, ?)", "slb",
                             source->sha256, (gint64) g_bytes_get_size (source->bytes), packed);
}

/**
 * quoth_source_file_load:
 *
 * Returns: (transfer full): the file's bytes as they came in
 */
GBytes *
quoth_source_file_load (QuothDatabase  *database,
                        const char     *sha256,
                        GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GConverter) decompressor = NULL;
  g_autoptr(GBytes) packed = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT bytes FROM source_file WHERE sha256 = ?", "s", sha256);
  if (statement == NULL)
    return NULL;
  if (!quoth_statement_step (statement, &local))
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                             _("The library does not have the file that this article was read from"));
      return NULL;
    }

  packed = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));

  return convert (decompressor, packed, error);
}
