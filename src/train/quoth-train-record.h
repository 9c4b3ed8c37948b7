#pragma once

#include "quoth-gold.h"
#include "quoth-train-syntax.h"

G_BEGIN_DECLS

gboolean quoth_record_add_corpora      (GString                   *record,
                                        const char                *path,
                                        GError                   **error);
gboolean quoth_record_add_input        (GString                   *record,
                                        const char                *option,
                                        const char                *path,
                                        GError                   **error);
gboolean quoth_record_add_syntax       (GString                   *record,
                                        const char                *path,
                                        QuothTreebankKind          kind,
                                        const QuothWordList       *irregular,
                                        GBytes                    *tagger,
                                        const QuothParserSections *parser,
                                        GError                   **error);
void     quoth_record_add_attributions (GString                   *record,
                                        GPtrArray                 *articles);

G_END_DECLS
