#pragma once

#include <gdk/gdk.h>

#include "quoth-copy-request.h"
#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothDragContent:
 *
 * What is dragged out of the list, as plain text and as HTML: made only when it is dropped
 * somewhere.
 */
#define QUOTH_TYPE_DRAG_CONTENT (quoth_drag_content_get_type ())
G_DECLARE_FINAL_TYPE (QuothDragContent, quoth_drag_content, QUOTH, DRAG_CONTENT, GdkContentProvider)

GdkContentProvider *quoth_drag_content_new (QuothLibrary     *library,
                                            QuothCopyRequest *request,
                                            GArray           *numbers);

G_END_DECLS
