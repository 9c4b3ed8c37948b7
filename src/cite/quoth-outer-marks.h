#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pair of marks that citations in @locale ("en-GB"; NULL: British; unknown: double) have
 * around speech. */
void quoth_outer_marks_find (const char  *locale,
                             const char **open,
                             const char **close);

G_END_DECLS
