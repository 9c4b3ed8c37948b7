#include "installed-styles.h"

QuothStyleList *
installed_styles_new (const char *own_folder)
{
  return quoth_style_list_new_for_paths (g_get_system_data_dirs (), own_folder, NULL);
}

gboolean
installed_styles_or_skip (QuothCiter     *citer,
                          QuothStyleList *styles)
{
  g_autoptr (QuothStyle) style = quoth_style_list_find (styles, QUOTH_STYLE_DEFAULT);

  if (!quoth_citer_is_available (citer))
    g_test_skip ("no citation processor: ./dev build fetches it");
  else if (style == NULL)
    g_test_skip ("no citation styles: ./dev setup installs them");
  else
    return TRUE;

  return FALSE;
}

/* Where "en-US" is; %NULL where no locales are installed. */
char *
installed_locales_dup_folder (void)
{
  const char *const *dirs = g_get_system_data_dirs ();

  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (dirs[i], "citation-style-language", "locales",
                                                  NULL);
      g_autofree char *file = g_build_filename (folder, "locales-en-US.xml", NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&folder);
    }

  return NULL;
}
