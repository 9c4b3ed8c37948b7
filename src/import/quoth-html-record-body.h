#pragma once

#include "quoth-block-writer.h"

G_BEGIN_DECLS

QuothBlockWriter *quoth_html_read_record_body (const char       *body,
                                               QuothBlockWriter *found);

G_END_DECLS
