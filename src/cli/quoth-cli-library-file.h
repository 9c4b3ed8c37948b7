#pragma once

#include <glib/gi18n.h>

#include "quoth-library.h"

G_BEGIN_DECLS

#define QUOTH_CLI_LIBRARY_OPTION(variable)                                          \
  { "library", 'l', 0, G_OPTION_ARG_FILENAME, &variable,                            \
    N_("The library’s file, instead of your own library"), N_("FILE") }

/* @path: the file that was named, or NULL for the person's own library. They complain where they
 *   fail. */
char       *quoth_cli_dup_library_path (const char *path);
QuothStore *quoth_cli_open_store       (const char     *path,
                                        QuothStoreMode  mode);

G_END_DECLS
