#include "config.h"

#include "quoth-bibtex-names.h"
#include "quoth-bibtex-parser.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "quoth-latex.h"

/* BibTeX and BibLaTeX: entries of a file's grammar (quoth-bibtex-parser.c) become articles. */

static const struct
{
  const char       *name;
  QuothArticleType  type;
} types[] = {
  { "online", QUOTH_ARTICLE_WEB_PAGE }, { "electronic", QUOTH_ARTICLE_WEB_PAGE },
  { "www", QUOTH_ARTICLE_WEB_PAGE },
  { "webpage", QUOTH_ARTICLE_WEB_PAGE }, { "report", QUOTH_ARTICLE_REPORT },
  { "techreport", QUOTH_ARTICLE_REPORT },
  { "newspaper", QUOTH_ARTICLE_NEWSPAPER }, { "magazine", QUOTH_ARTICLE_MAGAZINE },
  { "hearing", QUOTH_ARTICLE_HEARING },
};

/* What the more general entries say of their kind in words */
static const struct
{
  const char       *word;
  QuothArticleType  type;
} kinds[] = {
  { "newspaper", QUOTH_ARTICLE_NEWSPAPER },
  { "magazine", QUOTH_ARTICLE_MAGAZINE },
  { "blog", QUOTH_ARTICLE_BLOG },
  { "press release", QUOTH_ARTICLE_RELEASE },
  { "news release", QUOTH_ARTICLE_RELEASE },
  { "hearing", QUOTH_ARTICLE_HEARING },
};

static gboolean
sniff_bibtex (const QuothReading *reading)
{
  return g_regex_match_simple ("^\\s*(?:%.*)?@[A-Za-z]+\\s*[{(]\\s*[^\\s{}@()]*\\s*[,=}\\n]",
                               reading->head, G_REGEX_MULTILINE, 0);
}

static const char *
find_field (QuothBibEntry     *entry,
            const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *value = g_hash_table_lookup (entry->fields, names[i]);

      if (value != NULL && *value != '\0')
        return value;
    }
  return NULL;
}

#define FIND_FIELD(entry, ...) find_field (entry, (const char *const[]) { __VA_ARGS__, NULL })

static void
set_text (QuothReference *reference,
          QuothFact       fact,
          const char     *latex)
{
  g_autofree char *text = latex != NULL ? quoth_latex_dup_text (latex) : NULL;

  quoth_reference_set (reference, fact, text);
}

/* The entries that are parts of something that comes out again and again */
static gboolean
is_periodical (const QuothBibEntry *entry)
{
  static const char *const names[] = { "article", "suppperiodical", "periodical", "newspaper",
                                       "magazine", NULL };

  return g_strv_contains (names, entry->type);
}

/* BibTeX has one kind for whatever is printed in a journal, magazine or newspaper. */
static gboolean
is_of_journal (QuothBibEntry *entry)
{
  return g_str_equal (entry->type, "article")
         && FIND_FIELD (entry, "volume", "number", "issue", "doi", "issn", "eissn") != NULL;
}

static void
set_type (QuothReference *reference,
          QuothBibEntry  *entry)
{
  const char *said = FIND_FIELD (entry, "entrysubtype", "type", "howpublished", "genre");
  g_autofree char *kind = said != NULL ? g_ascii_strdown (said, -1) : NULL;

  if (is_of_journal (entry))
    quoth_reference_set_type (reference, QUOTH_ARTICLE_JOURNAL);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (entry->type, types[i].name))
      quoth_reference_set_type (reference, types[i].type);
  for (gsize i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strstr (kind, kinds[i].word) != NULL)
      {
        quoth_reference_set_type (reference, kinds[i].type);
        return;
      }
}

static void
set_published (QuothReference *reference,
               QuothBibEntry  *entry)
{
  const char *date = FIND_FIELD (entry, "date");
  const char *year = FIND_FIELD (entry, "year");
  const char *month = FIND_FIELD (entry, "month");
  g_autofree char *year_text = year != NULL ? quoth_latex_dup_text (year) : NULL;
  g_autofree char *month_text = month != NULL ? quoth_latex_dup_text (month) : NULL;
  g_autofree char *date_text = date != NULL ? quoth_latex_dup_text (date) : NULL;
  g_autofree char *iso = date != NULL ? quoth_reference_parse_date (date) : NULL;
  g_autofree char *printed = NULL;

  if (iso == NULL && year_text != NULL)
    {
      g_strstrip (year_text);
      iso = quoth_reference_join_date (year_text, month_text != NULL ? month_text : date_text,
                                       FIND_FIELD (entry, "day"));
      if (iso == NULL)
        iso = quoth_reference_parse_date (year_text);
    }
  if (date_text != NULL)
    printed = g_strdup (date_text);
  else if (month_text != NULL && year_text != NULL)
    printed = g_strconcat (month_text, " ", year_text, NULL);
  else
    printed = g_strdup (year_text);
  quoth_reference_set_date (reference, QUOTH_FACT_PUBLISHED, iso, printed);
}

static void
set_accessed (QuothReference *reference,
              QuothBibEntry  *entry)
{
  const char *printed = FIND_FIELD (entry, "urldate", "lastchecked", "lastaccessed", "accessed");
  g_autofree char *iso = printed != NULL ? quoth_reference_parse_date (printed) : NULL;

  quoth_reference_set_date (reference, QUOTH_FACT_ACCESSED, iso, printed);
}

/* A range is written with two hyphens, so that TeX prints a dash. */
static void
set_pages (QuothReference *reference,
           QuothBibEntry  *entry)
{
  const char *pages = FIND_FIELD (entry, "pages", "page");
  g_autofree char *text = pages != NULL ? quoth_latex_dup_text (pages) : NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree char *range = NULL;

  if (text == NULL)
    return;
  parts = g_strsplit (text, "–", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  range = g_strjoinv ("-", parts);
  quoth_reference_set (reference, QUOTH_FACT_PAGE, range);
}

/* Splits at @separator where no backslash stands before it. */
static GPtrArray *
split_escaped (const char *text,
               char        separator)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  GString *part = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && (p[1] == ';' || p[1] == ':' || p[1] == '\\'))
        {
          /* kept for the split at the other separator */
          g_string_append_c (part, *p);
          g_string_append_c (part, *++p);
        }
      else if (*p == separator)
        {
          g_ptr_array_add (parts, g_string_free (part, FALSE));
          part = g_string_new (NULL);
        }
      else
        g_string_append_c (part, *p);
    }
  g_ptr_array_add (parts, g_string_free (part, FALSE));
  return parts;
}

static char *
dup_unescaped (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && (p[1] == ';' || p[1] == ':' || p[1] == '\\'))
        p++;
      g_string_append_c (plain, *p);
    }
  return g_string_free (plain, FALSE);
}

/* "Full text:files/12/tide.pdf:application/pdf; …" of Zotero and JabRef, or a path alone */
static void
add_files (QuothReference *reference,
           const char     *files)
{
  g_autofree char *plain = quoth_latex_dup_verbatim (files);
  g_autoptr(GPtrArray) list = split_escaped (plain, ';');

  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr(GPtrArray) parts = split_escaped (g_ptr_array_index (list, i), ':');
      g_autofree char *path = dup_unescaped (parts->len >= 3 ? g_ptr_array_index (parts, 1)
                                                             : g_ptr_array_index (list, i));

      quoth_reference_add_link (reference, path);
    }
}

static void
set_address (QuothReference *reference,
             QuothBibEntry  *entry)
{
  const char *url = FIND_FIELD (entry, "url", "link", "ee");
  const char *how = FIND_FIELD (entry, "howpublished");
  g_autofree char *plain = NULL;

  if (url == NULL && how != NULL && strstr (how, "http") != NULL)
    url = strstr (how, "http");
  plain = url != NULL ? quoth_latex_dup_verbatim (url) : NULL;
  quoth_reference_set (reference, QUOTH_FACT_URL, plain);
}

static gboolean
read_entry (const QuothReading *reading,
            QuothBibEntry      *entry,
            GPtrArray          *articles)
{
  g_autoptr(QuothReference) reference = quoth_reference_new (reading, articles->len + 1);
  gboolean is_online = g_str_equal (entry->type, "online");
  const char *authors = FIND_FIELD (entry, "author");
  const char *abstract = FIND_FIELD (entry, "abstract");
  const char *files = FIND_FIELD (entry, "file", "pdf", "localfile");
  g_autofree char *abstract_text = abstract != NULL ? quoth_latex_dup_text (abstract) : NULL;
  g_autofree char *doi = NULL;

  set_type (reference, entry);
  set_text (reference, QUOTH_FACT_TITLE, FIND_FIELD (entry, "title"));
  set_text (reference, QUOTH_FACT_SUBTITLE, FIND_FIELD (entry, "subtitle"));
  set_text (reference, QUOTH_FACT_PUBLICATION,
            FIND_FIELD (entry, "journaltitle", "journal", "booktitle", "maintitle"));
  set_text (reference, QUOTH_FACT_PUBLISHER,
            FIND_FIELD (entry, "publisher", "institution", "school"));
  set_text (reference, is_online ? QUOTH_FACT_PUBLICATION : QUOTH_FACT_PUBLISHER,
            FIND_FIELD (entry, "organization"));
  set_text (reference, QUOTH_FACT_SECTION, FIND_FIELD (entry, "section"));
  set_text (reference, QUOTH_FACT_EDITION, FIND_FIELD (entry, "edition"));
  set_text (reference, QUOTH_FACT_VOLUME, FIND_FIELD (entry, "volume"));
  if (is_periodical (entry))
    set_text (reference, QUOTH_FACT_ISSUE, FIND_FIELD (entry, "number", "issue"));
  set_text (reference, QUOTH_FACT_AGENCY, FIND_FIELD (entry, "agency"));
  if (authors != NULL)
    quoth_bibtex_add_names (reference, authors);
  set_published (reference, entry);
  set_accessed (reference, entry);
  set_pages (reference, entry);
  set_address (reference, entry);
  quoth_reference_set_language (reference, FIND_FIELD (entry, "langid", "language", "hyphenation"));
  if (FIND_FIELD (entry, "doi") != NULL)
    doi = quoth_latex_dup_verbatim (FIND_FIELD (entry, "doi"));
  quoth_reference_set_doi (reference, doi);
  quoth_reference_set_abstract (reference, abstract_text);
  if (files != NULL)
    add_files (reference, files);
  return quoth_reference_finish (reference, articles);
}

static void
note_undefined (const QuothReading *reading,
                QuothBibFile       *file)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, file->undefined);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    quoth_reading_note (reading, _("The abbreviation “%s” is used and not defined."),
                        (const char *) name);
}

/* Entries that only group or feed others */
static gboolean
is_source (const QuothBibEntry *entry)
{
  return !g_str_equal (entry->type, "set") && !g_str_equal (entry->type, "xdata");
}

static GPtrArray *
read_bibtex (const QuothReading  *reading,
             GError             **error)
{
  g_autofree char *text = quoth_reference_dup_text (reading, NULL);
  g_autoptr(QuothBibFile) file = quoth_bib_file_parse (text);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_empty = 0;

  for (guint i = 0; i < file->entries->len; i++)
    {
      QuothBibEntry *entry = g_ptr_array_index (file->entries, i);

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return NULL;
      if (is_source (entry) && !read_entry (reading, entry, articles))
        n_empty++;
    }
  note_undefined (reading, file);
  if (file->n_damaged > 0)
    quoth_reading_note (reading,
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%u entry is damaged; what could be read of it is kept.",
                                     "%u entries are damaged; what could be read of them is kept.",
                                     file->n_damaged),
                        file->n_damaged);
  return quoth_references_finish (reading, g_steal_pointer (&articles), n_empty, error);
}

const QuothReader quoth_bibtex_reader = {
  .name = "bibtex",
  .media_type = "application/x-bibtex",
  .sniff = sniff_bibtex,
  .read = read_bibtex,
};
