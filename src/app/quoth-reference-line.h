#pragma once

#include <glib-object.h>

#include "quoth-reference-list.h"

G_BEGIN_DECLS

/**
 * QuothReferenceLine:
 *
 * A reference without a text, as a list shows it. Properties "title", and "detail": who wrote it,
 * where and when it was printed.
 */
#define QUOTH_TYPE_REFERENCE_LINE (quoth_reference_line_get_type ())
G_DECLARE_FINAL_TYPE (QuothReferenceLine, quoth_reference_line, QUOTH, REFERENCE_LINE, GObject)

QuothReferenceLine *quoth_reference_line_new        (const QuothReferenceEntry *entry);
const char         *quoth_reference_line_get_id     (QuothReferenceLine        *self);
const char         *quoth_reference_line_get_title  (QuothReferenceLine        *self);
const char         *quoth_reference_line_get_detail (QuothReferenceLine        *self);

G_END_DECLS
