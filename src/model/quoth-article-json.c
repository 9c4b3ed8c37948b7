/* Writing the exchange format */
#include "quoth-article-json.h"

#include "quoth-json-writer.h"
#include "quoth-offsets.h"

/* What a span needs to become characters and words */
typedef struct
{
  QuothArticle *article;
  QuothOffsets *offsets;
} Writer;

static void
add_string (JsonObject *object,
            const char *member,
            const char *value)
{
  if (value == NULL)
    json_object_set_null_member (object, member);
  else
    json_object_set_string_member (object, member, value);
}

static void
add_number (JsonObject *object,
            const char *member,
            guint32     value)
{
  if (value == 0)
    json_object_set_null_member (object, member);
  else
    json_object_set_int_member (object, member, value);
}

static void
add_span_members (Writer     *writer,
                  JsonObject *object,
                  QuothSpan   span)
{
  json_object_set_int_member (object, "start",
                              quoth_offsets_to_character (writer->offsets, span.start));
  json_object_set_int_member (object, "end",
                              quoth_offsets_to_character (writer->offsets, span.end));
}

/* null for an empty span */
static JsonNode *
make_span (Writer    *writer,
           QuothSpan  span)
{
  g_autoptr(JsonObject) object = NULL;
  g_autofree char *text = NULL;

  if (quoth_span_is_empty (span))
    return json_node_new (JSON_NODE_NULL);

  object = json_object_new ();
  text = quoth_article_dup_span (writer->article, span);
  add_span_members (writer, object, span);
  json_object_set_string_member (object, "text", text);

  return json_node_init_object (json_node_alloc (), object);
}

static void
add_spans (Writer     *writer,
           JsonObject *object,
           const char *member,
           GArray     *spans)
{
  JsonArray *array = json_array_sized_new (spans->len);

  for (guint i = 0; i < spans->len; i++)
    json_array_add_element (array, make_span (writer, g_array_index (spans, QuothSpan, i)));

  json_object_set_array_member (object, member, array);
}

static void
add_facts (JsonObject   *object,
           QuothArticle *article)
{
  add_string (object, quoth_fact_get_key (QUOTH_FACT_LANGUAGE),
              quoth_article_get_fact (article, QUOTH_FACT_LANGUAGE));
  add_string (object, "type",
              quoth_article_type_to_string (quoth_article_get_article_type (article)));
  for (guint i = QUOTH_FACT_LANGUAGE + 1; i < QUOTH_N_FACTS; i++)
    add_string (object, quoth_fact_get_key ((QuothFact) i),
                quoth_article_get_fact (article, (QuothFact) i));
}

static void
add_authors (JsonObject   *object,
             QuothArticle *article)
{
  GPtrArray *authors = quoth_article_get_authors (article);
  JsonArray *array = json_array_sized_new (authors->len);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);
      JsonObject *member = json_object_new ();

      add_string (member, "given", author->given);
      add_string (member, "family", author->family);
      add_string (member, "literal", author->literal);
      json_array_add_object_element (array, member);
    }

  json_object_set_array_member (object, "authors", array);
}

static void
add_source (JsonObject   *object,
            QuothArticle *article)
{
  const QuothSource *source = quoth_article_get_source (article);
  JsonObject *member = json_object_new ();

  add_string (member, "name", source->name);
  add_string (member, "mediaType", source->media_type);
  add_string (member, "sha256", source->sha256);
  add_string (member, "part", source->part);

  json_object_set_object_member (object, "source", member);
}

static void
add_blocks (Writer     *writer,
            JsonObject *object)
{
  GArray *blocks = quoth_article_get_blocks (writer->article);
  JsonArray *boilerplate = json_array_new ();
  JsonArray *array = json_array_sized_new (blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);
      JsonObject *member = json_object_new ();

      json_object_set_string_member (member, "kind", quoth_block_kind_to_string (block->kind));
      add_span_members (writer, member, block->span);
      add_number (member, "number", block->number);
      add_number (member, "page", block->page);
      json_array_add_object_element (array, member);

      if (block->kind == QUOTH_BLOCK_FURNITURE && !quoth_span_is_empty (block->span))
        json_array_add_element (boilerplate, make_span (writer, block->span));
    }

  json_object_set_array_member (object, "boilerplate", boilerplate);
  json_object_set_array_member (object, "blocks", array);
}

static void
add_speakers (JsonObject *object,
              QuothQuote *quote)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  QuothEntity *on_behalf_of = quoth_quote_get_on_behalf_of (quote);
  JsonArray *array = json_array_sized_new (speakers->len);

  for (guint i = 0; i < speakers->len; i++)
    json_array_add_string_element (array, quoth_entity_get_id (g_ptr_array_index (speakers, i)));

  json_object_set_array_member (object, "speakers", array);
  add_string (object, "speaker",
              speakers->len > 0 ? quoth_entity_get_id (g_ptr_array_index (speakers, 0)) : NULL);
  add_string (object, "onBehalfOf",
              on_behalf_of != NULL ? quoth_entity_get_id (on_behalf_of) : NULL);
}

static JsonObject *
make_quote (Writer     *writer,
            QuothQuote *quote)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", quoth_quote_get_id (quote));
  add_string (object, "parent", quoth_quote_get_parent (quote));
  json_object_set_string_member (object, "kind",
                                 quoth_quote_kind_to_string (quoth_quote_get_kind (quote)));
  json_object_set_string_member (object, "type",
                                 quoth_quote_type_to_string (quoth_quote_get_quote_type (quote)));
  json_object_set_member (object, "cue", make_span (writer, quoth_quote_get_cue (quote)));
  add_spans (writer, object, "sources", quoth_quote_get_sources (quote));
  add_spans (writer, object, "contents", quoth_quote_get_contents (quote));
  add_speakers (object, quote);
  json_object_set_double_member (object, "confidence", quoth_quote_get_confidence (quote));
  json_object_set_double_member (object, "speakerConfidence",
                                 quoth_quote_get_speaker_confidence (quote));
  json_object_set_string_member (object, "state",
                                 quoth_state_to_string (quoth_quote_get_state (quote)));
  json_object_set_string_member (object, "speakerState",
                                 quoth_state_to_string (quoth_quote_get_speaker_state (quote)));

  return object;
}

static void
add_affiliation (JsonArray       *affiliations,
                 const QuothRole *role)
{
  const char *id;

  if (role->organisation == NULL ||
      (role->status != QUOTH_ROLE_CURRENT && role->status != QUOTH_ROLE_ACTING))
    return;

  id = quoth_entity_get_id (role->organisation);
  for (guint i = 0; i < json_array_get_length (affiliations); i++)
    {
      if (g_str_equal (json_array_get_string_element (affiliations, i), id))
        return;
    }

  json_array_add_string_element (affiliations, id);
}

static void
add_roles (Writer      *writer,
           JsonObject  *object,
           QuothEntity *entity)
{
  GPtrArray *roles = quoth_entity_get_roles (entity);
  JsonArray *array = json_array_sized_new (roles->len);
  JsonArray *affiliations = json_array_new ();
  g_autofree char *described = quoth_entity_dup_role (entity);

  for (guint i = 0; i < roles->len; i++)
    {
      const QuothRole *role = g_ptr_array_index (roles, i);
      JsonObject *member = json_object_new ();

      add_string (member, "title", role->title);
      add_string (member, "organisation",
                  role->organisation != NULL ? quoth_entity_get_id (role->organisation) : NULL);
      json_object_set_string_member (member, "status", quoth_role_status_to_string (role->status));
      json_object_set_member (member, "span", make_span (writer, role->span));
      json_array_add_object_element (array, member);
      add_affiliation (affiliations, role);
    }

  json_object_set_array_member (object, "roles", array);
  add_string (object, "role", described);
  json_object_set_array_member (object, "affiliations", affiliations);
}

static JsonObject *
make_entity (Writer      *writer,
             QuothEntity *entity)
{
  GPtrArray *aliases = quoth_entity_get_aliases (entity);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_sized_new (aliases->len);

  json_object_set_string_member (object, "id", quoth_entity_get_id (entity));
  add_string (object, "person", quoth_entity_get_person (entity));
  json_object_set_string_member (object, "kind",
                                 quoth_entity_kind_to_string (quoth_entity_get_kind (entity)));
  json_object_set_boolean_member (object, "named", quoth_entity_get_named (entity));
  json_object_set_string_member (object, "name", quoth_entity_get_name (entity));
  add_string (object, "honorific", quoth_entity_get_honorific (entity));
  for (guint i = 0; i < aliases->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (aliases, i));
  json_object_set_array_member (object, "aliases", array);
  add_roles (writer, object, entity);
  add_spans (writer, object, "mentions", quoth_entity_get_mentions (entity));

  return object;
}

static void
add_findings (Writer     *writer,
              JsonObject *object)
{
  GPtrArray *quotes = quoth_article_get_quotes (writer->article);
  GPtrArray *entities = quoth_article_get_entities (writer->article);
  JsonArray *quotes_array = json_array_sized_new (quotes->len);
  JsonArray *entities_array = json_array_sized_new (entities->len);

  for (guint i = 0; i < quotes->len; i++)
    json_array_add_object_element (quotes_array,
                                   make_quote (writer, g_ptr_array_index (quotes, i)));
  for (guint i = 0; i < entities->len; i++)
    json_array_add_object_element (entities_array,
                                   make_entity (writer, g_ptr_array_index (entities, i)));

  json_object_set_array_member (object, "quotes", quotes_array);
  json_object_set_array_member (object, "entities", entities_array);
}

/**
 * quoth_article_to_json:
 *
 * Returns: (transfer full): one object of the exchange format
 */
JsonNode *
quoth_article_to_json (QuothArticle *article)
{
  g_autoptr(QuothOffsets) offsets = NULL;
  g_autoptr(JsonObject) object = NULL;
  g_autofree char *hash = NULL;
  Writer writer;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  offsets = quoth_offsets_new (quoth_article_get_text (article),
                               quoth_article_get_length (article));
  writer = (Writer) { article, offsets };
  hash = quoth_article_dup_text_hash (article);

  object = json_object_new ();
  json_object_set_string_member (object, "id", quoth_article_get_id (article));
  json_object_set_string_member (object, "textHash", hash);
  add_facts (object, article);
  add_authors (object, article);
  add_source (object, article);
  json_object_set_string_member (object, "text", quoth_article_get_text (article));
  add_blocks (&writer, object);
  add_findings (&writer, object);

  return json_node_init_object (json_node_alloc (), object);
}

/**
 * quoth_article_to_json_line:
 *
 * Returns: (transfer full): the object on one line, without a line break at its end
 */
char *
quoth_article_to_json_line (QuothArticle *article)
{
  g_autoptr(JsonNode) node = quoth_article_to_json (article);

  return quoth_json_write (node, FALSE);
}

/**
 * quoth_article_to_json_pretty:
 *
 * Returns: (transfer full): the object over many lines, for people
 */
char *
quoth_article_to_json_pretty (QuothArticle *article)
{
  g_autoptr(JsonNode) node = quoth_article_to_json (article);

  return quoth_json_write (node, TRUE);
}
