#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

#define QUOTH_SEEN_WORDS 4096 /* a power of two */

/**
 * QuothSeenWords:
 * @tokens: the last token of each slot, counted from 1; 0: none
 *
 * Where in a text the words stood last, so that what is known of a word need not be found again for
 * its next token. Forgets words that share a slot. Begins with zeros.
 */
typedef struct
{
  guint32 tokens[QUOTH_SEEN_WORDS];
} QuothSeenWords;

guint quoth_seen_words_find (QuothSeenWords  *self,
                             const QuothText *text,
                             guint            token);

G_END_DECLS
