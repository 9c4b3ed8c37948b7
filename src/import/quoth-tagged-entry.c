#include "quoth-tagged-entry.h"

#include <string.h>

/* Kinds of entries: RIS's codes, and the names that EndNote writes. What isn't here is an article
 * of another kind. */
static const struct
{
  const char       *name;
  QuothArticleType  type;
} types[] = {
  { "NEWS", QUOTH_ARTICLE_NEWSPAPER },
  { "Newspaper Article", QUOTH_ARTICLE_NEWSPAPER },
  { "Newspaper", QUOTH_ARTICLE_NEWSPAPER },
  { "MGZN", QUOTH_ARTICLE_MAGAZINE },
  { "Magazine Article", QUOTH_ARTICLE_MAGAZINE },
  { "JOUR", QUOTH_ARTICLE_JOURNAL },
  { "J", QUOTH_ARTICLE_JOURNAL },
  { "JFULL", QUOTH_ARTICLE_JOURNAL },
  { "EJOUR", QUOTH_ARTICLE_JOURNAL },
  { "Journal Article", QUOTH_ARTICLE_JOURNAL },
  { "Electronic Article", QUOTH_ARTICLE_JOURNAL },
  { "ELEC", QUOTH_ARTICLE_WEB_PAGE },
  { "WEB", QUOTH_ARTICLE_WEB_PAGE },
  { "ICOMM", QUOTH_ARTICLE_WEB_PAGE },
  { "Web Page", QUOTH_ARTICLE_WEB_PAGE },
  { "Electronic Source", QUOTH_ARTICLE_WEB_PAGE },
  { "BLOG", QUOTH_ARTICLE_BLOG },
  { "Blog", QUOTH_ARTICLE_BLOG },
  { "Press Release", QUOTH_ARTICLE_RELEASE },
  { "RPRT", QUOTH_ARTICLE_REPORT },
  { "GOVDOC", QUOTH_ARTICLE_REPORT },
  { "Report", QUOTH_ARTICLE_REPORT },
  { "Government Document", QUOTH_ARTICLE_REPORT },
  { "HEAR", QUOTH_ARTICLE_HEARING },
  { "Hearing", QUOTH_ARTICLE_HEARING },
};

static void
clear_field (gpointer data)
{
  QuothTaggedField *field = data;

  g_string_free (field->value, TRUE);
}

QuothTaggedEntry *
quoth_tagged_entry_new (void)
{
  QuothTaggedEntry *self = g_new0 (QuothTaggedEntry, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (QuothTaggedField));
  g_array_set_clear_func (self->fields, clear_field);
  return self;
}

void
quoth_tagged_entry_free (QuothTaggedEntry *self)
{
  g_array_unref (self->fields);
  g_free (self);
}

void
quoth_tagged_entry_clear (QuothTaggedEntry *self)
{
  g_array_set_size (self->fields, 0);
}

static void
trim (const char **value,
      gsize       *length)
{
  while (*length > 0 && g_ascii_isspace (**value))
    {
      (*value)++;
      (*length)--;
    }
  while (*length > 0 && g_ascii_isspace ((*value)[*length - 1]))
    (*length)--;
}

/**
 * quoth_tagged_entry_add:
 * @tag: two characters
 */
void
quoth_tagged_entry_add (QuothTaggedEntry *self,
                        const char       *tag,
                        const char       *value,
                        gsize             length)
{
  QuothTaggedField field = { .tag = { tag[0], tag[1], '\0' } };

  trim (&value, &length);
  field.value = g_string_new_len (value, length);
  g_array_append_val (self->fields, field);
}

/**
 * quoth_tagged_entry_continue:
 *
 * Adds a further line to the last value.
 */
void
quoth_tagged_entry_continue (QuothTaggedEntry *self,
                             const char       *value,
                             gsize             length)
{
  GString *last;

  trim (&value, &length);
  if (self->fields->len == 0 || length == 0)
    return;
  last = g_array_index (self->fields, QuothTaggedField, self->fields->len - 1).value;
  if (last->len > 0)
    g_string_append_c (last, ' ');
  g_string_append_len (last, value, length);
}

/* The first value of a tag that isn't empty */
static const char *
find_value (QuothTaggedEntry *self,
            const char       *tag)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);

      if (g_str_equal (field->tag, tag) && *field->value->str != '\0')
        return field->value->str;
    }
  return NULL;
}

gboolean
quoth_tagged_entry_has (QuothTaggedEntry *self,
                        const char       *tag)
{
  return find_value (self, tag) != NULL;
}

/* The first value of the first tag that has one */
static const char *
find_any (QuothTaggedEntry *self,
          const char        tags[][3],
          gsize             n_tags)
{
  const char *value = NULL;

  for (gsize i = 0; i < n_tags && value == NULL; i++)
    value = find_value (self, tags[i]);
  return value;
}

#define FIND_ANY(self, ...)                                             \
  find_any (self, (const char[][3]) { __VA_ARGS__ },                    \
            sizeof ((const char[][3]) { __VA_ARGS__ }) / 3)

/* The last name of a kind that is known counts: a program may write a general one first. */
static void
set_type (QuothTaggedEntry *self,
          QuothReference   *reference)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);

      if (!g_str_equal (field->tag, "TY"))
        continue;
      quoth_reference_set_type (reference, QUOTH_ARTICLE_OTHER);
      for (gsize k = 0; k < G_N_ELEMENTS (types); k++)
        if (g_ascii_strcasecmp (field->value->str, types[k].name) == 0)
          quoth_reference_set_type (reference, types[k].type);
    }
}

/* A title may be spread over several fields. */
static void
set_title (QuothTaggedEntry *self,
           QuothReference   *reference)
{
  g_autoptr(GString) title = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);

      if ((!g_str_equal (field->tag, "TI") && !g_str_equal (field->tag, "T1"))
          || *field->value->str == '\0' || g_str_equal (field->value->str, title->str))
        continue;
      if (title->len > 0)
        g_string_append (title, strchr (":.?!", title->str[title->len - 1]) != NULL ? " " : ": ");
      g_string_append (title, field->value->str);
    }
  quoth_reference_set (reference, QUOTH_FACT_TITLE,
                       title->len > 0 ? title->str : FIND_ANY (self, "CT", "ST", "BT"));
}

static void
set_authors (QuothTaggedEntry *self,
             QuothReference   *reference)
{
  static const char tags[][3] = { "AU", "A1", "A2", "A3", "A4" };

  for (guint i = 0; i < self->fields->len; i++)
    {
      const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);

      for (gsize k = 0; k < G_N_ELEMENTS (tags); k++)
        if (g_str_equal (field->tag, tags[k]))
          quoth_reference_add_author (reference, field->value->str);
    }
}

/* What a date says behind its day may make it another event's: "2013/02/15/received". */
static gboolean
is_other_event (const char *date)
{
  static const char *const events[] = { "received", "accepted", "revised", "submitted" };
  const char *slash = strrchr (date, '/');

  for (gsize i = 0; slash != NULL && i < G_N_ELEMENTS (events); i++)
    if (g_ascii_strncasecmp (slash + 1, events[i], strlen (events[i])) == 0)
      return TRUE;
  return FALSE;
}

/* EndNote parts a date into its year and "Mar 3" */
static char *
parse_date (QuothTaggedEntry *self,
            const char       *printed)
{
  const char *year = find_value (self, "PY");

  if (g_ascii_isalpha (*printed) && year != NULL && strpbrk (printed, "0123456789") == NULL)
    return quoth_reference_join_date (year, printed, NULL);
  if (year != NULL && strlen (year) == 4 && strlen (printed) <= 12 && strstr (printed, year) == NULL
      && !g_regex_match_simple ("\\d{4}", printed, 0, 0))
    return quoth_reference_join_date (year, printed, NULL);
  return quoth_reference_parse_date (printed);
}

/* The most precise of the dates that it was published on; of equal ones the day of the issue */
static void
set_published (QuothTaggedEntry *self,
               QuothReference   *reference)
{
  static const char tags[][3] = { "DA", "Y1", "PY", "YR" };
  g_autofree char *best = NULL;
  g_autofree char *year = NULL;
  g_autofree char *whole = NULL;
  const char *printed = NULL;

  for (gsize k = 0; k < G_N_ELEMENTS (tags); k++)
    for (guint i = 0; i < self->fields->len; i++)
      {
        const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);
        g_autofree char *iso = NULL;

        if (!g_str_equal (field->tag, tags[k]) || *field->value->str == '\0'
            || is_other_event (field->value->str))
          continue;
        if (printed == NULL)
          printed = field->value->str;
        iso = parse_date (self, field->value->str);
        if (iso == NULL || (best != NULL && strlen (iso) <= strlen (best)))
          continue;
        g_free (best);
        best = g_steal_pointer (&iso);
        printed = field->value->str;
      }
  /* EndNote keeps the year apart */
  year = best != NULL ? g_strndup (best, 4) : NULL;
  if (year != NULL && strstr (printed, year) == NULL)
    whole = g_strconcat (printed, " ", year, NULL);
  quoth_reference_set_date (reference, QUOTH_FACT_PUBLISHED, best, whole != NULL ? whole : printed);
}

static void
set_accessed (QuothTaggedEntry *self,
              QuothReference   *reference)
{
  const char *printed = find_value (self, "Y2");
  g_autofree char *iso = printed != NULL ? quoth_reference_parse_date (printed) : NULL;

  quoth_reference_set_date (reference, QUOTH_FACT_ACCESSED, iso, printed);
}

static void
set_pages (QuothTaggedEntry *self,
           QuothReference   *reference)
{
  const char *start = find_value (self, "SP");
  const char *end = find_value (self, "EP");
  g_autofree char *range = NULL;

  if (start != NULL && end != NULL && !g_str_equal (start, end) && strpbrk (start, "-–") == NULL)
    range = g_strdup_printf ("%s-%s", start, end);
  quoth_reference_set (reference, QUOTH_FACT_PAGE,
                       range != NULL   ? range
                       : start != NULL ? start
                                       : end);
}

static gboolean
is_address (const char *value)
{
  return g_ascii_strncasecmp (value, "http://", 7) == 0
         || g_ascii_strncasecmp (value, "https://", 8) == 0 || g_str_has_prefix (value, "//")
         || g_ascii_strncasecmp (value, "www.", 4) == 0;
}

/* Of several addresses that stand in one field the first */
static void
set_address (QuothReference *reference,
             const char     *value)
{
  g_auto(GStrv) pieces = g_strsplit (value, ";", 2);

  quoth_reference_set (reference, QUOTH_FACT_URL,
                       pieces[1] != NULL && is_address (g_strstrip (pieces[1]))
                         ? g_strstrip (pieces[0])
                         : value);
}

/* L2 is where the full text is, UR the entry's page, perhaps only a database's. */
static void
set_places (QuothTaggedEntry *self,
            QuothReference   *reference)
{
  static const char tags[][3] = { "L2", "UR", "LK", "L1" };

  for (gsize k = 0; k < G_N_ELEMENTS (tags); k++)
    for (guint i = 0; i < self->fields->len; i++)
      {
        const QuothTaggedField *field = &g_array_index (self->fields, QuothTaggedField, i);

        if (!g_str_equal (field->tag, tags[k]))
          continue;
        if (is_address (field->value->str) || (k == 1 && strstr (field->value->str, "://") != NULL
                                          && !g_str_has_prefix (field->value->str, "file:")))
          set_address (reference, field->value->str);
        else
          quoth_reference_add_link (reference, field->value->str);
      }
}

/**
 * quoth_tagged_entry_finish:
 * @articles: (element-type QuothArticle): takes the article
 *
 * Makes an article of the entry and empties it.
 *
 * Returns: %FALSE if the entry said nothing
 */
gboolean
quoth_tagged_entry_finish (QuothTaggedEntry   *self,
                           const QuothReading *reading,
                           GPtrArray          *articles)
{
  g_autoptr(QuothReference) reference = quoth_reference_new (reading, articles->len + 1);

  set_type (self, reference);
  set_title (self, reference);
  set_authors (self, reference);
  set_published (self, reference);
  set_accessed (self, reference);
  set_pages (self, reference);
  set_places (self, reference);
  quoth_reference_set_doi (reference, find_value (self, "DO"));
  quoth_reference_set (reference, QUOTH_FACT_PUBLICATION,
                       FIND_ANY (self, "JO", "JF", "T2", "J1", "J2", "JA", "T3"));
  quoth_reference_set (reference, QUOTH_FACT_PUBLISHER, find_value (self, "PB"));
  quoth_reference_set (reference, QUOTH_FACT_SECTION, find_value (self, "SE"));
  quoth_reference_set (reference, QUOTH_FACT_EDITION, find_value (self, "ET"));
  quoth_reference_set (reference, QUOTH_FACT_VOLUME, find_value (self, "VL"));
  quoth_reference_set (reference, QUOTH_FACT_ISSUE, find_value (self, "IS"));
  quoth_reference_set_language (reference, find_value (self, "LA"));
  quoth_reference_set_abstract (reference, FIND_ANY (self, "AB", "N2"));
  quoth_tagged_entry_clear (self);
  return quoth_reference_finish (reference, articles);
}
