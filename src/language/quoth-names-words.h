#pragma once

#include "quoth-text.h"

G_BEGIN_DECLS

/* What the word lists say of a word. */
typedef enum
{
  QUOTH_CLASS_FIRST_NAME   = 1 << 0,
  QUOTH_CLASS_HONORIFIC    = 1 << 1,
  QUOTH_CLASS_POST_NOMINAL = 1 << 2,
  QUOTH_CLASS_PARTICLE     = 1 << 3,
  QUOTH_CLASS_ROLE         = 1 << 4,
  QUOTH_CLASS_BODY         = 1 << 5,  /* council, trust … */
  QUOTH_CLASS_DOCUMENT     = 1 << 6,  /* survey, report … */
  QUOTH_CLASS_KNOWN_BODY   = 1 << 7,  /* by itself the name of an organisation */
  QUOTH_CLASS_PLACE        = 1 << 8,  /* by itself the name of a place */
  QUOTH_CLASS_DEMONYM      = 1 << 9,
  QUOTH_CLASS_CALENDAR     = 1 << 10,
  QUOTH_CLASS_STATUS       = 1 << 11, /* former, acting … */
  QUOTH_CLASS_FUNCTION     = 1 << 12, /* or an adverb */
  QUOTH_CLASS_VERB         = 1 << 13,
  QUOTH_CLASS_COMMON       = 1 << 14, /* any word of everyday English */
  QUOTH_CLASS_PLURAL       = 1 << 15, /* of a role, a body or a document */
  QUOTH_CLASS_POSSESSIVE   = 1 << 16, /* the clitic */
  QUOTH_CLASS_ACRONYM      = 1 << 17, /* BBC, CCGs */
  QUOTH_CLASS_SURNAME      = 1 << 18, /* a body that is a family name as well */
  QUOTH_CLASS_CAPITAL      = 1 << 19, /* begins with a capital */
  QUOTH_CLASS_INITIAL      = 1 << 20, /* one capital, with or without its full stop */
  QUOTH_CLASS_FIRST_FEMALE = 1 << 21,
  QUOTH_CLASS_FIRST_MALE   = 1 << 22,
  QUOTH_CLASS_TITLE_FEMALE = 1 << 23, /* by honorific or role */
  QUOTH_CLASS_TITLE_MALE   = 1 << 24,
  QUOTH_CLASS_NAME_SEEN    = 1 << 25, /* stands capitalised inside a sentence of this text */
  QUOTH_CLASS_LOWER_SEEN   = 1 << 26, /* stands uncapitalised in this text */
  QUOTH_CLASS_FIRST        = 1 << 27, /* where any word would be capitalised */
  QUOTH_CLASS_SUFFIX       = 1 << 28, /* a body that is named without this word too */
  QUOTH_CLASS_GENERAL      = 1 << 29, /* a word for any body: company */
  QUOTH_CLASS_CASED_SEEN   = 1 << 30, /* stands with one capital in this text */
} QuothWordClass;

guint32  *quoth_word_classes_new   (const QuothText    *text);
gboolean  quoth_token_equals       (const QuothText    *text,
                                    guint               token,
                                    const char         *word);
gboolean  quoth_token_is_any       (const QuothText    *text,
                                    guint               token,
                                    const char * const *words);
gboolean  quoth_tokens_have_word   (const QuothText    *text,
                                    guint               first,
                                    guint               end,
                                    guint               word);
gboolean  quoth_tokens_are_listed  (const QuothText    *text,
                                    const char         *list,
                                    guint               first,
                                    guint               end);
gboolean  quoth_sentence_is_titled (const QuothText    *text,
                                    guint               sentence);

G_END_DECLS
