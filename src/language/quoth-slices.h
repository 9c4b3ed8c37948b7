#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

/* The learned stages see no more than this of a text at once. */
#define QUOTH_SLICE_MAX_TOKENS 2000

/**
 * QuothSlices:
 * @slice: the slice that quoth_slices_next () moved to: its tokens, sentences and quoted spans, the blocks of all.
 *   Spans are those of the whole text, numbers of tokens are its own
 *
 * Goes through a text in slices, so that memory stays within bounds and whatever looks at all that
 * was found so far takes time in proportion to the text.
 */
typedef struct
{
  QuothText        slice;
  const QuothText *whole;
  GArray          *sentences;
  GArray          *quoted;
  guint            next_token;
  guint            next_sentence;
  guint            next_quoted;
} QuothSlices;

QuothSlices quoth_slices_begin (const QuothText *whole);
gboolean    quoth_slices_next  (QuothSlices     *self);
void        quoth_slices_clear (QuothSlices     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothSlices, quoth_slices_clear)

G_END_DECLS
