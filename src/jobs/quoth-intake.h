#pragma once

#include "quoth-extract-job.h"
#include "quoth-import-entry.h"
#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothIntake:
 * @restore: bring back what had been deleted
 * @near_choice: what to do with what is nearly the same as another article
 *
 * How read articles pass into a library.
 */
typedef struct
{
  QuothLibrary    *library;
  gboolean         restore;
  QuothNearChoice  near_choice;
} QuothIntake;

/* A QuothExtractPrepare: on the worker's thread, before an article is analysed. */
gboolean          quoth_intake_prepare (QuothExtracted  *extracted,
                                        QuothArticle    *article,
                                        gpointer         intake);
/* Stores an article of what was extracted. Returns: what became of it; NULL when the library can't be written */
QuothImportEntry *quoth_intake_store   (QuothIntake     *intake,
                                        QuothExtracted  *extracted,
                                        guint            index,
                                        GError         **error);

G_END_DECLS
