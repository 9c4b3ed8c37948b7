#include "config.h"

#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Larger files hold no single article, and reading them would take all memory */
#define MAX_BYTES (64 * 1024 * 1024)
#define MAX_MEGABYTES (MAX_BYTES / (1024 * 1024))

#define CHUNK_BYTES (256 * 1024)

G_DEFINE_QUARK (quoth-import-error-quark, quoth_import_error)

static void
set_source (QuothArticle           *article,
            const QuothImportInput *input,
            const char             *media_type,
            const char             *hash,
            guint                   part)
{
  QuothSource *source = quoth_article_get_source (article);

  g_free (source->name);
  g_free (source->media_type);
  g_free (source->sha256);
  g_free (source->part);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  source->name = g_strdup (input->name);
  source->media_type = g_strdup (media_type);
  source->sha256 = g_strdup (hash);
  source->part = part > 0 ? g_strdup_printf ("%u", part) : NULL;
  source->bytes = g_bytes_ref (input->bytes);
  /* Where it was found goes before what it says of itself. */
  if (input->address != NULL)
    quoth_article_set_fact (article, QUOTH_FACT_URL, input->address);
}

static void
set_too_large (GError **error)
{
  g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
               _("The file is larger than %d MB."), MAX_MEGABYTES);
}

/**
 * quoth_import_read:
 * @notes: (nullable) (element-type utf8): takes translated sentences on what was not understood
 *
 * Reads the articles in @input, whose format is known by its content, not by its name. Messages do
 * not name the file: who shows them does.
 *
 * Returns: (transfer full) (element-type QuothArticle): one article or more
 */
GPtrArray *
quoth_import_read (const QuothImportInput  *input,
                   GPtrArray               *notes,
                   GCancellable            *cancellable,
                   GError                 **error)
{
  g_autoptr(QuothReading) reading = NULL;
  g_autoptr(GPtrArray) articles = NULL;
  g_autofree char *hash = NULL;
  const QuothReader *reader;
  const char *unread;

  g_return_val_if_fail (input != NULL && input->bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_bytes_get_size (input->bytes) > MAX_BYTES)
    {
      set_too_large (error);
      return NULL;
    }
  if (g_bytes_get_size (input->bytes) == 0)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("The file is empty."));
      return NULL;
    }

  reading = quoth_import_reading_new (input, notes, cancellable);
  unread = quoth_unread_formats_find (reading);
  if (unread != NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED, unread);
      return NULL;
    }
  reader = quoth_readers_find (reading);
  if (reader == NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                           _("This is not text, and its format is not known."));
      return NULL;
    }
  articles = reader->read (reading, error);
  if (articles == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, input->bytes);
  for (guint i = 0; i < articles->len; i++)
    set_source (g_ptr_array_index (articles, i), input, reader->media_type, hash,
                articles->len > 1 ? i + 1 : 0);
  return g_steal_pointer (&articles);
}

/* Loads a file in pieces, so that neither a cancel nor the size limit waits for its end. */
static GBytes *
load_bytes (GFile         *file,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, cancellable, error))
         > 0)
    {
      if (bytes->len + n > MAX_BYTES)
        {
          set_too_large (error);
          return NULL;
        }
      g_byte_array_append (bytes, chunk, n);
    }
  if (n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * quoth_import_read_file:
 *
 * Reads the articles in a file, as quoth_import_read() does.
 *
 * Returns: (transfer full) (element-type QuothArticle): one article or more
 */
GPtrArray *
quoth_import_read_file (GFile         *file,
                        gboolean       plain_unchanged,
                        GPtrArray     *notes,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  QuothImportInput input;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = load_bytes (file, cancellable, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_basename (file);
  input = (QuothImportInput) { .bytes = bytes, .name = name, .plain_unchanged = plain_unchanged };
  return quoth_import_read (&input, notes, cancellable, error);
}
