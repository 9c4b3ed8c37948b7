#pragma once

#include "quoth-analysis.h"
#include "quoth-cues.h"

G_BEGIN_DECLS

/**
 * QuothFinding:
 * @cue: the reporting words; empty for none
 * @contents: (element-type QuothPhrase) (owned)
 * @goes_on: whole quoted sentences that follow in the paragraph go on with it
 * @parent: (nullable): the finding it is nested in
 *
 * An attribution in tokens, while a text is gone through.
 */
typedef struct _QuothFinding QuothFinding;

struct _QuothFinding
{
  QuothCueKind        kind;
  guint32             verb;
  QuothPhrase         cue;
  QuothPhrase         source;
  GArray             *contents;
  gboolean            goes_on;
  QuothFinding       *parent;
  float               confidence;
};

QuothFinding  *quoth_finding_new              (void);
void           quoth_finding_free             (QuothFinding       *self);
void           quoth_finding_add              (QuothFinding       *self,
                                               QuothPhrase         content);
QuothPhrase    quoth_finding_get_piece        (const QuothFinding *self,
                                               guint               token);
QuothQuoteKind quoth_finding_find_kind        (const QuothFinding *finding,
                                               const QuothReading *reading);
GPtrArray     *quoth_findings_to_attributions (GPtrArray          *found,
                                               const QuothReading *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothFinding, quoth_finding_free)

G_END_DECLS
