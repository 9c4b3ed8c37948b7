#include "quoth-export-job.h"

#include "library-fixture.h"
#include "quoth-quote-list.h"
#include "quoth-store-lookup.h"

#define STYLE "quoth-newsroom"

static QuothExportJob *
make_job (Fixture           *fixture,
          QuothExportFormat  format)
{
  g_autoptr (QuothStore) store = quoth_store_open (fixture->path, QUOTH_STORE_READ, NULL);
  g_autoptr (GPtrArray) ids = quoth_store_list_articles (store, NULL);
  QuothExportJob *job = quoth_export_job_new (fixture->path, format, NULL, STYLE, NULL);

  for (guint i = 0; i < ids->len; i++)
    quoth_export_job_add_article (job, g_ptr_array_index (ids, i));
  return job;
}

static char *
run (QuothExportJob  *job,
     GCancellable    *cancellable,
     GError         **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!quoth_export_job_run (job, stream, cancellable, error))
    return NULL;
  g_output_stream_close (stream, NULL, NULL);
  if (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)) == 0)
    return g_strdup ("");
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
test_all_formats (Fixture       *fixture,
                  gconstpointer  data G_GNUC_UNUSED)
{
  static const struct { QuothExportFormat format; const char *entry; } formats[] = {
    { QUOTH_EXPORT_BIBTEX, "@" },
    { QUOTH_EXPORT_BIBLATEX, "@" },
    { QUOTH_EXPORT_RIS, "TY  - " },
    { QUOTH_EXPORT_CSL_JSON, "\"type\": " },
    { QUOTH_EXPORT_JSONL, "\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (QuothExportJob) job = make_job (fixture, formats[i].format);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = run (job, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count (text, formats[i].entry), ==, 2);
    }
}

/* Chosen quotations of one article stand together where its first one was added; what is gone is
 * left out. */
static void
test_chosen (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothExportJob) job = quoth_export_job_new (fixture->path, QUOTH_EXPORT_CSV, NULL,
                                                         STYLE, NULL);
  g_autoptr (QuothQuery) query = quoth_query_new ();
  g_autoptr (QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr (QuothQuoteRow) row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_load (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), >, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  quoth_export_job_add_quote (job, "no-such-article", "no-such-quote");
  quoth_export_job_add_quote (job, quoth_quote_row_get_article_id (row),
                              quoth_quote_row_get_quote_id (row));
  quoth_export_job_add_quote (job, quoth_quote_row_get_article_id (row), "no-such-quote");
  text = run (job, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (text, "\r\n"), ==, 2);
  g_assert_nonnull (strstr (text, quoth_quote_row_get_quote_id (row)));
  g_assert_cmpuint (quoth_export_job_get_n_missing (job), ==, 1);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  static const struct { QuothExportFormat format; const char *text; } empty[] = {
    { QUOTH_EXPORT_CSL_JSON, "[\n]\n" },
    { QUOTH_EXPORT_RIS, "" },
    { QUOTH_EXPORT_BIBTEX, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (QuothExportJob) job = quoth_export_job_new (fixture->path, empty[i].format, NULL,
                                                             STYLE, NULL);
      g_autofree char *text = run (job, NULL, NULL);

      g_assert_cmpstr (text, ==, empty[i].text);
    }
}

static void
on_run_cb (GObject      *job G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
on_fraction_cb (QuothProgress *progress,
                GParamSpec    *pspec G_GNUC_UNUSED,
                double        *last)
{
  g_object_get (progress, "fraction", last, NULL);
}

static gboolean
run_to_file (QuothExportJob  *job,
             GFile           *file,
             GCancellable    *cancellable,
             GError         **error)
{
  GAsyncResult *result = NULL;
  gboolean done;

  quoth_export_job_run_async (job, file, cancellable, on_run_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = quoth_export_job_run_finish (job, result, error);
  g_object_unref (result);
  return done;
}

static void
test_file (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_strconcat (fixture->path, ".ris", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QuothExportJob) job = make_job (fixture, QUOTH_EXPORT_RIS);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  double fraction = 0;
  gboolean running = TRUE;

  g_signal_connect (quoth_export_job_get_progress (job), "notify::fraction",
                    G_CALLBACK (on_fraction_cb), &fraction);
  g_assert_true (run_to_file (job, file, NULL, &error));
  g_assert_no_error (error);
  while (fraction < 1)
    g_main_context_iteration (NULL, TRUE);
  g_object_get (quoth_export_job_get_progress (job), "running", &running, NULL);
  g_assert_false (running);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpuint (count (text, "ER  - "), ==, 2);
  g_unlink (path);
}

/* A file that was there stays as it was. */
static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *path = g_strconcat (fixture->path, ".ris", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (QuothExportJob) job = make_job (fixture, QUOTH_EXPORT_RIS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (run_to_file (job, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "as it was");
  g_unlink (path);
}

/* Cancelled while it writes: the stream cancels on its first bytes. */
typedef struct
{
  GFilterOutputStream  parent_instance;
  GCancellable        *cancellable;
} CancellingStream;

typedef GFilterOutputStreamClass CancellingStreamClass;

GType cancelling_stream_get_type (void);

G_DEFINE_TYPE (CancellingStream, cancelling_stream, G_TYPE_FILTER_OUTPUT_STREAM)

static gssize
cancelling_stream_write (GOutputStream  *stream,
                         const void     *buffer G_GNUC_UNUSED,
                         gsize           size,
                         GCancellable   *cancellable G_GNUC_UNUSED,
                         GError        **error G_GNUC_UNUSED)
{
  g_cancellable_cancel (((CancellingStream *) stream)->cancellable);
  return size;
}

static void
cancelling_stream_class_init (CancellingStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = cancelling_stream_write;
}

static void
cancelling_stream_init (CancellingStream *self G_GNUC_UNUSED)
{
}

static void
test_cancelled_while_writing (Fixture       *fixture,
                              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothExportJob) job = make_job (fixture, QUOTH_EXPORT_RIS);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_object_new (cancelling_stream_get_type (), "base-stream",
                                                   memory, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ((CancellingStream *) stream)->cancellable = cancellable;
  g_assert_false (quoth_export_job_run (job, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_library (void)
{
  g_autoptr (QuothExportJob) job =
    quoth_export_job_new ("/nonexistent/library.db", QUOTH_EXPORT_RIS, NULL, STYLE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (run (job, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/export-job/whole-library-in-all-formats", test_all_formats);
  ADD ("/export-job/chosen-quotations", test_chosen);
  ADD ("/export-job/nothing", test_nothing);
  ADD ("/export-job/file-and-progress", test_file);
  ADD ("/export-job/cancelled-before", test_cancelled);
  ADD ("/export-job/cancelled-while-writing", test_cancelled_while_writing);
  g_test_add_func ("/export-job/no-library", test_no_library);

  return g_test_run ();
}
