#pragma once

#include "quoth-extracted.h"
#include "quoth-import-entry.h"
#include "quoth-library.h"

G_BEGIN_DECLS

/**
 * QuothIntake:
 * @restore: bring back what had been deleted
 * @near_choice: what to do with what is nearly the same as another article
 * @cancellable: (nullable): once cancelled, no further article is stored
 *
 * How read articles pass into a library.
 */
typedef struct
{
  QuothLibrary    *library;
  gboolean         restore;
  QuothNearChoice  near_choice;
  GCancellable    *cancellable;
} QuothIntake;

/* A QuothExtractPrepare: on the worker's thread, before an article is analysed. */
gboolean          quoth_intake_prepare (QuothExtracted  *extracted,
                                        QuothArticle    *article,
                                        gpointer         intake);
gboolean          quoth_intake_store   (QuothIntake     *intake,
                                        GPtrArray       *batch,     /* of QuothExtracted */
                                        GError         **error);
void              quoth_intake_report  (QuothExtracted  *extracted,
                                        GPtrArray       *report);   /* of QuothImportEntry */

G_END_DECLS
