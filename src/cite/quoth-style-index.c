#include "config.h"

#include "quoth-style-index.h"

#include <glib/gstdio.h>

#include "quoth-style-private.h"

/* Grows with what an entry holds, so that an older cache is made again. */
#define INDEX_FORMAT "quoth-styles-1"
#define INDEX_VARIANT "(ssa" QUOTH_STYLE_VARIANT ")"

/* What changes when a file comes or goes in one of the folders, or another package takes their
 * place. */
static char *
dup_stamp (const char *const *folders)
{
  GString *stamp = g_string_new (NULL);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      GStatBuf info = { 0 };

      if (!g_utf8_validate (folders[i], -1, NULL) || g_stat (folders[i], &info) != 0)
        continue;
      g_string_append_printf (stamp,
                              "%s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld %" G_GINT64_FORMAT ".%09ld\n",
                              folders[i], (guint64) info.st_ino,
                              (gint64) info.st_mtim.tv_sec, (long) info.st_mtim.tv_nsec,
                              (gint64) info.st_ctim.tv_sec, (long) info.st_ctim.tv_nsec);
    }

  return g_string_free (stamp, FALSE);
}

static GPtrArray *
read_cache (const char *cache_file,
            const char *stamp)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (cache_file, FALSE, NULL); /* made again if there's none */
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) index = NULL;
  g_autoptr (GVariant) entries = NULL;
  g_autoptr (GPtrArray) styles = NULL;
  const char *format, *cached_stamp;

  if (file == NULL)
    return NULL;

  bytes = g_mapped_file_get_bytes (file);
  index = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (INDEX_VARIANT), bytes,
                                                        FALSE));
  if (!g_variant_is_normal_form (index))
    return NULL;
  g_variant_get (index, "(&s&s@a" QUOTH_STYLE_VARIANT ")", &format, &cached_stamp, &entries);
  if (!g_str_equal (format, INDEX_FORMAT) || !g_str_equal (cached_stamp, stamp))
    return NULL;

  styles = g_ptr_array_new_full (g_variant_n_children (entries), g_object_unref);
  for (gsize i = 0; i < g_variant_n_children (entries); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (entries, i);

      g_ptr_array_add (styles, quoth_style_new_from_variant (entry));
    }

  return g_steal_pointer (&styles);
}

/* A cache that can't be written is only slower. */
static void
write_cache (const char *cache_file,
             const char *stamp,
             GPtrArray  *styles)
{
  g_autofree char *folder = g_path_get_dirname (cache_file);
  g_autoptr (GVariant) index = NULL;
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" QUOTH_STYLE_VARIANT));
  for (guint i = 0; i < styles->len; i++)
    g_variant_builder_add_value (&builder, quoth_style_to_variant (g_ptr_array_index (styles, i)));
  index = g_variant_ref_sink (g_variant_new (INDEX_VARIANT, INDEX_FORMAT, stamp, &builder));

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents (cache_file, g_variant_get_data (index), g_variant_get_size (index), NULL);
}

GPtrArray *
quoth_style_folder_read (const char   *folder,
                         gboolean      own,
                         GCancellable *cancellable)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL); /* no folder, no styles */
  g_autoptr (GPtrArray) styles = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL &&
         !g_cancellable_is_cancelled (cancellable))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      QuothStyle *style;

      if (!g_str_has_suffix (name, ".csl") || !g_utf8_validate (path, -1, NULL) ||
          !g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      style = quoth_style_new_from_file (path, own, &error);
      if (style != NULL)
        g_ptr_array_add (styles, style);
      else
        g_debug ("%s", error->message);
    }

  return g_steal_pointer (&styles);
}

GPtrArray *
quoth_style_index_read (const char *const  *folders,
                        const char         *cache_file,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autofree char *stamp = dup_stamp (folders);
  g_autoptr (GPtrArray) styles = cache_file != NULL ? read_cache (cache_file, stamp) : NULL;

  if (styles != NULL)
    return g_steal_pointer (&styles);

  styles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; folders[i] != NULL; i++)
    g_ptr_array_extend_and_steal (styles, quoth_style_folder_read (folders[i], FALSE, cancellable));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (cache_file != NULL && *stamp != '\0')
    write_cache (cache_file, stamp, styles);

  return g_steal_pointer (&styles);
}
