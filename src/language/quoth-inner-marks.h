#pragma once

#include "quoth-contents.h"

G_BEGIN_DECLS

QuothFinding *quoth_inner_marks_take (const QuothReading *reading,
                                      QuothFinding       *outer,
                                      guint               floor,
                                      QuothPhrase         marked);

G_END_DECLS
