#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

char *quoth_cli_dup_explanation (QuothArticle     *article,
                                 const QuothModel *model);

G_END_DECLS
