#include "quoth-attach-job.h"
#include "quoth-import-job.h"
#include "quoth-reference-list.h"
#include "quoth-store-lookup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* References and the texts that belong to them, come they together or one after the other. */

#define WALL "TY  - NEWS\nTI  - Harbour wall to be raised\nAU  - Okafor, Ada\nT2  - The Herald\nDA  - 2023/08/14\n"
#define WALL_TEXT "The wall will be raised, said Jan van der Lind, the harbour engineer.\n"

typedef struct
{
  char         *folder;
  char         *inside;   /* what is imported */
  QuothModel   *model;
  QuothLibrary *library;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("quoth-join-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->inside = g_build_filename (fixture->folder, "inside", NULL);
  g_assert_cmpint (g_mkdir (fixture->inside, 0700), ==, 0);
  fixture->model = quoth_model_open_default (&error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = quoth_library_open (path, &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK)
                            ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
  quoth_model_unref (fixture->model);
  remove_all (fixture->folder);
  g_free (fixture->inside);
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->inside, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

/* Imports a file of the folder, or all of it, and says what became of each: "added joined same";
 * "reference" is added without a text. */
static void
import (Fixture    *fixture,
        const char *name,
        const char *expected)
{
  static const char *const names[] = { "added", "joined", "same", "near", "deleted", "note",
                                       "failed" };
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = g_build_filename (fixture->inside, name, NULL);
  g_autoptr (GString) outcomes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *report;
  guint n_without_text = 0;

  file = g_file_new_for_path (path);
  quoth_import_job_add_file (job, file);
  g_assert_true (quoth_import_job_run (job, NULL, &error));
  g_assert_no_error (error);
  report = quoth_import_job_get_report (job);
  for (guint i = 0; i < report->len; i++)
    {
      const QuothImportEntry *entry = g_ptr_array_index (report, i);

      g_string_append_printf (outcomes, "%s%s", i > 0 ? " " : "",
                              entry->lacks_text ? "reference" : names[entry->outcome]);
      n_without_text += entry->lacks_text;
    }
  g_assert_cmpstr (outcomes->str, ==, expected);
  g_assert_cmpuint (quoth_import_job_count_without_text (job), ==, n_without_text);
}

/* The library's articles, in the order in which they came in: "title|author|source|text" */
static void
assert_articles (Fixture    *fixture,
                 const char *expected)
{
  QuothStore *store = quoth_library_get_reader (fixture->library);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = quoth_store_list_articles (store, &error);
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (QuothArticle) article = quoth_store_load_article (store,
                                                                   g_ptr_array_index (ids, i),
                                                                   &error);
      const char *title, *author;

      g_assert_no_error (error);
      title = quoth_article_get_fact (article, QUOTH_FACT_TITLE);
      author = quoth_article_get_fact (article, QUOTH_FACT_AUTHOR);
      g_string_append_printf (list, "%s|%s|%s|%.8s\n", title != NULL ? title : "",
                              author != NULL ? author : "",
                              quoth_article_get_source (article)->name,
                              quoth_article_get_text (article));
    }
  g_assert_cmpstr (list->str, ==, expected);
}

static void
test_attached (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "export.ris", WALL "L1  - files/12/wall.txt\nER  - \n"
                                     "TY  - NEWS\nTI  - Fares\nPY  - 2022\nER  - \n");
  write_file (fixture, "files/12/wall.txt", WALL_TEXT);
  import (fixture, "", "added reference");
  assert_articles (fixture,
                   "Harbour wall to be raised|Ada Okafor|wall.txt|The wall\nFares||export.ris|\n");
  g_assert_cmpint (quoth_store_count_quotes (quoth_library_get_reader (fixture->library)), ==, 1);

  import (fixture, "export.ris", "same same");
}

static void
test_named_twice (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "export.ris", WALL "L1  - wall.txt\nER  - \n"
                                     "TY  - NEWS\nTI  - Fares\nPY  - 2022\nL1  - wall.txt\nER  - \n");
  write_file (fixture, "wall.txt", WALL_TEXT);
  import (fixture, "", "added reference");
}

static void
test_same_name (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "wall.ris", WALL "ER  - \n");
  write_file (fixture, "wall.txt", WALL_TEXT);
  write_file (fixture, "two.bib",
              "@article{a, title = {One tide}, year = 2011} @article{b, title = {Two tides}, year = 2011}");
  write_file (fixture, "two.txt", "The tide of two is out, said Lotte Berg.\n");
  import (fixture, "", "reference reference added added");
  assert_articles (fixture, "One tide||two.bib|\nTwo tides||two.bib|\nHarbour wall to be raised|Ada Okafor|wall.txt|The wall\n"
                            "||two.txt|The tide\n");
}

static void
test_zotero_and_endnote (Fixture       *fixture,
                         gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "zotero.bib", "@article{a, title = {Tides}, year = 2011,\n"
                                     " file = {Snapshot:files/3/tides.html:text/html;Full:files/3/none.pdf:application/pdf}}");
  write_file (fixture, "files/3/tides.html", "<!doctype html><title>Tides</title><h1>Tides</h1>"
                                             "<p>The tide is out, said Lotte Berg, the warden of the long pier.</p>");
  write_file (fixture, "shelf.xml",
              "<xml><records><record><titles><title>Ramps</title></titles><urls><pdf-urls>"
                                    "<url>internal-pdf://77/ramps.txt</url></pdf-urls></urls></record></records></xml>");
  write_file (fixture, "shelf.Data/PDF/77/ramps.txt",
              "The ramps are shut, said Jan van der Lind.\n");
  import (fixture, "", "added added");
}

static void
test_never_outside (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *outside = g_build_filename (fixture->folder, "outside.txt", NULL);
  g_autofree char *link = g_build_filename (fixture->inside, "files", "linked.txt", NULL);
  g_autofree char *reference = g_strconcat (WALL "L1  - ../outside.txt\nL1  - files/../../outside.txt\n"
                                            "L1  - files/linked.txt\nL2  - ", outside, "\nLK  - file://", outside,
                                            "\nUR  - file://localhost", outside, "\nER  - \n", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (outside, "Nobody is to read that, said Lotte Berg.\n", -1, &error);
  g_assert_no_error (error);
  write_file (fixture, "export.ris", reference);
  write_file (fixture, "files/other.txt", "The tide is out, said Lotte Berg.\n");
  g_assert_cmpint (symlink (outside, link), ==, 0);
  import (fixture, "export.ris", "reference");
}

static void
test_later (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.ris", WALL "ER  - \nTY  - NEWS\nTI  - Fares\nPY  - 2022\nUR  - https://herald.example/fares\nER  - \n");
  write_file (fixture, "later.txt",
              "Harbour wall to be raised\n\nBy Lotte Berg\n\n14 August 2023\n\n" WALL_TEXT);
  write_file (fixture, "page.html",
              "<!doctype html><link rel='canonical' href='https://herald.example/fares'>"
                                    "<h1>Fares</h1><p>Fares will rise by a tenth, said Lotte Berg, who runs the ferry.</p>");
  import (fixture, "a.ris", "reference reference");
  import (fixture, "later.txt", "joined");
  import (fixture, "page.html", "joined");
  import (fixture, "later.txt", "same");
  import (fixture, "a.ris", "same same");
  assert_articles (fixture, "Harbour wall to be raised|Ada Okafor|later.txt|Harbour \nFares||page.html|Fares\n\nF\n");
  g_assert_cmpint (quoth_store_count_quotes (quoth_library_get_reader (fixture->library)), ==, 2);
}

static void
test_not_another (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  write_file (fixture, "a.ris", WALL "ER  - \n");
  write_file (fixture, "other-day.txt",
              "Harbour wall to be raised\n\n15 August 2023\n\n" WALL_TEXT);
  write_file (fixture, "no-day.txt",
              "Harbour wall to be raised\n\nThe wall is high enough, said Lotte Berg.\n");
  write_file (fixture, "other-title.txt",
              "Harbour wall to be left\n\n14 August 2023\n\nNo, said Lotte Berg.\n");
  import (fixture, "a.ris", "reference");
  import (fixture, "other-day.txt", "added");
  import (fixture, "no-day.txt", "added");
  import (fixture, "other-title.txt", "added");
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  GString *references = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 600; i++)
    {
      g_string_append_printf (references,
                              "TY  - NEWS\nTI  - Story %u\nUR  - https://all.example/\nER  - \n", i % 599);
      g_string_append_printf (expected, "%s%s", i > 0 ? " " : "", i == 599 ? "same" : "reference");
    }
  write_file (fixture, "many.ris", references->str);
  g_string_free (references, TRUE);
  import (fixture, "many.ris", expected->str);
}

/* The id of the first reference without a text; NULL when there is none */
static char *
dup_reference (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = quoth_store_list_references (quoth_library_get_reader (fixture->library), &error);

  g_assert_no_error (error);
  return list->len > 0
         ? g_strdup (((QuothReferenceEntry *) g_ptr_array_index (list, 0))->id) : NULL;
}

static gboolean
attach (Fixture       *fixture,
        const char    *id,
        const char    *name,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autofree char *path = g_build_filename (fixture->inside, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return quoth_attach_text (fixture->library, fixture->model, id, file, cancellable, error);
}

static gboolean
correct (QuothStore  *store,
         gpointer     data,
         GError     **error)
{
  g_autoptr (QuothFactEdits) edits = quoth_fact_edits_new ();

  quoth_fact_edits_set (edits, QUOTH_FACT_PUBLICATION, "Evening Herald");
  quoth_fact_edits_set (edits, QUOTH_FACT_AGENCY, NULL);
  return quoth_store_correct_facts (store, data, edits, error);
}

/* The page has another title, author and newspaper than the reference and the person say; its
 * address is new. */
static void
test_by_hand (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  QuothStore *store = quoth_library_get_reader (fixture->library);
  g_autoptr (QuothArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *none = NULL;

  write_file (fixture, "a.ris", WALL "ER  - \n");
  write_file (fixture, "page.html",
              "<!doctype html><link rel='canonical' href='https://bay.example/wall'>"
              "<meta property='og:site_name' content='Bay Online'><meta name='author' content='Lotte Berg'>"
              "<h1>Why the wall grows</h1><p>The wall will be raised, said Jan van der Lind, the engineer.</p>");
  import (fixture, "a.ris", "reference");
  id = dup_reference (fixture);
  g_assert_true (quoth_library_write (fixture->library, correct, id, &error));

  g_assert_true (attach (fixture, id, "page.html", NULL, &error));
  g_assert_no_error (error);
  none = dup_reference (fixture);
  g_assert_null (none);
  article = quoth_store_load_article (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_TITLE), ==,
                   "Harbour wall to be raised");
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_AUTHOR), ==, "Ada Okafor");
  g_assert_cmpuint (quoth_article_get_authors (article)->len, ==, 1);
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION), ==, "Evening Herald");
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_CANONICAL_URL), ==,
                   "https://bay.example/wall");
  g_assert_cmpstr (quoth_article_get_source (article)->name, ==, "page.html");
  g_assert_cmpuint (quoth_article_get_quotes (article)->len, ==, 1);
  g_assert_cmpint (quoth_store_count_articles (store), ==, 1);
}

static void
assert_refused (Fixture    *fixture,
                const char *id,
                const char *name,
                const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (attach (fixture, id, name, NULL, &error));
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_by_hand_refused (Fixture       *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *still = NULL;

  write_file (fixture, "a.ris", WALL "ER  - \n");
  write_file (fixture, "other.txt", "The tide is out, said Lotte Berg.\n");
  write_file (fixture, "text.txt", WALL_TEXT);
  write_file (fixture, "empty.txt", "\n");
  write_file (fixture, "two.jsonl", "{\"id\": \"a\", \"text\": \"The quay is wide.\"}\n"
                                    "{\"id\": \"b\", \"text\": \"The quay is long.\"}\n");
  import (fixture, "a.ris", "reference");
  import (fixture, "other.txt", "added");
  id = dup_reference (fixture);

  assert_refused (fixture, id, "a.ris", "no text");
  assert_refused (fixture, id, "empty.txt", "no text");
  assert_refused (fixture, id, "two.jsonl", "several articles");
  assert_refused (fixture, id, "other.txt", "in the library already");
  assert_refused (fixture, id, "none.txt", "");
  assert_refused (fixture, "nobody", "text.txt", "not in the library");
  g_cancellable_cancel (cancellable);
  g_assert_false (attach (fixture, id, "text.txt", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  still = dup_reference (fixture);
  g_assert_cmpstr (still, ==, id);
  g_assert_cmpint (quoth_store_count_quotes (quoth_library_get_reader (fixture->library)), ==, 1);

  g_clear_error (&error);
  g_assert_true (attach (fixture, id, "text.txt", NULL, &error));
  assert_refused (fixture, id, "text.txt", "has a text already");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/join/attached-files", test_attached },
    { "/join/a-file-named-twice", test_named_twice },
    { "/join/files-of-the-same-name", test_same_name },
    { "/join/zotero-and-endnote-folders", test_zotero_and_endnote },
    { "/join/nothing-outside-the-folder", test_never_outside },
    { "/join/text-that-comes-later", test_later },
    { "/join/not-another-article", test_not_another },
    { "/join/many-references-in-batches", test_many },
    { "/join/text-attached-by-hand", test_by_hand },
    { "/join/texts-that-cannot-be-attached", test_by_hand_refused },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
