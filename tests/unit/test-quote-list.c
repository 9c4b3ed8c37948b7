#include "quoth-quote-list.h"

#include "library-fixture.h"
#include "quoth-splice.h"

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     gpointer    user_data)
{
  g_string_append_printf (user_data, "%u-%u+%u=%u ", position, removed, added,
                          g_list_model_get_n_items (model));
}

static void
on_notify_cb (GObject    *object G_GNUC_UNUSED,
              GParamSpec *pspec,
              gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

/* The first letters of each row's words, without marks */
static char *
describe (QuothQuoteList *list)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *words = quoth_quote_row_get_words (row);

      while (g_utf8_get_char (words) >= 0x80)
        words = g_utf8_next_char (words);
      g_string_append_printf (found, "%s%.7s", i > 0 ? "|" : "", words);
    }

  return g_string_free (found, FALSE);
}

static void
assert_list (QuothQuoteList *list,
             const char     *expected)
{
  g_autofree char *found = NULL;

  fixture_load (list);
  found = describe (list);
  g_assert_cmpstr (found, ==, expected);
}

/* The library's id of an entity */
static char *
dup_entity (Fixture    *fixture,
            const char *article_id,
            const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QuothArticle) article = NULL;
  GPtrArray *entities;

  article = quoth_store_load_article (quoth_library_get_reader (fixture->library), article_id,
                                      &error);
  g_assert_no_error (error);
  entities = quoth_article_get_entities (article);
  for (guint i = 0; i < entities->len; i++)
    {
      if (g_str_equal (quoth_entity_get_name (g_ptr_array_index (entities, i)), name))
        return g_strdup (quoth_entity_get_person (g_ptr_array_index (entities, i)));
    }

  g_assert_not_reached ();
}

#define FERRY "6f1d2a50-0000-4000-8000-000000000001"
#define QUAY "6f1d2a50-0000-4000-8000-000000000002"

static void
test_orders (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (quoth_quote_list_get_loading (list));
  assert_list (list, "We mend|the mon|The fer|the qua|the far");
  quoth_query_set_order (query, QUOTH_ORDER_OLDEST);
  assert_list (list, "The fer|the qua|the far|We mend|the mon");
  quoth_query_set_order (query, QUOTH_ORDER_ARTICLE);
  assert_list (list, "The fer|the qua|the far|We mend|the mon");
  quoth_query_set_order (query, QUOTH_ORDER_SPEAKER);
  assert_list (list, "the far|We mend|The fer|the qua|the mon");
}

static void
test_filters (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autofree char *ann = dup_entity (fixture, FERRY, "Ann Example");
  g_autofree char *bob = dup_entity (fixture, QUAY, "Bob Sample");
  g_autofree char *trust = dup_entity (fixture, FERRY, "Harbour Trust");

  quoth_query_add_value (query, QUOTH_FACET_SPEAKER, ann);
  assert_list (list, "We mend|The fer");
  quoth_query_add_value (query, QUOTH_FACET_SPEAKER, bob);
  assert_list (list, "We mend|the mon|The fer");
  quoth_query_add_value (query, QUOTH_FACET_ORGANISATION, trust);
  assert_list (list, "the mon|The fer");
  quoth_query_add_value (query, QUOTH_FACET_PUBLICATION, "Island Post");
  assert_list (list, "The fer");
  quoth_query_add_value (query, QUOTH_FACET_KIND, "mixed");
  assert_list (list, "");

  quoth_query_clear (query);
  quoth_query_add_value (query, QUOTH_FACET_ORGANISATION, trust);
  assert_list (list, "the mon|The fer|the qua");

  quoth_query_clear (query);
  quoth_query_add_value (query, QUOTH_FACET_KIND, "mixed");
  quoth_query_add_value (query, QUOTH_FACET_KIND, "direct");
  quoth_query_add_value (query, QUOTH_FACET_PUBLICATION, "a \"quoted\" \\ name");
  assert_list (list, "");
  quoth_query_remove_value (query, QUOTH_FACET_PUBLICATION, "a \"quoted\" \\ name");
  assert_list (list, "We mend|The fer|the far");

  quoth_query_clear (query);
  g_object_set (query, "include-attitudes", TRUE, NULL);
  assert_list (list, "We mend|the mon|The fer|the qua|the far|a new b");
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *since;
    const char *until;
    const char *expected; /* publications' first letters */
  } cases[] = {
    { "2014-03-21", NULL, "MI" },
    { "2014-03-22", NULL, "M" },
    { "2015-01-20", NULL, "M" }, /* known to the month: may be */
    { "2015-02", NULL, "" },
    { NULL, "2014", "I" },
    { NULL, "2014-03-20", "" },
    { NULL, "2015-01-01", "MI" },
    { "2014", "2014-03-21", "I" },
  };
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) found = g_string_new (NULL);

      quoth_query_set_since (query, cases[i].since);
      quoth_query_set_until (query, cases[i].until);
      fixture_load (list);
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (list)); j++)
        {
          g_autoptr(QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), j);
          char letter = quoth_quote_row_get_publication (row)[0];

          if (found->len == 0 || found->str[found->len - 1] != letter)
            g_string_append_c (found, letter);
        }
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  static const struct
  {
    const char *search;
    const char *expected;
  } cases[] = {
    { "mend", "We mend|the qua" },
    { "EXAMPLE", "We mend|The fer" },
    { "exam again", "The fer" },
    { "harb", "the mon|The fer|the qua" },
    { "sails", "The fer|the qua|the far" },
    { "“nobody is left”", "The fer" },
    { "“left nobody”", "" },
    { "zebra", "" },
    { "...", "We mend|the mon|The fer|the qua|the far" },
  };
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      quoth_query_set_search (query, cases[i].search);
      assert_list (list, cases[i].expected);
    }
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(QuothQuoteRow) row = NULL;
  g_autoptr(QuothQuoteRow) again = NULL;
  g_autoptr(QuothQuoteRow) unnamed = NULL;
  g_autoptr(GError) error = NULL;

  quoth_quote_list_load (list, &error);
  g_assert_no_error (error);
  g_assert_false (quoth_quote_list_get_loading (list));

  row = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_cmpstr (quoth_quote_row_get_words (row), ==,
                   "‘The ferry sails tonight, […] Nobody is left behind.’");
  g_assert_cmpstr (quoth_quote_row_get_speaker (row), ==, "Dr Ann Example");
  g_assert_cmpstr (quoth_quote_row_get_source (row), ==, "Dr Ann Example");
  g_assert_cmpstr (quoth_quote_row_get_role (row), ==, "harbour master");
  g_assert_cmpstr (quoth_quote_row_get_organisation (row), ==, "Harbour Trust");
  g_assert_cmpstr (quoth_quote_row_get_publication (row), ==, "Island Post");
  g_assert_cmpstr (quoth_quote_row_get_date (row), ==, "2014-03-21");
  g_assert_cmpstr (quoth_quote_row_get_title (row), ==, "Ferry sails again");
  g_assert_cmpstr (quoth_quote_row_get_article_id (row), ==, FERRY);
  g_assert_cmpint (quoth_quote_row_get_kind (row), ==, QUOTH_QUOTE_DIRECT);
  g_assert_cmpuint (quoth_quote_list_find (list, quoth_quote_row_get_quote_id (row)), ==, 2);
  g_assert_cmpuint (quoth_quote_list_find (list, "nobody"), ==, G_MAXUINT);

  again = g_list_model_get_item (G_LIST_MODEL (list), 2);
  g_assert_true (again == row);
  unnamed = g_list_model_get_item (G_LIST_MODEL (list), 4);
  g_assert_cmpstr (quoth_quote_row_get_speaker (unnamed), ==, "a spokesman for the crews");
  g_assert_cmpstr (quoth_quote_row_get_organisation (unnamed), ==, "");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 5));
}

static void
test_new_query_in_two_signals (Fixture       *fixture,
                               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(GString) changes = g_string_new (NULL);

  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "0-0+5=5 ");

  g_string_truncate (changes, 0);
  for (const char *p = "boat"; *p != '\0'; p++)
    quoth_query_set_search (query, (char[]) { *p, '\0' });
  quoth_query_set_search (query, "ferry");
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "0-5+0=0 0-0+3=3 ");
}

static void
test_stale_results_dropped (Fixture       *fixture,
                            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(GString) changes = g_string_new (NULL);
  static const char * const searches[] = { "mend", "ferry", "zebra", "harb", "mend" };

  fixture_load (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  for (guint i = 0; i < 200; i++)
    {
      quoth_query_set_search (query, searches[i % G_N_ELEMENTS (searches)]);
      for (guint j = 0; j < i % 3; j++)
        g_main_context_iteration (NULL, FALSE);
    }
  quoth_query_set_search (query, "again");
  g_string_truncate (changes, 0);
  assert_list (list, "The fer|the qua|the far");
  g_assert_true (g_str_has_suffix (changes->str, "0-0+3=3 "));
  g_assert_cmpuint (strlen (changes->str), <=, strlen ("0-5+0=0 0-0+3=3 "));
}

static gboolean
reject (QuothStore  *store,
        gpointer     data,
        GError     **error)
{
  return quoth_store_set_state (store, data, QUOTH_STATE_REJECTED, error);
}

static gboolean
confirm (QuothStore  *store,
         gpointer     data,
         GError     **error)
{
  return quoth_store_set_state (store, data, QUOTH_STATE_CONFIRMED, error);
}

static gboolean
delete (QuothStore  *store,
        gpointer     data,
        GError     **error)
{
  return quoth_store_delete_article (store, data, error);
}

static gboolean
restore (QuothStore  *store,
         gpointer     data,
         GError     **error)
{
  return quoth_store_restore_article (store, data, error);
}

static void
test_follows_library (Fixture       *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autoptr(GString) notified = g_string_new (NULL);
  g_autoptr(QuothQuoteRow) row = NULL;
  g_autofree char *id = NULL;

  fixture_load (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  row = g_list_model_get_item (G_LIST_MODEL (list), 2);
  id = g_strdup (quoth_quote_row_get_quote_id (row));
  g_signal_connect (row, "notify", G_CALLBACK (on_notify_cb), notified);

  fixture_change (fixture, confirm, id);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "");
  g_assert_cmpstr (notified->str, ==, "state ");
  g_assert_cmpint (quoth_quote_row_get_state (row), ==, QUOTH_STATE_CONFIRMED);

  fixture_change (fixture, reject, id);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "2-1+0=4 ");
  g_string_truncate (changes, 0);
  g_object_set (query, "include-rejected", TRUE, NULL);
  assert_list (list, "We mend|the mon|The fer|the qua|the far");

  g_string_truncate (changes, 0);
  fixture_change (fixture, delete, (gpointer) QUAY);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "0-2+0=3 ");
  g_string_truncate (changes, 0);
  fixture_change (fixture, restore, (gpointer) QUAY);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "0-0+2=5 ");
}

static QuothArticle *
make_long_article (guint n_quotes)
{
  QuothArticle *article = quoth_article_new (NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_quotes; i++)
    g_string_append_printf (text, "%06u ", i);
  quoth_article_set_text (article, text->str);
  for (guint i = 0; i < n_quotes; i++)
    {
      QuothQuote *quote = quoth_quote_new (NULL, QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT);
      QuothSpan span = { i * 7, i * 7 + 6 };

      g_array_append_val (quoth_quote_get_contents (quote), span);
      g_ptr_array_add (quoth_article_get_quotes (article), quote);
    }

  return article;
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = make_long_article (6000);
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = NULL;
  g_autoptr(QuothQuoteRow) held = NULL;
  GRand *random = g_rand_new_with_seed (7);

  fixture_write (fixture, fixture_add, article);
  quoth_query_set_order (query, QUOTH_ORDER_OLDEST);
  list = quoth_quote_list_new (fixture->library, query);
  fixture_load (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 6005);
  held = g_list_model_get_item (G_LIST_MODEL (list), 70);

  for (guint i = 0; i < 500; i++)
    {
      guint position = (guint) g_rand_int_range (random, 5, 6005);
      g_autoptr(QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);
      g_autofree char *expected = g_strdup_printf ("%06u", position - 5);

      g_assert_cmpstr (quoth_quote_row_get_words (row), ==, expected);
    }
  for (guint i = 5; i < 6005; i++)
    {
      g_autoptr(QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpint (quoth_quote_row_get_words (row)[0], ==, '0');
      if (i == 70)
        g_assert_true (row == held);
    }
  g_rand_free (random);
}

static void
add_dated (Fixture    *fixture,
           guint       n_quotes,
           const char *date)
{
  g_autoptr(QuothArticle) article = make_long_article (n_quotes);

  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, date);
  fixture_write (fixture, fixture_add, article);
}

/* What stays is not made anew when rows come before and after it. */
static void
test_rows_come_between (Fixture       *fixture,
                        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(GString) changes = g_string_new (NULL);
  guint changed = 0;

  fixture_load (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (fixture_on_changed_cb), &changed);
  add_dated (fixture, 2, "1900-01-01");
  add_dated (fixture, 3, "2999-01-01");
  fixture_wait (&changed);
  fixture_load (list);
  g_assert_cmpstr (changes->str, ==, "5-0+2=7 0-0+3=10 ");
  assert_list (list, "000000|000001|000002|We mend|the mon|The fer|the qua|the far|000000|000001");
}

static void
on_large_change_cb (GListModel *list G_GNUC_UNUSED,
                    guint       position G_GNUC_UNUSED,
                    guint       removed G_GNUC_UNUSED,
                    guint       added,
                    gpointer    largest)
{
  *(guint *) largest = MAX (*(guint *) largest, added);
}

/* Many rows come a few at a time; who has the numbers of the rows keeps them as they were. */
static void
test_rows_come_in_turns (Fixture       *fixture,
                         gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuoteList) list = quoth_quote_list_new (fixture->library, query);
  g_autoptr(GArray) before = NULL;
  guint n_before;
  guint largest = 0;
  guint changed = 0;

  fixture_load (list);
  before = quoth_quote_list_ref_ids (list);
  n_before = before->len;
  g_signal_connect (list, "items-changed", G_CALLBACK (on_large_change_cb), &largest);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (fixture_on_changed_cb), &changed);
  add_dated (fixture, 60, "2999-01-01");
  fixture_wait (&changed);
  fixture_load (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_before + 60);
  g_assert_cmpuint (largest, <=, 12);
  g_assert_cmpuint (before->len, ==, n_before);
}

static void
assert_runs (const guint32 *old_ids,
             guint          n_old,
             const guint32 *new_ids,
             guint          n_new,
             const char    *expected)
{
  g_autoptr (GArray) runs = quoth_splice_find_runs (old_ids, n_old, new_ids, n_new, 2);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      QuothSplice run = g_array_index (runs, QuothSplice, i);

      g_string_append_printf (found, "%u-%u+%u ", run.position, run.removed, run.added);
    }
  g_assert_cmpstr (runs != NULL ? found->str : NULL, ==, expected);
}

static void
test_runs (void)
{
  static const guint32 old[] = { 4, 2, 3, 1 };
  static const guint32 come[] = { 5, 4, 2, 6, 7, 3, 1 };
  static const guint32 gone[] = { 4, 8, 3 };
  static const guint32 moved[] = { 1, 4, 2, 3 };
  static const guint32 many[] = { 5, 4, 6, 2, 7, 3, 8, 1 };

  assert_runs (old, 4, old, 4, "");
  assert_runs (NULL, 0, old, 4, NULL);
  assert_runs (old, 4, come, G_N_ELEMENTS (come), "2-0+2 0-0+1 ");
  assert_runs (old, 4, gone, G_N_ELEMENTS (gone), "3-1+0 1-1+1 ");
  assert_runs (old, 4, moved, G_N_ELEMENTS (moved), "4-0+3 0-3+0 ");
  assert_runs (old, 4, many, G_N_ELEMENTS (many), NULL);
}

static void
test_ends_while_loading (Fixture       *fixture,
                         gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();

  for (guint i = 0; i < 30; i++)
    {
      QuothQuoteList *list = quoth_quote_list_new (fixture->library, query);

      for (guint j = 0; j < i % 5; j++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (list);
    }
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quote-list/orders", test_orders);
  ADD ("/quote-list/any-within-all-across-facets", test_filters);
  ADD ("/quote-list/dates-as-precise-as-known", test_dates);
  ADD ("/quote-list/search-words-names-titles", test_search);
  ADD ("/quote-list/rows-say-who-and-where", test_rows);
  ADD ("/quote-list/new-query-in-two-signals", test_new_query_in_two_signals);
  ADD ("/quote-list/stale-results-dropped", test_stale_results_dropped);
  ADD ("/quote-list/follows-library-in-one-signal", test_follows_library);
  ADD ("/quote-list/rows-come-between", test_rows_come_between);
  ADD ("/quote-list/rows-come-in-turns", test_rows_come_in_turns);
  g_test_add_func ("/quote-list/runs-of-changes", test_runs);
  ADD ("/quote-list/many-rows-by-pages", test_many);
  ADD ("/quote-list/ends-while-loading", test_ends_while_loading);

  return g_test_run ();
}
