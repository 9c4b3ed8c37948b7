#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @relative: from the folder of the running program. Returns: (nullable): where the program
 * can't be found */
char *quoth_program_dup_path     (const char *relative);
/* A program that runs from its build folder finds its settings' schema there. Before GTK starts. */
void  quoth_program_find_schemas (void);

G_END_DECLS
