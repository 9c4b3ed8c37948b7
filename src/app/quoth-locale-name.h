#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *quoth_locale_name_get (const char *locale);

G_END_DECLS
