#pragma once

#include "quoth-quoted-words.h"
#include "quoth-speaker-phrase.h"

G_BEGIN_DECLS

/**
 * QuothInText:
 * @QUOTH_IN_TEXT_INSIDE: the speaker stands within the citation: "(Quill, as cited in Marsh, 2014)"
 * @QUOTH_IN_TEXT_BEFORE: in the sentence before it: "Quill (qtd. in Marsh)"
 * @QUOTH_IN_TEXT_NUMBER: in the sentence, with the wording before a number: "Quill, quoted in [1]"
 * @QUOTH_IN_TEXT_BARE: in the sentence, with nothing but the number behind
 * @QUOTH_IN_TEXT_NOTE: the citation is a note, with the speaker in it
 */
typedef enum
{
  QUOTH_IN_TEXT_INSIDE,
  QUOTH_IN_TEXT_BEFORE,
  QUOTH_IN_TEXT_NUMBER,
  QUOTH_IN_TEXT_BARE,
  QUOTH_IN_TEXT_NOTE,
} QuothInText;

typedef enum
{
  QUOTH_LOCATE_NOWHERE = 0,
  QUOTH_LOCATE_PAGE = 1 << 0,
  QUOTH_LOCATE_PARAGRAPH = 1 << 1, /* where there is no page */
} QuothLocate;

/**
 * QuothQuotedIn:
 * @style: id of the style
 * @manual: the section of the manual that @direct and the rest come from
 * @direct: the words before the article in which somebody is quoted, "quoted in"
 * @reported: the same where the article reports in its own words: never "quoted"
 * @stop: what stands between the speakers and these words in a note or an entry
 * @speakers: how those are named who said it
 * @name_in_text: how their names are written in the text
 * @in_text: where the speakers stand in the citation in the text
 * @listed: whether the entry in the list of references begins with the speakers, too
 * @locate: what the citation in the text counts to find the words
 * @words: (nullable): those of another language than English, from which the words here are
 * @drops_the: English newspapers stand without their "The"
 *
 * How one style cites a source within a source.
 */
typedef struct
{
  const char             *style;
  const char             *manual;
  const char             *direct;
  const char             *reported;
  const char             *stop;
  QuothSpeakerForm        speakers;
  QuothNameForm           name_in_text;
  QuothInText             in_text;
  gboolean                listed;
  QuothLocate             locate;
  gboolean                drops_the;
  const QuothQuotedWords *words;
} QuothQuotedIn;

/* (nullable): none for a style whose manual Quoth doesn't know, or in a language whose words it
 * doesn't have */
const QuothQuotedIn *quoth_quoted_in_find        (const char          *style,
                                                  const char          *locale);
/* How speakers are named where no style prescribes it. */
const QuothSpeakerForm *quoth_quoted_in_get_plain_form (void);
/* As they are named in the text: brackets round roles are for lists. */
QuothSpeakerForm     quoth_quoted_in_get_text_form (const QuothQuotedIn *self);
const char          *quoth_quoted_in_get_wording (const QuothQuotedIn *self,
                                                  QuothArticle        *article,
                                                  QuothQuote          *quote);

G_END_DECLS
