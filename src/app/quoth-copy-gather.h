#pragma once

#include "quoth-copy-request.h"
#include "quoth-library.h"

G_BEGIN_DECLS

/* Adds quotations of a library, or with @alone only the articles that they stand in, each once,
 * to a request; reads them beside the main thread. @numbers: (element-type guint32): as the list
 * of quotations has them */
void     quoth_copy_gather_async  (QuothLibrary         *library,
                                   QuothCopyRequest     *request,
                                   GArray               *numbers,
                                   gboolean              alone,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean quoth_copy_gather_finish (QuothLibrary         *library,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
