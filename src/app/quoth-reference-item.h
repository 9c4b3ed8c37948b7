#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuothReferenceItem:
 *
 * A row with a reference that has no text yet (property "line"). A button, and a file that is
 * dropped onto the row, do the actions "references.choose" and "references.attach" of a widget
 * above it, with the reference's id.
 */
#define QUOTH_TYPE_REFERENCE_ITEM (quoth_reference_item_get_type ())
G_DECLARE_FINAL_TYPE (QuothReferenceItem, quoth_reference_item, QUOTH, REFERENCE_ITEM, AdwBin)

G_END_DECLS
