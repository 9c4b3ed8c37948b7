#pragma once

#include "quoth-document.h"

G_BEGIN_DECLS

gsize quoth_front_matter_find (const char    *text);
void  quoth_front_matter_read (QuothDocument *document,
                               const char    *text,
                               gsize          length);

G_END_DECLS
