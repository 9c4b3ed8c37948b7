#pragma once

#include "quoth-block.h"

G_BEGIN_DECLS

#define QUOTH_SHAPE_MAX_WORDS 64

/**
 * QuothBlockShape:
 * @n_words: counted up to QUOTH_SHAPE_MAX_WORDS: what is longer is prose
 * @n_capitalised: of these, those that begin with an upper-case letter
 * @n_long: of these, those of four letters or more
 * @n_long_capitalised: of these, those that begin with an upper-case letter
 * @n_upper: of these, those of two letters or more without a lower-case one
 * @first: the first character
 * @last: the last one that is no quotation mark and no bracket
 * @inner_stop: a sentence ends before the block does
 * @has_colon: a colon and a space stand inside
 * @has_dash: a dash between spaces stands inside
 * @has_marks: there are double or typographic quotation marks
 * @follows_at_once: no blank line stands before it
 *
 * What a block looks like, before anybody asks what it says.
 */
typedef struct
{
  QuothSpan span;
  guint     n_words;
  guint     n_capitalised;
  guint     n_long;
  guint     n_long_capitalised;
  guint     n_upper;
  gunichar  first;
  gunichar  last;
  gboolean  inner_stop;
  gboolean  has_colon;
  gboolean  has_dash;
  gboolean  has_marks;
  gboolean  follows_at_once;
} QuothBlockShape;

void     quoth_block_shape_measure   (QuothBlockShape       *self,
                                      const char            *text,
                                      QuothSpan              span);
gboolean quoth_block_shape_is_closed (const QuothBlockShape *self);

G_END_DECLS
