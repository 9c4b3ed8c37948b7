#pragma once

#include "quoth-library.h"

G_BEGIN_DECLS

/* Reads @file, by whichever reader knows its content, for the text of an article that only its
 * reference is there of. Blocking, on any thread but the library's writer. */
gboolean quoth_attach_text        (QuothLibrary         *library,
                                   const QuothModel     *model,
                                   const char           *article_id,
                                   GFile                *file,
                                   GCancellable         *cancellable,
                                   GError              **error);
void     quoth_attach_text_async  (QuothLibrary         *library,
                                   const QuothModel     *model,
                                   const char           *article_id,
                                   GFile                *file,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);
gboolean quoth_attach_text_finish (QuothLibrary         *library,
                                   GAsyncResult         *result,
                                   GError              **error);

G_END_DECLS
