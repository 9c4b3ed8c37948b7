#pragma once

#include "quoth-citer.h"

G_BEGIN_DECLS

/**
 * QuothCiteEngine:
 *
 * citeproc-js in JavaScriptCore. Made, used and freed in one and the same thread.
 */
typedef struct _QuothCiteEngine QuothCiteEngine;

QuothCiteEngine *quoth_cite_engine_new          (const char                 *processor,
                                                 QuothStyleList             *styles,
                                                 GError                    **error);
void             quoth_cite_engine_free         (QuothCiteEngine            *self);

QuothCited      *quoth_cite_engine_cite         (QuothCiteEngine            *self,
                                                 QuothStyle                 *rules,
                                                 const char                 *locale,
                                                 const char                 *item,
                                                 const QuothCiteParameters  *parameters,
                                                 GError                    **error);
GPtrArray       *quoth_cite_engine_bibliography (QuothCiteEngine            *self,
                                                 QuothStyle                 *rules,
                                                 const char                 *locale,
                                                 const char *const          *items,
                                                 GCancellable               *cancellable,
                                                 GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCiteEngine, quoth_cite_engine_free)

G_END_DECLS
