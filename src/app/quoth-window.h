#pragma once

#include <adwaita.h>

#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothWindow:
 *
 * A library in a window: filters, the list of quotations, and the one that is selected.
 */
#define QUOTH_TYPE_WINDOW (quoth_window_get_type ())
G_DECLARE_FINAL_TYPE (QuothWindow, quoth_window, QUOTH, WINDOW, AdwApplicationWindow)

QuothWindow  *quoth_window_new          (GtkApplication *application);
/* Once for each window; @name: (nullable): what people call this library */
void          quoth_window_set_library  (QuothWindow    *self,
                                         QuothLibrary   *library,
                                         const char     *name);
QuothLibrary *quoth_window_get_library  (QuothWindow    *self);
/* @files: (element-type GFile): folders are walked. Needs the library */
void          quoth_window_import       (QuothWindow    *self,
                                         GListModel     *files);
void          quoth_window_show_message (QuothWindow    *self,
                                         const char     *message);

G_END_DECLS
