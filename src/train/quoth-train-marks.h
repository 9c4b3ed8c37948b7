#pragma once

#include "quoth-model.h"

G_BEGIN_DECLS

GBytes *quoth_train_marks (GPtrArray        *texts,
                           const QuothModel *lists);

G_END_DECLS
