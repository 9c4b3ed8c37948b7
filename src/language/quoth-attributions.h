#pragma once

#include "quoth-analysis.h"

G_BEGIN_DECLS

GPtrArray *quoth_attributions_find (const QuothText *text);

G_END_DECLS
