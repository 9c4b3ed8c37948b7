#pragma once

#include "quoth-database.h"
#include "quoth-near-index.h"
#include "quoth-shingles.h"

G_BEGIN_DECLS

gboolean quoth_near_same_save     (QuothDatabase        *database,
                                   gint64                article_row,
                                   const QuothShingles  *shingles,
                                   GError              **error);
gboolean quoth_near_same_catch_up (QuothDatabase        *database,
                                   QuothNearIndex       *index,
                                   GCancellable         *cancellable,
                                   GError              **error);
gboolean quoth_near_same_find     (QuothDatabase        *database,
                                   QuothNearIndex       *index,
                                   const QuothShingles  *shingles,
                                   gint64               *article_row,
                                   double               *share,
                                   GError              **error);

G_END_DECLS
