#include "config.h"

#include "quoth-cli-library-file.h"

#include "quoth-cli-command.h"

char *
quoth_cli_dup_library_path (const char *path)
{
  return path != NULL ? g_strdup (path) : quoth_library_dup_default_path ();
}

/**
 * quoth_cli_open_store:
 *
 * Returns: (transfer full) (nullable): the library; none is made where there is none
 */
QuothStore *
quoth_cli_open_store (const char     *path,
                      QuothStoreMode  mode)
{
  g_autofree char *library_path = quoth_cli_dup_library_path (path);
  g_autofree char *name = g_filename_display_name (library_path);
  g_autoptr (GError) error = NULL;
  QuothStore *store;

  if (!g_file_test (library_path, G_FILE_TEST_EXISTS))
    {
      quoth_cli_complain (_("There is no library at “%s” yet; “quoth-cli import” makes one."),
                          name);
      return NULL;
    }
  store = quoth_store_open (library_path, mode, &error);
  if (store == NULL)
    quoth_cli_complain ("%s", error->message);
  return store;
}
