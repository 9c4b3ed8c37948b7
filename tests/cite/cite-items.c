/*
 * Cites each item of a file by one style, as Quoth does, for a comparison with other processors.
 *
 *   cite-items STYLE ITEMS.json
 *
 * ITEMS.json is an array of {"item": CSL-JSON, "locale": "cy-GB" or none}. Prints an array of
 * objects with "citation" and "entry" (HTML; an entry is null in a style without bibliography).
 * Exits with 77 where there is no processor.
 */
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>

#include "installed-styles.h"

#define EXIT_SKIPPED 77

static JsonNode *
cite (QuothCiter *citer,
      const char *style,
      JsonObject *line)
{
  g_autofree char *item = json_to_string (json_object_get_member (line, "item"), FALSE);
  const char *locale = json_object_get_string_member_with_default (line, "locale", NULL);
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *result = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  cited = quoth_citer_cite (citer, style, locale, item, NULL, NULL, &error);
  if (cited == NULL)
    g_error ("%s", error->message);
  json_object_set_string_member (result, "citation", cited->citation_html);
  json_object_set_string_member (result, "entry", cited->entry_html);
  json_node_take_object (node, result);

  return node;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (QuothStyleList) styles = installed_styles_new ("");
  g_autoptr (QuothCiter) citer = quoth_citer_new (styles, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonArray) results = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *items;

  if (argc != 3)
    return EXIT_FAILURE;
  if (!quoth_citer_is_available (citer))
    return EXIT_SKIPPED;
  if (!json_parser_load_from_file (parser, argv[2], &error))
    g_error ("%s", error->message);

  items = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (items); i++)
    json_array_add_element (results,
                            cite (citer, argv[1], json_array_get_object_element (items, i)));
  json_node_set_array (node, results);
  text = json_to_string (node, TRUE);
  fputs (text, stdout); /* UTF-8 in any locale */

  return EXIT_SUCCESS;
}
