#pragma once

#include <gio/gio.h>

#include "quoth-citer.h"
#include "quoth-copy-request.h"
#include "quoth-style-list.h"

G_BEGIN_DECLS

/**
 * QuothCitations:
 *
 * How the person wants things cited, kept in the settings, and what does it: one for all windows.
 * Properties: style (an id), locale ("" for the style's own), preset (an id: what the copy button
 * copies).
 */
#define QUOTH_TYPE_CITATIONS (quoth_citations_get_type ())
G_DECLARE_FINAL_TYPE (QuothCitations, quoth_citations, QUOTH, CITATIONS, GObject)

QuothCitations   *quoth_citations_new             (GSettings      *settings,
                                                   QuothStyleList *styles);
QuothStyleList   *quoth_citations_get_styles      (QuothCitations *self);
QuothCiter       *quoth_citations_get_citer       (QuothCitations *self);
const char       *quoth_citations_get_style       (QuothCitations *self);
void              quoth_citations_set_style       (QuothCitations *self,
                                                   const char     *style);
const char       *quoth_citations_get_locale      (QuothCitations *self);
void              quoth_citations_set_locale      (QuothCitations *self,
                                                   const char     *locale);
QuothPreset       quoth_citations_get_preset      (QuothCitations *self);
void              quoth_citations_set_preset      (QuothCitations *self,
                                                   QuothPreset     preset);
GStrv             quoth_citations_dup_recent      (QuothCitations *self);
char             *quoth_citations_dup_style_title (QuothCitations *self);
const char       *quoth_citations_get_remark      (QuothCitations *self);  /* (nullable) */
QuothCopyRequest *quoth_citations_create_request  (QuothCitations *self,
                                                   QuothPreset     preset);

G_END_DECLS
