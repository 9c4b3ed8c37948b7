#include "quoth-json-ld.h"

#include "quoth-json-scan.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Objects looked at in one page; pages list hundreds of products, not thousands of articles */
#define MAX_OBJECTS 5000

/* Types of articles, the surest first; the last ones only when no article says more */
static const char *const types[] = {
  "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
  "ReviewNewsArticle",
  "BackgroundNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting", "BlogPosting", "Article",
  "AdvertiserContentArticle",
  "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "Report",
  "SocialMediaPosting",
  "DiscussionForumPosting", "Review", "Recipe", "HowTo", "CreativeWork", "VideoObject", "WebPage",
  "ItemPage",
};

/* Takes a comma with nothing behind it off the end, past white space. */
static void
drop_comma (GString *out)
{
  gsize length = out->len;

  while (length > 0 && g_ascii_isspace (out->str[length - 1]))
    length--;
  if (length > 0 && out->str[length - 1] == ',')
    g_string_truncate (out, length - 1);
}

/* Repairs what people write that JSON does not allow: comments, commas too many, line breaks in
 * strings. */
static char *
repair (const char *json)
{
  GString *out = g_string_sized_new (strlen (json));
  gboolean in_string = FALSE;
  const char *last = NULL;

  for (const char *p = json; *p != '\0'; p++)
    {
      if (in_string)
        {
          if (*p == '\\' && p[1] != '\0')
            g_string_append_c (out, *p++);
          else if (*p == '"')
            in_string = FALSE;
          g_string_append_c (out, (guchar) *p < 0x20 ? ' ' : *p);
          continue;
        }
      if (*p == '/' && p[1] == '*')
        {
          last = strstr (p + 2, "*/");
          p = last != NULL ? last + 1 : p + strlen (p) - 1;
          continue;
        }
      if ((*p == '/' && p[1] == '/') || g_str_has_prefix (p, "<!") || g_str_has_prefix (p, "-->")
          || g_str_has_prefix (p, "]]>"))
        {
          const char *stop = p + strcspn (p, "\n");

          /* "<!--" and "<![CDATA[" may share their line with the JSON */
          if (*p == '<')
            stop = p + strcspn (p, "\n{");
          else if (*p != '/')
            stop = p + 3;
          p = stop - 1;
          continue;
        }
      if (strchr (",]}", *p) != NULL)
        drop_comma (out);
      if (*p == ';')
        continue;
      in_string = *p == '"';
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static JsonNode *
parse_record (const char *record)
{
  g_autofree char *json = repair (record);
  g_autoptr(JsonParser) parser = json_parser_new ();
  QuothJsonScan scan = quoth_json_scan (json, strlen (json));

  if (scan == QUOTH_JSON_SCAN_TOO_DEEP || strchr (json, '{') == NULL)
    return NULL;
  /* NULL: what cannot be parsed is left out, other facts of the page stand in */
  if (!json_parser_load_from_data (parser, json, -1, NULL) || json_parser_get_root (parser) == NULL)
    return NULL;
  return json_node_copy (json_parser_get_root (parser));
}

/* Gathers all objects of a record, outer ones first. */
static void
gather_objects (JsonNode  *root,
                GPtrArray *objects)
{
  g_autoptr(GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, root);
  for (guint i = 0; i < queue->len && objects->len < MAX_OBJECTS; i++)
    {
      JsonNode *node = g_ptr_array_index (queue, i);

      if (JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = json_node_get_array (node);

          for (guint j = 0; j < json_array_get_length (array); j++)
            g_ptr_array_add (queue, json_array_get_element (array, j));
        }
      else if (JSON_NODE_HOLDS_OBJECT (node))
        {
          JsonObjectIter iter;
          JsonNode *member;

          g_ptr_array_add (objects, json_node_get_object (node));
          json_object_iter_init (&iter, json_node_get_object (node));
          while (json_object_iter_next (&iter, NULL, &member))
            if (JSON_NODE_HOLDS_ARRAY (member) || JSON_NODE_HOLDS_OBJECT (member))
              g_ptr_array_add (queue, member);
        }
    }
}

static char *
dup_node_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return g_utf8_make_valid (json_node_get_string (node), -1);
}

/* A member that is a string, or the first of a list of them; for an object its name */
static char *
dup_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *inner = json_node_get_object (node);

      node = json_object_get_member (inner, "name");
      if (node == NULL)
        node = json_object_get_member (inner, "@id");
    }
  return dup_node_string (node);
}

/* How early an object's type stands in the table; the table's length where it is none of them */
static gsize
rank_type (JsonObject  *object,
           char       **type)
{
  JsonNode *node = json_object_get_member (object, "@type");
  gsize best = G_N_ELEMENTS (types);
  guint n = 1;

  if (node == NULL)
    return best;
  if (JSON_NODE_HOLDS_ARRAY (node))
    n = json_array_get_length (json_node_get_array (node));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_node_string (JSON_NODE_HOLDS_ARRAY (node)
                                                 ? json_array_get_element (json_node_get_array (node), i) : node);
      const char *bare = name != NULL && strrchr (name, '/') != NULL
                         ? strrchr (name, '/') + 1 : name;

      for (gsize j = 0; bare != NULL && j < best; j++)
        if (g_ascii_strcasecmp (bare, types[j]) == 0)
          best = j;
    }
  if (type != NULL && best < G_N_ELEMENTS (types))
    *type = g_strdup (types[best]);
  return best;
}

static JsonObject *
find_article (GPtrArray *objects)
{
  JsonObject *best = NULL;
  gsize best_rank = G_N_ELEMENTS (types);

  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);
      gsize rank = rank_type (object, NULL);

      if (rank < best_rank
          && (json_object_has_member (object, "headline") || json_object_has_member (object, "name")
              || json_object_has_member (object, "datePublished")))
        {
          best = object;
          best_rank = rank;
        }
    }
  return best;
}

static JsonObject *
find_by_id (GPtrArray  *objects,
            const char *id)
{
  for (guint i = 0; i < objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (objects, i);
      g_autofree char *other = dup_node_string (json_object_get_member (object, "@id"));

      if (g_strcmp0 (other, id) == 0 && json_object_has_member (object, "name"))
        return object;
    }
  return NULL;
}

/* Adds the names that an author's node holds: a string, an object with a name or a reference, or a
 * list. */
static void
add_authors (JsonNode  *node,
             GPtrArray *objects,
             GPtrArray *authors)
{
  g_autoptr(GPtrArray) queue = g_ptr_array_new ();

  if (node != NULL)
    g_ptr_array_add (queue, node);
  for (guint i = 0; i < queue->len && authors->len < 50; i++)
    {
      JsonNode *item = g_ptr_array_index (queue, i);
      char *name = dup_node_string (item);

      if (name != NULL)
        g_ptr_array_add (authors, name);
      else if (JSON_NODE_HOLDS_ARRAY (item))
        {
          JsonArray *array = json_node_get_array (item);

          for (guint j = 0; j < json_array_get_length (array); j++)
            g_ptr_array_add (queue, json_array_get_element (array, j));
        }
      else if (JSON_NODE_HOLDS_OBJECT (item))
        {
          JsonObject *object = json_node_get_object (item);
          g_autofree char *id = dup_node_string (json_object_get_member (object, "@id"));

          if (!json_object_has_member (object, "name") && id != NULL)
            object = find_by_id (objects, id);
          if (object != NULL && json_object_has_member (object, "name"))
            g_ptr_array_add (queue, json_object_get_member (object, "name"));
        }
    }
}

/* The name of a thing that may only be referred to */
static char *
dup_name (JsonObject *object,
          const char *member,
          GPtrArray  *objects)
{
  g_autofree char *name = dup_string (object, member);
  JsonObject *referred = name != NULL ? find_by_id (objects, name) : NULL;

  if (referred != NULL)
    return dup_string (referred, "name");
  if (name != NULL && (*name == '#' || *name == '/' || strstr (name, "://") != NULL))
    return NULL;
  return g_steal_pointer (&name);
}

static void
read_article (QuothJsonLd *self,
              JsonObject  *object,
              GPtrArray   *objects)
{
  rank_type (object, &self->type);
  self->headline = dup_string (object, "headline");
  if (self->headline == NULL)
    self->headline = dup_string (object, "name");
  self->alternative_headline = dup_string (object, "alternativeHeadline");
  self->page = dup_string (object, "printPage");
  if (self->page == NULL)
    self->page = dup_string (object, "pagination");
  if (self->page == NULL)
    self->page = dup_string (object, "pageStart");
  self->section = dup_string (object, "articleSection");
  self->edition = dup_string (object, "printEdition");
  self->published = dup_string (object, "datePublished");
  if (self->published == NULL)
    self->published = dup_string (object, "dateCreated");
  self->updated = dup_string (object, "dateModified");
  self->url = dup_string (object, "url");
  if (self->url == NULL)
    self->url = dup_string (object, "mainEntityOfPage");
  self->publication = dup_name (object, "isPartOf", objects);
  self->publisher = dup_name (object, "publisher", objects);
  self->agency = dup_name (object, "sourceOrganization", objects);
  self->language = dup_string (object, "inLanguage");
  self->body = dup_string (object, "articleBody");
  if (self->body == NULL)
    self->body = dup_string (object, "text");
  add_authors (json_object_get_member (object, "author"), objects, self->authors);
  if (self->authors->len == 0)
    add_authors (json_object_get_member (object, "creator"), objects, self->authors);
}

/**
 * quoth_json_ld_read:
 * @records: (element-type utf8): the page's JSON-LD scripts, sound or not
 *
 * Returns: (transfer full): what they say of the article; empty where they say nothing
 */
QuothJsonLd *
quoth_json_ld_read (GPtrArray *records)
{
  QuothJsonLd *self = g_new0 (QuothJsonLd, 1);
  g_autoptr(GPtrArray) roots = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autoptr(GPtrArray) objects = g_ptr_array_new ();
  JsonObject *article;

  self->authors = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < records->len; i++)
    {
      JsonNode *root = parse_record (g_ptr_array_index (records, i));

      if (root == NULL)
        continue;
      g_ptr_array_add (roots, root);
      gather_objects (root, objects);
    }
  article = find_article (objects);
  if (article != NULL)
    read_article (self, article, objects);
  return self;
}

void
quoth_json_ld_free (QuothJsonLd *self)
{
  g_free (self->type);
  g_free (self->headline);
  g_free (self->alternative_headline);
  g_free (self->section);
  g_free (self->edition);
  g_free (self->published);
  g_free (self->updated);
  g_free (self->url);
  g_free (self->publication);
  g_free (self->publisher);
  g_free (self->agency);
  g_free (self->page);
  g_free (self->language);
  g_free (self->body);
  g_ptr_array_unref (self->authors);
  g_free (self);
}
