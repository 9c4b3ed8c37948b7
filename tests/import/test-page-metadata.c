#include "config.h"

#include "quoth-import.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * Pages that are little but metadata, with what they say as another program lists it. Each is given
 * a sentence to be an article, and its facts are compared with that list, which is searched for the
 * names each fact goes by.
 */

static const struct {
  const char *page;
  const char *list;
  struct {
    QuothFact   fact;
    const char *name;
  } facts[6];
} pages[] = {
  { "opengraph_test", "opengraph_test.json",
    { { QUOTH_FACT_TITLE, "og:title" }, { QUOTH_FACT_URL, "og:url" },
      { QUOTH_FACT_PUBLICATION, "og:site_name" },
      { QUOTH_FACT_PUBLISHED, "article:published_time" },
      { QUOTH_FACT_UPDATED, "article:modified_time" } } },
  { "expanded_OG_support_test", "expanded_OG_support_test.json",
    { { QUOTH_FACT_TITLE, "https://ogp.me/ns#title" }, { QUOTH_FACT_URL, "https://ogp.me/ns#url" },
      { QUOTH_FACT_PUBLICATION, "https://ogp.me/ns#site_name" },
      { QUOTH_FACT_SECTION, "http://ogp.me/ns/article#section" },
      { QUOTH_FACT_PUBLISHED, "http://ogp.me/ns/article#published" },
      { QUOTH_FACT_UPDATED, "http://ogp.me/ns/article#modified" } } },
  { "dublincore_test", "dublincore_test.json",
    { { QUOTH_FACT_TITLE, "DC.title" }, { QUOTH_FACT_AUTHOR, "DC.creator" },
      { QUOTH_FACT_URL, "DC.identifier" },
      { QUOTH_FACT_PUBLISHED, "DCTERMS.issued" }, { QUOTH_FACT_UPDATED, "DCTERMS.modified" } } },
  { "JSONLD_with_JS_comment", "JSONLD_with_JS_comment.jsonld",
    { { QUOTH_FACT_TITLE, "headline" }, { QUOTH_FACT_URL, "url" },
      { QUOTH_FACT_SECTION, "articleSection" } } },
};

/* The value that stands after a name in a list of pairs, or beside it in an object, wherever that
   is */
static char *
dup_value (JsonNode   *node,
           const char *name)
{
  char *value = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint n = json_array_get_length (array);

      if (n == 2 && g_strcmp0 (json_node_get_string (json_array_get_element (array, 0)), name) == 0)
        return g_strdup (json_array_get_string_element (array, 1));
      for (guint i = 0; i < n && value == NULL; i++)
        value = dup_value (json_array_get_element (array, i), name);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init (&iter, object);
      while (value == NULL && json_object_iter_next (&iter, &key, &member))
        {
          if (g_str_equal (key, "name") && g_strcmp0 (json_node_get_string (member), name) == 0)
            value = g_strdup (json_object_get_string_member (object, "content"));
          else if (g_str_equal (key, name) && JSON_NODE_HOLDS_VALUE (member))
            value = g_strdup (json_node_get_string (member));
          else if (g_str_equal (key, name))
            value = dup_value (member, "@value");
          else
            value = dup_value (member, name);
        }
    }
  return value;
}

static QuothArticle *
read_page (const char *path)
{
  g_autofree char *html = NULL;
  g_autoptr(GString) page = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) articles = NULL;
  QuothImportInput input = { .name = "page.html" };
  const char *end;
  gsize length;

  g_file_get_contents (path, &html, &length, &error);
  g_assert_no_error (error);
  page = g_string_new_len (html, (gssize) length);
  end = g_strrstr_len (html, (gssize) length, "</body>");
  g_string_insert (page, end != NULL ? end - html : -1,
                   "<p>The tide is out, said the warden to all who asked.</p>");
  bytes = g_string_free_to_bytes (g_steal_pointer (&page));
  input.bytes = bytes;
  articles = quoth_import_read (&input, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_object_ref (g_ptr_array_index (articles, 0));
}

static void
test_page (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const char *shared = g_getenv ("QUOTH_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : "", "import", "samples",
                                              "page-metadata", NULL);
  g_autofree char *name = g_strconcat (pages[i].page, ".html", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *list_path = g_build_filename (folder, pages[i].list, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(QuothArticle) article = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The pages are not beside the project: $QUOTH_SHARED/import/samples/page-metadata");
      return;
    }
  g_assert_true (json_parser_load_from_file (parser, list_path, NULL));
  article = read_page (path);
  for (gsize k = 0; k < G_N_ELEMENTS (pages[i].facts) && pages[i].facts[k].name != NULL; k++)
    {
      g_autofree char *expected = dup_value (json_parser_get_root (parser), pages[i].facts[k].name);

      g_assert_nonnull (expected);
      g_strdelimit (expected, "\n", ' ');
      g_assert_cmpstr (quoth_article_get_fact (article, pages[i].facts[k].fact), ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/page-metadata/", pages[i].page, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_page);
    }
  return g_test_run ();
}
