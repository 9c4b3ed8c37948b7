#include "config.h"

#include "quoth-reference.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "quoth-byline.h"
#include "quoth-doi.h"

#define DOI_ADDRESS "https://doi.org/"

/* Names of languages as reference managers write them. What is a tag already stays as it is. */
static const struct
{
  const char *name;
  const char *tag;
} languages[] = {
  { "english", "en" }, { "eng", "en" }, { "british", "en-GB" }, { "ukenglish", "en-GB" },
  { "american", "en-US" }, { "usenglish", "en-US" }, { "canadian", "en-CA" },
  { "australian", "en-AU" },
  { "french", "fr" }, { "fre", "fr" }, { "fra", "fr" }, { "francais", "fr" },
  { "german", "de" },        { "ngerman", "de" },     { "ger", "de" },           { "deu", "de" },
  { "deutsch", "de" }, { "austrian", "de-AT" }, { "naustrian", "de-AT" }, { "spanish", "es" },
  { "spa", "es" }, { "italian", "it" }, { "ita", "it" }, { "portuguese", "pt" },
  { "por", "pt" },           { "brazilian", "pt-BR" }, { "dutch", "nl" },        { "dut", "nl" },
  { "nld", "nl" }, { "danish", "da" }, { "dan", "da" }, { "swedish", "sv" },
  { "swe", "sv" }, { "norwegian", "no" }, { "nor", "no" }, { "finnish", "fi" },
  { "fin", "fi" },           { "polish", "pl" },      { "pol", "pl" },           { "czech", "cs" },
  { "cze", "cs" },           { "ces", "cs" },         { "hungarian", "hu" },     { "hun", "hu" },
  { "russian", "ru" },       { "rus", "ru" },         { "ukrainian", "uk" },     { "ukr", "uk" },
  { "turkish", "tr" },       { "tur", "tr" },         { "greek", "el" },         { "gre", "el" },
  { "ell", "el" },           { "arabic", "ar" },      { "ara", "ar" },           { "hebrew", "he" },
  { "heb", "he" }, { "hindi", "hi" }, { "hin", "hi" }, { "chinese", "zh" },
  { "chi", "zh" },           { "zho", "zh" },         { "japanese", "ja" },      { "jpn", "ja" },
  { "korean", "ko" },        { "kor", "ko" },         { "welsh", "cy" },         { "wel", "cy" },
  { "cym", "cy" },           { "irish", "ga" },       { "gle", "ga" },           { "latin", "la" },
  { "lat", "la" },
};

/**
 * quoth_reference_new:
 * @number: of the entry in its file, from 1; where ids are file names, later ones are told apart by
 *   it
 */
QuothReference *
quoth_reference_new (const QuothReading *reading,
                     guint               number)
{
  QuothReference *self = g_new0 (QuothReference, 1);

  self->article = quoth_reading_new_article (reading);
  if (number > 1 && reading->plain_unchanged && reading->name != NULL)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", quoth_article_get_id (self->article), number);

      g_object_unref (self->article);
      self->article = quoth_article_new (id);
    }
  self->author = g_string_new (NULL);
  self->links = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
quoth_reference_free (QuothReference *self)
{
  g_clear_object (&self->article);
  g_string_free (self->author, TRUE);
  g_ptr_array_unref (self->links);
  g_free (self->abstract);
  g_free (self->doi);
  g_free (self);
}

/* One line, single spaces, none at the ends */
static char *
dup_tidy (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p) && !g_ascii_iscntrl (*p))
        g_string_append_c (tidy, *p);
      else if (tidy->len > 0 && tidy->str[tidy->len - 1] != ' ')
        g_string_append_c (tidy, ' ');
    }
  while (tidy->len > 0 && tidy->str[tidy->len - 1] == ' ')
    g_string_truncate (tidy, tidy->len - 1);
  return g_string_free (tidy, FALSE);
}

/**
 * quoth_reference_set:
 * @value: (nullable): white space in it becomes single spaces; nothing is set twice, nor to nothing
 */
void
quoth_reference_set (QuothReference *self,
                     QuothFact       fact,
                     const char     *value)
{
  g_autofree char *tidy = NULL;

  if (value == NULL || quoth_article_get_fact (self->article, fact) != NULL)
    return;
  tidy = dup_tidy (value);
  if (*tidy == '\0')
    return;
  quoth_article_set_fact (self->article, fact, tidy);
  self->has_facts = TRUE;
}

void
quoth_reference_set_type (QuothReference   *self,
                          QuothArticleType  type)
{
  quoth_article_set_article_type (self->article, type);
}

/* A lone capital behind a given name is an initial, and printed with its full stop. */
static char *
dup_given (const char *given)
{
  GString *result = g_string_new (NULL);

  for (const char *p = given; *p != '\0'; p++)
    {
      g_string_append_c (result, *p);
      if (p > given && g_ascii_isupper (*p) && p[-1] == ' ' && (p[1] == ' ' || p[1] == '\0'))
        g_string_append_c (result, '.');
    }
  return g_string_free (result, FALSE);
}

/* "Jan van der": what some programs leave with the given name is the beginning of the family
 * name. */
static void
move_particles (char **given,
                char **family)
{
  const char *end = *given + strlen (*given);
  const char *start = end;
  char *whole;

  for (const char *p = end; p > *given; p = g_utf8_prev_char (p))
    {
      if (p != end && p[-1] != ' ')
        continue;
      if (p != end && !g_unichar_islower (g_utf8_get_char (p)))
        break;
      start = p;
    }
  if (start == end || start == *given)
    return;
  whole = g_strconcat (start, " ", *family, NULL);
  g_free (*family);
  *family = whole;
  (*given)[start - *given - 1] = '\0';
}

/**
 * quoth_reference_add_name:
 *
 * Adds an author whose name's parts are known.
 */
void
quoth_reference_add_name (QuothReference *self,
                          const char     *given,
                          const char     *family,
                          const char     *literal)
{
  g_autofree char *tidy_given = given != NULL ? dup_tidy (given) : NULL;
  g_autofree char *tidy_family = family != NULL ? dup_tidy (family) : NULL;
  g_autofree char *tidy_literal = literal != NULL ? dup_tidy (literal) : NULL;
  gboolean has_family = tidy_family != NULL && *tidy_family != '\0';
  g_autofree char *initials = NULL;
  gboolean has_given;

  if (tidy_given != NULL && has_family)
    move_particles (&tidy_given, &tidy_family);
  initials = tidy_given != NULL ? dup_given (tidy_given) : NULL;
  has_given = initials != NULL && *initials != '\0';
  if (!has_family && has_given)
    {
      g_free (tidy_literal);
      tidy_literal = g_steal_pointer (&initials);
      has_given = FALSE;
    }
  if (!has_family && (tidy_literal == NULL || *tidy_literal == '\0'))
    return;
  if (self->author->len > 0)
    g_string_append (self->author, ", ");
  if (has_family)
    g_string_append_printf (self->author, "%s%s%s", has_given ? initials : "", has_given ? " " : "",
                            tidy_family);
  else
    g_string_append (self->author, tidy_literal);
  quoth_article_add_author (self->article, has_given ? initials : NULL,
                            has_family ? tidy_family : NULL, has_family ? NULL : tidy_literal);
  self->has_facts = TRUE;
}

static gboolean
is_initials (const char *word)
{
  gsize n = strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.-");

  return n > 0 && word[n] == '\0' && (n <= 3 || strchr (word, '.') != NULL);
}

/* "Osgood A. J.", as medical databases write names. FALSE where it isn't of that form */
static gboolean
add_inverted_name (QuothReference *self,
                   const char     *name)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);
  guint begin = n;
  g_autofree char *given = NULL;
  g_autofree char *family = NULL;

  while (begin > 0 && is_initials (words[begin - 1]))
    begin--;
  if (begin == 0 || begin == n || is_initials (words[0]))
    return FALSE;
  given = g_strjoinv (" ", words + begin);
  g_clear_pointer (&words[begin], g_free);
  family = g_strjoinv (" ", words);
  for (guint i = begin + 1; i < n; i++)
    g_clear_pointer (&words[i], g_free);
  quoth_reference_add_name (self, given, family, NULL);
  return TRUE;
}

/* A name without a comma: a body, or given names and a family name. */
static void
add_plain_name (QuothReference *self,
                const char     *name)
{
  g_autofree char *agency = NULL;
  g_autoptr(GPtrArray) authors = quoth_byline_parse (name, &agency);
  const char *space = strrchr (name, ' ');

  if (agency != NULL)
    quoth_reference_set (self, QUOTH_FACT_AGENCY, agency);
  if (authors->len == 1)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, 0);

      quoth_reference_add_name (self, author->given, author->family, author->literal);
    }
  else if (space == NULL || authors->len > 1)
    quoth_reference_add_name (self, NULL, NULL, name);
  else
    {
      g_autofree char *given = g_strndup (name, space - name);

      quoth_reference_add_name (self, given, space + 1, NULL);
    }
}

/**
 * quoth_reference_add_author:
 * @name: "Osgood, Ada", "Osgood, Ada, Jr", "Ada Osgood", or a body; a comma at the end marks a body
 *   too
 */
void
quoth_reference_add_author (QuothReference *self,
                            const char     *name)
{
  g_autofree char *tidy = dup_tidy (name);
  g_auto(GStrv) parts = NULL;
  guint n_parts;

  if (*tidy == '\0')
    return;
  if (strchr (tidy, ',') == NULL)
    {
      if (add_inverted_name (self, tidy))
        return;
      add_plain_name (self, tidy);
      return;
    }
  parts = g_strsplit (tidy, ",", 3);
  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  n_parts = g_strv_length (parts);
  if (n_parts == 2 && *parts[1] == '\0')
    quoth_reference_add_name (self, NULL, NULL, parts[0]);
  else if (n_parts == 2)
    quoth_reference_add_name (self, parts[1], parts[0], NULL);
  else
    {
      g_autofree char *family = g_strconcat (parts[0], " ", parts[2], NULL);

      quoth_reference_add_name (self, parts[1], family, NULL);
    }
}

/**
 * quoth_reference_set_date:
 * @fact: %QUOTH_FACT_PUBLISHED or %QUOTH_FACT_ACCESSED
 * @iso: (nullable): the date, as precise as it is known
 * @printed: (nullable): the entry's words
 */
void
quoth_reference_set_date (QuothReference *self,
                          QuothFact       fact,
                          const char     *iso,
                          const char     *printed)
{
  quoth_reference_set (self, fact, iso);
  if (fact == QUOTH_FACT_PUBLISHED)
    quoth_reference_set (self, QUOTH_FACT_PUBLISHED_PRINTED, printed);
}

void
quoth_reference_set_language (QuothReference *self,
                              const char     *name)
{
  g_autofree char *tidy = name != NULL ? dup_tidy (name) : NULL;

  if (tidy == NULL || *tidy == '\0')
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (tidy, languages[i].name) == 0)
      {
        quoth_reference_set (self, QUOTH_FACT_LANGUAGE, languages[i].tag);
        return;
      }
  g_strdelimit (tidy, "_", '-');
  if (g_regex_match_simple ("^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$", tidy, G_REGEX_CASELESS, 0))
    quoth_reference_set (self, QUOTH_FACT_LANGUAGE, tidy);
}

/**
 * quoth_reference_set_doi:
 * @doi: (nullable): with or without what stands before it: "doi:", an address
 */
void
quoth_reference_set_doi (QuothReference *self,
                         const char     *doi)
{
  if (self->doi == NULL)
    self->doi = quoth_doi_find (doi);
}

void
quoth_reference_set_abstract (QuothReference *self,
                              const char     *abstract)
{
  if (self->abstract == NULL && abstract != NULL && *abstract != '\0')
    self->abstract = dup_tidy (abstract);
}

void
quoth_reference_add_link (QuothReference *self,
                          const char     *link)
{
  g_autofree char *tidy = dup_tidy (link);

  if (*tidy != '\0')
    g_ptr_array_add (self->links, g_steal_pointer (&tidy));
}

/* An abstract is not the article's text: it stands there as furniture, which nothing is looked for
 * in. */
static void
take_abstract (QuothReference *self)
{
  if (self->abstract == NULL || *self->abstract == '\0')
    return;
  quoth_article_set_text (self->article, self->abstract);
  quoth_article_add_block (self->article, QUOTH_BLOCK_FURNITURE, 0, strlen (self->abstract), 0);
  self->has_facts = TRUE;
}

/**
 * quoth_reference_finish:
 * @articles: (element-type QuothArticle): takes the article
 *
 * Returns: %FALSE if the entry said nothing
 */
gboolean
quoth_reference_finish (QuothReference *self,
                        GPtrArray      *articles)
{
  g_autofree char *address = NULL;

  if (self->doi != NULL)
    {
      address = g_strconcat (DOI_ADDRESS, self->doi, NULL);
      quoth_reference_set (self, QUOTH_FACT_DOI, self->doi);
      quoth_reference_set (self, QUOTH_FACT_URL, address);
      quoth_reference_set (self, QUOTH_FACT_CANONICAL_URL, address);
    }
  take_abstract (self);
  if (!self->has_facts)
    return FALSE;
  quoth_article_set_fact (self->article, QUOTH_FACT_AUTHOR, self->author->str);
  if (self->links->len > 0)
    {
      g_ptr_array_add (self->links, NULL);
      quoth_article_get_source (self->article)->links = (char **) g_ptr_array_free (self->links,
                                                                                    FALSE);
      self->links = g_ptr_array_new_with_free_func (g_free);
    }
  g_ptr_array_add (articles, g_steal_pointer (&self->article));
  return TRUE;
}

/**
 * quoth_references_finish:
 * @articles: (transfer full) (element-type QuothArticle): what the entries became
 * @n_empty: how many entries said nothing
 *
 * Returns: (transfer full) (nullable): @articles, unless there are none
 */
GPtrArray *
quoth_references_finish (const QuothReading  *reading,
                         GPtrArray           *articles,
                         guint                n_empty,
                         GError             **error)
{
  if (articles->len == 0)
    {
      g_ptr_array_unref (articles);
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_EMPTY,
                           _("There is no reference in the file that says anything."));
      return NULL;
    }
  if (n_empty > 0)
    quoth_reading_note (reading,
                        g_dngettext (GETTEXT_PACKAGE, "%u entry says nothing and was left out.",
                                     "%u entries say nothing and were left out.", n_empty),
                        n_empty);
  return articles;
}
