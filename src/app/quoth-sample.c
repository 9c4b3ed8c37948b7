#include "config.h"

#include "quoth-sample.h"

#include "quoth-library.h"
#include "quoth-program.h"

char *
quoth_sample_dup_library_path (void)
{
  g_autofree char *own = quoth_library_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);

  return g_build_filename (folder, "sample.db", NULL);
}

/* Said by the environment, in the source tree that the program was built from, or installed. */
static char *
find_folder (void)
{
  const char *named = g_getenv ("QUOTH_SAMPLE_DIR");
  g_autofree char *beside = quoth_program_dup_path ("../../../data/sample");

  if (named != NULL)
    return g_strdup (named);
  if (beside != NULL && g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);

  return g_build_filename (QUOTH_PKGDATADIR, "sample", NULL);
}

/**
 * quoth_sample_list_articles:
 *
 * Returns: (transfer full) (element-type GFile): the folder of the sample's articles; empty where
 *   it is not installed
 */
GListModel *
quoth_sample_list_articles (void)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = find_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  if (g_file_query_exists (folder, NULL))
    g_list_store_append (articles, folder);

  return G_LIST_MODEL (g_steal_pointer (&articles));
}
