#pragma once

#include "quoth-database.h"
#include "quoth-quote.h"
#include "quoth-store.h"

G_BEGIN_DECLS

/* What a decision is about: the column correction.what */
#define QUOTH_CORRECTION_STATE "state"
#define QUOTH_CORRECTION_SPEAKER_STATE "speaker-state"
#define QUOTH_CORRECTION_FACT "fact"

/* The column correction.status */
enum {
  QUOTH_CORRECTION_STANDS,
  QUOTH_CORRECTION_ENDED,
  QUOTH_CORRECTION_CONFLICT,
};

gboolean   quoth_corrections_record   (QuothDatabase  *database,
                                       const char     *what,
                                       const char     *quote_id,
                                       QuothState      state,
                                       GError        **error);
/* Those that stand, no longer fit: */
gboolean   quoth_corrections_conflict (QuothDatabase  *database,
                                       const char     *quote_id,
                                       GError        **error);
/* Where a decision's words are in another text: by how much to move its spans. FALSE where they are
 * not. */
gboolean   quoth_corrections_locate   (const char     *old_text,
                                       const char     *new_text,
                                       QuothSpan       span,
                                       gint64         *shift);
QuothSpan  quoth_corrections_hull     (GArray         *contents);

G_END_DECLS
