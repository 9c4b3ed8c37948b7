#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

/**
 * QuothLexeme:
 * @form: hash of the word as printed; quotation marks by what they do, not by their shape
 * @lower: of the lower-cased word, digits as 0
 * @stem: of the lower-cased word without its inflection, or of the lemma of an irregular verb
 * @shape: hash of "Xxx-00"
 * @suffixes: of the last 1 to 4 characters of @lower
 * @prefixes: of the first 1 to 3
 *
 * What the learned stages see of one token, hashed once.
 */
typedef struct
{
  guint32 form;
  guint32 lower;
  guint32 stem;
  guint32 shape;
  guint32 suffixes[4];
  guint32 prefixes[3];
} QuothLexeme;

void         quoth_lexeme_init     (QuothLexeme         *self,
                                    const char          *word,
                                    gsize                length,
                                    QuothTokenKind       kind,
                                    const QuothWordList *irregular);
QuothLexeme *quoth_lexemes_new     (const QuothText     *text);
guint32      quoth_lexeme_hash     (const char          *word);

G_END_DECLS
