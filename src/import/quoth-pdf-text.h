#pragma once

#include "quoth-document.h"
#include "quoth-pdf-page.h"

G_BEGIN_DECLS

void quoth_pdf_write_text (GPtrArray     *lines,
                           const guint   *page_numbers,
                           const char    *title,
                           QuothDocument *document);

G_END_DECLS
