#pragma once

#include "quoth-contents.h"

G_BEGIN_DECLS

gboolean quoth_layout_take_label   (const QuothReading *reading,
                                    const QuothUnit    *unit,
                                    guint               end,
                                    QuothFinding       *finding);
gboolean quoth_layout_take_signed  (const QuothReading *reading,
                                    const QuothUnit    *unit,
                                    guint               end,
                                    QuothFinding       *finding);
gboolean quoth_layout_take_colon   (const QuothReading *reading,
                                    const QuothUnit    *unit,
                                    QuothFinding       *finding);
gboolean quoth_layout_take_announced (const QuothReading *reading,
                                      const QuothUnit    *unit,
                                      GArray             *cues,
                                      QuothFinding       *finding);

G_END_DECLS
