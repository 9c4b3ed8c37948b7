#include "config.h"

#include "quoth-decode.h"
#include "quoth-first-lines.h"
#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Plain text: the facts are read off the first lines by their shape; blocks are left to the
 * classifier. */

#define MAX_HEAD_LINES 12

/* Tells text from other bytes: control characters that no text has are rare in it. */
static gboolean
sniff_plain (const QuothReading *reading)
{
  gsize n_controls = 0;
  gsize n = 0;

  for (const char *p = reading->head; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      n_controls += (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b)
                    || c == 0x7f || (c >= 0x80 && c < 0xa0 && c != 0x85) || c == 0xfffd;
    }
  return n_controls <= n / 20;
}

/* The library's form: one kind of line break, no control characters, no spaces at the ends of
 * lines */
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

/* Reads headline, standfirst, byline and date off the lines above the text. */
static void
read_facts (QuothArticle *article,
            const char   *text)
{
  g_autoptr(GPtrArray) lines = dup_head_lines (text);
  QuothFirstLine roles[MAX_HEAD_LINES];

  quoth_first_lines_read (article, (const char *const *) lines->pdata, lines->len, roles);
}

static GPtrArray *
read_plain (const QuothReading  *reading,
            GError             **error)
{
  g_autoptr(GPtrArray) articles = NULL;
  g_autofree char *text = quoth_decode (reading->data, reading->length, reading->charset,
                                        reading->notes, NULL);
  QuothArticle *article;

  if (!reading->plain_unchanged)
    {
      char *tidy = tidy_lines (text);

      g_free (text);
      text = tidy;
    }
  if (!g_regex_match_simple ("\\w", text, 0, 0))
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("There is no text in the file."));
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
