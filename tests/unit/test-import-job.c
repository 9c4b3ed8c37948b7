#include "quoth-import-job.h"
#include "quoth-intake.h"

#include <glib/gstdio.h>
#include <string.h>

#define HERON "Heron counted\n\n“There are nine herons on the lake,” said Mara Linnet, a keeper.\n"
#define OTTER "Otter seen\n\nMara Linnet said the otter had come back to the lake in spring.\n"

typedef struct
{
  char         *folder;
  QuothModel   *model;
  QuothLibrary *library;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("quoth-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->model = quoth_model_open_default (&error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = quoth_library_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
  quoth_model_unref (fixture->model);
  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
add_text (QuothImportJob *job,
          const char     *name,
          const char     *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  quoth_import_job_add_bytes (job, bytes, name);
}

/* "added:heron.txt:Heron counted same:…" */
static char *
describe (QuothImportJob *job)
{
  static const char *const names[] = { "added", "joined", "same", "near", "deleted", "note",
                                       "failed" };
  GPtrArray *report = quoth_import_job_get_report (job);
  GString *description = g_string_new (NULL);

  for (guint i = 0; i < report->len; i++)
    {
      const QuothImportEntry *entry = g_ptr_array_index (report, i);

      g_assert_cmpint (entry->reason != NULL, ==, entry->outcome >= QUOTH_OUTCOME_NOT_UNDERSTOOD);
      g_assert_cmpint (entry->article_id != NULL, ==,
                       entry->outcome < QUOTH_OUTCOME_NOT_UNDERSTOOD);
      g_string_append_printf (description, "%s%s:%s:%s", i > 0 ? " " : "", names[entry->outcome],
                              entry->file,
                              entry->title != NULL ? entry->title : "");
    }

  return g_string_free (description, FALSE);
}

static void
run (QuothImportJob *job,
     const char     *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *description = NULL;

  g_assert_true (quoth_import_job_run (job, NULL, &error));
  g_assert_no_error (error);
  description = describe (job);
  g_assert_cmpstr (description, ==, expected);
}

static gint64
count_articles (Fixture *fixture)
{
  return quoth_store_count_articles (quoth_library_get_reader (fixture->library));
}

static void
test_report (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);

  quoth_import_job_set_workers (job, 3);
  add_text (job, "heron.txt", HERON);
  add_text (job, "paper.pdf", "%PDF-1.4\n");
  add_text (job, "again.txt", HERON);
  add_text (job, "otter.txt", OTTER);
  add_text (job, "empty.txt", "");
  run (job, "added:heron.txt:Heron counted failed:paper.pdf: same:again.txt:Heron counted "
            "added:otter.txt:Otter seen failed:empty.txt:");
  g_assert_cmpuint (quoth_import_job_count (job, QUOTH_OUTCOME_ADDED), ==, 2);
  g_assert_cmpuint (quoth_import_job_count (job, QUOTH_OUTCOME_SAME), ==, 1);
  g_assert_cmpuint (quoth_import_job_count (job, QUOTH_OUTCOME_DELETED_BEFORE), ==, 0);
  g_assert_cmpuint (quoth_import_job_count (job, QUOTH_OUTCOME_FAILED), ==, 2);
  g_assert_cmpint (count_articles (fixture), ==, 2);
}

static void
test_article (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (QuothArticle) article = NULL;
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GError) error = NULL;
  const QuothImportEntry *entry;

  add_text (job, "heron.txt", HERON);
  run (job, "added:heron.txt:Heron counted");
  entry = g_ptr_array_index (quoth_import_job_get_report (job), 0);
  article = quoth_store_load_article (quoth_library_get_reader (fixture->library),
                                      entry->article_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quoth_article_get_quotes (article)->len, ==, 1);
  g_assert_nonnull (quoth_article_get_fact (article, QUOTH_FACT_ACCESSED));
  source = quoth_store_load_source (quoth_library_get_reader (fixture->library), entry->article_id,
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (source, NULL), g_bytes_get_size (source), HERON,
                   strlen (HERON));
}

static gboolean
delete_article (QuothStore  *store,
                gpointer     data,
                GError     **error)
{
  return quoth_store_delete_article (store, data, error);
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) first = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (QuothImportJob) second = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (QuothImportJob) third = quoth_import_job_new (fixture->library, fixture->model);
  const QuothImportEntry *entry;
  const QuothImportEntry *restored;

  add_text (first, "heron.txt", HERON);
  run (first, "added:heron.txt:Heron counted");
  entry = g_ptr_array_index (quoth_import_job_get_report (first), 0);
  g_assert_true (quoth_library_write (fixture->library, delete_article, entry->article_id, NULL));
  g_assert_cmpint (count_articles (fixture), ==, 0);

  add_text (second, "heron.txt", HERON);
  run (second, "deleted:heron.txt:Heron counted");
  g_assert_cmpint (count_articles (fixture), ==, 0);

  add_text (third, "heron.txt", HERON);
  quoth_import_job_set_restore (third, TRUE);
  run (third, "added:heron.txt:Heron counted");
  restored = g_ptr_array_index (quoth_import_job_get_report (third), 0);
  g_assert_cmpstr (restored->article_id, ==, entry->article_id);
  g_assert_cmpint (count_articles (fixture), ==, 1);
}

static void
test_near_same (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  static const char story[] = "Lake freezes over\n\nThe lake froze from the northern shore to the island on Monday, "
                              "and by the evening children were skating between the moored boats, %s.\n\n"
                              "“The ice will carry a horse,” said Mara Linnet, a keeper.\n";
  static const struct {
    QuothNearChoice  choice;
    const char      *expected;
    guint            n_held;
    gint64           n_articles;
  } cases[] = {
    { QUOTH_NEAR_SKIP, "near:second.txt:Lake freezes over", 0, 1 },
    { QUOTH_NEAR_HOLD, "near:second.txt:Lake freezes over", 1, 1 },
    { QUOTH_NEAR_KEEP, "added:second.txt:Lake freezes over", 0, 2 },
  };
  g_autoptr (QuothImportJob) first = quoth_import_job_new (fixture->library, fixture->model);
  g_autofree char *one = g_strdup_printf (story, "as they had not done for years");
  g_autofree char *other = g_strdup_printf (story, "as they used to");

  add_text (first, "first.txt", one);
  run (first, "added:first.txt:Lake freezes over");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
      const QuothImportEntry *entry;

      quoth_import_job_set_near_choice (job, cases[i].choice);
      add_text (job, "second.txt", other);
      run (job, cases[i].expected);
      entry = g_ptr_array_index (quoth_import_job_get_report (job), 0);
      g_assert_cmpstr (entry->near_title, ==, "Lake freezes over");
      g_assert_cmpuint (quoth_import_job_count_held (job), ==, cases[i].n_held);
      g_assert_cmpint (count_articles (fixture), ==, cases[i].n_articles);
    }
}

/* What is there already isn't analysed again: it has no quotes after it was read. */
static void
test_same_not_analysed (Fixture       *fixture,
                        gconstpointer  data G_GNUC_UNUSED)
{
  QuothIntake intake = { .library = fixture->library };
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (QuothArticle) article = quoth_article_new (NULL);
  g_autoptr (QuothArticle) other = quoth_article_new (NULL);
  QuothInput input = { .name = (char *) "heron.txt" };
  QuothExtracted extracted = { .input = &input };

  add_text (job, "heron.txt", HERON);
  run (job, "added:heron.txt:Heron counted");
  quoth_article_set_text (article, HERON);
  quoth_article_classify (article, fixture->model);
  g_assert_false (quoth_intake_prepare (&extracted, article, &intake));
  quoth_article_set_text (other, OTTER);
  quoth_article_classify (other, fixture->model);
  g_assert_true (quoth_intake_prepare (&extracted, other, &intake));
  g_ptr_array_unref (extracted.prepared);
}

static void
count_entry_cb (const QuothImportEntry *entry G_GNUC_UNUSED,
                gpointer                data)
{
  (*(guint *) data)++;
}

/* What a reader does not understand is said beside what became of the article. */
static void
test_notes (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  guint n_entries = 0;

  quoth_import_job_set_func (job, count_entry_cb, &n_entries);
  add_text (job, "heron.html", "<meta charset=martian><title>Heron counted</title><p>“There are nine hérons on the lake "
            "to-day,” said Mara Linnet, a keeper.</p>\xe9");
  run (job, "added:heron.html:Heron counted note:heron.html:");
  g_assert_cmpuint (n_entries, ==, 2);
  g_assert_cmpuint (quoth_import_job_count (job, QUOTH_OUTCOME_NOT_UNDERSTOOD), ==, 1);
}

static void
test_absent_file (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.txt");

  quoth_import_job_add_file (job, file);
  quoth_import_job_add_named_file (job, file, "my file");
  run (job, "failed:at-all.txt: failed:my file:");
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);

  run (job, "");
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_text (job, "heron.txt", HERON);
  g_cancellable_cancel (cancellable);
  g_assert_false (quoth_import_job_run (job, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (quoth_import_job_get_report (job)->len, ==, 0);
  g_assert_cmpint (count_articles (fixture), ==, 0);
}

typedef struct
{
  GMainLoop    *loop;
  GCancellable *cancellable;
  double        cancel_at;
  double        fraction;
  guint         n_notified;
  gint64        cancelled_at;
  gboolean      done;
  GError       *error;
} Watch;

static void
on_fraction_cb (QuothProgress *progress,
                GParamSpec    *pspec G_GNUC_UNUSED,
                Watch         *watch)
{
  double fraction;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_object_get (progress, "fraction", &fraction, NULL);
  g_assert_cmpfloat (fraction, >=, watch->fraction);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->fraction = fraction;
  watch->n_notified++;
  if (fraction >= watch->cancel_at && watch->cancelled_at == 0)
    {
      watch->cancelled_at = g_get_monotonic_time ();
      g_cancellable_cancel (watch->cancellable);
    }
}

static void
on_run_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Watch *watch = data;

  if (watch->cancelled_at != 0)
    g_test_message ("ended %.1f ms after the cancel",
                    (g_get_monotonic_time () - watch->cancelled_at) / 1000.0);
  watch->done = quoth_import_job_run_finish (QUOTH_IMPORT_JOB (source), result, &watch->error);
  g_main_loop_quit (watch->loop);
}

static void
watch_job (QuothImportJob *job,
           Watch          *watch)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  watch->loop = loop;
  watch->cancellable = cancellable;
  g_signal_connect (quoth_import_job_get_progress (job), "notify::fraction",
                    G_CALLBACK (on_fraction_cb), watch);
  quoth_import_job_run_async (job, cancellable, on_run_cb, watch);
  g_main_loop_run (loop);

  /* The task lets go of the job on its own thread, a moment later. */
  while (g_atomic_int_get (&G_OBJECT (job)->ref_count) > 1)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
add_many (QuothImportJob *job,
          guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *text = g_strdup_printf ("Heron counted\n\n“Heron %u ate %u fish, %u frogs and %u eels,” "
                                               "said Mara Linnet, keeper %u.\n", i, i, i, i, i);

      add_text (job, name, text);
    }
}

static void
test_progress (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  Watch watch = { .cancel_at = 2 };
  gboolean running;
  guint n_files;
  guint n_articles;
  guint64 n_bytes;

  add_many (job, 30);
  add_text (job, "empty.txt", "");
  watch_job (job, &watch);
  g_assert_no_error (watch.error);
  g_assert_true (watch.done);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_get (quoth_import_job_get_progress (job), "running", &running, "n-files", &n_files,
                "n-articles", &n_articles, "n-bytes", &n_bytes, NULL);
  g_assert_false (running);
  g_assert_cmpuint (n_files, ==, 31);
  g_assert_cmpuint (n_articles, ==, 30);
  g_assert_cmpuint (n_bytes, >, 30 * strlen ("Heron counted"));
  g_assert_cmpfloat (watch.fraction, ==, 1);
  g_assert_cmpuint (watch.n_notified, >, 1);
  g_assert_cmpint (count_articles (fixture), ==, 30);
}

static void
test_cancelled_during (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothImportJob) job = quoth_import_job_new (fixture->library, fixture->model);
  Watch watch = { .cancel_at = 0.05 };
  guint n_added;

  add_many (job, 400);
  watch_job (job, &watch);
  g_assert_error (watch.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&watch.error);
  n_added = quoth_import_job_count (job, QUOTH_OUTCOME_ADDED);
  g_assert_cmpuint (n_added, >, 0);
  g_assert_cmpuint (n_added, <, 400);
  g_assert_cmpuint (n_added, ==, quoth_import_job_get_report (job)->len);
  g_assert_cmpint (count_articles (fixture), ==, n_added);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/import-job/report", test_report);
  TEST ("/import-job/article", test_article);
  TEST ("/import-job/deleted", test_deleted);
  TEST ("/import-job/near-same", test_near_same);
  TEST ("/import-job/notes", test_notes);
  TEST ("/import-job/same-is-not-analysed-again", test_same_not_analysed);
  TEST ("/import-job/absent-file", test_absent_file);
  TEST ("/import-job/nothing", test_nothing);
  TEST ("/import-job/progress", test_progress);
  TEST ("/import-job/cancelled/before", test_cancelled_before);
  TEST ("/import-job/cancelled/during", test_cancelled_during);
#undef TEST

  return g_test_run ();
}
