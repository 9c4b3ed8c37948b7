#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BareProcessor:
 *
 * citeproc-js in JavaScriptCore with nothing around it: what Quoth's citations are measured by.
 * Ends the program when something fails.
 */
typedef struct _BareProcessor BareProcessor;

BareProcessor *bare_processor_new               (const char        *processor,
                                                 const char        *style_path,
                                                 const char        *locale,
                                                 const char        *locales_folder);
void           bare_processor_free              (BareProcessor     *self);

/* The citation, then the entry in the bibliography, as the processor writes them. */
GStrv          bare_processor_cite              (BareProcessor     *self,
                                                 const char        *item);
GStrv          bare_processor_bibliography      (BareProcessor     *self,
                                                 const char *const *items);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BareProcessor, bare_processor_free)

G_END_DECLS
