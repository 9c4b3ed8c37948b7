#include "library-fixture.h"
#include "quoth-quote-list.h"

#define FERRY "6f1d2a50-0000-4000-8000-000000000001"

static void
on_changed_cb (QuothLibrary *library G_GNUC_UNUSED,
               gpointer      user_data)
{
  guint *count = user_data;

  g_assert_true (g_main_context_is_owner (NULL));
  (*count)++;
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError **error = user_data;
  g_autoptr(GError) local = NULL;

  quoth_library_write_finish (QUOTH_LIBRARY (source), result, &local);
  if (local == NULL)
    local = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "done");
  *error = g_steal_pointer (&local);
}

static void
wait_for_error (GError **error)
{
  guint timeout = g_timeout_add_seconds (60, fixture_on_timeout_cb, NULL);

  while (*error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

static void
test_edits (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  QuothStore *reader = quoth_library_get_reader (fixture->library);
  g_autoptr(QuothArticle) article = NULL;
  g_autoptr(GError) error = NULL;
  const char *id;

  article = quoth_store_load_article (reader, FERRY, &error);
  g_assert_no_error (error);
  id = quoth_quote_get_id (g_ptr_array_index (quoth_article_get_quotes (article), 0));

  quoth_library_set_state_async (fixture->library, id, QUOTH_STATE_REJECTED, NULL, on_written_cb,
                                 &error);
  wait_for_error (&error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (quoth_store_count_quotes (reader), ==, 4);

  quoth_library_delete_article_async (fixture->library, FERRY, NULL, on_written_cb, &error);
  wait_for_error (&error);
  g_clear_error (&error);
  g_assert_cmpint (quoth_store_count_articles (reader), ==, 1);

  quoth_library_restore_article_async (fixture->library, FERRY, NULL, on_written_cb, &error);
  wait_for_error (&error);
  g_clear_error (&error);
  g_assert_cmpint (quoth_store_count_articles (reader), ==, 2);

  quoth_library_delete_article_async (fixture->library, "nobody", NULL, on_written_cb, &error);
  wait_for_error (&error);
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_flushed (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  QuothStore *reader = quoth_library_get_reader (fixture->library);
  g_autoptr(GError) error = NULL;

  quoth_library_delete_article_async (fixture->library, FERRY, NULL, on_written_cb, &error);
  quoth_library_flush (fixture->library);
  g_assert_cmpint (quoth_store_count_articles (reader), ==, 1);
  g_assert_null (error);
  wait_for_error (&error);
}

static void
test_cancelled_before (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  quoth_library_delete_article_async (fixture->library, FERRY, cancellable, on_written_cb, &error);
  wait_for_error (&error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (quoth_store_count_articles (quoth_library_get_reader (fixture->library)), ==, 2);
}

static gboolean
touch (QuothStore  *store G_GNUC_UNUSED,
       gpointer     data,
       GError     **error G_GNUC_UNUSED)
{
  g_atomic_int_inc ((gint *) data);
  return TRUE;
}

static void
test_changed_is_gathered (Fixture       *fixture,
                          gconstpointer  data G_GNUC_UNUSED)
{
  gint written = 0;
  guint n = 0;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed_cb), &n);
  for (guint i = 0; i < 100; i++)
    fixture_write (fixture, touch, &written);
  g_assert_cmpint (written, ==, 100);
  g_assert_cmpuint (n, ==, 0);
  fixture_wait (&n);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
}

static gboolean
on_too_late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* While much is written what has changed is said ever less often, but not to somebody who changes
 * something. */
static void
test_edit_is_said_at_once (Fixture       *fixture,
                           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GError) written = NULL;
  gboolean too_late = FALSE;
  gint n_written = 0;
  guint n = 0;
  guint timeout;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (on_changed_cb), &n);
  for (guint i = 0; i < 3; i++)
    {
      n = 0;
      fixture_write (fixture, touch, &n_written);
      fixture_wait (&n);
    }

  n = 0;
  fixture_write (fixture, touch, &n_written);
  quoth_library_write_async (fixture->library, touch, &n_written, NULL, NULL, on_written_cb,
                             &written);
  while (written == NULL)
    g_main_context_iteration (NULL, TRUE);
  timeout = g_timeout_add_full (G_PRIORITY_LOW, 500, on_too_late_cb, &too_late, NULL);
  fixture_wait (&n);
  g_assert_false (too_late);
  g_source_remove (timeout);
}

static gpointer
write_from_thread (gpointer data)
{
  Fixture *fixture = data;
  static gint written;

  for (guint i = 0; i < 50; i++)
    fixture_write (fixture, touch, &written);

  return NULL;
}

static void
test_many_threads (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("test", write_from_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* Runs until it is cancelled. */
static gpointer
read_for_ever (QuothStore    *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_atomic_int_set ((gint *) data, 1);
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    quoth_store_count_quotes (store);

  return NULL;
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError **error = user_data;

  g_assert_null (quoth_library_read_finish (QUOTH_LIBRARY (source), result, error));
}

static gpointer
read_slowly (QuothStore    *store,
             gpointer       data,
             GCancellable  *cancellable G_GNUC_UNUSED,
             GError       **error)
{
  g_atomic_int_set ((gint *) data, 1);
  quoth_store_check (store, error);
  return NULL;
}

static void
test_reading_is_cancelled (Fixture       *fixture,
                           gconstpointer  data G_GNUC_UNUSED)
{
  const QuothReadFunc funcs[] = { read_for_ever, read_slowly };

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      gint begun = 0;

      quoth_library_read_async (fixture->library, funcs[i], &begun, NULL, NULL, cancellable,
                                on_read_cb,
                                &error);
      while (!g_atomic_int_get (&begun))
        g_thread_yield ();
      g_cancellable_cancel (cancellable);
      wait_for_error (&error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_closed_at_once (void)
{
  g_autofree char *path = sample_path ();

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(GError) error = NULL;
      QuothLibrary *library = quoth_library_open (path, &error);
      gint written = 0;

      g_assert_no_error (error);
      if (i % 2 == 0)
        quoth_library_write (library, touch, &written, &error);
      g_assert_finalize_object (library);
    }
  sample_remove (path);
}

static void
test_unwritable (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (quoth_library_open ("/proc/quoth/library.db", &error));
  g_assert_nonnull (error);
}

static void
test_pending_index (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = NULL;
  g_autoptr(QuothQuoteList) list = NULL;
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(QuothStore) store = NULL;
  static const SampleQuote quotes[] = {
    { "zebras", NULL, NULL, NULL, NULL, QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT },
  };
  QuothAddResult result;

  article = sample_article (NULL, NULL, NULL, NULL, "They want zebras.", quotes, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (quoth_store_add_article (store, article, &result, NULL, &error));
  g_clear_object (&store);

  /* what was not indexed by then is when the library is opened next */
  fixture->library = quoth_library_open (fixture->path, &error);
  g_assert_no_error (error);
  quoth_library_flush (fixture->library);
  quoth_query_set_search (query, "zebra");
  list = quoth_quote_list_new (fixture->library, query);
  g_assert_true (quoth_quote_list_load (list, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

static gint64
get_size (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                            NULL);
  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* Bytes that no packing makes smaller */
static GBytes *
make_noise (gsize size)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autofree guint32 *words = g_new (guint32, size / sizeof (guint32));

  for (gsize i = 0; i < size / sizeof (guint32); i++)
    words[i] = g_rand_int (rand);

  return g_bytes_new_take (g_steal_pointer (&words), size);
}

/* What was written comes into the library's file beside the writer, not at the end only. */
static void
test_taken_over (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = NULL;
  gsize size = 5000 * 4096;
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  article = sample_article (NULL, NULL, NULL, NULL, "They want zebras.", NULL, 0);
  quoth_article_get_source (article)->bytes = make_noise (size);
  fixture_write (fixture, fixture_add, article);

  while (get_size (fixture->path) < (gint64) size && g_get_monotonic_time () < until)
    g_usleep (1000);
  g_assert_cmpint (get_size (fixture->path), >=, (gint64) size);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/library/edits-reach-the-store", test_edits);
  ADD ("/library/flushed-before-the-end", test_flushed);
  ADD ("/library/cancelled-before-it-begins", test_cancelled_before);
  ADD ("/library/changed-is-gathered", test_changed_is_gathered);
  ADD ("/library/edit-is-said-at-once", test_edit_is_said_at_once);
  ADD ("/library/many-threads-write", test_many_threads);
  ADD ("/library/reading-is-cancelled", test_reading_is_cancelled);
  ADD ("/library/pending-index-is-made-good", test_pending_index);
  ADD ("/library/log-is-taken-over", test_taken_over);
  g_test_add_func ("/library/closed-at-once", test_closed_at_once);
  g_test_add_func ("/library/unwritable-place", test_unwritable);

  return g_test_run ();
}
