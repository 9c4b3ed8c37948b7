#pragma once

#include "quoth-cues.h"

G_BEGIN_DECLS

guint    quoth_cue_find_group         (const QuothReading *reading,
                                       guint               floor,
                                       guint               verb);
gboolean quoth_cue_is_title           (const QuothReading *reading,
                                       guint               floor,
                                       int                 quoted);
int      quoth_cue_find_quoted_before (const QuothReading *reading,
                                       guint               floor,
                                       guint               token);
gboolean quoth_cue_read_source        (const QuothReading *reading,
                                       const QuothUnit    *unit,
                                       GArray             *cues,
                                       guint               group,
                                       guint               verb,
                                       QuothCue           *cue);
gboolean quoth_cue_read_according     (const QuothReading *reading,
                                       const QuothUnit    *unit,
                                       guint               token,
                                       QuothCue           *cue);
gboolean quoth_cue_read_noun          (const QuothReading *reading,
                                       const QuothUnit    *unit,
                                       guint               noun,
                                       QuothCue           *cue);

G_END_DECLS
