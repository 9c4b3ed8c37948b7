/* JSON as text. json-glib writes numbers with seventeen digits, 0.69999998807907104 for 0.7. */
#include "quoth-json-writer.h"

typedef struct
{
  GString  *text;
  gboolean  pretty;
  guint     depth;
} Writer;

static void write_node (Writer   *writer,
                        JsonNode *node);

static void
break_line (Writer *writer)
{
  if (!writer->pretty)
    return;

  g_string_append_c (writer->text, '\n');
  for (guint i = 0; i < writer->depth; i++)
    g_string_append_c (writer->text, ' ');
}

static void
write_string (Writer     *writer,
              const char *string)
{
  g_string_append_c (writer->text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '\n')
        g_string_append (writer->text, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (writer->text, "\\u%04x", (guint) *p);
      else
        {
          if (*p == '"' || *p == '\\')
            g_string_append_c (writer->text, '\\');
          g_string_append_c (writer->text, *p);
        }
    }
  g_string_append_c (writer->text, '"');
}

static void
write_value (Writer   *writer,
             JsonNode *node)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    write_string (writer, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (writer->text, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (writer->text, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    g_string_append (writer->text, g_ascii_formatd (number, sizeof number, "%.6g",
                                                    json_node_get_double (node)));
}

static void
write_array (Writer    *writer,
             JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_string_append_c (writer->text, '[');
  writer->depth++;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (writer->text, ',');
      break_line (writer);
      write_node (writer, json_array_get_element (array, i));
    }
  writer->depth--;
  if (n > 0)
    break_line (writer);
  g_string_append_c (writer->text, ']');
}

static void
write_object (Writer     *writer,
              JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (writer->text, '{');
  writer->depth++;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!first)
        g_string_append_c (writer->text, ',');
      first = FALSE;
      break_line (writer);
      write_string (writer, member);
      g_string_append (writer->text, writer->pretty ? ": " : ":");
      write_node (writer, node);
    }
  writer->depth--;
  if (!first)
    break_line (writer);
  g_string_append_c (writer->text, '}');
}

static void
write_node (Writer   *writer,
            JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      write_object (writer, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (writer, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (writer, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (writer->text, "null");
    }
}

/**
 * quoth_json_write:
 * @node: what this program made; the depth of what comes from outside is not checked here
 * @pretty: over many lines, for people
 *
 * Returns: (transfer full): members in the order in which they were added
 */
char *
quoth_json_write (JsonNode *node,
                  gboolean  pretty)
{
  Writer writer = { g_string_new (NULL), pretty, 0 };

  write_node (&writer, node);

  return g_string_free (writer.text, FALSE);
}
