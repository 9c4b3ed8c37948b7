#include "config.h"

#include "quoth-bibtex.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-citation-facts.h"

/* Shorter words of a title ("the", "and") say too little in a key. */
#define KEY_WORD_MIN 4

/* What TeX takes for itself. Braces become words: BibTeX counts them even after a backslash, so that a
 * lone one would swallow the entries behind it. */
static const struct
{
  char        character;
  const char *tex;
} escapes[] = {
  { '&', "\\&" },
  { '%', "\\%" },
  { '#', "\\#" },
  { '_', "\\_" },
  { '$', "\\$" },
  { '{', "\\textbraceleft{}" },
  { '}', "\\textbraceright{}" },
  { '~', "\\textasciitilde{}" },
  { '^', "\\textasciicircum{}" },
  { '\\', "\\textbackslash{}" },
};

static void
append_escaped (GString    *entry,
                const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *tex = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (escapes) && tex == NULL; i++)
        if (escapes[i].character == *p)
          tex = escapes[i].tex;
      if (tex != NULL)
        g_string_append (entry, tex);
      else
        g_string_append_c (entry, *p);
    }
}

static void
append_field (GString    *entry,
              const char *name,
              const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (entry, ",\n  %s = {", name);
  append_escaped (entry, value);
  g_string_append_c (entry, '}');
}

/* The inner braces keep the title's capitals. */
static void
append_title (GString    *entry,
              const char *title)
{
  if (title == NULL)
    return;
  g_string_append (entry, ",\n  title = {{");
  append_escaped (entry, title);
  g_string_append (entry, "}}");
}

/* Addresses are read verbatim, so nothing is escaped; what could end the field is written as bytes. */
static void
append_address (GString    *entry,
                const char *url)
{
  if (url == NULL)
    return;
  g_string_append (entry, ",\n  url = {");
  for (const char *p = url; *p != '\0'; p++)
    {
      if (strchr ("{}\\ ", *p) != NULL)
        g_string_append_printf (entry, "%%%02X", (guchar) *p);
      else
        g_string_append_c (entry, *p);
    }
  g_string_append_c (entry, '}');
}

/* A part of a name that holds "and" or a comma would be read as two names. */
static void
append_name_part (GString    *entry,
                  const char *part)
{
  g_autofree char *folded = g_ascii_strdown (part, -1);
  gboolean guarded = strchr (part, ',') != NULL || strstr (folded, " and ") != NULL;

  if (guarded)
    g_string_append_c (entry, '{');
  append_escaped (entry, part);
  if (guarded)
    g_string_append_c (entry, '}');
}

static void
append_authors (GString   *entry,
                GPtrArray *authors)
{
  if (authors->len == 0)
    return;

  g_string_append (entry, ",\n  author = {");
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      if (i > 0)
        g_string_append (entry, " and ");
      if (author->literal != NULL)
        {
          g_string_append_c (entry, '{');
          append_escaped (entry, author->literal);
          g_string_append_c (entry, '}');
          continue;
        }
      append_name_part (entry, author->family);
      if (author->given != NULL)
        {
          g_string_append (entry, ", ");
          append_name_part (entry, author->given);
        }
    }
  g_string_append_c (entry, '}');
}

/* The letters and digits of the first word of @text with at least @min of them. */
static void
append_key_word (GString    *key,
                 const char *text,
                 gsize       min)
{
  g_autofree char *ascii = NULL;
  g_autoptr (GString) word = g_string_new (NULL);

  if (text == NULL)
    return;

  ascii = g_str_to_ascii (text, "C");
  for (const char *p = ascii; ; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (word, g_ascii_tolower (*p));
      else if (*p == '\0' || (*p != '\'' && *p != '-' && *p != '?'))
        {
          if (word->len >= min)
            {
              g_string_append (key, word->str);
              return;
            }
          g_string_truncate (word, 0);
        }
      if (*p == '\0')
        return;
    }
}

/* "example2014harbour" */
static char *
dup_key (const QuothCitationFacts *facts)
{
  GString *key = g_string_new (NULL);

  if (facts->authors->len > 0)
    {
      const QuothAuthor *author = g_ptr_array_index (facts->authors, 0);

      append_key_word (key, author->literal != NULL ? author->literal : author->family, 2);
    }
  else
    append_key_word (key, facts->publication, KEY_WORD_MIN);
  if (facts->has_date)
    g_string_append_printf (key, "%d", facts->date.year);
  append_key_word (key, facts->title, KEY_WORD_MIN);
  if (key->len == 0)
    g_string_append (key, "article");

  return g_string_free (key, FALSE);
}

/* The entry's type, and the field that the publication goes to. */
static const char *
choose_type (QuothArticle              *article,
             const QuothCitationFacts  *facts,
             const char               **publication_field)
{
  QuothArticleType type = quoth_article_get_article_type (article);
  gboolean on_web = type == QUOTH_ARTICLE_WEB_PAGE || type == QUOTH_ARTICLE_BLOG ||
                    type == QUOTH_ARTICLE_RELEASE || facts->publication == NULL;

  *publication_field = "organization";
  if (on_web && facts->url != NULL)
    return "online";
  if (facts->publication == NULL)
    return "misc";
  *publication_field = "journal";
  return "article";
}

static void
append_date (GString                  *entry,
             const QuothCitationFacts *facts)
{
  g_autofree char *year = NULL;
  g_autofree char *date = NULL;

  if (!facts->has_date)
    {
      append_field (entry, "year", facts->date_printed);
      return;
    }

  /* "year" is for BibTeX, "date" for biblatex: only the latter knows days. */
  year = g_strdup_printf ("%d", facts->date.year);
  date = quoth_partial_date_dup_iso (&facts->date);
  append_field (entry, "year", year);
  append_field (entry, "date", date);
}

static void
append_note (GString                  *entry,
             const QuothCitationFacts *facts)
{
  g_autofree char *paragraph = NULL;
  g_autofree char *note = NULL;

  if (facts->paragraph != 0)
    paragraph = g_strdup_printf (C_("citation", "para. %u"), facts->paragraph);
  if (facts->speaker != NULL && paragraph != NULL)
    note = g_strdup_printf ("%s, %s", facts->speaker, paragraph);
  else
    note = g_strdup (facts->speaker != NULL ? facts->speaker : paragraph);
  append_field (entry, "note", note);
}

/**
 * quoth_bibtex_format:
 * @article: what is cited
 * @quote: (nullable): the quotation in it that is cited; the note names its speaker
 *
 * Returns: (transfer full): one entry, read by BibTeX and biblatex, in UTF-8
 */
char *
quoth_bibtex_format (QuothArticle *article,
                     QuothQuote   *quote)
{
  g_autoptr (QuothCitationFacts) facts = quoth_citation_facts_new (article, quote);
  g_autofree char *key = dup_key (facts);
  g_autofree char *accessed = NULL;
  const char *publication_field = NULL;
  const char *type = choose_type (article, facts, &publication_field);
  GString *entry = g_string_new (NULL);

  g_string_append_printf (entry, "@%s{%s", type, key);
  append_authors (entry, facts->authors);
  append_title (entry, facts->title);
  append_field (entry, publication_field, facts->publication);
  append_date (entry, facts);
  append_field (entry, "pages", facts->page);
  append_address (entry, facts->url);
  if (facts->url != NULL && facts->has_accessed)
    accessed = quoth_partial_date_dup_iso (&facts->accessed);
  append_field (entry, "urldate", accessed);
  append_note (entry, facts);
  g_string_append (entry, "\n}\n");

  return g_string_free (entry, FALSE);
}
