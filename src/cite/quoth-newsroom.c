#include "config.h"

#include "quoth-newsroom.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-quoted-in.h"
#include "quoth-style-list.h"

/* Who, where, when, in the fewest words: what a news desk writes under a quotation, in British
 * newspapers' manner: single marks around headlines, no italics, the day before the month. */

static void
append_part (GString    *line,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", part);
}

/* In these scripts the family comes first, and nothing stands between. */
static gboolean
begins_with_family (const char *family)
{
  switch ((int) g_unichar_get_script (g_utf8_get_char (family)))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return TRUE;
    default:
      return FALSE;
    }
}

static char *
dup_author (const QuothAuthor *author)
{
  if (author->literal != NULL)
    return g_strdup (author->literal);
  if (author->given == NULL)
    return g_strdup (author->family);
  if (begins_with_family (author->family))
    return g_strconcat (author->family, author->given, NULL);
  return g_strdup_printf ("%s %s", author->given, author->family);
}

static void
append_authors (GString                  *line,
                const QuothCitationFacts *facts)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < facts->authors->len; i++)
    {
      g_autofree char *name = dup_author (g_ptr_array_index (facts->authors, i));

      if (g_strcmp0 (name, facts->publication) == 0)
        continue;
      if (names->len > 0)
        g_string_append (names, i + 1 < facts->authors->len ? ", " : " and ");
      g_string_append (names, name);
    }
  append_part (line, names->str);
}

/* The day it was published, or else that on which it was read. */
static void
append_day (GString                  *line,
            const QuothCitationFacts *facts)
{
  g_autofree char *day = NULL;
  g_autofree char *accessed = NULL;

  if (facts->has_date)
    day = quoth_partial_date_dup_english (&facts->date);
  else if (facts->date_printed != NULL)
    day = g_strdup (facts->date_printed);
  else if (facts->has_accessed)
    {
      accessed = quoth_partial_date_dup_english (&facts->accessed);
      day = g_strdup_printf ("undated, accessed %s", accessed);
    }
  else
    day = g_strdup ("undated");
  append_part (line, day);
}

/* Whether single marks open and close by turns in the title, without an apostrophe that might be
 * a closing one. */
static gboolean
has_pairs (const char *title)
{
  guint n = 0;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark = g_utf8_get_char (p);

      if (mark == 0x2019 && g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))))
        continue;
      if ((mark == 0x2018 || mark == 0x2019) && mark != (n++ % 2 == 0 ? 0x2018 : 0x2019))
        return FALSE;
    }

  return n > 0 && n % 2 == 0;
}

/* In single marks; those within are double ones. */
static char *
dup_headline (const char *title)
{
  g_autoptr (GString) headline = g_string_new ("‘");
  gboolean pairs = strstr (title, "“") == NULL && has_pairs (title);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar mark = g_utf8_get_char (p);

      if (pairs && mark == 0x2018)
        mark = 0x201C;
      else if (pairs && mark == 0x2019 &&
               !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p))))
        mark = 0x201D;
      g_string_append_unichar (headline, mark);
    }
  g_string_append (headline, "’");

  return g_strdup (headline->str);
}

/* @whole: with headline, authors and address */
static char *
dup_article (const QuothCitationFacts *facts,
             gboolean                  whole)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *headline = NULL;

  if (facts->title != NULL && (whole || facts->publication == NULL))
    headline = dup_headline (facts->title);
  append_part (line, headline);
  if (whole)
    append_authors (line, facts);
  append_part (line, facts->publication);
  append_day (line, facts);
  if (whole)
    append_part (line, facts->url);

  return g_strdup (line->str);
}

static char *
dup_line (QuothArticle *article,
          QuothQuote   *quote,
          gboolean      whole)
{
  const QuothQuotedIn *rules = quoth_quoted_in_find (QUOTH_STYLE_NEWSROOM, NULL);
  g_autoptr (QuothCitationFacts) facts = quoth_citation_facts_new (article, quote);
  g_autofree char *cited = dup_article (facts, whole);
  g_autofree char *speakers = quote != NULL ? quoth_speaker_phrase_dup (article, quote,
                                                                        &rules->speakers) : NULL;

  if (speakers == NULL)
    return g_steal_pointer (&cited);

  return g_strdup_printf ("%s%s%s %s", speakers, rules->stop,
                          quoth_quoted_in_get_wording (rules, article, quote), cited);
}

char *
quoth_newsroom_dup_line (QuothArticle *article,
                         QuothQuote   *quote)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  return dup_line (article, quote, TRUE);
}

char *
quoth_newsroom_dup_in_text (QuothArticle *article,
                            QuothQuote   *quote)
{
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  return dup_line (article, quote, FALSE);
}
