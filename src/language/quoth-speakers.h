#pragma once

#include "quoth-analysis.h"

G_BEGIN_DECLS

void quoth_speakers_resolve (QuothAnalysis   *analysis,
                             const QuothText *text);

G_END_DECLS
