#include "config.h"

#include "quoth-reference.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "quoth-json-scan.h"

/* CSL-JSON: an array of items, or one item, as Zotero, pandoc and citation processors write
 * them. */

static const struct
{
  const char       *name;
  QuothArticleType  type;
} types[] = {
  { "article-newspaper", QUOTH_ARTICLE_NEWSPAPER }, { "article-magazine", QUOTH_ARTICLE_MAGAZINE },
  { "webpage", QUOTH_ARTICLE_WEB_PAGE },            { "post", QUOTH_ARTICLE_WEB_PAGE },
  { "post-weblog", QUOTH_ARTICLE_BLOG },            { "report", QUOTH_ARTICLE_REPORT },
  { "hearing", QUOTH_ARTICLE_HEARING },             { "article", QUOTH_ARTICLE_OTHER },
  { "article-journal", QUOTH_ARTICLE_JOURNAL },     { "bill", QUOTH_ARTICLE_OTHER },
  { "book", QUOTH_ARTICLE_OTHER },                  { "broadcast", QUOTH_ARTICLE_OTHER },
  { "chapter", QUOTH_ARTICLE_OTHER },               { "dataset", QUOTH_ARTICLE_OTHER },
  { "document", QUOTH_ARTICLE_OTHER },              { "entry", QUOTH_ARTICLE_OTHER },
  { "entry-dictionary", QUOTH_ARTICLE_OTHER },      { "entry-encyclopedia", QUOTH_ARTICLE_OTHER },
  { "interview", QUOTH_ARTICLE_OTHER },             { "legislation", QUOTH_ARTICLE_OTHER },
  { "legal_case", QUOTH_ARTICLE_OTHER },            { "manuscript", QUOTH_ARTICLE_OTHER },
  { "motion_picture", QUOTH_ARTICLE_OTHER },        { "pamphlet", QUOTH_ARTICLE_OTHER },
  { "paper-conference", QUOTH_ARTICLE_OTHER },      { "patent", QUOTH_ARTICLE_OTHER },
  { "periodical", QUOTH_ARTICLE_OTHER }, { "personal_communication", QUOTH_ARTICLE_OTHER },
  { "review", QUOTH_ARTICLE_OTHER },                { "software", QUOTH_ARTICLE_OTHER },
  { "speech", QUOTH_ARTICLE_OTHER },                { "standard", QUOTH_ARTICLE_OTHER },
  { "thesis", QUOTH_ARTICLE_OTHER },
};

/* Whether an item's kind is CSL's own word: the exchange format has two of them as well. */
static gboolean
names_csl_type (const char *head)
{
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GRegex) regex = g_regex_new ("\"type\"\\s*:\\s*\"([a-z_-]+)\"", 0, 0, NULL);

  g_regex_match (regex, head, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
        if (g_str_equal (name, types[i].name) && !g_str_equal (name, "report")
            && !g_str_equal (name, "hearing"))
          return TRUE;
    }
  return FALSE;
}

static gboolean
sniff_csl_json (const QuothReading *reading)
{
  const char *head = reading->head;

  if ((*head != '{' && *head != '[')
      || g_regex_match_simple ("\"(?:text|textHash|body_text|body_xhtml|bodies|versioncreated|headlines?|renditions)\"\\s*:",
                               head, 0, 0))
    return FALSE;
  return (strstr (head, "\"type\"") != NULL || strstr (head, "\"title\"") != NULL)
         && (names_csl_type (head)
             || g_regex_match_simple ("\"(?:container-title(?:-short)?|date-parts|citation-key|title-short)\"\\s*:"
                                      "|\"issued\"\\s*:\\s*\\{", head, 0, 0));
}

/* A member's string, or its number as one; NULL for anything else */
static char *
dup_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_STRING)
    return g_utf8_make_valid (json_node_get_string (node), -1);
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}

/* The markup that CSL allows in titles says nothing here. */
static char *
dup_without_markup (const char *text)
{
  g_autoptr(GRegex) regex
    = g_regex_new ("</?(?:i|b|sup|sub|span)(?:\\s[^>]*)?>", G_REGEX_CASELESS, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, "", 0, NULL);
}

static void
set_string (QuothReference *reference,
            QuothFact       fact,
            JsonObject     *item,
            const char     *name)
{
  g_autofree char *value = dup_string (item, name);
  g_autofree char *plain = value != NULL ? dup_without_markup (value) : NULL;

  quoth_reference_set (reference, fact, plain);
}

static char *
join_name (const char *first,
           const char *second)
{
  if (first == NULL || *first == '\0')
    return g_strdup (second);
  if (second == NULL || *second == '\0')
    return g_strdup (first);
  return g_str_has_suffix (first, "’") || g_str_has_suffix (first, "'")
           ? g_strconcat (first, second, NULL)
           : g_strconcat (first, " ", second, NULL);
}

static void
add_author (QuothReference *reference,
            JsonObject     *name)
{
  g_autofree char *given = dup_string (name, "given");
  g_autofree char *dropping = dup_string (name, "dropping-particle");
  g_autofree char *particle = dup_string (name, "non-dropping-particle");
  g_autofree char *family = dup_string (name, "family");
  g_autofree char *suffix = dup_string (name, "suffix");
  g_autofree char *literal = dup_string (name, "literal");
  g_autofree char *particles = join_name (dropping, particle);
  g_autofree char *particled = join_name (particles, family);
  g_autofree char *whole_family = join_name (particled, suffix);

  if (family == NULL && given == NULL && literal != NULL)
    quoth_reference_add_name (reference, NULL, NULL, literal);
  else
    quoth_reference_add_name (reference, given, whole_family, literal);
}

static void
add_authors (QuothReference *reference,
             JsonObject     *item)
{
  JsonNode *node = json_object_get_member (item, "author");
  JsonArray *names;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;
  names = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      JsonNode *name = json_array_get_element (names, i);

      if (JSON_NODE_HOLDS_OBJECT (name))
        add_author (reference, json_node_get_object (name));
      else if (JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING)
        {
          g_autofree char *valid = g_utf8_make_valid (json_node_get_string (name), -1);

          quoth_reference_add_author (reference, valid);
        }
    }
}

/* "[2014, 3, 21]", its numbers perhaps strings */
static char *
parse_date_parts (JsonNode *node)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array;
  JsonNode *first;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node)
      || json_array_get_length (json_node_get_array (node)) == 0)
    return NULL;
  first = json_array_get_element (json_node_get_array (node), 0);
  if (!JSON_NODE_HOLDS_ARRAY (first))
    return NULL;
  array = json_node_get_array (first);
  for (guint i = 0; i < json_array_get_length (array) && i < 3; i++)
    {
      JsonNode *part = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (part))
        break;
      if (json_node_get_value_type (part) == G_TYPE_STRING)
        g_ptr_array_add (parts, g_strdup (json_node_get_string (part)));
      else
        g_ptr_array_add (parts, g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (part)));
    }
  while (parts->len < 3)
    g_ptr_array_add (parts, NULL);
  return quoth_reference_join_date (parts->pdata[0], parts->pdata[1], parts->pdata[2]);
}

static void
set_date (QuothReference *reference,
          QuothFact       fact,
          JsonObject     *item,
          const char     *name)
{
  static const char *const texts[] = { "edtf", "raw", "literal" };
  JsonNode *node = json_object_get_member (item, name);
  g_autofree char *iso = NULL;
  g_autofree char *printed = NULL;
  JsonObject *date;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      printed = dup_string (item, name);
      iso = printed != NULL ? quoth_reference_parse_date (printed) : NULL;
      quoth_reference_set_date (reference, fact, iso, printed);
      return;
    }
  date = json_node_get_object (node);
  iso = parse_date_parts (json_object_get_member (date, "date-parts"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts) && printed == NULL; i++)
    printed = dup_string (date, texts[i]);
  if (iso == NULL && printed != NULL)
    iso = quoth_reference_parse_date (printed);
  quoth_reference_set_date (reference, fact, iso, printed);
}

static void
set_type (QuothReference *reference,
          JsonObject     *item)
{
  g_autofree char *name = dup_string (item, "type");
  g_autofree char *genre = dup_string (item, "genre");

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (name, types[i].name))
      quoth_reference_set_type (reference, types[i].type);
  if (genre != NULL && g_ascii_strcasecmp (genre, "press release") == 0)
    quoth_reference_set_type (reference, QUOTH_ARTICLE_RELEASE);
}

static gboolean
read_item (const QuothReading *reading,
           JsonObject         *item,
           GPtrArray          *articles)
{
  g_autoptr(QuothReference) reference = quoth_reference_new (reading, articles->len + 1);
  g_autofree char *language = dup_string (item, "language");
  g_autofree char *doi = dup_string (item, "DOI");
  g_autofree char *abstract = dup_string (item, "abstract");

  set_type (reference, item);
  set_string (reference, QUOTH_FACT_TITLE, item, "title");
  set_string (reference, QUOTH_FACT_PUBLICATION, item, "container-title");
  set_string (reference, QUOTH_FACT_PUBLISHER, item, "publisher");
  set_string (reference, QUOTH_FACT_SECTION, item, "section");
  set_string (reference, QUOTH_FACT_EDITION, item, "edition");
  set_string (reference, QUOTH_FACT_VOLUME, item, "volume");
  set_string (reference, QUOTH_FACT_ISSUE, item, "issue");
  set_string (reference, QUOTH_FACT_PAGE, item, "page");
  set_string (reference, QUOTH_FACT_URL, item, "URL");
  add_authors (reference, item);
  set_date (reference, QUOTH_FACT_PUBLISHED, item, "issued");
  set_date (reference, QUOTH_FACT_ACCESSED, item, "accessed");
  quoth_reference_set_language (reference, language);
  quoth_reference_set_doi (reference, doi);
  quoth_reference_set_abstract (reference, abstract);
  return quoth_reference_finish (reference, articles);
}

/* Parses a text whose depth was looked at before. */
static JsonNode *
parse_items (const char  *json,
             gsize        length,
             GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();

  if (quoth_json_scan (json, length) == QUOTH_JSON_SCAN_TOO_DEEP)
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The JSON is nested deeper than %d levels."), QUOTH_JSON_MAX_DEPTH);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, json, length, NULL)
      || json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                           _("The JSON is damaged or cut off."));
      return NULL;
    }
  return json_parser_steal_root (parser);
}

static GPtrArray *
read_csl_json (const QuothReading  *reading,
               GError             **error)
{
  gsize length;
  g_autofree char *text = quoth_reference_dup_text (reading, &length);
  g_autoptr(JsonNode) root = parse_items (text, length, error);
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *items = NULL;
  guint n_empty = 0;

  if (root == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonNode *list = json_object_get_member (json_node_get_object (root), "items");

      if (list != NULL && JSON_NODE_HOLDS_ARRAY (list))
        items = json_node_get_array (list);
      else
        n_empty += !read_item (reading, json_node_get_object (root), articles);
    }
  else if (JSON_NODE_HOLDS_ARRAY (root))
    items = json_node_get_array (root);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return NULL;
      if (!JSON_NODE_HOLDS_OBJECT (item)
          || !read_item (reading, json_node_get_object (item), articles))
        n_empty++;
    }
  return quoth_references_finish (reading, g_steal_pointer (&articles), n_empty, error);
}

const QuothReader quoth_csl_json_reader = {
  .name = "csl-json",
  .media_type = "application/vnd.citationstyles.csl+json",
  .sniff = sniff_csl_json,
  .read = read_csl_json,
};
