#pragma once

#include "quoth-findings.h"

G_BEGIN_DECLS

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

G_END_DECLS
