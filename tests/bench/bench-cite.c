/*
 * Citations as Quoth makes them beside citeproc-js in JavaScriptCore with nothing around it, in the
 * same run.
 *
 *   bench-cite STYLE       both in processes of their own, several times in turn; prints ratios and memory
 *   bench-cite STYLE quoth|bare [N]    one run of one of them, with a bibliography of N
 *
 * Times are processor time of the whole process, for the machine may be busy; the main loop's gaps
 * are time on the clock. Exits with 77 where there is no processor or no style.
 */
#include <gio/gio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bare-processor.h"
#include "installed-styles.h"

#define EXIT_SKIPPED 77
#define LOCALE "en-GB"
#define N_RUNS 5
#define N_FURTHER 50
#define N_MANY 1000
#define N_AGAIN 1000

/* What one process measures, in the order in which it is printed. */
enum {
  FIRST,       /* ms, with loading everything */
  FURTHER,     /* ms each */
  MANY,        /* ms, bibliography of N_MANY */
  MEMORY,      /* kB after the first citation above none */
  AGAIN,       /* ms each, of what was cited before */
  GAP,         /* ms on the clock, the main loop's longest while citations are made */
  GAP_OWN,     /* ms of processor time that the main thread took without coming back to its loop */
  N_FIGURES
};

static guint n_many = N_MANY;

static double
get_clock_ms (clockid_t id)
{
  struct timespec now;

  clock_gettime (id, &now);

  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static double
get_processor_ms (void)
{
  return get_clock_ms (CLOCK_PROCESS_CPUTIME_ID);
}

/* Memory that is this process's own. */
static double
get_memory_kb (void)
{
  g_autofree char *text = NULL;
  const char *line;
  double total = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  for (line = text; line != NULL; line = strchr (line + 1, '\n'))
    if (g_str_has_prefix (line, "\nPrivate_"))
      total += g_ascii_strtod (strchr (line, ':') + 1, NULL);

  return total;
}

static char *
make_item (guint i)
{
  return g_strdup_printf (
    "{\"type\": \"article-newspaper\", \"title\": \"Tide number %u comes in\", \"container-title\": \"The Evening Bell\", "
    "\"author\": [{\"given\": \"Ada\", \"family\": \"Quill%u\"}, {\"given\": \"Owen\", \"family\": \"Marsh\"}], "
    "\"issued\": {\"date-parts\": [[%u, 3, %u]]}, \"URL\": \"https://bell.example/tide/%u\", "
    "\"accessed\": {\"date-parts\": [[2025, 3, 6]]}, \"page\": \"%u\"}",
    i, i * 7919 % N_MANY, 2000 + i % 20, 1 + i % 28, i, i % 40 + 1);
}

static GStrv
make_items (guint first,
            guint n)
{
  GStrv items = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    items[i] = make_item (first + i);

  return items;
}

static void
print_figures (const double *figures)
{
  for (guint i = 0; i < N_FIGURES; i++)
    printf ("%f\n", figures[i]);
}

static int
run_bare (const char *style_path,
          const char *locales)
{
  double figures[N_FIGURES] = { 0 };
  double memory = get_memory_kb ();
  double start = get_processor_ms ();
  g_autoptr (BareProcessor) bare = bare_processor_new (g_getenv ("QUOTH_CITEPROC"), style_path,
                                                       LOCALE, locales);
  g_auto (GStrv) items = make_items (0, N_FURTHER + 1);
  g_auto (GStrv) many = make_items (1000, n_many);

  g_strfreev (bare_processor_cite (bare, items[0]));
  figures[FIRST] = get_processor_ms () - start;
  figures[MEMORY] = get_memory_kb () - memory;

  start = get_processor_ms ();
  for (guint i = 1; i <= N_FURTHER; i++)
    g_strfreev (bare_processor_cite (bare, items[i]));
  figures[FURTHER] = (get_processor_ms () - start) / N_FURTHER;

  start = get_processor_ms ();
  g_strfreev (bare_processor_bibliography (bare, (const char *const *) many));
  figures[MANY] = get_processor_ms () - start;
  print_figures (figures);

  return EXIT_SUCCESS;
}

/* The main loop as the window's: something to do every millisecond, and the longest time without
 * it. */
typedef struct
{
  GMainLoop *loop;
  gint64     last;
  gint64     longest;
  double     last_own;
  double     longest_own;
  gpointer   result;
} Watch;

static gboolean
on_tick_cb (gpointer data)
{
  Watch *watch = data;
  gint64 now = g_get_monotonic_time ();
  double own = get_clock_ms (CLOCK_THREAD_CPUTIME_ID);

  watch->longest = MAX (watch->longest, now - watch->last);
  watch->longest_own = MAX (watch->longest_own, own - watch->last_own);
  watch->last = now;
  watch->last_own = own;

  return G_SOURCE_CONTINUE;
}

static void
on_cited_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;

  watch->result = quoth_citer_cite_finish (QUOTH_CITER (source), result, &error);
  g_assert_no_error (error);
  quoth_cited_unref (watch->result);
  g_main_loop_quit (watch->loop);
}

static void
on_bibliography_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  Watch *watch = data;
  g_autoptr (GError) error = NULL;

  watch->result = quoth_citer_bibliography_finish (QUOTH_CITER (source), result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((GPtrArray *) watch->result)->len, ==, n_many);
  g_ptr_array_unref (watch->result);
  g_main_loop_quit (watch->loop);
}

static void
cite_watched (QuothCiter *citer,
              const char *style,
              const char *item,
              Watch      *watch)
{
  quoth_citer_cite_async (citer, style, LOCALE, item, NULL, NULL, on_cited_cb, watch);
  g_main_loop_run (watch->loop);
}

static int
run_quoth (const char *style)
{
  double figures[N_FIGURES] = { 0 };
  double memory = get_memory_kb ();
  double start = get_processor_ms ();
  g_autoptr (QuothStyleList) styles = installed_styles_new ("");
  g_autoptr (QuothCiter) citer = quoth_citer_new (styles, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watch watch = { loop, 0, 0, 0, 0, NULL };
  g_auto (GStrv) items = make_items (0, N_FURTHER + 1);
  g_auto (GStrv) many = make_items (1000, n_many);
  guint tick;

  cite_watched (citer, style, items[0], &watch);
  figures[FIRST] = get_processor_ms () - start;
  figures[MEMORY] = get_memory_kb () - memory;

  start = get_processor_ms ();
  for (guint i = 1; i <= N_FURTHER; i++)
    cite_watched (citer, style, items[i], &watch);
  figures[FURTHER] = (get_processor_ms () - start) / N_FURTHER;

  start = get_processor_ms ();
  quoth_citer_bibliography_async (citer, style, LOCALE, (const char *const *) many, NULL,
                                  on_bibliography_cb, &watch);
  g_main_loop_run (loop);
  figures[MANY] = get_processor_ms () - start;

  start = get_processor_ms ();
  for (guint i = 0; i < N_AGAIN; i++)
    quoth_cited_unref (quoth_citer_recall (citer, style, LOCALE, items[i % N_FURTHER], NULL));
  figures[AGAIN] = (get_processor_ms () - start) / N_AGAIN;

  /* Once more with something else to do, which costs time of its own. */
  tick = g_timeout_add (1, on_tick_cb, &watch);
  watch.last = g_get_monotonic_time ();
  watch.last_own = get_clock_ms (CLOCK_THREAD_CPUTIME_ID);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *item = make_item (5000 + i);

      cite_watched (citer, style, item, &watch);
    }
  quoth_citer_bibliography_async (citer, style, LOCALE, (const char *const *) many, NULL,
                                  on_bibliography_cb, &watch);
  g_main_loop_run (loop);
  g_source_remove (tick);
  figures[GAP] = watch.longest / 1000.0;
  figures[GAP_OWN] = watch.longest_own;
  print_figures (figures);

  return EXIT_SUCCESS;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One more process of @kind; its figures go to column @run. */
static void
measure (const char *program,
         const char *style,
         const char *kind,
         guint       run,
         double      figures[N_FIGURES][N_RUNS])
{
  const char *arguments[] = { program, style, kind, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (output, "\n", -1);
  for (guint i = 0; i < N_FIGURES; i++)
    figures[i][run] = g_ascii_strtod (lines[i], NULL);
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, (GCompareFunc) compare_doubles);

  return values[N_RUNS / 2];
}

static void
print_ratio (const char *name,
             double     *quoth,
             double     *bare)
{
  double mine = median (quoth);
  double theirs = median (bare);

  printf ("%-36s %10.2f ms, bare %10.2f ms: %.2f × its time\n", name, mine, theirs, mine / theirs);
}

static int
run_both (const char *program,
          const char *style)
{
  static double quoth[N_FIGURES][N_RUNS];
  static double bare[N_FIGURES][N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      measure (program, style, "bare", i, bare);
      measure (program, style, "quoth", i, quoth);
    }

  printf ("%s, %d runs each in turn, medians of processor time\n", style, N_RUNS);
  print_ratio ("first citation", quoth[FIRST], bare[FIRST]);
  print_ratio ("each further one", quoth[FURTHER], bare[FURTHER]);
  print_ratio ("bibliography of 1,000", quoth[MANY], bare[MANY]);
  printf ("%-36s %10.1f MB above none, bare %.1f MB\n", "memory after the first citation",
          median (quoth[MEMORY]) / 1024, median (bare[MEMORY]) / 1024);
  printf ("%-36s %10.4f ms\n", "shown again", median (quoth[AGAIN]));
  printf ("%-36s %10.1f ms on the clock, %.2f ms of the main thread's own\n",
          "longest gap of the main loop",
          median (quoth[GAP]), median (quoth[GAP_OWN]));

  return EXIT_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (QuothStyleList) styles = installed_styles_new ("");
  g_autoptr (QuothCiter) citer = quoth_citer_new (styles, NULL);
  g_autofree char *locales = installed_locales_dup_folder ();
  g_autoptr (QuothStyle) style = argc > 1 ? quoth_style_list_find (styles, argv[1]) : NULL;

  if (argc < 2)
    return EXIT_FAILURE;
  if (style == NULL || locales == NULL || !quoth_citer_is_available (citer))
    return EXIT_SKIPPED;
  if (argc > 3)
    n_many = CLAMP (atoi (argv[3]), 1, N_MANY);
  if (argc == 2)
    return run_both (argv[0], argv[1]);

  return g_str_equal (argv[2], "bare")
         ? run_bare (quoth_style_get_path (style), locales) : run_quoth (argv[1]);
}
