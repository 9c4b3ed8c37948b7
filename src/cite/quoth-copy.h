#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* What the HTML of each copy begins with: without it, some programs take pasted HTML for
 * Latin-1. */
#define QUOTH_COPY_HTML_CHARSET "<meta charset=\"utf-8\">"

/**
 * QuothCopy:
 *
 * One clipboard offer: the same thing as plain text and as HTML. DESIGN.md's "Copying" says what it
 * holds.
 */
typedef struct
{
  char *plain;
  char *html;
} QuothCopy;

void  quoth_copy_free      (QuothCopy    *self);

/* The words alone, as they are listed: inner text byte for byte between a matched outer pair; a
 * reported statement without marks. */
char *quoth_copy_dup_words (QuothArticle *article,
                            QuothQuote   *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCopy, quoth_copy_free)

G_END_DECLS
