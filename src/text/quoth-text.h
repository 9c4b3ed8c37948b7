#pragma once

#include "quoth-block.h"
#include "quoth-model.h"
#include "quoth-span.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_TOKEN_WORD,
  QUOTH_TOKEN_NUMBER,
  QUOTH_TOKEN_PUNCTUATION,
  QUOTH_TOKEN_SYMBOL,
  QUOTH_TOKEN_OPENING_MARK,
  QUOTH_TOKEN_CLOSING_MARK,
} QuothTokenKind;

typedef enum
{
  QUOTH_TOKEN_SPACE_BEFORE = 1 << 0,
  QUOTH_TOKEN_CAPITALISED  = 1 << 1, /* first letter is upper case */
  QUOTH_TOKEN_UPPER_CASE   = 1 << 2, /* no lower-case letter, two letters or more */
  QUOTH_TOKEN_QUOTED       = 1 << 3, /* lies inside quotation marks */
} QuothTokenFlags;

/**
 * QuothToken:
 *
 * A word, number or mark in the manner of UD and PolNeAR: hyphenated words whole, clitics ("’s",
 * "n’t") and punctuation parted. Quotation marks know whether they open or close; an apostrophe
 * is part of a word.
 */
typedef struct
{
  QuothSpan       span;
  guint8          kind;   /* QuothTokenKind */
  guint8          flags;  /* QuothTokenFlags */
  guint16         level;  /* how many pairs of quotation marks the token lies in */
} QuothToken;

/**
 * QuothSentence:
 *
 * Tokens [first, end) of one block.
 */
typedef struct
{
  guint32   first;
  guint32   end;
  guint32   block;
  QuothSpan span;
} QuothSentence;

typedef enum
{
  QUOTH_QUOTED_OPEN_MISSING  = 1 << 0, /* repaired: begins at the block's or sentence's start */
  QUOTH_QUOTED_CLOSE_MISSING = 1 << 1, /* no closing mark: ends where its block does, or where repaired */
  QUOTH_QUOTED_CONTINUES     = 1 << 2, /* speech goes on in the next quoted span, which opens again */
  QUOTH_QUOTED_CONTINUED     = 1 << 3, /* goes on from the span before */
} QuothQuotedFlags;

/**
 * QuothQuoted:
 * @span: from the opening to the closing mark, both included, within one block
 * @open: the opening mark, empty when missing
 * @close: the closing mark, empty when missing
 * @level: 0 for outer marks, 1 for marks inside them …
 *
 * What stands between a pair of quotation marks. Sorted by start; an outer one precedes its inner
 * ones.
 */
typedef struct
{
  QuothSpan span;
  QuothSpan open;
  QuothSpan close;
  guint32   block;
  guint16   level;
  guint16   flags; /* QuothQuotedFlags */
} QuothQuoted;

/**
 * QuothText:
 *
 * An article's text with its blocks, quotation marks, tokens and sentences. Borrows @text and
 * @model, which must outlive it.
 */
typedef struct
{
  const char       *text;
  gsize             length;
  const QuothModel *model;
  QuothBlock       *blocks;
  guint             n_blocks;
  QuothQuoted      *quoted;
  guint             n_quoted;
  QuothToken       *tokens;
  guint             n_tokens;
  QuothSentence    *sentences;
  guint             n_sentences;
} QuothText;

QuothText *quoth_text_new           (const char       *text,
                                     gsize             length,
                                     const QuothBlock *blocks,
                                     gsize             n_blocks,
                                     const QuothModel *model);
void       quoth_text_free          (QuothText        *self);
guint      quoth_text_find_token    (const QuothText  *self,
                                     guint32           offset);
guint      quoth_text_find_sentence (const QuothText  *self,
                                     guint32           offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothText, quoth_text_free)

G_END_DECLS
