#pragma once

#include "quoth-cues.h"

G_BEGIN_DECLS

/**
 * QuothShare:
 * @cut: where what the first speaker says ends at the latest
 * @source: who else says it
 * @content: what that one says; empty where it is the same
 *
 * The second speaker of a cue that stands once.
 */
typedef struct
{
  guint       cut;
  QuothPhrase source;
  QuothPhrase content;
} QuothShare;

gboolean quoth_cue_find_share (const QuothReading *reading,
                               const QuothUnit    *unit,
                               const QuothCue     *cue,
                               QuothShare         *share);

G_END_DECLS
