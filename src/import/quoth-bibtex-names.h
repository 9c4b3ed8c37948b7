#pragma once

#include "quoth-reference.h"

G_BEGIN_DECLS

void quoth_bibtex_add_names (QuothReference *reference,
                             const char     *names);

G_END_DECLS
