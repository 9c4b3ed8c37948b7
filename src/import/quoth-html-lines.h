#pragma once

#include <quoth-block.h>

G_BEGIN_DECLS

/**
 * QuothHtmlLine:
 * @link_share: which part of the text is in links, from 0 to 1
 *
 * A stretch of a page that stands on its own, before it is known to be the article's.
 */
typedef struct
{
  char           *text;
  QuothBlockKind  kind;
  double          link_share;
} QuothHtmlLine;

QuothHtmlLine *quoth_html_line_new       (const char     *text,
                                          QuothBlockKind  kind,
                                          double          link_share);
void           quoth_html_line_free      (QuothHtmlLine  *self);
void           quoth_html_lines_classify (GPtrArray      *lines,
                                          const char     *title,
                                          const char     *standfirst);

G_END_DECLS
