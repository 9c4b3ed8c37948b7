#include "config.h"

#include "quoth-first-lines.h"

#include "quoth-byline.h"
#include "quoth-date.h"

#include <string.h>

/* The facts that stand above a text, known by their shape: headline, standfirst, byline, date,
   publication */

#define MAX_TITLE_LENGTH 250
#define MAX_STANDFIRST_LENGTH 500
#define MAX_DATE_LINE_LENGTH 90

#define NOTICE_PATTERN "^(?:this (?:site|website|page|article|content|story) (?:is|uses|was|requires|contains)\\b|" \
                       "we use cookies|cookies?\\b|accept\\b|sign (?:in|up)\\b|log ?in\\b|register\\b|subscribe\\b|" \
                       "already a (?:subscriber|member)|skip to\\b|share\\b|print\\b|menu\\b|search\\b|home\\b|advertisement\\b|" \
                       "breaking\\b:?$|exclusive\\b:?$|news\\b:?$|read more\\b|comments?\\b)"

#define DATE_LEAD_PATTERN "^(?:published|posted|updated|last updated|first published|date|on)?[\\s:]*(?:on\\b)?\\W*" \
                          "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b)?\\W*$"

static gboolean
ends_sentence (const char *line)
{
  return g_regex_match_simple ("[.:;,]['\"’”)\\]]*$", line, 0, 0)
         && !g_regex_match_simple ("(?:\\.\\.\\.|\\b(?:[A-Z]\\.)+)$", line, 0, 0);
}

static gboolean
is_notice (const char *line)
{
  return g_regex_match_simple (NOTICE_PATTERN, line, G_REGEX_CASELESS, 0) && strlen (line) < 120;
}

/* A headline is short, ends no sentence, and has a text below it. */
static gboolean
is_headline (const char *line,
             const char *next)
{
  return strlen (line) <= MAX_TITLE_LENGTH && !ends_sentence (line) && next != NULL
         && strchr (line, ' ') != NULL && g_utf8_strlen (line, -1) >= 8;
}

/* Takes the publication off a date line: "21 March 2014 | The Daily Sample". */
static void
take_publication (QuothArticle *article,
                  const char   *line,
                  gsize         date_start,
                  gsize         date_end)
{
  g_autofree char *before = g_strndup (line, date_start);
  g_auto(GStrv) pieces = NULL;
  g_autofree char *others = g_strconcat (before, " | ", line + date_end, NULL);

  if (strpbrk (line, "|•·") == NULL && strstr (line, " – ") == NULL && strstr (line, " - ") == NULL)
    return;
  pieces = g_regex_split_simple ("\\s*[|•·]\\s*|\\s+[-–—]\\s+", others, 0, 0);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *piece = g_strstrip (pieces[i]);

      if (g_regex_match_simple ("^\\p{Lu}[^.!?\\d]{2,59}$", piece, 0, 0)
          && !quoth_byline_is_one (piece)
          && !g_regex_match_simple (DATE_LEAD_PATTERN, piece, G_REGEX_CASELESS, 0)
          && !g_regex_match_simple ("\\bread\\b|updated|published", piece, G_REGEX_CASELESS, 0)
          && quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION) == NULL)
        quoth_article_set_fact (article, QUOTH_FACT_PUBLICATION, piece);
    }
}

/* Takes the date of a line that holds little else. */
static gboolean
take_date (QuothArticle *article,
           const char   *line)
{
  gsize start, end;
  g_autofree char *iso = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *lead = NULL;
  gboolean updated, after_name;

  if (strlen (line) > MAX_DATE_LINE_LENGTH || !quoth_date_find (line, &start, &end, &iso))
    return FALSE;
  lead = g_strndup (line, start);
  after_name = g_regex_match_simple ("^\\p{Lu}[^.!?]{2,59}\\s[|•·]\\s*$", lead, 0, 0);
  if (!quoth_byline_is_one (line)
      && ((!after_name && !g_regex_match_simple (DATE_LEAD_PATTERN, lead, G_REGEX_CASELESS, 0))
          || strlen (line + end) > 60 || ends_sentence (line)))
    return FALSE;
  if (!quoth_byline_is_one (line))
    take_publication (article, line, start, end);
  updated = g_regex_match_simple ("updated", lead, G_REGEX_CASELESS, 0);
  printed = g_strndup (line + start, end - start);
  if (quoth_article_get_fact (article, updated ? QUOTH_FACT_UPDATED : QUOTH_FACT_PUBLISHED) == NULL)
    {
      quoth_article_set_fact (article, updated ? QUOTH_FACT_UPDATED : QUOTH_FACT_PUBLISHED, iso);
      quoth_article_set_fact (article,
                              updated ? QUOTH_FACT_UPDATED_PRINTED : QUOTH_FACT_PUBLISHED_PRINTED,
                                printed);
    }
  return TRUE;
}

/* A byline as printed, if the line goes on with a date without that */
static char *
dup_without_date (const char *line)
{
  g_autofree char *iso = NULL;
  g_autofree char *before = NULL;
  gsize start, end;

  if (!quoth_date_find (line, &start, &end, &iso) || line[end] != '\0')
    return g_strdup (line);
  before = g_strndup (line, start);
  while (*before != '\0' && strchr (" ,|-:", before[strlen (before) - 1]) != NULL)
    before[strlen (before) - 1] = '\0';
  return quoth_byline_is_one (before) ? g_steal_pointer (&before) : g_strdup (line);
}

static gboolean
take_byline (QuothArticle *article,
             const char   *line)
{
  g_autoptr(GPtrArray) authors = NULL;
  g_autofree char *agency = NULL;
  g_autofree char *printed = dup_without_date (line);

  if (!quoth_byline_is_one (line))
    return FALSE;
  if (quoth_article_get_fact (article, QUOTH_FACT_AUTHOR) != NULL)
    return TRUE;
  authors = quoth_byline_parse (line, &agency);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (article, author->given, author->family, author->literal);
    }
  quoth_article_set_fact (article, QUOTH_FACT_AUTHOR, printed);
  quoth_article_set_fact (article, QUOTH_FACT_AGENCY, agency);
  return TRUE;
}

static gboolean
is_known_title (QuothArticle *article,
                const char   *line)
{
  const char *title = quoth_article_get_fact (article, QUOTH_FACT_TITLE);
  g_autofree char *folded_title = title != NULL ? g_utf8_casefold (title, -1) : NULL;
  g_autofree char *folded_line = g_utf8_casefold (line, -1);

  return g_strcmp0 (folded_title, folded_line) == 0;
}

/* Whether @line is the article's title, which becomes known by it if it was not */
static gboolean
take_title (QuothArticle *article,
            const char   *line,
            const char   *next)
{
  if (is_known_title (article, line))
    return TRUE;
  if (quoth_article_get_fact (article, QUOTH_FACT_TITLE) != NULL || !is_headline (line, next))
    return FALSE;
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, line);
  return TRUE;
}

/**
 * quoth_first_lines_read:
 * @lines: the first lines of the text that are not empty, stripped
 * @roles: (out caller-allocates) (array length=n_lines): what each of them is
 *
 * Sets the facts of @article that stand above its text. A title that is known already stays, and is
 * looked for.
 */
void
quoth_first_lines_read (QuothArticle      *article,
                        const char *const *lines,
                        guint              n_lines,
                        QuothFirstLine    *roles)
{
  guint standfirst = n_lines;
  guint first = 0;

  for (guint i = 0; i < n_lines; i++)
    roles[i] = QUOTH_FIRST_LINE_TEXT;
  for (; first < n_lines && is_notice (lines[first]); first++)
    roles[first] = QUOTH_FIRST_LINE_NOTICE;
  for (guint i = first; i < n_lines; i++)
    {
      gboolean has_date = take_date (article, lines[i]);
      gboolean has_byline = take_byline (article, lines[i]);

      if (has_date || has_byline)
        {
          roles[i] = QUOTH_FIRST_LINE_BYLINE;
          if (standfirst < n_lines && quoth_article_get_fact (article, QUOTH_FACT_TITLE) != NULL)
            {
              quoth_article_set_fact (article, QUOTH_FACT_SUBTITLE, lines[standfirst]);
              roles[standfirst] = QUOTH_FIRST_LINE_STANDFIRST;
            }
          standfirst = n_lines;
          continue;
        }
      if (i <= first + 2 && take_title (article, lines[i], i + 1 < n_lines ? lines[i + 1] : NULL))
        roles[i] = QUOTH_FIRST_LINE_TITLE;
      else if (i == first + 1 && standfirst == n_lines
               && strlen (lines[i]) <= MAX_STANDFIRST_LENGTH)
        standfirst = i;
      else
        break;
    }
}
