#pragma once

#include "quoth-document.h"

G_BEGIN_DECLS

gboolean quoth_document_read_properties (QuothDocument  *document,
                                         GBytes         *xml,
                                         GCancellable   *cancellable,
                                         GError        **error);

G_END_DECLS
