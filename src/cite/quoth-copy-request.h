#pragma once

#include <gio/gio.h>

#include "quoth-copy.h"
#include "quoth-preset.h"

G_BEGIN_DECLS

typedef struct _QuothCiter QuothCiter; /* quoth-citer.h */

/**
 * QuothCopyRequest:
 *
 * What is to be copied, gathered from articles and quotations on the thread that owns them, so that
 * nothing of them is touched afterwards. It can be made into a copy more than once, on any thread.
 */
typedef struct _QuothCopyRequest QuothCopyRequest;

QuothCopyRequest *quoth_copy_request_new  (QuothPreset       preset,
                                           QuothCiter       *citer,
                                           const char       *style,   /* a style's id */
                                           const char       *locale); /* NULL: the style's own */
QuothCopyRequest *quoth_copy_request_ref   (QuothCopyRequest *self);
void              quoth_copy_request_unref (QuothCopyRequest *self);
void              quoth_copy_request_add  (QuothCopyRequest *self,
                                           QuothArticle     *article,
                                           QuothQuote       *quote);  /* (nullable): the article alone */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCopyRequest, quoth_copy_request_unref)

/* What needs no processor, or what it has made before; NULL if it must be made first. Never
 * waits. */
QuothCopy  *quoth_copy_recall      (QuothCopyRequest     *request);
/* Blocking, not on the main thread. */
QuothCopy  *quoth_copy_make        (QuothCopyRequest     *request,
                                    GCancellable         *cancellable,
                                    GError              **error);
void        quoth_copy_make_async  (QuothCopyRequest     *request,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
QuothCopy  *quoth_copy_make_finish (GAsyncResult         *result,
                                    GError              **error);

/* Translated, for under the preview where the style prescribes nothing for a source within a
 * source, so that the speaker is only named before the plain citation; else NULL. */
const char *quoth_copy_get_remark  (QuothCiter           *citer,
                                    const char           *style,
                                    const char           *locale);

G_END_DECLS
