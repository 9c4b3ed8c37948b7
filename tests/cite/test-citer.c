#include <glib/gstdio.h>

#include "bare-processor.h"
#include "installed-styles.h"
#include "quoth-cite-result.h"

#define ITEM \
  "{\"type\": \"article-newspaper\", \"title\": \"Harbour reopens\", \"container-title\": \"The Evening Bell\", " \
  "\"author\": [{\"given\": \"Ada\", \"family\": \"Quill\"}], \"issued\": {\"date-parts\": [[2025, 3, 4]]}, " \
  "\"URL\": \"https://example.org/harbour?a=1&b='2'\", \"accessed\": {\"date-parts\": [[2025, 3, 5]]}, \"page\": \"4\"}"

typedef struct
{
  char           *folder;
  QuothStyleList *styles;
  QuothCiter     *citer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("quoth-citer-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->styles = installed_styles_new (fixture->folder);
  fixture->citer = quoth_citer_new (fixture->styles, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  (void) data;
  g_assert_finalize_object (fixture->citer);
  g_assert_finalize_object (fixture->styles);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static void
test_cite (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (QuothCited) again = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  g_assert_null (quoth_citer_recall (fixture->citer, "apa", NULL, ITEM, NULL));
  cited = quoth_citer_cite (fixture->citer, "apa", NULL, ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->citation, ==, "(Quill, 2025)");
  g_assert_cmpstr (cited->entry, ==, "Quill, A. (2025, March 4). Harbour reopens. The Evening Bell, 4. "
                   "https://example.org/harbour?a=1&b='2'");
  g_assert_cmpstr (cited->entry_html, ==, "Quill, A. (2025, March 4). Harbour reopens. <i>The Evening Bell</i>, 4. "
                   "<a href=\"https://example.org/harbour?a=1&#38;b='2'\">"
                   "https://example.org/harbour?a=1&#38;b='2'</a>");

  again = quoth_citer_recall (fixture->citer, "apa", NULL, ITEM, NULL);
  g_assert_true (again == cited);
}

static void
test_bibliography (Fixture       *fixture,
                   gconstpointer  data)
{
  const char *items[] = { ITEM, ITEM, ITEM, NULL };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;
  entries = quoth_citer_bibliography (fixture->citer, "apa", NULL, items, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 3);
  for (guint i = 0; i < entries->len; i++)
    g_test_message ("%s", ((QuothCited *) entries->pdata[i])->entry);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (QuothStyle) style = NULL;
  g_autoptr (QuothStyle) own = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;
  style = quoth_style_list_find (fixture->styles, "oscola");
  file = g_file_new_for_path (quoth_style_get_path (style));
  own = quoth_citer_add_style (fixture->citer, file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (quoth_style_get_own (own));
}

/* A bibliography is made in slices: it must come out as if it had been made at once. */
static void
test_slices (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const ids[] = { "apa", "chicago-author-date", "ieee", NULL };
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *locales = installed_locales_dup_folder ();

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  for (guint i = 0; i < 60; i++)
    g_ptr_array_add (items, g_strdup_printf (
      "{\"type\": \"article-newspaper\", \"title\": \"Tide %u\", \"container-title\": \"The Evening Bell\", "
      "\"author\": [{\"given\": \"%s\", \"family\": \"Quill%u\"}], \"issued\": {\"date-parts\": [[20%02u, 3]]}}",
      i * 37 % 60, i % 3 == 0 ? "Ada" : "Amos", i % 7, i % 5));
  g_ptr_array_add (items, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (QuothStyle) style = quoth_style_list_find (fixture->styles, ids[i]);
      g_autoptr (BareProcessor) bare = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_auto (GStrv) expected = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", ids[i]);
      entries = quoth_citer_bibliography (fixture->citer, ids[i], "en-GB", (const char *const *) items->pdata, NULL,
                                          &error);
      g_assert_no_error (error);
      bare = bare_processor_new (g_getenv ("QUOTH_CITEPROC"), quoth_style_get_path (style), "en-GB", locales);
      expected = bare_processor_bibliography (bare, (const char *const *) items->pdata);
      g_assert_cmpuint (entries->len, ==, g_strv_length (expected));
      for (guint j = 0; j < entries->len; j++)
        {
          g_autoptr (QuothCited) one = quoth_cited_new_take (NULL, g_strdup (expected[j]), j);
          const QuothCited *entry = g_ptr_array_index (entries, j);

          g_assert_cmpstr (entry->entry_html, ==, one->entry_html);
        }
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/citer/cites-in-text-and-in-the-bibliography", test_cite);
  ADD ("/citer/many-at-once", test_bibliography);
  ADD ("/citer/many-in-slices-as-at-once", test_slices);
  ADD ("/citer/takes-a-style-of-ones-own", test_add);

  return g_test_run ();
}
