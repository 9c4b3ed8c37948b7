#pragma once

#include "quoth-citation.h"

G_BEGIN_DECLS

/* What the HTML of each copy begins with: without it, some programs take pasted HTML for Latin-1. */
#define QUOTH_COPY_HTML_CHARSET "<meta charset=\"utf-8\">"

typedef enum
{
  QUOTH_COPY_CITATION,
  QUOTH_COPY_QUOTATION,
  QUOTH_COPY_QUOTATION_WITH_CITATION,
} QuothCopyWhat;

/**
 * QuothCopy:
 *
 * One clipboard offer: the same thing as plain text and as HTML. DESIGN.md's "Copying" says what it holds.
 */
typedef struct
{
  char *plain;
  char *html;
} QuothCopy;

QuothCopy *quoth_copy_new  (QuothArticle  *article,
                            QuothQuote    *quote,
                            QuothCopyWhat  what);
void       quoth_copy_free (QuothCopy     *self);

/* The words alone, as they are copied: inner text byte for byte between a matched outer pair; a reported
 * statement without marks. */
char      *quoth_copy_dup_words (QuothArticle *article,
                                 QuothQuote   *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCopy, quoth_copy_free)

G_END_DECLS
