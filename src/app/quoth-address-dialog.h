#pragma once

#include <adwaita.h>

#include "quoth-import-job.h"

G_BEGIN_DECLS

/**
 * QuothAddressDialog:
 *
 * Asks for an address of the web and stays until the page is in the library: what went wrong is
 * said here, where the address can be put right. Signals: "entered" with the address, to be
 * answered with quoth_address_dialog_run(); "done" with the job, once it has added something or
 * found it there.
 */
#define QUOTH_TYPE_ADDRESS_DIALOG (quoth_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuothAddressDialog, quoth_address_dialog, QUOTH, ADDRESS_DIALOG, AdwWindow)

/* @address: what stands in the entry at first, or NULL for what the clipboard has */
QuothAddressDialog *quoth_address_dialog_new (GtkWindow          *parent,
                                              const char         *address);
/* @job: reads the address */
void                quoth_address_dialog_run (QuothAddressDialog *self,
                                              QuothImportJob     *job);

G_END_DECLS
