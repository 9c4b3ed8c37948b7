#pragma once

#include "quoth-phrases.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_CUE_VERB,       /* she said */
  QUOTH_CUE_PARTICIPLE, /* …, saying; before adding; and added: borrows another verb's subject */
  QUOTH_CUE_ACCORDING,  /* according to her */
  QUOTH_CUE_NOUN,       /* her claim that */
} QuothCueKind;

typedef enum
{
  QUOTH_COMPLEMENT_NONE,   /* what was said stands before the cue, or nowhere */
  QUOTH_COMPLEMENT_QUOTED, /* quotation marks open */
  QUOTH_COMPLEMENT_CLAUSE, /* a reported clause, with or without "that" */
  QUOTH_COMPLEMENT_OBJECT, /* a noun phrase or an infinitive */
} QuothComplementKind;

/**
 * QuothComplement:
 * @first: the first token of what was said
 * @sure: a "that", colon, comma or mark says that it begins here
 */
typedef struct
{
  QuothComplementKind kind;
  guint               first;
  gboolean            sure;
} QuothComplement;

/**
 * QuothCue:
 * @words: the reporting words
 * @source: who is said to say it; may be empty
 * @clause: the first token of the clause of cue and source
 * @end: one past the cue and an inverted source
 * @verb: #QuothVerbClass of the verb
 * @complement: what follows
 * @before: the quoted span that ends just before the clause, or -1
 */
typedef struct
{
  QuothCueKind    kind;
  QuothPhrase     words;
  QuothPhrase     source;
  guint           clause;
  guint           end;
  guint32         verb;
  QuothComplement complement;
  int             before;
} QuothCue;

GArray          *quoth_cues_find       (const QuothReading *reading,
                                        const QuothUnit    *unit);
guint            quoth_cue_find_predicate (const QuothReading *reading,
                                        const QuothUnit    *unit,
                                        guint               floor,
                                        const QuothCue     *cue);
QuothComplement  quoth_complement_find (const QuothReading *reading,
                                        guint               first,
                                        guint               limit,
                                        guint32             verb);

G_END_DECLS
