/* How long the library takes with many quotations: adding, opening, listing, counting, reading a row.
 * Beside each figure stands a floor measured in the same run: what SQLite itself takes for the least that
 * the answer needs. QUOTH_BENCH_ARTICLES sets the size (1,000; twelve quotations each). */
#include <stdio.h>

#include <sqlite3.h>

#include "quoth-facet-list.h"
#include "quoth-quote-list.h"

#define N_QUOTES 12
#define N_PERSONS 5000
#define N_BODIES 500
#define N_WORDS 20000

static GTimer *timer;

static void
print_time (const char *what,
            double      floor)
{
  if (floor > 0)
    printf ("%-44s %9.2f ms   floor %9.2f ms\n", what, g_timer_elapsed (timer, NULL) * 1000, floor);
  else
    printf ("%-44s %9.2f ms\n", what, g_timer_elapsed (timer, NULL) * 1000);
}

/* Small numbers far more often than large ones, as with words and people */
static guint
pick (GRand *random,
      guint  n)
{
  double x = g_rand_double (random);

  return (guint) (x * x * x * n);
}

static QuothEntity *
add_entity (QuothArticle    *article,
            QuothEntityKind  kind,
            guint            number)
{
  GPtrArray *entities = quoth_article_get_entities (article);
  g_autofree char *id = g_strdup_printf ("e%u", entities->len + 1);
  g_autofree char *name = g_strdup_printf (kind == QUOTH_ENTITY_PERSON ? "Person Number%u"
                                                                       : "Body of Number%u",
                                                                       number);
  QuothEntity *entity = quoth_entity_new (id, kind, name);

  g_ptr_array_add (entities, entity);
  return entity;
}

static QuothArticle *
make_article (GRand *random,
              guint  number)
{
  QuothArticle *article = quoth_article_new (NULL);
  g_autofree char *published = g_strdup_printf ("%u-%02u-%02u", 1990 + number % 35, number % 12 + 1,
                                                number % 28 + 1);
  g_autofree char *publication = g_strdup_printf ("Paper %u", pick (random, 400));
  g_autoptr(GString) text = g_string_new (NULL);
  QuothSpan spans[N_QUOTES];

  for (guint i = 0; i < N_QUOTES; i++)
    {
      spans[i].start = (guint32) text->len;
      for (guint j = 0; j < 20; j++)
        g_string_append_printf (text, "w%u ", pick (random, N_WORDS));
      spans[i].end = (guint32) text->len - 1;
    }
  quoth_article_set_text (article, text->str);
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, publication);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, published);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLICATION, publication);
  for (guint i = 0; i < N_QUOTES; i++)
    {
      QuothQuote *quote = quoth_quote_new (NULL, i % 3, QUOTH_QUOTE_STATEMENT);
      QuothEntity *speaker = add_entity (article, QUOTH_ENTITY_PERSON, pick (random, N_PERSONS));
      QuothEntity *body = add_entity (article, QUOTH_ENTITY_ORGANISATION, pick (random, N_BODIES));

      quoth_entity_add_role (speaker, "spokesperson", body, QUOTH_ROLE_CURRENT,
                             (QuothSpan) { 0, 0 });
      g_array_append_val (quoth_quote_get_contents (quote), spans[i]);
      g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (speaker));
      quoth_quote_set_on_behalf_of (quote, body);
      g_ptr_array_add (quoth_article_get_quotes (article), quote);
    }

  return article;
}

static double
measure_sql (const char *path,
             const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;
  double elapsed = 0;

  sqlite3_open (path, &database);
  for (guint i = 0; i < 2; i++)
    {
      sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
      g_timer_start (timer);
      while (sqlite3_step (statement) == SQLITE_ROW)
        ;
      elapsed = g_timer_elapsed (timer, NULL) * 1000;
      sqlite3_finalize (statement);
    }
  sqlite3_close (database);

  return elapsed;
}

static void
fill (const char *path,
      guint       n_articles)
{
  g_autoptr(QuothStore) store = quoth_store_open (path, QUOTH_STORE_WRITE, NULL);
  GRand *random = g_rand_new_with_seed (1);
  g_autofree char *what = NULL;
  QuothAddResult result;
  double making;

  g_timer_start (timer);
  for (guint i = 0; i < n_articles; i++)
    g_object_unref (make_article (random, i));
  making = g_timer_elapsed (timer, NULL) * 1000;

  g_timer_start (timer);
  for (guint i = 0; i < n_articles; i++)
    {
      g_autoptr(QuothArticle) article = make_article (random, i);

      if (!quoth_store_add_article (store, article, &result, NULL, NULL))
        g_printerr ("Adding failed\n");
    }
  what = g_strdup_printf ("adding %u articles, %u quotations", n_articles, n_articles * N_QUOTES);
  print_time (what, making);

  g_timer_start (timer);
  quoth_store_finish_batch (store, NULL);
  print_time ("indexing them", 0);
  g_rand_free (random);
}

static void
wait_for (gpointer list)
{
  gboolean loading = TRUE;

  while (g_object_get (list, "loading", &loading, NULL), loading)
    g_main_context_iteration (NULL, TRUE);
}

static void
measure_query (QuothQuoteList *list,
               const char     *what,
               double          floor)
{
  g_autofree char *label = NULL;

  g_timer_start (timer);
  wait_for (list);
  label = g_strdup_printf ("%s: %u rows", what, g_list_model_get_n_items (G_LIST_MODEL (list)));
  print_time (label, floor);
}

static void
measure_facet (QuothLibrary   *library,
               QuothQuery     *query,
               QuothFacetKind  kind,
               const char     *what,
               double          floor)
{
  g_autoptr(QuothFacetList) list = quoth_facet_list_new (library, query, kind);
  g_autofree char *label = NULL;

  g_timer_start (timer);
  wait_for (list);
  label = g_strdup_printf ("%s: %u values", what, g_list_model_get_n_items (G_LIST_MODEL (list)));
  print_time (label, floor);
}

static void
measure_rows (QuothQuoteList *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GRand *random = g_rand_new_with_seed (2);

  g_timer_start (timer);
  for (guint i = 0; i < 100 && n > 0; i++)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (list),
                                           (guint) g_rand_int_range (random, 0, n)));
  printf ("%-44s %9.2f ms\n", "a page of 64 rows, anywhere",
          g_timer_elapsed (timer, NULL) * 1000 / 100);
  g_rand_free (random);
}

static void
measure_reading (const char *path)
{
  g_autoptr(QuothLibrary) library = NULL;
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = NULL;
  double ids = measure_sql (path, "SELECT id FROM quote");
  double grouped = measure_sql (path,
                                "SELECT article_entity_id, count (*) FROM quote_speaker GROUP BY 1");
  double matched = measure_sql (path,
                                "SELECT rowid FROM quote_search WHERE quote_search MATCH 'w7*'");

  g_timer_start (timer);
  library = quoth_library_open (path, NULL);
  print_time ("opening", 0);

  list = quoth_quote_list_new (library, query);
  measure_query (list, "all, newest first", ids);
  measure_rows (list);
  quoth_query_set_order (query, QUOTH_ORDER_SPEAKER);
  measure_query (list, "all, by speaker", ids);
  measure_facet (library, query, QUOTH_FACET_SPEAKER, "speakers", grouped);
  measure_facet (library, query, QUOTH_FACET_ORGANISATION, "organisations", grouped);
  measure_facet (library, query, QUOTH_FACET_KIND, "kinds", grouped);
  measure_facet (library, query, QUOTH_FACET_PUBLICATION, "publications", grouped);
  quoth_query_set_search (query, "w7");
  measure_query (list, "search", matched);
  measure_facet (library, query, QUOTH_FACET_SPEAKER, "speakers under the search", matched);

  g_clear_object (&list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (void)
{
  const char *size = g_getenv ("QUOTH_BENCH_ARTICLES");
  guint n_articles = size != NULL ? (guint) g_ascii_strtoull (size, NULL, 10) : 1000;
  g_autofree char *folder = g_dir_make_tmp ("quoth-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.db", NULL);
  static const char * const endings[] = { "", "-wal", "-shm" };

  setvbuf (stdout, NULL, _IOLBF, 0);
  timer = g_timer_new ();
  fill (path, n_articles);
  measure_reading (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      remove (file);
    }
  remove (folder);
  g_timer_destroy (timer);

  return 0;
}
