#include "quoth-article-texts.h"

#include <json-glib/json-glib.h>

/**
 * quoth_article_texts_read:
 * @path: a file of articles, exchange format (JSON Lines)
 *
 * Returns: (transfer full) (element-type utf8) (nullable): their texts, in order, or %NULL with
 *   @error set
 */
GPtrArray *
quoth_article_texts_read (const char  *path,
                          GError     **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return NULL;
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonNode *root;
      const char *text = NULL;

      if (*lines[i] == '\0')
        continue;
      if (!json_parser_load_from_data (parser, lines[i], -1, error))
        return NULL;
      root = json_parser_get_root (parser);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        text = json_object_get_string_member_with_default (json_node_get_object (root), "text",
                                                           NULL);
      if (text != NULL)
        g_ptr_array_add (texts, g_strdup (text));
    }

  return g_steal_pointer (&texts);
}
