#pragma once

#include "quoth-style.h"

G_BEGIN_DECLS

/* As an index keeps one style: id, title, short title, parent id, default locale, path, format;
 * "" for none. */
#define QUOTH_STYLE_VARIANT "(ssssssu)"

QuothStyle *quoth_style_new_from_file    (const char  *path,
                                          gboolean     own,
                                          GError     **error);
QuothStyle *quoth_style_new_from_variant (GVariant    *variant);
GVariant   *quoth_style_to_variant       (QuothStyle  *self);
QuothStyle *quoth_style_new_built_in     (const char  *id,
                                          const char  *title);

G_END_DECLS
