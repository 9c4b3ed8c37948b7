#include "config.h"

#include "quoth-byline.h"
#include "quoth-date.h"
#include "quoth-decode.h"
#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Plain text: the facts are read off the first lines by their shape; blocks are left to the classifier. */

#define MAX_TITLE_LENGTH 250
#define MAX_STANDFIRST_LENGTH 500
#define MAX_DATE_LINE_LENGTH 90
#define MAX_HEAD_LINES 12

#define NOTICE_PATTERN "^(?:this (?:site|website|page|article|content|story) (?:is|uses|was|requires|contains)\\b|" \
                       "we use cookies|cookies?\\b|accept\\b|sign (?:in|up)\\b|log ?in\\b|register\\b|subscribe\\b|" \
                       "already a (?:subscriber|member)|skip to\\b|share\\b|print\\b|menu\\b|search\\b|home\\b|advertisement\\b|" \
                       "breaking\\b:?$|exclusive\\b:?$|news\\b:?$|read more\\b|comments?\\b)"

#define DATE_LEAD_PATTERN "^(?:published|posted|updated|last updated|first published|date|on)?[\\s:]*(?:on\\b)?\\W*" \
                          "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b)?\\W*$"

/* Tells text from other bytes: control characters that no text has are rare in it. */
static gboolean
sniff_plain (const QuothReading *reading)
{
  gsize n_controls = 0;
  gsize n = 0;

  for (const char *p = reading->head; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      n_controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b) || c == 0x7f
                    || (c >= 0x80 && c < 0xa0 && c != 0x85) || c == 0xfffd;
    }
  return n_controls <= n / 20;
}

/* The library's form: one kind of line break, no control characters, no spaces at the ends of lines */
static char *
tidy_lines (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      char c = *p;

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (c == '\f')
        c = '\n';
      if (c == '\n')
        while (tidy->len > 0 && strchr (" \t", tidy->str[tidy->len - 1]) != NULL)
          g_string_truncate (tidy, tidy->len - 1);
      if ((guchar) c >= 0x20 || c == '\n' || c == '\t')
        g_string_append_c (tidy, c);
    }
  while (tidy->len > 0 && g_ascii_isspace (tidy->str[tidy->len - 1]))
    g_string_truncate (tidy, tidy->len - 1);
  return g_string_free (tidy, FALSE);
}

/* The first lines that are not empty, stripped */
static GPtrArray *
dup_head_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0' && lines->len < MAX_HEAD_LINES)
    {
      gsize length = strcspn (text, "\r\n");
      char *line = g_strstrip (g_strndup (text, length));

      if (*line != '\0')
        g_ptr_array_add (lines, line);
      else
        g_free (line);
      text += length;
      text += strspn (text, "\r\n");
    }
  return lines;
}

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

      if (g_regex_match_simple ("^\\p{Lu}[^.!?\\d]{2,59}$", piece, 0, 0) && !quoth_byline_is_one (piece)
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
      quoth_article_set_fact (article, updated ? QUOTH_FACT_UPDATED_PRINTED : QUOTH_FACT_PUBLISHED_PRINTED, printed);
    }
  return TRUE;
}

static gboolean
take_byline (QuothArticle *article,
             const char   *line)
{
  g_autoptr(GPtrArray) authors = NULL;
  g_autofree char *agency = NULL;

  if (!quoth_byline_is_one (line) || quoth_article_get_fact (article, QUOTH_FACT_AUTHOR) != NULL)
    return FALSE;
  authors = quoth_byline_parse (line, &agency);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (article, author->given, author->family, author->literal);
    }
  quoth_article_set_fact (article, QUOTH_FACT_AUTHOR, line);
  quoth_article_set_fact (article, QUOTH_FACT_AGENCY, agency);
  return TRUE;
}

/* Reads headline, standfirst, byline and date off the lines above the text. */
static void
read_facts (QuothArticle *article,
            const char   *text)
{
  g_autoptr(GPtrArray) lines = dup_head_lines (text);
  const char *standfirst = NULL;
  gboolean in_head = TRUE;
  guint i = 0;

  while (i < lines->len && is_notice (g_ptr_array_index (lines, i)))
    i++;
  for (guint first = i; i < lines->len && in_head; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      const char *next = i + 1 < lines->len ? g_ptr_array_index (lines, i + 1) : NULL;
      gboolean has_date = take_date (article, line);
      gboolean has_byline = take_byline (article, line);

      if (has_date || has_byline)
        {
          if (standfirst != NULL && quoth_article_get_fact (article, QUOTH_FACT_TITLE) != NULL)
            quoth_article_set_fact (article, QUOTH_FACT_SUBTITLE, standfirst);
          standfirst = NULL;
          continue;
        }
      if (quoth_article_get_fact (article, QUOTH_FACT_TITLE) == NULL && is_headline (line, next) && i <= first + 2)
        quoth_article_set_fact (article, QUOTH_FACT_TITLE, line);
      else if (i == first + 1 && standfirst == NULL && strlen (line) <= MAX_STANDFIRST_LENGTH)
        standfirst = line;
      else
        in_head = FALSE;
    }
}

static GPtrArray *
read_plain (const QuothReading  *reading,
            GError             **error)
{
  g_autoptr(GPtrArray) articles = NULL;
  g_autofree char *text = quoth_decode (reading->data, reading->length, NULL, reading->notes, NULL);
  QuothArticle *article;

  if (!reading->plain_unchanged)
    {
      char *tidy = tidy_lines (text);

      g_free (text);
      text = tidy;
    }
  if (!g_regex_match_simple ("\\w", text, 0, 0))
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY, _("There is no text in the file."));
      return NULL;
    }

  articles = g_ptr_array_new_with_free_func (g_object_unref);
  article = quoth_reading_new_article (reading);
  g_ptr_array_add (articles, article);
  quoth_article_set_text (article, text);
  read_facts (article, text);
  return g_steal_pointer (&articles);
}

const QuothReader quoth_plain_reader = {
  .name = "plain",
  .media_type = "text/plain",
  .sniff = sniff_plain,
  .read = read_plain,
};
