#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a style is one that the processor can finish with: well-formed, with rules, without
 * macros that call one another in a circle or multiply without end. */
gboolean quoth_style_check (const char  *xml,
                            gsize        length,
                            const char  *title,
                            GError     **error);

G_END_DECLS
