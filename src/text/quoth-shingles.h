#pragma once

#include "quoth-block.h"
#include "quoth-span.h"

G_BEGIN_DECLS

/* How many words make a shingle */
#define QUOTH_SHINGLE_WORDS 5

/* From what share on two texts are nearly the same: see quoth_shingles_compare (). */
#define QUOTH_SHINGLES_NEAR 0.8

/**
 * QuothShingles:
 * @words: (element-type QuothSpan): the words of the text's body
 * @sequence: (element-type guint32): a hash for each five words that stand together, in their order
 * @sorted: (element-type guint32): the same, each once, the smallest first
 *
 * A text as the set of all five words that stand together in it: what tells how much of one text
 * stands in another. Furniture, captions, headline and standfirst are left out; letters' case and
 * marks between words don't count.
 */
typedef struct
{
  GArray *words;
  GArray *sequence;
  GArray *sorted;
} QuothShingles;

QuothShingles *quoth_shingles_new            (const char          *text,
                                              gsize                length,
                                              const QuothBlock    *blocks,
                                              gsize                n_blocks);
void           quoth_shingles_free           (QuothShingles       *self);
guint          quoth_shingles_count_sample   (const QuothShingles *self);
double         quoth_shingles_compare        (const QuothShingles *a,
                                              const QuothShingles *b);
GArray        *quoth_shingles_find_unshared  (const QuothShingles *self,
                                              const QuothShingles *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothShingles, quoth_shingles_free)

G_END_DECLS
