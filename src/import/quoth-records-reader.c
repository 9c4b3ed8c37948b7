#include "config.h"

#include "quoth-article-json.h"
#include "quoth-decode.h"
#include "quoth-json-scan.h"
#include "quoth-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* Quoth's exchange format: one JSON object an article, one a line. Of other JSON it says what it
 * is. */

static gboolean
sniff_records (const QuothReading *reading)
{
  const char *p = reading->head;
  char open = *p;

  if (open != '{' && open != '[')
    return FALSE;
  for (p++; g_ascii_isspace (*p); p++)
    ;
  if (open == '{')
    return *p == '"' || *p == '}';
  return *p != '\0' && strchr ("{[\"]", *p) != NULL;
}

static gboolean
has_any_member (JsonObject         *object,
                const char *const  *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (json_object_has_member (object, names[i]))
      return TRUE;
  return FALSE;
}

static void
set_unknown_json (JsonNode  *root,
                  GError   **error)
{
  static const char *const ninjs_members[] = {
    "body_text", "body_xhtml", "bodies", "versioncreated", "headline", "headlines", NULL
  };
  const char *message = _("JSON of this kind is not known.");
  JsonNode *first = root;

  if (JSON_NODE_HOLDS_ARRAY (root) && json_array_get_length (json_node_get_array (root)) > 0)
    first = json_array_get_element (json_node_get_array (root), 0);
  if (JSON_NODE_HOLDS_OBJECT (first))
    {
      JsonObject *object = json_node_get_object (first);

      if (has_any_member (object, ninjs_members))
        message = _("News agency JSON (ninjs) is not read yet.");
    }
  g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_UNSUPPORTED, message);
}

/* Parses one JSON text that was scanned before; complains in our words. */
static JsonNode *
parse_json (const char  *json,
            gsize        length,
            GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) reason = NULL;

  if (quoth_json_scan (json, length) == QUOTH_JSON_SCAN_TOO_DEEP)
    {
      g_set_error (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_LIMIT,
                   _("The JSON is nested deeper than %d levels."), QUOTH_JSON_MAX_DEPTH);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, json, length, &reason)
      || json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                           _("The JSON is damaged or cut off."));
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

static gboolean
is_record (JsonNode *node)
{
  JsonNode *text;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  text = json_object_get_member (json_node_get_object (node), "text");
  return text != NULL && JSON_NODE_HOLDS_VALUE (text)
         && json_node_get_value_type (text) == G_TYPE_STRING;
}

/* Reads one record and adds its article. */
static gboolean
read_record (const char  *json,
             gsize        length,
             GPtrArray   *articles,
             GError     **error)
{
  g_autoptr(JsonNode) node = parse_json (json, length, error);
  QuothArticle *article;

  if (node == NULL)
    return FALSE;
  if (!is_record (node))
    {
      set_unknown_json (node, error);
      return FALSE;
    }
  article = quoth_article_from_json_text (json, length, error);
  if (article == NULL)
    return FALSE;
  if (!g_utf8_validate (quoth_article_get_text (article), -1, NULL))
    {
      g_object_unref (article);
      g_set_error_literal (error, QUOTH_IMPORT_ERROR, QUOTH_IMPORT_ERROR_DAMAGED,
                           _("The record’s text holds characters that do not exist."));
      return FALSE;
    }
  g_ptr_array_add (articles, article);
  return TRUE;
}

/* Reads a record a line; a bad one is noted, unless all of them are bad. */
static gboolean
read_lines (const QuothReading  *reading,
            const char          *text,
            GPtrArray           *articles,
            GError             **error)
{
  g_autoptr(GError) first_error = NULL;
  guint number = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n");
      g_autoptr(GError) line_error = NULL;

      number++;
      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return FALSE;
      if (strspn (text, " \t\r") < length && !read_record (text, length, articles, &line_error))
        {
          quoth_reading_note (reading, _("Line %u: %s"), number, line_error->message);
          if (first_error == NULL)
            first_error = g_steal_pointer (&line_error);
        }
      text += length + (text[length] == '\n');
    }
  if (articles->len == 0 && first_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_records (const QuothReading  *reading,
              GError             **error)
{
  g_autoptr(GPtrArray) articles = g_ptr_array_new_with_free_func (g_object_unref);
  gsize length;
  g_autofree char *text = quoth_decode (reading->data, reading->length, NULL, reading->notes,
                                        &length);
  gsize first_line = strcspn (text, "\n");
  gboolean read;

  /* An object spread over several lines is one record; so is one alone in its file. */
  if (quoth_json_scan (text, first_line) == QUOTH_JSON_SCAN_WHOLE)
    read = read_lines (reading, text, articles, error);
  else
    read = read_record (text, length, articles, error);
  return read ? g_steal_pointer (&articles) : NULL;
}

const QuothReader quoth_records_reader = {
  .name = "records",
  .media_type = "application/jsonl",
  .sniff = sniff_records,
  .read = read_records,
};
