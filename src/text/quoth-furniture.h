#pragma once

#include "quoth-block-shape.h"

G_BEGIN_DECLS

gboolean quoth_furniture_check         (const char            *text,
                                        const QuothBlockShape *shape,
                                        const QuothModel      *model);
gboolean quoth_furniture_is_byline     (const char            *text,
                                        const QuothBlockShape *shape);
gboolean quoth_furniture_is_date_line  (const char            *text,
                                        const QuothBlockShape *shape,
                                        const QuothModel      *model);
gboolean quoth_furniture_is_caption    (const char            *text,
                                        const QuothBlockShape *shape,
                                        const QuothModel      *model);

G_END_DECLS
