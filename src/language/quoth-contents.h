#pragma once

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

QuothFinding *quoth_finding_new         (void);
void          quoth_finding_free        (QuothFinding       *self);
void          quoth_finding_add         (QuothFinding       *self,
                                         QuothPhrase         content);

guint         quoth_clause_find_end     (const QuothReading *reading,
                                         guint               first,
                                         guint               limit);
guint         quoth_cue_find_cut        (const QuothReading *reading,
                                         const QuothCue     *cue,
                                         guint               floor);
gboolean      quoth_contents_take_before (const QuothReading *reading,
                                         const QuothCue     *cue,
                                         guint               floor,
                                         guint               limit,
                                         QuothFinding       *finding);
gboolean      quoth_contents_take_after (const QuothReading *reading,
                                         const QuothUnit    *unit,
                                         const QuothCue     *cue,
                                         guint               limit,
                                         QuothFinding       *finding);

gboolean      quoth_contents_take_rest  (const QuothReading *reading,
                                         const QuothUnit    *unit,
                                         const QuothCue     *cue,
                                         guint               limit,
                                         QuothFinding       *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothFinding, quoth_finding_free)

G_END_DECLS
