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
/* Stores the articles that were extracted of one input, and reports what became of them. */
gboolean          quoth_intake_store   (QuothIntake     *intake,
                                        QuothExtracted  *extracted,
                                        GPtrArray       *report,    /* of QuothImportEntry */
                                        GError         **error);

G_END_DECLS
