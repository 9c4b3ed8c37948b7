#pragma once

#include "quoth-syntax.h"

G_BEGIN_DECLS

/* Which children a token has. */
typedef enum
{
  QUOTH_HAS_NSUBJ     = 1 << 0,
  QUOTH_HAS_CCOMP     = 1 << 1,
  QUOTH_HAS_OBJ       = 1 << 2,
  QUOTH_HAS_PARATAXIS = 1 << 3,
  QUOTH_HAS_XCOMP     = 1 << 4,
  QUOTH_HAS_MARK      = 1 << 5,
  QUOTH_HAS_ADVCL     = 1 << 6,
  QUOTH_HAS_AUX       = 1 << 7,
  QUOTH_HAS_PASSIVE   = 1 << 8,
  QUOTH_HAS_OBL       = 1 << 9,
  QUOTH_HAS_ACL       = 1 << 10,
  QUOTH_HAS_COP       = 1 << 11,
} QuothChildMask;

/* What a verb means in its first senses, or a noun at all; the values of word-senses.txt. */
typedef enum
{
  QUOTH_SENSE_NONE,
  QUOTH_SENSE_SAYS,
  QUOTH_SENSE_SAYS_FIRST,
  QUOTH_SENSE_MAY_SAY,
  QUOTH_SENSE_SELDOM_SAYS,
  QUOTH_SENSE_THINKS,
  QUOTH_SENSE_FEELS,
  QUOTH_SENSE_SENSES,
  QUOTH_SENSE_MAY_THINK,
  QUOTH_SENSE_SPEECH,
  QUOTH_SENSE_SPEECH_ACT,
} QuothSense;

/**
 * QuothView:
 *
 * What the learned stages see of a token besides its lexeme: where it stands, and its tree.
 */
typedef struct
{
  guint32 sentence;
  gint32  quoted;     /* outermost quoted span around it (its marks included), or -1 */
  gint32  subject;    /* child, or -1 */
  gint32  clause;     /* ccomp or parataxis child, or -1 */
  gint32  object;     /* obj, obl or xcomp child, or -1 */
  guint16 children;   /* QuothChildMask */
  guint8  sense;      /* QuothSense */
} QuothView;

/**
 * QuothParsedText:
 * @views: (array): one a token
 * @last_mark: (array): the last mark at or before each token, or -1
 * @next_mark: (array): the next mark at or after each token, or n_tokens
 *
 * A text with all that the learned stages share.
 */
typedef struct
{
  const QuothText *text;
  QuothLexeme     *lexemes;
  QuothSyntax     *syntax;
  QuothView       *views;
  gint32          *last_mark;
  gint32          *next_mark;
  guint32         *quoted_first; /* by quoted span: its first token */
  guint32         *quoted_end;   /* one past its last */
  guint32         *block_first;  /* by sentence: the first sentence of its block */
  guint32         *block_end;    /* by sentence: one past the last */
} QuothParsedText;

QuothParsedText *quoth_parsed_text_new  (const QuothText *text,
                                  QuothLexeme     *lexemes,
                                  QuothSyntax     *syntax);
void          quoth_parsed_text_free (QuothParsedText    *self);

gboolean      quoth_parsed_text_is_quoted (const QuothParsedText *self,
                                       guint               sentence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothParsedText, quoth_parsed_text_free)

G_END_DECLS
