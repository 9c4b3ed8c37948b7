#pragma once

#include <adwaita.h>

#include "quoth-citations.h"

G_BEGIN_DECLS

/**
 * QuothApplication:
 *
 * The program: what its command line says, and one window for each library that is open.
 */
#define QUOTH_TYPE_APPLICATION (quoth_application_get_type ())
G_DECLARE_FINAL_TYPE (QuothApplication, quoth_application, QUOTH, APPLICATION, AdwApplication)

QuothApplication *quoth_application_new           (void);
/* One for all windows: the citation processor takes its memory once. */
QuothCitations   *quoth_application_get_citations (QuothApplication *self);

G_END_DECLS
