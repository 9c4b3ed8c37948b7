#pragma once

#include "quoth-mark.h"

G_BEGIN_DECLS

/* Tokenizes a text block by block. Words are found by characters, then cut at clitics. */
typedef struct
{
  const char             *text;
  QuothSpan               block;
  guint32                 first_token;   /* of the block */
  const QuothDecidedMark *marks;
  guint                   n_marks;
  guint                   next_mark;
  GArray                 *tokens;
  const QuothWordList    *abbreviations;
  const QuothWordList    *contractions;
  const QuothWordList    *domain_endings;
  const QuothWordList    *starters;
} QuothTokenizer;

void     quoth_tokenizer_add_block       (QuothTokenizer *self,
                                          QuothSpan       block);
guint32  quoth_word_end_find             (QuothTokenizer *self,
                                          guint32         start);
gboolean quoth_abbreviation_check        (QuothTokenizer *self,
                                          QuothSpan       word);
gboolean quoth_token_is_abbreviation     (const char       *text,
                                          const QuothToken *token);

G_END_DECLS
