#pragma once

#include "quoth-citer.h"

G_BEGIN_DECLS

/* The installed styles, and a folder of the test's own beside them. */
QuothStyleList *installed_styles_new (const char *own_folder);

/* Skips the test and is %FALSE where there is no citation processor, or none of its styles. */
gboolean        installed_styles_or_skip (QuothCiter     *citer,
                                          QuothStyleList *styles);

/* The folder of their locales. */
char           *installed_locales_dup_folder (void);

G_END_DECLS
