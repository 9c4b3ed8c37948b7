#pragma once

#include <poppler.h>

#include "quoth-document.h"

G_BEGIN_DECLS

void quoth_pdf_metadata_read (PopplerDocument *pdf,
                              QuothDocument   *document);

G_END_DECLS
