#include "config.h"

#include "quoth-bibtex.h"

#include <string.h>

#include "quoth-citation-facts.h"
#include "quoth-quote-note.h"

/* Shorter words of a title ("the", "and") say too little in a key. */
#define KEY_WORD_MIN 4

/* What TeX takes for itself. Lone braces become words: BibTeX counts them even after a
 * backslash, so that one would swallow the entries behind it. */
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

/* Marks that TeX makes one sign of when they stand side by side: dashes, quotation marks. */
static gboolean
is_joined (const char *text)
{
  return strchr ("-'`", text[0]) != NULL && text[1] == text[0];
}

/* Whether each brace in @text has its partner. */
static gboolean
has_pairs (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0' && depth >= 0; p++)
    depth += (*p == '{') - (*p == '}');

  return depth == 0;
}

static void
append_escaped (GString    *entry,
                const char *text)
{
  gboolean paired = has_pairs (text);

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *tex = NULL;

      if (paired && (*p == '{' || *p == '}'))
        {
          g_string_append_printf (entry, "\\%c", *p);
          continue;
        }
      for (guint i = 0; i < G_N_ELEMENTS (escapes) && tex == NULL; i++)
        if (escapes[i].character == *p)
          tex = escapes[i].tex;
      if (tex != NULL)
        g_string_append (entry, tex);
      else
        g_string_append_c (entry, *p);
      if (is_joined (p))
        g_string_append (entry, "{}");
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

/* Addresses are read verbatim, so nothing is escaped; what could end the field is written as
 * bytes. */
static void
append_verbatim (GString    *entry,
                 const char *name,
                 const char *address)
{
  if (address == NULL)
    return;
  g_string_append_printf (entry, ",\n  %s = {", name);
  for (const char *p = address; *p != '\0'; p++)
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

/* What each dialect calls an article, the field that the publication goes to, and what else is
 * said of its type. BibTeX knows neither newspapers nor web pages. */
typedef struct
{
  QuothArticleType  type;
  const char       *entry;
  const char       *container;
  const char       *qualifier;
  const char       *qualifier_value;
} EntryType;

static const EntryType bibtex_types[] = {
  { QUOTH_ARTICLE_NEWSPAPER, "article", "journal", NULL, NULL },
  { QUOTH_ARTICLE_MAGAZINE, "article", "journal", NULL, NULL },
  { QUOTH_ARTICLE_WEB_PAGE, "misc", "howpublished", NULL, NULL },
  { QUOTH_ARTICLE_BLOG, "misc", "howpublished", NULL, NULL },
  { QUOTH_ARTICLE_RELEASE, "misc", "howpublished", "type", "Press release" },
  { QUOTH_ARTICLE_REPORT, "techreport", "institution", NULL, NULL },
  { QUOTH_ARTICLE_HEARING, "misc", "howpublished", "type", "Hearing" },
  { QUOTH_ARTICLE_JOURNAL, "article", "journal", NULL, NULL },
  { QUOTH_ARTICLE_OTHER, "misc", "howpublished", NULL, NULL },
};

static const EntryType biblatex_types[] = {
  { QUOTH_ARTICLE_NEWSPAPER, "article", "journaltitle", "entrysubtype", "newspaper" },
  { QUOTH_ARTICLE_MAGAZINE, "article", "journaltitle", "entrysubtype", "magazine" },
  { QUOTH_ARTICLE_WEB_PAGE, "online", "organization", NULL, NULL },
  { QUOTH_ARTICLE_BLOG, "online", "organization", "entrysubtype", "blog" },
  { QUOTH_ARTICLE_RELEASE, "online", "organization", "type", "Press release" },
  { QUOTH_ARTICLE_REPORT, "report", "institution", "type", "Report" },
  { QUOTH_ARTICLE_HEARING, "report", "institution", "type", "Hearing" },
  { QUOTH_ARTICLE_JOURNAL, "article", "journaltitle", NULL, NULL },
  { QUOTH_ARTICLE_OTHER, "misc", "howpublished", NULL, NULL },
};

/* An article of no known type: what was printed somewhere is taken for a newspaper's. */
static const EntryType *
choose_type (QuothArticle             *article,
             const QuothCitationFacts *facts,
             QuothBibtexDialect        dialect)
{
  const EntryType *types = dialect == QUOTH_BIBTEX ? bibtex_types : biblatex_types;
  QuothArticleType type = quoth_article_get_article_type (article);

  if (type == QUOTH_ARTICLE_OTHER && facts->publication != NULL)
    type = QUOTH_ARTICLE_NEWSPAPER;
  else if (type == QUOTH_ARTICLE_OTHER && facts->url != NULL)
    type = QUOTH_ARTICLE_WEB_PAGE;
  for (guint i = 0; i < G_N_ELEMENTS (bibtex_types); i++)
    if (types[i].type == type)
      return &types[i];

  g_assert_not_reached ();
}

/* BibTeX has macros for months, and no field for days but what many of its styles print;
 * biblatex has dates. */
static void
append_date (GString                  *entry,
             const QuothCitationFacts *facts,
             QuothBibtexDialect        dialect)
{
  static const char *const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  };
  g_autofree char *date = NULL;

  if (!facts->has_date)
    {
      append_field (entry, "year", facts->date_printed);
      return;
    }
  if (dialect == QUOTH_BIBLATEX)
    {
      date = quoth_partial_date_dup_iso (&facts->date);
      append_field (entry, "date", date);
      return;
    }

  g_string_append_printf (entry, ",\n  year = {%d}", facts->date.year);
  if (facts->date.month != 0)
    g_string_append_printf (entry, ",\n  month = %s", months[facts->date.month - 1]);
  if (facts->date.day != 0)
    g_string_append_printf (entry, ",\n  day = {%d}", facts->date.day);
}

/* A range of pages has two hyphens. */
static void
append_pages (GString    *entry,
              const char *pages)
{
  g_auto (GStrv) parts = NULL;

  if (pages == NULL)
    return;
  parts = g_strsplit_set (pages, "-", -1);
  if (g_strv_length (parts) == 1)
    {
      g_strfreev (g_steal_pointer (&parts));
      parts = g_strsplit (pages, "–", -1);
    }
  g_string_append (entry, ",\n  pages = {");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_string_append (entry, i > 0 ? "--" : "");
      append_escaped (entry, g_strstrip (parts[i]));
    }
  g_string_append_c (entry, '}');
}

/* biblatex takes babel's names of languages. */
static const char *
get_babel_name (const char *language)
{
  static const struct { const char *tag; const char *name; } names[] = {
    { "en-GB", "british" }, { "en-US", "american" }, { "en", "english" }, { "cy", "welsh" },
    { "de", "ngerman" },
    { "fr", "french" }, { "es", "spanish" }, { "it", "italian" }, { "nl", "dutch" },
    { "ga", "irish" },
    { "gd", "scottish" }, { "pl", "polish" }, { "pt", "portuguese" }, { "sv", "swedish" },
    { "da", "danish" },
    { "ru", "russian" }, { "uk", "ukrainian" }, { "cs", "czech" }, { "fi", "finnish" },
    { "hu", "hungarian" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (language, names[i].tag) &&
        strchr ("-", language[strlen (names[i].tag)]) != NULL)
      return names[i].name;

  return NULL;
}

static void
append_language (GString            *entry,
                 QuothArticle       *article,
                 QuothBibtexDialect  dialect)
{
  g_autofree char *language =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_LANGUAGE));
  const char *babel = language != NULL ? get_babel_name (language) : NULL;

  if (dialect == QUOTH_BIBLATEX && babel != NULL)
    append_field (entry, "langid", babel);
  else
    append_field (entry, "language", language);
}

/* The fields that neither dialect has a better place for. */
static void
append_notes (GString            *entry,
              QuothArticle       *article,
              GPtrArray          *quotes,
              QuothBibtexDialect  dialect)
{
  g_autofree char *section = quoth_citation_dup_line (quoth_article_get_fact (article,
                                                                              QUOTH_FACT_SECTION));
  g_autofree char *note = section != NULL ? g_strdup_printf ("Section: %s", section) : NULL;
  g_autoptr (GString) annotation = g_string_new (NULL);

  append_field (entry, "note", note);
  for (guint i = 0; quotes != NULL && i < quotes->len; i++)
    {
      g_autofree char *line = quoth_quote_note_dup (article, g_ptr_array_index (quotes, i));

      g_string_append_printf (annotation, "%s%s", i > 0 ? ";\n    " : "", line);
    }
  if (annotation->len > 0)
    append_field (entry, dialect == QUOTH_BIBTEX ? "annote" : "annotation", annotation->str);
}

static void
append_edition (GString      *entry,
                QuothArticle *article)
{
  g_autofree char *edition =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_EDITION));

  append_field (entry, "edition", edition);
}

static void
append_publisher (GString      *entry,
                  QuothArticle *article,
                  const char   *publication)
{
  g_autofree char *publisher =
    quoth_citation_dup_line (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHER));

  if (g_strcmp0 (publisher, publication) != 0)
    append_field (entry, "publisher", publisher);
}

/**
 * quoth_bibtex_format:
 * @article: what is cited
 * @quotes: (nullable) (element-type QuothQuote): quotations in it that go into the annotation, each
 *   with its kind
 * @dialect: for BibTeX or for biblatex
 *
 * Returns: (transfer full): one entry in UTF-8, with a line break at its end
 */
char *
quoth_bibtex_format (QuothArticle       *article,
                     GPtrArray          *quotes,
                     QuothBibtexDialect  dialect)
{
  g_autoptr (QuothCitationFacts) facts = NULL;
  const EntryType *type = NULL;
  g_autofree char *key = NULL;
  g_autofree char *accessed = NULL;
  GString *entry = NULL;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  facts = quoth_citation_facts_new (article, NULL);
  type = choose_type (article, facts, dialect);
  key = dup_key (facts);
  entry = g_string_new (NULL);
  g_string_append_printf (entry, "@%s{%s", type->entry, key);
  append_authors (entry, facts->authors);
  append_title (entry, facts->title);
  append_field (entry, type->container, facts->publication);
  append_publisher (entry, article, facts->publication);
  append_edition (entry, article);
  append_field (entry, "volume", facts->volume);
  append_field (entry, "number", facts->issue);
  if (type->qualifier != NULL)
    append_field (entry, type->qualifier, type->qualifier_value);
  append_date (entry, facts, dialect);
  append_pages (entry, facts->page);
  append_verbatim (entry, "doi", facts->doi);
  if (!facts->url_is_doi)
    append_verbatim (entry, "url", facts->url);
  if (facts->url != NULL && !facts->url_is_doi && facts->has_accessed)
    accessed = quoth_partial_date_dup_iso (&facts->accessed);
  append_field (entry, "urldate", accessed);
  append_language (entry, article, dialect);
  append_notes (entry, article, quotes, dialect);
  g_string_append (entry, "\n}\n");

  return g_string_free (entry, FALSE);
}

/* "", "a" … "z", "aa" … */
static char *
dup_suffix (guint number)
{
  g_autoptr (GString) suffix = g_string_new (NULL);

  for (; number > 0; number = (number - 1) / 26)
    g_string_prepend_c (suffix, 'a' + (number - 1) % 26);

  return g_strdup (suffix->str);
}

/**
 * quoth_bibtex_dup_unique:
 * @entry: an entry
 * @keys: (element-type utf8 utf8): the keys of the entries written before it; the new one joins
 *   them
 *
 * Returns: (transfer full): the entry, with its key made unlike theirs: "key", "keya", "keyb" …
 */
char *
quoth_bibtex_dup_unique (const char *entry,
                         GHashTable *keys)
{
  const char *start = NULL;
  gsize length;

  g_return_val_if_fail (entry != NULL && strchr (entry, '{') != NULL, NULL);
  g_return_val_if_fail (keys != NULL, NULL);

  start = strchr (entry, '{') + 1;
  length = strcspn (start, ",\n");
  for (guint i = 0; ; i++)
    {
      g_autofree char *suffix = dup_suffix (i);
      g_autofree char *key = g_strdup_printf ("%.*s%s", (int) length, start, suffix);
      g_autofree char *before = NULL;

      if (g_hash_table_contains (keys, key))
        continue;
      before = g_strndup (entry, start - entry);
      g_hash_table_add (keys, g_strdup (key));
      return g_strconcat (before, key, start + length, NULL);
    }
}
