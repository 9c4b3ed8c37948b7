#include <glib/gstdio.h>
#include <jsc/jsc.h>
#include <string.h>

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
  g_assert_cmpstr (cited->entry, ==,
                   "Quill, A. (2025, March 4). Harbour reopens. The Evening Bell, 4. "
                   "https://example.org/harbour?a=1&b='2'");
  g_assert_cmpstr (cited->entry_html, ==,
                   "Quill, A. (2025, March 4). Harbour reopens. <i>The Evening Bell</i>, 4. "
                   "<a href=\"https://example.org/harbour?a=1&#38;b='2'\">"
                   "https://example.org/harbour?a=1&#38;b='2'</a>");

  again = quoth_citer_recall (fixture->citer, "apa", NULL, ITEM, NULL);
  g_assert_true (again == cited);
}

/* What looks like a tag in a headline is part of it. */
static void
test_tags (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  cited = quoth_citer_cite (fixture->citer, "apa", NULL, "{\"type\": \"webpage\", \"title\": "
                            "\"Why <i>this</i> is <script>bold</script> & 1 < 2\", \"URL\": \"https://x.example/<b>\"}",
                            NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->entry, ==, "Why <i>this</i> is <script>bold</script> & 1 < 2. (n.d.). https://x.example/<b>");
  g_assert_null (strstr (cited->entry_html, "<script"));
  g_assert_nonnull (strstr (cited->entry_html, "&#60;script"));
  g_assert_null (strstr (cited->entry_html, "<b>"));
}

/* A British headline's marks are American ones in an American style; an apostrophe stays. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (QuothCited) doubtful = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  cited = quoth_citer_cite (fixture->citer, "apa", NULL,
                            "{\"type\": \"webpage\", \"title\": \"‘It’s over’ for the mill\"}", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->entry, ==, "“It’s over” for the mill. (n.d.).");
  doubtful = quoth_citer_cite (fixture->citer, "apa", NULL,
                               "{\"type\": \"webpage\", \"title\": \"‘Over’ says miners’ club\"}", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (doubtful->entry, ==, "‘Over’ says miners’ club. (n.d.).");
}

/* What ends a title, and the comma that the style puts behind it. */
static void
test_comma_after_mark (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct { const char *style; const char *title; const char *shown; } cases[] = {
    { "ieee", "Who rang?", "“Who rang?” *Bell*" },
    { "ieee", "Ring now!", "“Ring now!” *Bell*" },
    { "ieee", "Guard asks “who rang?”", "“Guard asks ‘who rang?’” *Bell*" },
    { "ieee", "Bell rings", "“Bell rings,” *Bell*" },
    { "ieee-access", "Who rang?", "“Who rang?” *Bell*" },
    { "chicago-fullnote-bibliography", "Who rang?", "“Who Rang?,” *Bell*" },
  };

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *item = NULL;
      g_autofree char *pattern = g_strconcat ("*", cases[i].shown, "*", NULL);
      g_autoptr (QuothCited) cited = NULL;
      g_autoptr (GError) error = NULL;

      item = g_strdup_printf ("{\"type\": \"article-newspaper\", \"title\": \"%s\", "
                              "\"container-title\": \"Bell\"}", cases[i].title);
      cited = quoth_citer_cite (fixture->citer, cases[i].style, "en-US", item, NULL, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s: %s / %s", cases[i].style, cited->citation, cited->entry);
      g_assert_true (g_pattern_match_simple (pattern, cited->entry) ||
                     g_pattern_match_simple (pattern, cited->citation));
    }
}

static void
test_locale (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QuothCited) american = NULL;
  g_autoptr (QuothCited) welsh = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  american = quoth_citer_cite (fixture->citer, "apa", NULL, ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  welsh = quoth_citer_cite (fixture->citer, "apa", "cy-GB", ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (american->entry, "2025, March 4"));
  g_assert_nonnull (strstr (welsh->entry, "2025, Mawrth 4"));
}

/* Most journals' styles only name another one. */
static void
test_parent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (QuothStyle) style = NULL;
  g_autoptr (QuothStyle) rules = NULL;
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (QuothCited) parents = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  style = quoth_style_list_find (fixture->styles, "nature-physics");
  g_assert_cmpstr (quoth_style_get_parent_id (style), ==, "nature");
  rules = quoth_style_list_find_rules (fixture->styles, style);
  g_assert_cmpstr (quoth_style_get_id (rules), ==, "nature");
  cited = quoth_citer_cite (fixture->citer, "nature-physics", NULL, ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  parents = quoth_citer_cite (fixture->citer, "nature", "en-GB", ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->entry_html, ==, parents->entry_html);
}

static void
test_locator (Fixture       *fixture,
              gconstpointer  data)
{
  const QuothCiteParameters parameters = { .locator = "3", .label = "paragraph", .prefix = "see ",
                                           .suffix = ", in part" };
  const QuothCiteParameters narrative = { .suppress_author = TRUE };
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (QuothCited) suppressed = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  cited = quoth_citer_cite (fixture->citer, "apa", NULL, ITEM, &parameters, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->citation, ==, "(see Quill, 2025, para. 3, in part)");
  suppressed = quoth_citer_cite (fixture->citer, "apa", NULL, ITEM, &narrative, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suppressed->citation, ==, "(2025)");
}

/* No machine code, and no call into the processor without an end. */
static void
test_options (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;
  gboolean jit = TRUE;
  guint limit = 0;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  cited = quoth_citer_cite (fixture->citer, "vancouver", NULL, ITEM, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jsc_options_get_boolean (JSC_OPTIONS_USE_JIT, &jit));
  g_assert_false (jit);
  g_assert_true (jsc_options_get_uint ("watchdog", &limit));
  g_assert_cmpuint (limit, ==, 10000);
}

static void
test_errors (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *style;
    const char *item;
    int         code;
  } cases[] = {
    { "no-such-style", ITEM, QUOTH_CITE_ERROR_NO_STYLE },
    { "../styles/apa", ITEM, QUOTH_CITE_ERROR_NO_STYLE },
    { QUOTH_STYLE_NEWSROOM, ITEM, QUOTH_CITE_ERROR_BUILT_IN },
    { "apa", "no JSON", QUOTH_CITE_ERROR_ITEM },
    { "apa", "[1, 2]", QUOTH_CITE_ERROR_ITEM },
  };

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (quoth_citer_cite (fixture->citer, cases[i].style, NULL, cases[i].item, NULL,
                                       NULL, &error));
      g_assert_error (error, QUOTH_CITE_ERROR, cases[i].code);
    }
}

static void
on_cited_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  int *code = data;

  g_assert_null (quoth_citer_cite_finish (QUOTH_CITER (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *code = error->code;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int code = 0;

  (void) data;
  quoth_citer_cite_async (fixture->citer, "apa", NULL, ITEM, NULL, cancellable, on_cited_cb, &code);
  g_cancellable_cancel (cancellable);
  while (code == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (code, ==, G_IO_ERROR_CANCELLED);
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
      entries = quoth_citer_bibliography (fixture->citer, ids[i], "en-GB",
                                          (const char *const *) items->pdata, NULL,
                                          &error);
      g_assert_no_error (error);
      bare = bare_processor_new (g_getenv ("QUOTH_CITEPROC"), quoth_style_get_path (style), "en-GB",
                                 locales);
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
  ADD ("/citer/tags-in-a-title-are-text", test_tags);
  ADD ("/citer/marks-in-a-title-follow-the-style", test_marks);
  ADD ("/citer/comma-after-a-titles-own-mark", test_comma_after_mark);
  ADD ("/citer/language-is-the-one-asked-for", test_locale);
  ADD ("/citer/follows-the-parents-rules", test_parent);
  ADD ("/citer/locator-and-affixes", test_locator);
  ADD ("/citer/is-bounded", test_options);
  ADD ("/citer/says-what-is-wrong", test_errors);
  ADD ("/citer/cancels", test_cancelled);
  ADD ("/citer/many-at-once", test_bibliography);
  ADD ("/citer/many-in-slices-as-at-once", test_slices);
  ADD ("/citer/takes-a-style-of-ones-own", test_add);

  return g_test_run ();
}
