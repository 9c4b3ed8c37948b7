#include "config.h"

#include "quoth-import.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * Reads every page of a set (a folder of ID.html.gz) and writes what was found as JSON, for the
 * scoring scripts that come with the sets: score-pages SET TEXT.json FACTS.json
 */

static GBytes *
load_gzip (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) raw = g_file_read (file, NULL, error);
  g_autoptr(GZlibDecompressor) decompressor
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  if (raw == NULL)
    return NULL;
  stream = g_converter_input_stream_new (G_INPUT_STREAM (raw), G_CONVERTER (decompressor));
  if (g_output_stream_splice (bytes, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

/* What `quoth-cli extract --format text --body` prints */
static char *
dup_body (QuothArticle *article)
{
  GArray *blocks = quoth_article_get_blocks (article);
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);
      g_autofree char *text = NULL;

      if (block->kind != QUOTH_BLOCK_PARAGRAPH && block->kind != QUOTH_BLOCK_HEADING
          && block->kind != QUOTH_BLOCK_LIST_ITEM && block->kind != QUOTH_BLOCK_BLOCK_QUOTATION)
        continue;
      text = quoth_article_dup_span (article, block->span);
      g_string_append_printf (body, "%s\n", text);
    }
  return g_string_free (body, FALSE);
}

static void
add_fact (JsonBuilder  *facts,
          const char   *name,
          QuothArticle *article,
          QuothFact     fact)
{
  const char *value = quoth_article_get_fact (article, fact);

  json_builder_set_member_name (facts, name);
  json_builder_add_string_value (facts, value != NULL ? value : "");
}

static void
add_page (JsonBuilder  *texts,
          JsonBuilder  *facts,
          const char   *id,
          QuothArticle *article)
{
  g_autofree char *body = dup_body (article);
  GPtrArray *authors = quoth_article_get_authors (article);

  json_builder_set_member_name (texts, id);
  json_builder_begin_object (texts);
  json_builder_set_member_name (texts, "articleBody");
  json_builder_add_string_value (texts, body);
  json_builder_end_object (texts);

  json_builder_set_member_name (facts, id);
  json_builder_begin_object (facts);
  add_fact (facts, "title", article, QUOTH_FACT_TITLE);
  add_fact (facts, "published", article, QUOTH_FACT_PUBLISHED);
  add_fact (facts, "publication", article, QUOTH_FACT_PUBLICATION);
  json_builder_set_member_name (facts, "authors");
  json_builder_begin_array (facts);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);
      g_autofree char *name = author->literal != NULL
                                ? g_strdup (author->literal)
                                : g_strconcat (author->given != NULL ? author->given : "",
                                               author->given != NULL ? " " : "", author->family,
                                               NULL);

      json_builder_add_string_value (facts, name);
    }
  json_builder_end_array (facts);
  json_builder_end_object (facts);
}

static gboolean
write_json (JsonBuilder  *builder,
            const char   *path,
            GError      **error)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_file (generator, path, error);
}

static void
read_page (const char  *folder,
           const char  *name,
           JsonBuilder *texts,
           JsonBuilder *facts)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *id = g_strndup (name, strlen (name) - strlen (".html.gz"));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = load_gzip (path, &error);
  g_autoptr(GPtrArray) articles = NULL;
  QuothImportInput input = { .bytes = bytes, .name = id };

  if (bytes != NULL)
    articles = quoth_import_read (&input, NULL, NULL, &error);
  if (articles != NULL)
    add_page (texts, facts, id, g_ptr_array_index (articles, 0));
  else
    g_printerr ("%s: %s\n", id, error->message);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = argc == 4 ? g_build_filename (argv[1], "html", NULL) : NULL;
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, &error) : NULL;
  g_autoptr(JsonBuilder) texts = json_builder_new ();
  g_autoptr(JsonBuilder) facts = json_builder_new ();
  const char *name;

  if (dir == NULL)
    {
      g_printerr ("usage: score-pages SET TEXT.json FACTS.json\n%s\n",
                  error != NULL ? error->message : "");
      return 2;
    }
  json_builder_begin_object (texts);
  json_builder_begin_object (facts);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html.gz"))
      read_page (folder, name, texts, facts);
  if (!write_json (texts, argv[2], &error) || !write_json (facts, argv[3], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
