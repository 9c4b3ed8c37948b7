#include "config.h"

#include "quoth-front-matter.h"

#include "quoth-byline.h"
#include "quoth-date.h"

#include <string.h>

/*
 * The facts above a Markdown text: "key: value" between lines "---", or TOML's "key = value"
 * between lines "+++". People write them by hand and clippers by template, so colons and quotation
 * marks stand where YAML forbids them; hence lines are read one by one, as far as facts need, and
 * not by a YAML parser.
 */

/* Longer ones are no front matter */
#define MAX_LENGTH (64 * 1024)

typedef enum
{
  KEY_FACT,
  KEY_DATE,
  KEY_ADDRESS,
  KEY_SOURCE,   /* an address, or the name of a publication */
  KEY_AUTHORS,
  KEY_CREATED,
  KEY_TYPE,
} KeyUse;

static const struct {
  const char *names;   /* lower case, of letters and digits only, each between spaces */
  KeyUse      use;
  QuothFact   fact;
} keys[] = {
  { " title headline ", KEY_FACT, QUOTH_FACT_TITLE },
  { " subtitle standfirst deck dek subheadline ", KEY_FACT, QUOTH_FACT_SUBTITLE },
  { " section category categories rubric ", KEY_FACT, QUOTH_FACT_SECTION },
  { " edition printedition ", KEY_FACT, QUOTH_FACT_EDITION },
  { " volume ", KEY_FACT, QUOTH_FACT_VOLUME },
  { " issue ", KEY_FACT, QUOTH_FACT_ISSUE },
  { " page pages ", KEY_FACT, QUOTH_FACT_PAGE },
  { " publication site sitename website newspaper magazine journal outlet containertitle ",
    KEY_FACT,
    QUOTH_FACT_PUBLICATION },
  { " publisher ", KEY_FACT, QUOTH_FACT_PUBLISHER },
  { " agency newsagency ", KEY_FACT, QUOTH_FACT_AGENCY },
  { " lang language locale ", KEY_FACT, QUOTH_FACT_LANGUAGE },
  { " date published datepublished publishdate publisheddate pubdate issued publishedat publicationdate ", KEY_DATE,
    QUOTH_FACT_PUBLISHED },
  { " updated modified lastmod lastmodified datemodified updatedat ", KEY_DATE,
    QUOTH_FACT_UPDATED },
  { " accessed retrieved saved clipped datesaved accessdate ", KEY_DATE, QUOTH_FACT_ACCESSED },
  { " url link address sourceurl originalurl articleurl permalink ", KEY_ADDRESS, QUOTH_FACT_URL },
  { " canonical canonicalurl ", KEY_ADDRESS, QUOTH_FACT_CANONICAL_URL },
  { " source ", KEY_SOURCE, QUOTH_FACT_URL },
  { " author authors byline by creator writer ", KEY_AUTHORS, QUOTH_FACT_AUTHOR },
  { " created ", KEY_CREATED, QUOTH_FACT_PUBLISHED },
  { " type ", KEY_TYPE, QUOTH_FACT_TITLE },
};

/**
 * quoth_front_matter_find:
 *
 * Returns: how many bytes of @text are front matter with its lines of dashes, 0 where there is none
 */
gsize
quoth_front_matter_find (const char *text)
{
  static const char pattern[] = "\\A(?:---[ \\t]*\\n(?=\\s*(?:#.*\\n\\s*)*[\"']?[A-Za-z_][\\w .-]*[\"']?[ \\t]*:)(?:.*\\n)*?(?:---|\\.\\.\\.)"
                                "|\\+\\+\\+[ \\t]*\\n(?:.*\\n)*?\\+\\+\\+)[ \\t]*(?:\\n|\\z)";
  g_autofree char *head = g_utf8_make_valid (text, strnlen (text, MAX_LENGTH));
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_NEWLINE_ANYCRLF, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  int start = 0, end = 0;

  if (!g_str_has_prefix (head, "---") && !g_str_has_prefix (head, "+++"))
    return 0;
  if (g_regex_match (regex, head, 0, &match))
    g_match_info_fetch_pos (match, 0, &start, &end);
  return (gsize) end;
}

/* A value as it stands, without its quotation marks, a note's brackets, and a comment behind it */
static char *
dup_value (const char *written)
{
  g_autofree char *value = g_strstrip (g_strdup (written));
  gsize length = strlen (value);
  char mark = *value;
  GString *plain = g_string_new (NULL);

  if (length >= 2 && (mark == '"' || mark == '\'') && strchr (value + 1, mark) != NULL)
    {
      for (const char *p = value + 1; *p != '\0'; p++)
        if (*p == '\\' && mark == '"' && p[1] != '\0')
          g_string_append_c (plain, *++p == 'n' ? ' ' : *p);
        else if (*p != mark)
          g_string_append_c (plain, *p);
        else if (mark == '\'' && p[1] == mark)
          g_string_append_c (plain, *p++);
        else
          break;
    }
  else
    g_string_append_len (plain, value,
                         strstr (value, " #") != NULL ? strstr (value, " #") - value
                           : (gssize) length);
  if (g_str_has_prefix (plain->str, "[[") && g_str_has_suffix (plain->str, "]]"))
    {
      g_string_truncate (plain, plain->len - 2);
      g_string_erase (plain, 0, 2);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

static void
add_value (GPtrArray  *values,
           const char *written)
{
  g_autofree char *value = dup_value (written);

  if (*value != '\0' && !g_str_equal (value, "null") && !g_str_equal (value, "~"))
    g_ptr_array_add (values, g_steal_pointer (&value));
}

/* Splits "[a, 'b, c']" at the commas that stand outside quotation marks. */
static void
add_list (GPtrArray  *values,
          const char *written)
{
  g_autoptr(GString) item = g_string_new (NULL);
  char mark = '\0';

  for (const char *p = written + 1; *p != '\0' && (*p != ']' || mark != '\0'); p++)
    {
      if (mark == '\0' && (*p == '"' || (*p == '\'' && item->len == 0)))
        mark = *p;
      else if (*p == mark)
        mark = '\0';
      if (*p == ',' && mark == '\0')
        {
          add_value (values, item->str);
          g_string_truncate (item, 0);
        }
      else if (item->len > 0 || *p != ' ')
        g_string_append_c (item, *p);
    }
  add_value (values, item->str);
}

static gboolean
is_web_address (const char *value)
{
  return g_str_has_prefix (value, "http://") || g_str_has_prefix (value, "https://");
}

static void
set_unknown (QuothDocument *document,
             QuothFact      fact,
             const char    *value)
{
  if (quoth_article_get_fact (document->article, fact) == NULL)
    quoth_article_set_fact (document->article, fact, value);
}

static void
set_date (QuothDocument *document,
          QuothFact      fact,
          const char    *value)
{
  g_autofree char *iso = quoth_date_parse (value);

  if (iso == NULL)
    return;
  set_unknown (document, fact, iso);
  if (!g_str_has_prefix (value, iso) && fact == QUOTH_FACT_PUBLISHED)
    set_unknown (document, QUOTH_FACT_PUBLISHED_PRINTED, value);
}

static void
add_authors (QuothDocument   *document,
             const GPtrArray *values)
{
  g_autoptr(GString) printed = g_string_new (NULL);

  if (quoth_article_get_fact (document->article, QUOTH_FACT_AUTHOR) != NULL)
    return;
  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      g_autofree char *agency = NULL;
      g_autoptr(GPtrArray) authors = quoth_byline_parse (value, &agency);

      for (guint k = 0; k < authors->len; k++)
        {
          const QuothAuthor *author = g_ptr_array_index (authors, k);

          quoth_article_add_author (document->article, author->given, author->family,
                                    author->literal);
        }
      if (agency != NULL)
        set_unknown (document, QUOTH_FACT_AGENCY, agency);
      g_string_append_printf (printed, "%s%s", i > 0 ? "; " : "", value);
    }
  quoth_article_set_fact (document->article, QUOTH_FACT_AUTHOR, printed->str);
}

static void
use_value (QuothDocument   *document,
           gsize            key,
           const GPtrArray *values)
{
  const char *value = g_ptr_array_index (values, 0);
  QuothArticleType type;

  switch (keys[key].use)
    {
    case KEY_FACT:
      set_unknown (document, keys[key].fact, value);
      break;
    case KEY_DATE:
      set_date (document, keys[key].fact, value);
      break;
    case KEY_SOURCE:
      set_unknown (document, is_web_address (value) ? QUOTH_FACT_URL : QUOTH_FACT_PUBLICATION,
                   value);
      break;
    case KEY_ADDRESS:
      if (is_web_address (value))
        set_unknown (document, keys[key].fact, value);
      break;
    case KEY_AUTHORS:
      add_authors (document, values);
      break;
    case KEY_CREATED:
      g_free (document->created);
      document->created = quoth_date_parse (value);
      break;
    case KEY_TYPE:
      if (quoth_article_type_from_string (value, &type))
        quoth_article_set_article_type (document->article, type);
      break;
    }
}

static void
use_values (QuothDocument   *document,
            const char      *key,
            const GPtrArray *values)
{
  g_autoptr(GString) folded = g_string_new (" ");

  for (const char *p = key; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
  g_string_append_c (folded, ' ');
  for (gsize i = 0; i < G_N_ELEMENTS (keys) && values->len > 0 && folded->len > 2; i++)
    if (strstr (keys[i].names, folded->str) != NULL)
      {
        use_value (document, i, values);
        return;
      }
}

/* Takes a line below a key: an item of its list, or more of its text. */
static void
continue_value (GPtrArray  *values,
                const char *line)
{
  const char *item = line + strspn (line, " \t");
  g_autofree char *joined = NULL;

  if (g_str_has_prefix (item, "- "))
    {
      const char *name = g_regex_match_simple ("^- +['\"]?(?:name|literal)['\"]?: ", item, 0, 0)
        ? strchr (item, ':') : NULL;

      add_value (values, name != NULL ? name + 1 : item + 2);
      return;
    }
  if (values->len == 0)
    {
      const char *name = g_str_has_prefix (item, "name:") ? item + 5 : item;

      add_value (values, name);
      return;
    }
  if (g_regex_match_simple ("^\\w+:( |$)", item, 0, 0))
    return;
  joined = g_strconcat (g_ptr_array_index (values, values->len - 1), " ", item, NULL);
  g_free (g_ptr_array_index (values, values->len - 1));
  g_ptr_array_index (values, values->len - 1) = g_strstrip (g_steal_pointer (&joined));
}

/* What has an address is a page of the web where nothing else is said. */
static void
settle_address (QuothDocument *document)
{
  const char *canonical = quoth_article_get_fact (document->article, QUOTH_FACT_CANONICAL_URL);

  if (canonical != NULL)
    set_unknown (document, QUOTH_FACT_URL, canonical);
  if (quoth_article_get_fact (document->article, QUOTH_FACT_URL) != NULL
      && quoth_article_get_article_type (document->article) == QUOTH_ARTICLE_OTHER)
    quoth_article_set_article_type (document->article, QUOTH_ARTICLE_WEB_PAGE);
}

/**
 * quoth_front_matter_read:
 * @length: as quoth_front_matter_find() found it
 *
 * Sets the facts of the document's article that its front matter states.
 */
void
quoth_front_matter_read (QuothDocument *document,
                         const char    *text,
                         gsize          length)
{
  g_autofree char *matter = g_strndup (text, length);
  g_auto(GStrv) lines = g_regex_split_simple ("\\r\\n|\\r|\\n", matter, 0, 0);
  char separator = *text == '+' ? '=' : ':';
  g_autofree char *key = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  /* Without front matter there is not even a first line. */
  for (guint i = 1; length > 0 && lines[i] != NULL; i++)
    {
      char *line = lines[i];
      char *end = strchr (line, separator);

      if (key != NULL && (g_ascii_isspace (*line) || g_str_has_prefix (line, "- ")))
        {
          if (line[strspn (line, " \t")] != '\0')
            continue_value (values, line);
          continue;
        }
      if (end == NULL || *line == '#')
        continue;
      if (key != NULL)
        use_values (document, key, values);
      g_ptr_array_set_size (values, 0);
      g_free (key);
      key = g_strndup (line, end - line);
      for (end++; *end == ' ' || *end == '\t'; end++)
        ;
      if (*end == '[' && end[1] != '[')
        add_list (values, end);
      else if (!g_regex_match_simple ("^[|>][+-]?\\d?\\s*$", end, 0, 0))
        add_value (values, end);
    }
  if (key != NULL)
    use_values (document, key, values);
  settle_address (document);
}
