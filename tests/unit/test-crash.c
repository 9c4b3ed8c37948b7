/* A writer is killed at random moments: what it had reported must be there, and every article
 * whole. */
#include <gio/gio.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>

#include "library-samples.h"

#define N_KILLS 12
#define N_QUOTES 20

static QuothArticle *
make_article (guint64 number)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *id = g_uuid_string_random ();
  QuothArticle *article = quoth_article_new (id);
  QuothEntity *entity;

  for (guint i = 0; i < N_QUOTES; i++)
    g_string_append_printf (text, "Word%u of %" G_GUINT64_FORMAT ". ", i, number);
  quoth_article_set_text (article, text->str);
  quoth_article_get_source (article)->bytes = g_bytes_new (text->str, text->len);
  entity = quoth_entity_new ("e1", QUOTH_ENTITY_PERSON, "Ann Example");
  g_ptr_array_add (quoth_article_get_entities (article), entity);
  for (guint i = 0; i < N_QUOTES; i++)
    {
      g_autofree char *words = g_strdup_printf ("Word%u of", i);
      const SampleQuote sample = { words, NULL, "Ann Example", NULL, NULL, QUOTH_QUOTE_INDIRECT,
                                   QUOTH_QUOTE_STATEMENT };

      sample_add_quote (article, &sample);
    }

  return article;
}

/* Adds more articles than it will live for and says which are in. */
static int
run_writer (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QuothStore) store = quoth_store_open (path, QUOTH_STORE_WRITE, &error);
  guint64 number = (guint64) g_get_real_time ();

  g_assert_no_error (error);
  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr(QuothArticle) article = make_article (number++);
      QuothAddResult result;

      quoth_store_add_article (store, article, &result, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result, ==, QUOTH_ADD_ADDED);
      printf ("%s\n", quoth_article_get_id (article));
      fflush (stdout);
      if (number % 7 == 0)
        quoth_store_finish_batch (store, &error);
      g_assert_no_error (error);
    }

  return 0;
}

/* Reads what it says, kills it after a while, and reads what it had still said. */
static void
run_and_kill (const char *path,
              GPtrArray  *reported)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GSubprocess) writer = NULL;
  g_autoptr(GDataInputStream) lines = NULL;
  guint n_before = (guint) g_random_int_range (0, 40);
  char *line;

  writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--writer", path,
                             NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (writer));
  for (guint i = 0; i <= n_before; i++)
    {
      line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
      g_ptr_array_add (reported, line);
    }
  g_usleep ((gulong) g_random_int_range (0, 3000));
  g_subprocess_send_signal (writer, SIGKILL);
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    g_ptr_array_add (reported, line);
  g_subprocess_wait (writer, NULL, NULL);
}

static void
assert_no_row (const char *path,
               const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static void
test_killed (void)
{
  g_autofree char *path = sample_path ();
  g_autoptr(GPtrArray) reported = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(QuothStore) store = NULL;

  for (guint i = 0; i < N_KILLS; i++)
    run_and_kill (path, reported);
  g_assert_cmpuint (reported->len, >=, N_KILLS);

  store = quoth_store_open (path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
  quoth_store_check (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < reported->len; i++)
    {
      g_autoptr(QuothArticle) article = quoth_store_load_article (store, reported->pdata[i],
                                                                  &error);

      g_assert_no_error (error);
      g_assert_cmpuint (quoth_article_get_quotes (article)->len, ==, N_QUOTES);
    }
  g_assert_cmpint (quoth_store_count_articles (store), <=, reported->len + N_KILLS);

  assert_no_row (path, "SELECT article.id FROM article LEFT JOIN quote ON article_id = article.id"
                       " GROUP BY article.id HAVING count (quote.id) <> 20");
  assert_no_row (path, "SELECT 1 FROM article WHERE source_sha256 NOT IN (SELECT sha256 FROM source_file)");
  assert_no_row (path, "SELECT 1 FROM quote WHERE id NOT IN (SELECT quote_id FROM quote_speaker)");
  quoth_store_finish_batch (store, &error);
  g_assert_no_error (error);
  assert_no_row (path,
                 "INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)");

  g_clear_object (&store);
  sample_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--writer"))
    return run_writer (argv[2]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/killed-writer-loses-nothing-it-reported", test_killed);

  return g_test_run ();
}
