#pragma once

#include "quoth-names.h"

G_BEGIN_DECLS

void quoth_names_add_run       (const QuothText *text,
                                const guint32   *classes,
                                GArray          *names,
                                guint            sentence,
                                guint            first,
                                guint            end);
void quoth_names_add_compounds (const QuothText *text,
                                const guint32   *classes,
                                GArray          *names);

G_END_DECLS
