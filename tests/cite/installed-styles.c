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
