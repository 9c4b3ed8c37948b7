#include "config.h"

#include "quoth-package.h"

#include "quoth-import.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* The parts of a document that is a ZIP package, by libarchive, in this process and in bounded
   memory */

#define MAX_PARTS 20000
/* The text of a thousand pages takes a third of it */
#define MAX_BYTES (24 * 1024 * 1024)
#define MAX_MEGABYTES (MAX_BYTES / (1024 * 1024))
#define CHUNK_BYTES (64 * 1024)

static void
set_damaged (GError **error)
{
  g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                       _("The document is damaged or cut off."));
}

/* Reads one part, as long as all of them stay below the limit. */
static GByteArray *
read_part (struct archive  *archive,
           gsize           *n_bytes,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr(GByteArray) part = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      *n_bytes += n;
      if (*n_bytes > MAX_BYTES)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("The document unpacks to more than %d MB."), MAX_MEGABYTES);
          return NULL;
        }
      g_byte_array_append (part, chunk, n);
    }
  if (n < 0)
    {
      set_damaged (error);
      return NULL;
    }
  return g_steal_pointer (&part);
}

static gboolean
read_parts (struct archive      *archive,
            GHashTable          *parts,
            QuothPackageFilter   filter,
            GCancellable        *cancellable,
            GError             **error)
{
  struct archive_entry *entry;
  gsize n_bytes = 0;
  guint n_parts = 0;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      GByteArray *part;

      if (++n_parts > MAX_PARTS)
        {
          g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                       _("The document has more than %d parts."), MAX_PARTS);
          return FALSE;
        }
      if (name == NULL || !g_utf8_validate (name, -1, NULL) || !filter (name)
          || g_hash_table_contains (parts, name))
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED,
                               _("The document is protected by a password."));
          return FALSE;
        }
      part = read_part (archive, &n_bytes, cancellable, error);
      if (part == NULL)
        return FALSE;
      g_hash_table_insert (parts, g_strdup (name), g_byte_array_free_to_bytes (part));
    }
  if (result != ARCHIVE_EOF && g_hash_table_size (parts) == 0)
    {
      set_damaged (error);
      return FALSE;
    }
  return TRUE;
}

/**
 * quoth_package_read:
 * @filter: which parts are unpacked
 *
 * Unpacks what is wanted of a ZIP package.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the parts by name
 */
GHashTable *
quoth_package_read (const guint8        *data,
                    gsize                length,
                    QuothPackageFilter   filter,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr(GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_bytes_unref);
  struct archive *archive = archive_read_new ();
  gboolean is_read = FALSE;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    set_damaged (error);
  else
    is_read = read_parts (archive, parts, filter, cancellable, error);
  archive_read_free (archive);
  return is_read ? g_steal_pointer (&parts) : NULL;
}
