#include "page-set.h"

#include <string.h>

static GBytes *
load_gzip (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) raw = g_file_read (file, NULL, NULL);
  g_autoptr(GZlibDecompressor) decompressor
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) bytes = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (raw);
  stream = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (decompressor));
  g_output_stream_splice (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
list_pages (const char *set,
            GPtrArray  *paths)
{
  const char *shared = g_getenv ("QUOTH_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "import", set, "html",
                                              NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html.gz"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

GPtrArray *
page_set_load (gboolean made_up)
{
  g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  list_pages ("article-extraction", paths);
  list_pages ("news-pages", paths);
  if (made_up)
    list_pages ("readability-pages", paths);
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (pages, load_gzip (g_ptr_array_index (paths, i)));

  return pages;
}

char *
page_set_dup_body (QuothArticle *article)
{
  GArray *blocks = quoth_article_get_blocks (article);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);
      g_autofree char *text = NULL;

      if (!quoth_block_kind_is_body (block->kind))
        continue;
      text = quoth_article_dup_span (article, block->span);
      g_string_append_printf (body, "%s\n", text);
    }

  return g_string_free (body, FALSE);
}
