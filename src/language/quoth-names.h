#pragma once

#include "quoth-names-words.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_NAME_OTHER,        /* of something; a person's or an organisation's if more tells so */
  QUOTH_NAME_PERSON,
  QUOTH_NAME_ORGANISATION,
  QUOTH_NAME_PLACE,
} QuothNameKind;

typedef enum
{
  QUOTH_NAME_WEAK       = 1 << 0, /* perhaps only a sentence's first word, or a nationality */
  QUOTH_NAME_COMPOUND   = 1 << 1, /* a body and whose it is: "Example Trust’s planning team" */
  QUOTH_NAME_INSIDE     = 1 << 2, /* part of a compound */
  QUOTH_NAME_DETERMINED = 1 << 3, /* "the" or "a" stands before it */
  QUOTH_NAME_FEMALE     = 1 << 4,
  QUOTH_NAME_MALE       = 1 << 5,
  QUOTH_NAME_HONORIFIC  = 1 << 6,
  QUOTH_NAME_GENERIC    = 1 << 7, /* a kind of body, not one: "CCGs" */
} QuothNameFlags;

/**
 * QuothName:
 * @first: first token, honorifics included, the article not
 * @end: one past the last token
 * @core: first token without honorifics
 * @core_end: one past the last token without post-nominals
 *
 * Tokens that name somebody or something.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 core;
  guint32 core_end;
  guint32 sentence;
  guint16 kind;  /* QuothNameKind */
  guint16 flags; /* QuothNameFlags */
} QuothName;

GArray *quoth_names_find (const QuothText *text,
                          const guint32   *classes);

G_END_DECLS
