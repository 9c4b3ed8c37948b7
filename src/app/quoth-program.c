#include "config.h"

#include "quoth-program.h"

char *
quoth_program_dup_path (const char *relative)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  g_return_val_if_fail (relative != NULL, NULL);

  return folder != NULL ? g_build_filename (folder, relative, NULL) : NULL;
}

void
quoth_program_find_schemas (void)
{
  g_autofree char *folder = quoth_program_dup_path ("../../data");
  g_autofree char *compiled = folder != NULL ? g_build_filename (folder, "gschemas.compiled", NULL)
                                             : NULL;

  if (compiled != NULL && g_file_test (compiled, G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", folder, FALSE);
}
