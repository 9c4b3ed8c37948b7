#include "config.h"

#include "quoth-import.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <time.h>

/*
 * Damaged, mis-encoded and hostile files, with a manifest of what is expected of each. Web pages
 * and texts are held to it; formats that are not read yet must be refused by name.
 */

/* Of the processor, since others may be at work on the machine */
#define MAX_SECONDS 5

typedef struct
{
  char       *path;
  const char *name;
  JsonObject *entry;
} BadFile;

static const struct {
  const char *kind;
  const char *word;
} unread_kinds[] = {
  { "eml", "Mail" }, { "warc", "WARC" }, { "rss", "RSS" },
  { "json", "JSON" },
};

static const char *
get_string (JsonObject *entry,
            const char *name)
{
  return json_object_has_member (entry, name) ? json_object_get_string_member (entry, name) : NULL;
}

static void
assert_valid (QuothArticle *article)
{
  g_assert_true (g_utf8_validate (quoth_article_get_text (article), -1, NULL));
  for (guint fact = 0; fact < QUOTH_N_FACTS; fact++)
    {
      const char *value = quoth_article_get_fact (article, fact);

      g_assert_true (value == NULL || g_utf8_validate (value, -1, NULL));
    }
}

static void
assert_article (const BadFile *file,
                QuothArticle  *article)
{
  const char *title = get_string (file->entry, "title");
  const char *body = get_string (file->entry, "body_contains");
  const char *date = get_string (file->entry, "date");
  const char *text = quoth_article_get_text (article);

  if (title != NULL)
    g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_TITLE), ==, title);
  if (body != NULL && strstr (text, body) == NULL)
    g_error ("%s: “%s” is not in:\n%s", file->name, body, text);
  if (date != NULL)
    g_assert_true (g_str_has_prefix (quoth_article_get_fact (article, QUOTH_FACT_PUBLISHED), date));
  if (json_object_has_member (file->entry, "not_contains"))
    {
      JsonArray *words = json_object_get_array_member (file->entry, "not_contains");

      for (guint i = 0; i < json_array_get_length (words); i++)
        g_assert_null (strstr (text, json_array_get_string_element (words, i)));
    }
}

/* What an error on this file must say of its format */
static const char *
find_format_word (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unread_kinds); i++)
    if (g_str_equal (kind, unread_kinds[i].kind))
      return unread_kinds[i].word;
  return NULL;
}

static void
assert_refused (const BadFile *file,
                const GError  *error)
{
  const char *expect = get_string (file->entry, "expect");
  const char *word = find_format_word (get_string (file->entry, "kind"));

  g_assert_cmpint (error->domain, ==, QUOTH_IMPORT_ERROR);
  g_test_message ("%s: %s", file->name, error->message);
  if (word == NULL)
    g_assert_cmpstr (expect, !=, "article");
  else if (g_str_equal (expect, "article"))
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_file (gconstpointer data)
{
  const BadFile *file = data;
  g_autoptr(GFile) source = g_file_new_for_path (file->path);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) error = NULL;
  clock_t start = clock ();

  articles = quoth_import_read_file (source, FALSE, notes, NULL, &error);
  g_assert_cmpint ((clock () - start) / CLOCKS_PER_SEC, <, MAX_SECONDS);
  if (articles == NULL)
    {
      g_assert_nonnull (error);
      assert_refused (file, error);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, >, 0);
  g_assert_cmpstr (get_string (file->entry, "expect"), !=, "reject");
  for (guint i = 0; i < articles->len; i++)
    assert_valid (g_ptr_array_index (articles, i));
  if (json_object_has_member (file->entry, "count"))
    g_assert_cmpuint (articles->len, ==, json_object_get_int_member (file->entry, "count"));
  if (g_str_equal (get_string (file->entry, "expect"), "article"))
    assert_article (file, g_ptr_array_index (articles, 0));
}

static void
test_skipped (void)
{
  g_test_skip ("The damaged files are not beside the project: $QUOTH_SHARED/import/bad");
}

static void
free_file (gpointer data)
{
  BadFile *file = data;

  g_free (file->path);
  g_free (file);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *manifest = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GList) names = NULL;
  JsonObject *root;

  g_test_init (&argc, &argv, NULL);
  folder = argc > 1 ? g_strdup (argv[1])
                    : g_build_filename (g_getenv ("QUOTH_SHARED"), "import", "bad", NULL);
  manifest = g_build_filename (folder, "manifest.json", NULL);
  if (!json_parser_load_from_file (parser, manifest, NULL))
    {
      g_test_add_func ("/bad", test_skipped);
      return g_test_run ();
    }
  root = json_node_get_object (json_parser_get_root (parser));
  names = json_object_get_members (root);
  for (GList *item = names; item != NULL; item = item->next)
    {
      BadFile *file = g_new0 (BadFile, 1);
      g_autofree char *path = g_strconcat ("/bad/", item->data, NULL);

      file->name = item->data;
      file->path = g_build_filename (folder, file->name, NULL);
      file->entry = json_object_get_object_member (root, file->name);
      g_test_add_data_func_full (path, file, test_file, free_file);
    }
  return g_test_run ();
}
