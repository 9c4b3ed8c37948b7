/* The files that articles were read from, kept compressed. */
#include "config.h"

#include "quoth-source-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "quoth-store.h"

/* On pages of newspapers as small as zlib's level 6, in an eighth of its time, which is a twentieth
 * of what reading and analysing a page takes; zlib's fastest took three times as long. */
#define LEVEL 1

/* What came in before was compressed by zlib, which begins otherwise. */
static const guint8 zstd_mark[] = { 0x28, 0xb5, 0x2f, 0xfd };

static void
set_failed (GError     **error,
            const char  *reason)
{
  g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_FAILED, _("The library failed: %s"),
               reason);
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
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  gsize room = ZSTD_compressBound (size);
  g_autofree void *packed = g_try_malloc (room);
  gsize length;

  if (packed == NULL)
    {
      set_failed (error, g_strerror (ENOMEM));
      return NULL;
    }
  length = ZSTD_compress (packed, room, data, size, LEVEL);
  if (!ZSTD_isError (length))
    return g_bytes_new (packed, length);

  set_failed (error, ZSTD_getErrorName (length));
  return NULL;
}

static GBytes *
unpack_zlib (gconstpointer   packed,
             gsize           size,
             GError        **error)
{
  g_autoptr(GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr(GBytes) bytes = g_bytes_new (packed, size);
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GInputStream) input = g_converter_input_stream_new (memory, decompressor);
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* @length: what it will be, by the table */
static GBytes *
unpack (gconstpointer   packed,
        gsize           size,
        gsize           length,
        GError        **error)
{
  g_autofree void *bytes = NULL;
  gsize made;

  if (size < sizeof zstd_mark || memcmp (packed, zstd_mark, sizeof zstd_mark) != 0)
    return unpack_zlib (packed, size, error);

  bytes = g_try_malloc (MAX (length, 1));
  made = bytes != NULL ? ZSTD_decompress (bytes, length, packed, size) : 0;
  if (bytes != NULL && made == length)
    return g_bytes_new_take (g_steal_pointer (&bytes), length);

  g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED,
               _("The library is damaged: %s"),
               bytes == NULL
               ? g_strerror (ENOMEM) : ZSTD_getErrorString (ZSTD_error_corruption_detected));
  return NULL;
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
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT bytes, length FROM source_file WHERE sha256 = ?", "s", sha256);
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

  return unpack (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0),
                 (gsize) sqlite3_column_int64 (statement, 1), error);
}
