#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothFirstLine:
 *
 * What one of the lines above an article's text is.
 */
typedef enum
{
  QUOTH_FIRST_LINE_TEXT,
  QUOTH_FIRST_LINE_NOTICE,
  QUOTH_FIRST_LINE_TITLE,
  QUOTH_FIRST_LINE_STANDFIRST,
  QUOTH_FIRST_LINE_BYLINE,     /* or a date line */
} QuothFirstLine;

void quoth_first_lines_read (QuothArticle       *article,
                             const char *const  *lines,
                             guint               n_lines,
                             QuothFirstLine     *roles);

G_END_DECLS
