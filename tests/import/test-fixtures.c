#include "config.h"

#include "quoth-import.h"

#include <string.h>

/*
 * Reads each file of fixtures, and of those that make-samples had other programs make, and compares
 * its facts and blocks with NAME.expected beside it. With QUOTH_WRITE_EXPECTED set the expected
 * files are written instead, to be read before they are committed.
 */

static void
print_author (GString           *out,
              const QuothAuthor *author)
{
  if (author->literal != NULL)
    g_string_append_printf (out, "author: {%s}\n", author->literal);
  else
    g_string_append_printf (out, "author: %s|%s\n", author->given != NULL ? author->given : "",
                            author->family);
}

static void
print_block (GString          *out,
             QuothArticle     *article,
             const QuothBlock *block)
{
  g_autofree char *text = quoth_article_dup_span (article, block->span);

  g_string_append_printf (out, "\n[%s", quoth_block_kind_to_string (block->kind));
  if (block->number > 0)
    g_string_append_printf (out, " %u", block->number);
  if (block->page > 0)
    g_string_append_printf (out, ", page %u", block->page);
  g_string_append_printf (out, "] %s\n", text);
}

static void
print_article (GString      *out,
               QuothArticle *article)
{
  GPtrArray *authors = quoth_article_get_authors (article);
  GArray *blocks = quoth_article_get_blocks (article);
  const QuothSource *source = quoth_article_get_source (article);

  g_string_append_printf (out, "source: %s %s%s%s\n", source->name, source->media_type,
                          source->part != NULL ? " part " : "",
                          source->part != NULL ? source->part : "");
  g_string_append_printf (out, "type: %s\n",
                          quoth_article_type_to_string (quoth_article_get_article_type (article)));
  for (guint fact = 0; fact < QUOTH_N_FACTS; fact++)
    if (quoth_article_get_fact (article, fact) != NULL)
      g_string_append_printf (out, "%s: %s\n", quoth_fact_get_key (fact),
                              quoth_article_get_fact (article, fact));
  for (guint i = 0; i < authors->len; i++)
    print_author (out, g_ptr_array_index (authors, i));
  for (guint i = 0; source->links != NULL && source->links[i] != NULL; i++)
    g_string_append_printf (out, "link: %s\n", source->links[i]);
  if (quoth_article_lacks_text (article))
    g_string_append (out, "no text yet\n");
  for (guint i = 0; i < blocks->len; i++)
    print_block (out, article, &g_array_index (blocks, QuothBlock, i));
  if (blocks->len == 0)
    g_string_append_printf (out, "\n%s\n", quoth_article_get_text (article));
}

static void
test_fixture (gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "import", name, NULL);
  g_autofree char *expected_path = g_strconcat (path, ".expected", NULL);
  g_autofree char *expected = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) articles = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new (NULL);

  articles = quoth_import_read_file (file, FALSE, notes, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < articles->len; i++)
    print_article (out, g_ptr_array_index (articles, i));
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (out, "\nnote: %s\n", (char *) g_ptr_array_index (notes, i));

  if (g_getenv ("QUOTH_WRITE_EXPECTED") != NULL)
    {
      g_file_set_contents (expected_path, out->str, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
add_folder (GPtrArray  *names,
            const char *folder_name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "import", folder_name, NULL);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL); /* asserted on below */
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      g_ptr_array_add (names, g_build_filename (folder_name, name, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  add_folder (names, "fixtures");
  add_folder (names, "made");
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strconcat ("/", g_ptr_array_index (names, i), NULL);

      g_test_add_data_func (test, g_ptr_array_index (names, i), test_fixture);
    }
  return g_test_run ();
}
