/* Reading the exchange format. Whatever is missing or of another type than expected counts as
 * absent: other programs' files lack much, and hand-made ones number their quotes. */
#include "config.h"

#include "quoth-article-json.h"

#include <glib/gi18n-lib.h>

#include "quoth-offsets.h"

#define MAX_DEPTH 512

G_DEFINE_QUARK (quoth-json-error-quark, quoth_json_error)

typedef struct
{
  QuothArticle *article;
  QuothOffsets *offsets;
  GHashTable   *entities; /* id → QuothEntity, borrowed */
} Reader;

static gboolean
check_depth (const char  *data,
             gsize        length,
             GError     **error)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (quoted)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            quoted = FALSE;
        }
      else if (c == '"')
        {
          quoted = TRUE;
        }
      else if ((c == ']' || c == '}') && depth > 0)
        {
          depth--;
        }
      else if ((c == '[' || c == '{') && ++depth > MAX_DEPTH)
        {
          g_set_error (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_DEPTH,
                       _("The JSON is nested deeper than %d levels"), MAX_DEPTH);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * quoth_json_parse:
 * @data: (array length=length): JSON in UTF-8
 * @length: its bytes, or -1 when it ends with a NUL
 *
 * Reads JSON from outside.
 *
 * Returns: (transfer full): its root
 */
JsonNode *
quoth_json_parse (const char  *data,
                  gssize       length,
                  GError     **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) local = NULL;
  JsonNode *root;

  g_return_val_if_fail (data != NULL, NULL);

  if (length < 0)
    length = strlen (data);
  if (!g_utf8_validate (data, length, NULL))
    {
      g_set_error_literal (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_SYNTAX,
                           _("The JSON is not valid UTF-8"));
      return NULL;
    }
  if (!check_depth (data, length, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, length, &local))
    {
      g_set_error (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_SYNTAX,
                   _("This is not JSON: %s"), local->message);
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_SYNTAX,
                         _("The JSON is empty"));

  return root;
}

/* Escapes such as \ud800 alone make strings that are no UTF-8. */
static char *
dup_string (JsonNode *node)
{
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

static char *
dup_member (JsonObject *object,
            const char *member)
{
  return dup_string (json_object_get_member (object, member));
}

static JsonObject *
find_object (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
find_array (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
count_elements (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* The object at an index, or NULL where something else is */
static JsonObject *
find_element (JsonArray *array,
              guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static guint32
read_number (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 value;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;

  value = json_node_get_int (node);
  return (guint32) CLAMP (value, 0, G_MAXUINT32);
}

static double
read_double (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : 0;
}

static gboolean
read_boolean (JsonObject *object,
              const char *member,
              gboolean    otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return otherwise;

  return json_node_get_boolean (node);
}

/* An empty span for null and for what does not fit the text */
static QuothSpan
read_span (Reader     *reader,
           JsonObject *object)
{
  QuothSpan span = { 0, 0 };

  if (object == NULL)
    return span;

  span.start = quoth_offsets_to_byte (reader->offsets, read_number (object, "start"));
  span.end = quoth_offsets_to_byte (reader->offsets, read_number (object, "end"));
  if (quoth_span_is_empty (span))
    span.start = span.end = 0;

  return span;
}

static void
read_spans (Reader     *reader,
            JsonObject *object,
            const char *member,
            GArray     *spans)
{
  JsonArray *array = find_array (object, member);

  for (guint i = 0; i < count_elements (array); i++)
    {
      QuothSpan span = read_span (reader, find_element (array, i));

      if (!quoth_span_is_empty (span))
        g_array_append_val (spans, span);
    }
}

static void
read_authors (QuothArticle *article,
              JsonObject   *object)
{
  JsonArray *array = find_array (object, "authors");

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *author = find_element (array, i);
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;
      g_autofree char *literal = NULL;

      if (author == NULL)
        continue;

      given = dup_member (author, "given");
      family = dup_member (author, "family");
      literal = dup_member (author, "literal");
      if (family != NULL || literal != NULL)
        quoth_article_add_author (article, given, family, literal);
    }
}

static void
read_facts (QuothArticle *article,
            JsonObject   *object)
{
  JsonObject *source_object = find_object (object, "source");
  QuothSource *source = quoth_article_get_source (article);
  g_autofree char *type_nick = dup_member (object, "type");
  QuothArticleType type;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      g_autofree char *value = dup_member (object, quoth_fact_get_key ((QuothFact) i));

      quoth_article_set_fact (article, (QuothFact) i, value);
    }
  if (quoth_article_type_from_string (type_nick, &type))
    quoth_article_set_article_type (article, type);
  read_authors (article, object);

  if (source_object == NULL)
    return;
  source->name = dup_member (source_object, "name");
  source->media_type = dup_member (source_object, "mediaType");
  source->sha256 = dup_member (source_object, "sha256");
  source->part = dup_member (source_object, "part");
}

static void
read_blocks (Reader     *reader,
             JsonObject *object)
{
  JsonArray *array = find_array (object, "blocks");

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *block = find_element (array, i);
      g_autofree char *nick = NULL;
      QuothBlockKind kind;
      QuothSpan span;

      if (block == NULL)
        continue;

      nick = dup_member (block, "kind");
      span = read_span (reader, block);
      if (nick != NULL && quoth_block_kind_from_string (nick, &kind) && !quoth_span_is_empty (span))
        quoth_article_add_block (reader->article, kind, span.start, span.end,
                                 read_number (block, "page"));
    }
}

static void
read_entity (Reader     *reader,
             JsonObject *object)
{
  g_autofree char *id = dup_member (object, "id");
  g_autofree char *name = dup_member (object, "name");
  g_autofree char *nick = dup_member (object, "kind");
  g_autofree char *honorific = dup_member (object, "honorific");
  g_autofree char *person = dup_member (object, "person");
  JsonArray *aliases = find_array (object, "aliases");
  QuothEntityKind kind = QUOTH_ENTITY_PERSON;
  QuothEntity *entity;

  if (id == NULL || g_hash_table_contains (reader->entities, id))
    return;

  quoth_entity_kind_from_string (nick, &kind);
  entity = quoth_entity_new (id, kind, name != NULL ? name : "");
  quoth_entity_set_honorific (entity, honorific);
  quoth_entity_set_person (entity, person);
  quoth_entity_set_named (entity, read_boolean (object, "named", TRUE));
  for (guint i = 0; i < count_elements (aliases); i++)
    {
      g_autofree char *alias = dup_string (json_array_get_element (aliases, i));

      if (alias != NULL)
        quoth_entity_add_alias (entity, alias);
    }
  read_spans (reader, object, "mentions", quoth_entity_get_mentions (entity));

  g_ptr_array_add (quoth_article_get_entities (reader->article), entity);
  g_hash_table_insert (reader->entities, (char *) quoth_entity_get_id (entity), entity);
}

static QuothEntity *
find_entity (Reader   *reader,
             JsonNode *node)
{
  g_autofree char *id = dup_string (node);

  return id != NULL ? g_hash_table_lookup (reader->entities, id) : NULL;
}

/* Files without "roles" give titles as one string and organisations as a list, unpaired. */
static void
read_plain_roles (Reader      *reader,
                  JsonObject  *object,
                  QuothEntity *entity)
{
  g_autofree char *role = dup_member (object, "role");
  g_auto(GStrv) titles = g_strsplit (role != NULL ? role : "", "; ", -1);
  JsonArray *affiliations = find_array (object, "affiliations");
  const QuothSpan nowhere = { 0, 0 };

  for (guint i = 0; titles[i] != NULL; i++)
    {
      QuothRoleStatus status = QUOTH_ROLE_CURRENT;

      if (g_str_has_prefix (titles[i], "former "))
        status = QUOTH_ROLE_FORMER;
      quoth_entity_add_role (entity, titles[i], NULL, status, nowhere);
    }

  for (guint i = 0; i < count_elements (affiliations); i++)
    {
      QuothEntity *organisation = find_entity (reader, json_array_get_element (affiliations, i));

      if (organisation != NULL)
        quoth_entity_add_role (entity, NULL, organisation, QUOTH_ROLE_CURRENT, nowhere);
    }
}

static void
read_roles (Reader     *reader,
            JsonObject *object)
{
  JsonArray *array = find_array (object, "roles");
  QuothEntity *entity = find_entity (reader, json_object_get_member (object, "id"));

  if (entity == NULL || quoth_entity_get_roles (entity)->len > 0)
    return;

  if (array == NULL)
    read_plain_roles (reader, object, entity);

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *role = find_element (array, i);
      QuothRoleStatus status = QUOTH_ROLE_CURRENT;
      g_autofree char *title = NULL;
      g_autofree char *nick = NULL;

      if (role == NULL)
        continue;

      title = dup_member (role, "title");
      nick = dup_member (role, "status");
      quoth_role_status_from_string (nick, &status);
      quoth_entity_add_role (entity, title,
                             find_entity (reader, json_object_get_member (role, "organisation")),
                             status, read_span (reader, find_object (role, "span")));
    }
}

static void
read_speakers (Reader     *reader,
               JsonObject *object,
               QuothQuote *quote)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  JsonArray *array = find_array (object, "speakers");
  QuothEntity *speaker;

  for (guint i = 0; i < count_elements (array); i++)
    {
      speaker = find_entity (reader, json_array_get_element (array, i));
      if (speaker != NULL)
        g_ptr_array_add (speakers, g_object_ref (speaker));
    }

  speaker = find_entity (reader, json_object_get_member (object, "speaker"));
  if (speakers->len == 0 && speaker != NULL)
    g_ptr_array_add (speakers, g_object_ref (speaker));
  quoth_quote_set_on_behalf_of (quote,
                                find_entity (reader,
                                             json_object_get_member (object, "onBehalfOf")));
}

static void
read_quote (Reader     *reader,
            JsonObject *object)
{
  g_autofree char *id = dup_member (object, "id");
  g_autofree char *kind_nick = dup_member (object, "kind");
  g_autofree char *type_nick = dup_member (object, "type");
  g_autofree char *state_nick = dup_member (object, "state");
  g_autofree char *speaker_state_nick = dup_member (object, "speakerState");
  g_autofree char *parent = dup_member (object, "parent");
  QuothQuoteKind kind = QUOTH_QUOTE_INDIRECT;
  QuothQuoteType type = QUOTH_QUOTE_STATEMENT;
  QuothState state = QUOTH_STATE_FOUND;
  QuothState speaker_state = QUOTH_STATE_FOUND;
  g_autoptr(QuothQuote) quote = NULL;

  quoth_quote_kind_from_string (kind_nick, &kind);
  quoth_quote_type_from_string (type_nick, &type);
  quoth_state_from_string (state_nick, &state);
  quoth_state_from_string (speaker_state_nick, &speaker_state);

  quote = quoth_quote_new (id, kind, type);
  quoth_quote_set_parent (quote, parent);
  quoth_quote_set_cue (quote, read_span (reader, find_object (object, "cue")));
  read_spans (reader, object, "sources", quoth_quote_get_sources (quote));
  read_spans (reader, object, "contents", quoth_quote_get_contents (quote));
  read_speakers (reader, object, quote);
  quoth_quote_set_confidence (quote, read_double (object, "confidence"));
  quoth_quote_set_speaker_confidence (quote, read_double (object, "speakerConfidence"));
  quoth_quote_set_state (quote, state);
  quoth_quote_set_speaker_state (quote, speaker_state);

  if (quoth_quote_get_contents (quote)->len > 0)
    g_ptr_array_add (quoth_article_get_quotes (reader->article), g_steal_pointer (&quote));
}

static void
read_each (Reader      *reader,
           JsonObject  *object,
           const char  *member,
           void       (*read) (Reader     *reader,
                               JsonObject *element))
{
  JsonArray *array = find_array (object, member);

  for (guint i = 0; i < count_elements (array); i++)
    {
      JsonObject *element = find_element (array, i);

      if (element != NULL)
        read (reader, element);
    }
}

/* Id, facts and text */
static QuothArticle *
read_article (JsonNode  *node,
              GError   **error)
{
  g_autoptr(QuothArticle) article = NULL;
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_SHAPE,
                           _("An article in JSON must be an object"));
      return NULL;
    }

  object = json_node_get_object (node);
  text = dup_member (object, "text");
  if (text == NULL)
    {
      g_set_error_literal (error, QUOTH_JSON_ERROR, QUOTH_JSON_ERROR_SHAPE,
                           _("The article in JSON has no “text”"));
      return NULL;
    }

  id = dup_member (object, "id");
  article = quoth_article_new (id);
  quoth_article_set_text (article, text);
  read_facts (article, object);

  return g_steal_pointer (&article);
}

/**
 * quoth_article_from_json:
 * @node: one object of the exchange format
 *
 * Reads an article with its quotes and entities. Only the text must be there.
 *
 * Returns: (transfer full)
 */
QuothArticle *
quoth_article_from_json (JsonNode  *node,
                         GError   **error)
{
  g_autoptr(QuothArticle) article = NULL;
  g_autoptr(QuothOffsets) offsets = NULL;
  g_autoptr(GHashTable) entities = NULL;
  JsonObject *object;
  Reader reader;

  g_return_val_if_fail (node != NULL, NULL);

  article = read_article (node, error);
  if (article == NULL)
    return NULL;

  object = json_node_get_object (node);
  offsets = quoth_offsets_new (quoth_article_get_text (article),
                               quoth_article_get_length (article));
  entities = g_hash_table_new (g_str_hash, g_str_equal);
  reader = (Reader) { article, offsets, entities };
  read_blocks (&reader, object);
  read_each (&reader, object, "entities", read_entity);
  read_each (&reader, object, "entities", read_roles);
  read_each (&reader, object, "quotes", read_quote);

  return g_steal_pointer (&article);
}

/**
 * quoth_article_from_json_text:
 * @line: (array length=length): one article as JSON
 * @length: its bytes, or -1
 *
 * Reads id, facts and text and nothing else.
 *
 * Returns: (transfer full)
 */
QuothArticle *
quoth_article_from_json_text (const char  *line,
                              gssize       length,
                              GError     **error)
{
  g_autoptr(JsonNode) node = quoth_json_parse (line, length, error);

  return node != NULL ? read_article (node, error) : NULL;
}
