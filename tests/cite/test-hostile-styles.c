/* Files that call themselves styles and are none, or would keep the processor busy for ever. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "installed-styles.h"

#define HEAD \
  "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" \
  "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\n" \
  "<info><title>Hostile</title><id>http://example.org/hostile</id></info>\n"
#define CITATION "<citation><layout><text variable=\"title\"/></layout></citation>\n"
#define TAIL "</style>\n"

typedef char *(*Make) (void);

static char *
make_circle (void)
{
  return g_strdup (HEAD "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\"><group><text macro=\"a\"/>"
                   "</group></macro>" CITATION TAIL);
}

/* Each macro calls the next one twice. */
static char *
make_doubling (void)
{
  GString *xml = g_string_new (HEAD);

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (xml, "<macro name=\"m%u\"><text macro=\"m%u\"/><text macro=\"m%u\"/></macro>\n",
                            i, i + 1, i + 1);
  g_string_append (xml, "<macro name=\"m40\"><text variable=\"title\"/></macro>"
                   "<citation><layout><text macro=\"m0\"/></layout></citation>" TAIL);

  return g_string_free (xml, FALSE);
}

static char *
make_chain (void)
{
  GString *xml = g_string_new (HEAD);

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (xml, "<macro name=\"m%u\"><text macro=\"m%u\"/></macro>\n", i, i + 1);
  g_string_append (xml, "<macro name=\"m5000\"><text variable=\"title\"/></macro>"
                   "<citation><layout><text macro=\"m0\"/></layout></citation>" TAIL);

  return g_string_free (xml, FALSE);
}

static char *
make_nested (void)
{
  GString *xml = g_string_new (HEAD "<citation><layout>");

  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "<group>");
  for (guint i = 0; i < 20000; i++)
    g_string_append (xml, "</group>");
  g_string_append (xml, "</layout></citation>" TAIL);

  return g_string_free (xml, FALSE);
}

static char *
make_huge (void)
{
  GString *xml = g_string_new (HEAD "<citation><layout>");

  while (xml->len < 64 * 1024 * 1024)
    g_string_append (xml, "<text variable=\"title\"/>\n");
  g_string_append (xml, "</layout></citation>" TAIL);

  return g_string_free (xml, FALSE);
}

static char *
make_entities (void)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\"?><!DOCTYPE style [<!ENTITY e0 \"haha\">");

  for (guint i = 1; i < 30; i++)
    g_string_append_printf (xml, "<!ENTITY e%u \"&e%u;&e%u;&e%u;&e%u;\">", i, i - 1, i - 1, i - 1,
                            i - 1);
  g_string_append (xml, "]><style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">"
                   "<info><title>&e29;</title><id>x</id></info>" CITATION TAIL);

  return g_string_free (xml, FALSE);
}

static char *
make_empty (void)
{
  return g_strdup ("");
}

static char *
make_prose (void)
{
  return g_strdup ("Who said what, and to whom?\n");
}

static char *
make_other_xml (void)
{
  return g_strdup ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><info/></svg>\n");
}

static char *
make_cut_off (void)
{
  return g_strdup (HEAD "<citation><layout><text variable=\"title\"/></layout></cita");
}

static char *
make_without_citation (void)
{
  return g_strdup (HEAD TAIL);
}

static char *
make_without_macro (void)
{
  return g_strdup (HEAD "<citation><layout><text macro=\"headline\"/></layout></citation>" TAIL);
}

static char *
make_unknown_element (void)
{
  return g_strdup (HEAD "<citation><layout><script>while (true) {}</script></layout></citation>" TAIL);
}

static char *
make_latin1 (void)
{
  return g_strdup (HEAD "<citation><layout prefix=\"\xE9\"><text variable=\"title\"/></layout></citation>" TAIL);
}

static char *
make_own_parent (void)
{
  return g_strdup ("<?xml version=\"1.0\"?><style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\"><info>"
                   "<title>Hostile</title><id>x</id><link rel=\"independent-parent\" href=\"x/hostile\"/></info>"
                   "</style>\n");
}

static char *
make_way_out (void)
{
  return g_strdup ("<?xml version=\"1.0\"?><style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\"><info>"
                   "<title>Hostile</title><id>x</id><link rel=\"independent-parent\" href=\"../../../etc/passwd\"/>"
                   "</info></style>\n");
}

/* Over these citeproc-js falls with an exception of JavaScript's own. */
static char *
make_bare_exception (void)
{
  return g_strdup (HEAD "<citation><layout><choose/></layout></citation>" TAIL);
}

static char *
make_late_exception (void)
{
  return g_strdup (HEAD "<citation><layout><choose><if type=\"book\" match=\"some\"/></choose></layout></citation>" TAIL);
}

static char *
make_silent (void)
{
  return g_strdup (HEAD "<citation><layout><text variable=\"genre\"/></layout></citation>" TAIL);
}

typedef struct
{
  const char *name;
  Make        make;
  int         code;
  const char *words;   /* in the message */
} Case;

static const Case cases[] = {
  { "circle", make_circle, QUOTH_CITE_ERROR_BROKEN_STYLE, "uses itself" },
  { "doubling", make_doubling, QUOTH_CITE_ERROR_BROKEN_STYLE, "too often" },
  { "chain", make_chain, QUOTH_CITE_ERROR_BROKEN_STYLE, "too deeply" },
  { "nested", make_nested, QUOTH_CITE_ERROR_BROKEN_STYLE, "damaged" },
  { "huge", make_huge, QUOTH_CITE_ERROR_BROKEN_STYLE, "too long" },
  { "entities", make_entities, QUOTH_CITE_ERROR_BROKEN_STYLE, "“" },
  { "empty", make_empty, QUOTH_CITE_ERROR_BROKEN_STYLE, "is no citation style" },
  { "prose", make_prose, QUOTH_CITE_ERROR_BROKEN_STYLE, "is no citation style" },
  { "other-xml", make_other_xml, QUOTH_CITE_ERROR_BROKEN_STYLE, "is no citation style" },
  { "cut-off", make_cut_off, QUOTH_CITE_ERROR_BROKEN_STYLE, "damaged in line" },
  { "without-citation", make_without_citation, QUOTH_CITE_ERROR_BROKEN_STYLE, "how to cite" },
  { "without-macro", make_without_macro, QUOTH_CITE_ERROR_BROKEN_STYLE, "“headline”" },
  { "unknown-element", make_unknown_element, QUOTH_CITE_ERROR_BROKEN_STYLE, "script" },
  { "latin1", make_latin1, QUOTH_CITE_ERROR_BROKEN_STYLE, "is no citation style" },
  { "own-parent", make_own_parent, QUOTH_CITE_ERROR_NO_STYLE, "isn't installed" },
  { "way-out", make_way_out, QUOTH_CITE_ERROR_NO_STYLE, "isn't installed" },
  { "bare-exception", make_bare_exception, QUOTH_CITE_ERROR_BROKEN_STYLE, "mistake in its rules" },
  { "late-exception", make_late_exception, QUOTH_CITE_ERROR_BROKEN_STYLE, "mistake in its rules" },
  { "silent", make_silent, QUOTH_CITE_ERROR_EMPTY, "nothing" },
};

typedef struct
{
  char           *folder;
  char           *path;
  QuothStyleList *styles;
  QuothCiter     *citer;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *own = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("quoth-hostile-XXXXXX", &error);
  g_assert_no_error (error);
  own = g_build_filename (fixture->folder, "own", NULL);
  fixture->path = g_build_filename (fixture->folder, "hostile.csl", NULL);
  fixture->styles = installed_styles_new (own);
  fixture->citer = quoth_citer_new (fixture->styles, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *own = g_build_filename (fixture->folder, "own", NULL);

  (void) data;
  g_assert_finalize_object (fixture->citer);
  g_assert_finalize_object (fixture->styles);
  g_remove (fixture->path);
  if (g_file_test (own, G_FILE_TEST_IS_DIR)) /* and empty: nothing that was refused is left there */
    g_assert_cmpint (g_rmdir (own), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
check_good_style (QuothCiter *citer)
{
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;

  cited = quoth_citer_cite (citer, "vancouver", NULL,
                            "{\"type\": \"webpage\", \"title\": \"Tides\"}", NULL, NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cited->entry, ==, "1. Tides.");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const Case *hostile = data;
  g_autofree char *xml = hostile->make ();
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothStyle) style = NULL;

  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  g_file_set_contents (fixture->path, xml, -1, &error);
  g_assert_no_error (error);
  style = quoth_citer_add_style (fixture->citer, file, NULL, &error);
  g_assert_error (error, QUOTH_CITE_ERROR, hostile->code);
  g_assert_null (style);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, hostile->words));
  check_good_style (fixture->citer);
}

/* A pipe that nobody writes to. */
static void
test_pipe (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (quoth_citer_add_style (fixture->citer, file, NULL, &error));
  g_assert_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_BROKEN_STYLE);
}

/* Whatever it is that keeps the processor busy: here it is the processor itself. */
static void
test_stopped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *processor = g_build_filename (fixture->folder, "endless.js", NULL);
  g_autoptr (QuothCiter) citer = quoth_citer_new (fixture->styles, processor);
  g_autoptr (QuothCited) cited = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  if (!installed_styles_or_skip (fixture->citer, fixture->styles))
    return;

  g_file_set_contents (processor, "module.exports = {Engine: function () { for (;;) try { for (;;); } catch (e) {} }};",
                       -1, &error);
  g_assert_no_error (error);
  cited = quoth_citer_cite (citer, "apa", NULL, "{}", NULL, NULL, &error);
  g_assert_error (error, QUOTH_CITE_ERROR, QUOTH_CITE_ERROR_TOO_LONG);
  g_assert_null (cited);
  g_assert_cmpint (g_remove (processor), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  /* The time limit in milliseconds; that there is one without this, test-citer says. */
  g_setenv ("JSC_watchdog", "3000", FALSE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile-styles/refused/%s", cases[i].name);

      g_test_add (path, Fixture, &cases[i], set_up, test_refused, tear_down);
    }
  g_test_add ("/hostile-styles/pipe-is-not-read", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/hostile-styles/endless-is-stopped", Fixture, NULL, set_up, test_stopped, tear_down);

  return g_test_run ();
}
