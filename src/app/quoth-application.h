#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * QuothApplication:
 *
 * The program: what its command line says, and one window for each library that is open.
 */
#define QUOTH_TYPE_APPLICATION (quoth_application_get_type ())
G_DECLARE_FINAL_TYPE (QuothApplication, quoth_application, QUOTH, APPLICATION, AdwApplication)

QuothApplication *quoth_application_new (void);

G_END_DECLS
