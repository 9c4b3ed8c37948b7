/* How long the list takes to select all of a million quotations, to keep them selected when it is
 * filled anew, and to select one again. Beside each figure stands a floor measured in the same run:
 * the least that any list would have to do. A list on the screen is watched, so that what it does
 * on being told is in the figures. QUOTH_BENCH_QUOTES sets the size. */
#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <time.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <sqlite3.h>

#include "quoth-quote-selection.h"

#define FILL \
  "INSERT INTO article (uuid, text_hash, type, title, added, text) VALUES ('a', 'h', 1, 'Quay', '2020', 'text');" \
  "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %u)" \
  " INSERT INTO quote (uuid, article_id, position, kind, type, cue_start, cue_end, sources, contents, confidence," \
  " speaker_confidence, state, speaker_state, words, source, names)" \
  " SELECT 'q' || i, 1, i, 0, 0, 0, 0, '[]', '[0,4]', 1, 1, 0, 0, 'word ' || i, '', '' FROM n;"

static double
get_processor_time (void)
{
  return (double) clock () / CLOCKS_PER_SEC * 1000;
}

static void
print_time (const char *what,
            double      start,
            double      floor)
{
  double time = get_processor_time () - start;

  printf ("%-44s %9.2f ms   floor %9.2f ms\n", what, time, floor);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static double
measure_range (guint n)
{
  double start = get_processor_time ();
  g_autoptr (GtkBitset) all G_GNUC_UNUSED = gtk_bitset_new_range (0, n);

  return get_processor_time () - start;
}

/* Reading the ids in another order; the list on the screen follows. */
static double
measure_refill (QuothQuery     *query,
                QuothQuoteList *list,
                QuothOrder      order)
{
  double start = get_processor_time ();

  quoth_query_set_order (query, order);
  quoth_quote_list_load (list, NULL);
  settle ();

  return get_processor_time () - start;
}

static QuothLibrary *
make_library (const char *path,
              guint       n)
{
  g_autoptr (QuothLibrary) library = quoth_library_open (path, NULL);
  g_autofree char *sql = g_strdup_printf (FILL, n);
  sqlite3 *database = NULL;

  g_assert_nonnull (library);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);

  return g_steal_pointer (&library);
}

static void
measure (QuothLibrary *library)
{
  g_autoptr (QuothQuery) query = quoth_query_new ();
  QuothQuoteList *list = quoth_quote_list_new (library, query);
  QuothQuoteSelection *selection = NULL;
  GtkSelectionModel *model = NULL;
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GArray) ids = NULL;
  double start = 0;
  double floor = 0;

  quoth_quote_list_load (list, NULL);
  ids = quoth_quote_list_ref_ids (list);
  selection = quoth_quote_selection_new (list);
  model = GTK_SELECTION_MODEL (selection);
  gtk_window_set_child (GTK_WINDOW (window),
                        gtk_list_view_new (g_object_ref (model),
                                           gtk_signal_list_item_factory_new ()));
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  printf ("%u quotations, processor time\n", ids->len);
  start = get_processor_time ();
  gtk_selection_model_select_all (model);
  settle ();
  print_time ("select all", start, measure_range (ids->len));
  start = get_processor_time ();
  gtk_selection_model_select_item (model, ids->len / 2, TRUE);
  settle ();
  print_time ("select one instead", start, measure_range (1));

  floor = measure_refill (query, list, QUOTH_ORDER_OLDEST);
  gtk_selection_model_select_all (model);
  settle ();
  start = get_processor_time ();
  measure_refill (query, list, QUOTH_ORDER_ARTICLE);
  print_time ("fill anew with all selected (floor: with one)", start, floor);

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_object_unref (selection);
  g_object_unref (list);
}

int
main (void)
{
  const char *size = g_getenv ("QUOTH_BENCH_QUOTES");
  g_autofree char *folder = g_dir_make_tmp ("quoth-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  g_autoptr (QuothLibrary) library = NULL;

  gtk_init ();
  setlocale (LC_ALL, "C.UTF-8");
  library = make_library (path, size != NULL ? (guint) g_ascii_strtoull (size, NULL, 10) : 1000000);
  measure (library);
  g_clear_object (&library);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *file = g_strconcat (path, (const char *[]) { "", "-wal", "-shm" }[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);

  return 0;
}
