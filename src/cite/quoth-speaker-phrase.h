#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_NAME_FULL,      /* "Una Quill" */
  QUOTH_NAME_ADDRESSED, /* "Dr Una Quill" */
  QUOTH_NAME_INITIALS,  /* "U. Quill" */
  QUOTH_NAME_INVERTED,  /* "Quill U" */
} QuothNameForm;

/**
 * QuothSpeakerForm:
 * @name: how a person's name is written
 * @brackets: the role stands in brackets, not between commas
 * @last: what stands before the last of several speakers: " and ", " & ", ", "
 * @last_else: (nullable): the same before a name that @else_before matches, where a language has
 *   two words for it
 * @else_before: (nullable): a regular expression, in small letters without accents
 * @serial: a comma also before @last, when there are three or more
 * @quoted_by: in a quotation within a quotation, between the inner speaker and the outer one
 * @cited_by: the same where the inner one's words are reported
 *
 * How a style names those who said it.
 */
typedef struct
{
  QuothNameForm  name;
  gboolean       brackets;
  const char    *last;
  const char    *last_else;
  const char    *else_before;
  gboolean       serial;
  const char    *quoted_by;
  const char    *cited_by;
} QuothSpeakerForm;

char       *quoth_speaker_phrase_dup    (QuothArticle           *article,
                                         QuothQuote             *quote,
                                         const QuothSpeakerForm *form);
/* The one around @quote that somebody else said, outermost first; @quote itself when there is
 * none. */
QuothQuote *quoth_speaker_phrase_get_outer (QuothArticle        *article,
                                            QuothQuote          *quote);
char       *quoth_speaker_name_dup      (QuothEntity            *speaker,
                                         QuothNameForm           form);

G_END_DECLS
