#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothQuotedWords:
 * @language: the language that is cited in
 * @style: id of the style, or %NULL for those that have no words of their own in this language
 * @source: (nullable): the manual, or the rules made after it, that has these words; %NULL where
 *   they are only a translation of the English ones
 * @direct: the words before the article in which somebody is quoted
 * @reported: the same where the article reports in its own words
 * @last: what stands before the last of several speakers, with spaces
 * @last_else: (nullable): the same before a name that @else_before matches
 * @else_before: (nullable): a regular expression
 * @quoted_by: between the inner and the outer speaker of a quotation within a quotation
 * @cited_by: the same where the inner one's words are reported
 *
 * What the English words of a style are in another language.
 */
typedef struct
{
  const char *language;
  const char *style;
  const char *source;
  const char *direct;
  const char *reported;
  const char *last;
  const char *last_else;
  const char *else_before;
  const char *quoted_by;
  const char *cited_by;
} QuothQuotedWords;

/* (nullable): none for a language whose words Quoth doesn't have */
const QuothQuotedWords *quoth_quoted_words_find (const char *style,
                                                 const char *locale);

G_END_DECLS
