#include "config.h"

#include "quoth-reader.h"

#include "fuzz-target.h"

#ifdef FUZZ_PART
#include <archive.h>
#include <archive_entry.h>
#endif

/*
 * One reader, named by FUZZ_READER, on any bytes at all; what it makes of them must hold together.
 * With FUZZ_PART they are the part of that name in a ZIP package, whose checksums would let no
 * other change through.
 */

static void
check_article (QuothArticle *article)
{
  const char *text = quoth_article_get_text (article);
  GArray *blocks = quoth_article_get_blocks (article);
  guint32 last_end = 0;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      g_assert_cmpuint (last_end, <=, block->span.start);
      g_assert_cmpuint (block->span.start, <=, block->span.end);
      g_assert_cmpuint (block->span.end, <=, quoth_article_get_length (article));
      last_end = block->span.end;
    }
  for (guint fact = 0; fact < QUOTH_N_FACTS; fact++)
    {
      const char *value = quoth_article_get_fact (article, fact);

      g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
    }
}

#ifdef FUZZ_PART
static GBytes *
wrap (const uint8_t *data,
      size_t         size)
{
  size_t used = 0;
  guint8 *buffer = g_malloc (size + 4096);
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, buffer, size + 4096, &used);
  archive_entry_set_pathname (entry, FUZZ_PART);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_write_header (archive, entry);
  archive_write_data (archive, data, size);
  archive_entry_free (entry);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}
#else
static GBytes *
wrap (const uint8_t *data,
      size_t         size)
{
  return g_bytes_new (data, size);
}
#endif

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = wrap (data, size);
  QuothImportInput input = { .bytes = bytes, .name = "fuzz", .plain_unchanged = size % 2 };
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  QuothReading *reading = quoth_import_reading_new (&input, notes, NULL);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) error = NULL;

  FUZZ_READER.sniff (reading);
  quoth_unread_formats_find (reading);
  articles = FUZZ_READER.read (reading, &error);
  g_assert_true ((articles == NULL) == (error != NULL));
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    check_article (g_ptr_array_index (articles, i));
  quoth_import_reading_free (reading);
  return 0;
}
