/*
 * Importing pages beside a floor measured in the same run: a bare loop of the same parser and
 * analysis.
 *
 *   bench-import [N]
 *
 * Imports N pages (10,000 if not said), made from the public test sets' with words changed, in ten
 * batches into one library: all of them must be added. Exits with 77 when the sets are not there.
 */
#include <glib/gstdio.h>
#include <sched.h>
#include <stdlib.h>
#include <time.h>

#include "made-pages.h"
#include "quoth-import-job.h"

#define EXIT_SKIPPED 77
#define N_BATCHES 10
#define N_CANCELS 10
#define N_ROUNDS 3

typedef struct
{
  char         *folder;
  char         *pages;
  QuothModel   *model;
  QuothLibrary *library;
  MadePages    *made;
  guint         n_each;
  gboolean      failed;
} Bench;

typedef struct
{
  double processor;
  double wall;
} Time;

static Time
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (Time) { (double) now.tv_sec + (double) now.tv_nsec / 1e9,
                  (double) g_get_monotonic_time () / 1e6 };
}

static Time
get_since (Time start)
{
  Time now = get_time ();

  return (Time) { now.processor - start.processor, now.wall - start.wall };
}

static void
use_cores (int n)
{
  cpu_set_t set;

  CPU_ZERO (&set);
  for (int i = 0; i < n; i++)
    CPU_SET (i, &set);
  if (sched_setaffinity (0, sizeof set, &set) != 0)
    g_print ("(the number of cores can't be set here)\n");
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
}

static void
write_batch (Bench *bench,
             guint  number)
{
  empty_folder (bench->pages);
  made_pages_write (bench->made, bench->pages, number * bench->n_each, bench->n_each);
}

typedef struct
{
  Bench *bench;
  guint  next;
  guint  n_failed;
} Bare;

static gpointer
read_some (gpointer data)
{
  Bare *bare = data;
  Bench *bench = bare->bench;

  for (guint i = (guint) g_atomic_int_add (&bare->next, 1); i < bench->n_each;
       i = (guint) g_atomic_int_add (&bare->next, 1))
    {
      g_autofree char *name = g_strdup_printf ("%06u.html", i);
      g_autofree char *path = g_build_filename (bench->pages, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) articles = quoth_import_read_file (file, FALSE, NULL, NULL, NULL);

      if (articles == NULL ||
          !quoth_article_analyse (g_ptr_array_index (articles, 0), bench->model, NULL, NULL))
        g_atomic_int_inc (&bare->n_failed);
    }

  return NULL;
}

/* The bare loop over the first batch */
static Time
run_bare (Bench *bench,
          guint  n_threads)
{
  Bare bare = { bench, 0, 0 };
  Time start = get_time ();
  GThread *threads[2];

  for (guint i = 0; i < n_threads; i++)
    threads[i] = g_thread_new ("bare", read_some, &bare);
  for (guint i = 0; i < n_threads; i++)
    g_thread_join (threads[i]);
  if (bare.n_failed > 0)
    g_error ("%u pages can't be read", bare.n_failed);

  return get_since (start);
}

static void
open_library (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "library.db", NULL);
  g_autoptr (GError) error = NULL;

  bench->library = quoth_library_open (path, &error);
  g_assert_no_error (error);
}

static void
close_library (Bench    *bench,
               gboolean  take_away)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&bench->library);
  for (guint i = 0; take_away && i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (bench->folder, "/library.db", endings[i], NULL);

      g_remove (path);
    }
}

static QuothImportJob *
make_job (Bench *bench,
          guint  n_workers)
{
  QuothImportJob *job = quoth_import_job_new (bench->library, bench->model);
  g_autoptr (GFile) folder = g_file_new_for_path (bench->pages);

  quoth_import_job_set_workers (job, n_workers);
  quoth_import_job_set_near_choice (job, QUOTH_NEAR_KEEP);
  quoth_import_job_add_file (job, folder);

  return job;
}

/* Imports the batch that is written. */
static Time
run_job (Bench *bench,
         guint  n_workers)
{
  g_autoptr (QuothImportJob) job = make_job (bench, n_workers);
  g_autoptr (GError) error = NULL;
  Time start = get_time ();
  Time taken;
  guint n_added;

  quoth_import_job_run (job, NULL, &error);
  taken = get_since (start);
  g_assert_no_error (error);
  n_added = quoth_import_job_count (job, QUOTH_OUTCOME_ADDED);
  if (n_added != bench->n_each)
    g_error ("%u of %u pages were added", n_added, bench->n_each);

  return taken;
}

static void
say (Bench      *bench,
     const char *what,
     double      value,
     double      bar,
     gboolean    at_least)
{
  gboolean met = at_least ? value >= bar : value <= bar;

  g_print ("%-66s %7.2f (%s %.2f)%s\n", what, value, at_least ? "at least" : "at most", bar,
           met ? "" : "  MISSED");
  bench->failed |= !met;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

enum { BARE, BARE_TWO, ONE, TWO, N_RUNS };

/* One after the other, so that what else goes on on the machine comes to all alike */
static void
run_round (Bench *bench,
           Time   runs[N_RUNS])
{
  use_cores (1);
  runs[BARE] = run_bare (bench, 1);
  open_library (bench);
  runs[ONE] = run_job (bench, 1);
  close_library (bench, TRUE);

  use_cores (2);
  runs[BARE_TWO] = run_bare (bench, 2);
  open_library (bench);
  runs[TWO] = run_job (bench, 0);
  close_library (bench, TRUE);
}

/* Each of the medians is taken by itself. */
static Time
find_median (Time  rounds[N_ROUNDS][N_RUNS],
             guint run)
{
  double processor[N_ROUNDS];
  double wall[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      processor[i] = rounds[i][run].processor;
      wall[i] = rounds[i][run].wall;
    }
  qsort (processor, N_ROUNDS, sizeof *processor, compare_times);
  qsort (wall, N_ROUNDS, sizeof *wall, compare_times);

  return (Time) { processor[N_ROUNDS / 2], wall[N_ROUNDS / 2] };
}

static void
compare_with_bare (Bench *bench)
{
  Time rounds[N_ROUNDS][N_RUNS];
  Time bare, bare_two, one, two;
  guint n_each = bench->n_each;

  bench->n_each = MAX (n_each / N_ROUNDS, 1);
  write_batch (bench, 0);
  run_bare (bench, 1); /* the files are in memory then */
  for (guint i = 0; i < N_ROUNDS; i++)
    run_round (bench, rounds[i]);
  bare = find_median (rounds, BARE);
  bare_two = find_median (rounds, BARE_TWO);
  one = find_median (rounds, ONE);
  two = find_median (rounds, TWO);

  g_print ("%u pages, medians of %d rounds: bare loop %.1f ms a page, job %.1f ms a page, of processor time\n",
           bench->n_each, N_ROUNDS,
           1000 * bare.processor / bench->n_each, 1000 * one.processor / bench->n_each);
  say (bench, "speed beside the bare loop, by processor time", bare.processor / one.processor, 0.7,
       TRUE);
  g_print ("by the clock, one core and two: bare loop %.1f and %.1f s, job %.1f and %.1f s\n",
           bare.wall,
           bare_two.wall, one.wall, two.wall);
  g_print ("two cores make the bare loop %.2f times as fast here\n", bare.wall / bare_two.wall);
  say (bench, "two cores make the job so many times as fast", one.wall / two.wall, 1.8, TRUE);
  say (bench, "of what they give the bare loop",
       (one.wall / two.wall) / (bare.wall / bare_two.wall), 0.9, TRUE);
  bench->n_each = n_each;
}

static void
import_all (Bench *bench)
{
  Time first = { 0, 0 };
  Time taken = { 0, 0 };
  guint n_all = bench->n_each * N_BATCHES;

  open_library (bench);
  for (guint i = 0; i < N_BATCHES; i++)
    {
      write_batch (bench, i);
      taken = run_job (bench, 0);
      if (i == 0)
        first = taken;
      g_print ("batch %2u: %.1f ms a page of processor time\n", i + 1,
               1000 * taken.processor / bench->n_each);
    }
  if (quoth_store_count_articles (quoth_library_get_reader (bench->library)) != n_all)
    g_error ("the library does not hold %u articles", n_all);
  g_print ("%u articles, %" G_GINT64_FORMAT " quotations\n", n_all,
           quoth_store_count_quotes (quoth_library_get_reader (bench->library)));
  say (bench, "time a page of the last tenth, beside the first tenth's",
       taken.processor / first.processor, 1.3, FALSE);
}

typedef struct
{
  GCancellable *cancellable;
  gulong        wait;
  Time          cancelled;
} Cancel;

static gpointer
cancel_later (gpointer data)
{
  Cancel *cancel = data;

  g_usleep (cancel->wait);
  cancel->cancelled = get_time ();
  g_cancellable_cancel (cancel->cancellable);

  return NULL;
}

/* In the full library; what was imported until then is taken away by none. */
static void
cancel_jobs (Bench *bench)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double times[N_CANCELS];
  double work[N_CANCELS];

  for (guint i = 0; i < N_CANCELS; i++)
    {
      g_autoptr (QuothImportJob) job = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Cancel cancel = { cancellable, (gulong) g_rand_int_range (rand, 200000, 900000), { 0, 0 } };
      GThread *thread;

      write_batch (bench, N_BATCHES + i);
      job = make_job (bench, 0);
      thread = g_thread_new ("cancel", cancel_later, &cancel);
      quoth_import_job_run (job, cancellable, NULL);
      times[i] = 1000 * get_since (cancel.cancelled).wall;
      work[i] = 1000 * get_since (cancel.cancelled).processor;
      g_thread_join (thread);
    }
  qsort (times, N_CANCELS, sizeof *times, compare_times);
  qsort (work, N_CANCELS, sizeof *work, compare_times);
  g_print ("cancel answered, median: %.0f ms by the clock, %.0f ms of processor time, all threads; slowest %.0f ms\n",
           times[N_CANCELS / 2], work[N_CANCELS / 2], work[N_CANCELS - 1]);
  say (bench, "slowest answer to a cancel, ms by the clock", times[N_CANCELS - 1], 100, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 10000;
  Bench bench = { .n_each = MAX (n / N_BATCHES, 1), .made = made_pages_new () };
  g_autoptr (GError) error = NULL;

  if (bench.made == NULL)
    {
      g_print ("skipped: the page sets are not there\n");
      return EXIT_SKIPPED;
    }
  bench.model = quoth_model_open_default (&error);
  g_assert_no_error (error);
  bench.folder = g_dir_make_tmp ("quoth-bench-XXXXXX", &error);
  g_assert_no_error (error);
  bench.pages = g_build_filename (bench.folder, "pages", NULL);
  g_mkdir (bench.pages, 0700);

  compare_with_bare (&bench);
  import_all (&bench);
  cancel_jobs (&bench);

  close_library (&bench, TRUE);
  empty_folder (bench.pages);
  g_rmdir (bench.pages);
  g_rmdir (bench.folder);
  made_pages_free (bench.made);
  quoth_model_unref (bench.model);

  return bench.failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
