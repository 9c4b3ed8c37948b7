#pragma once

#include <gdk/gdk.h>

#include "quoth-copy-request.h"

G_BEGIN_DECLS

/* For clipboard and drag: the same thing as plain text and as HTML in one offer */
GdkContentProvider *quoth_copy_content_new (const QuothCopy *copy);

G_END_DECLS
