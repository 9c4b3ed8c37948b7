#include <sqlite3.h>

#include "quoth-article-json.h"

#include "library-samples.h"

typedef struct
{
  char       *path;
  QuothStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->path = sample_path ();
  fixture->store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->store);
  sample_remove (fixture->path);
  g_free (fixture->path);
}

static void
reopen (Fixture        *fixture,
        QuothStoreMode  mode)
{
  g_autoptr(GError) error = NULL;

  g_assert_finalize_object (fixture->store);
  fixture->store = quoth_store_open (fixture->path, mode, &error);
  g_assert_no_error (error);
}

/* The first column of every row, parted by spaces */
static char *
query (Fixture    *fixture,
       const char *sql)
{
  GString *found = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                            (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return g_string_free (found, FALSE);
}

static void
assert_query (Fixture    *fixture,
              const char *sql,
              const char *expected)
{
  g_autofree char *found = query (fixture, sql);

  g_assert_cmpstr (found, ==, expected);
}

/* Writes directly what has no screen yet. */
static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static char *
to_json (QuothArticle *article)
{
  GPtrArray *entities = quoth_article_get_entities (article);

  for (guint i = 0; i < entities->len; i++)
    quoth_entity_set_person (g_ptr_array_index (entities, i), NULL);

  return quoth_article_to_json_pretty (article);
}

static QuothArticle *
load (Fixture    *fixture,
      const char *id)
{
  g_autoptr(GError) error = NULL;
  QuothArticle *article = quoth_store_load_article (fixture->store, id, &error);

  g_assert_no_error (error);
  return article;
}

static QuothQuote *
get_quote (QuothArticle *article,
           guint         index)
{
  return g_ptr_array_index (quoth_article_get_quotes (article), index);
}

static void
test_reopened (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = sample_ferry ();
  g_autoptr(QuothArticle) loaded = NULL;
  g_autofree char *before = to_json (article);
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;

  quoth_article_add_author (article, "Cy", "Writer", NULL);
  for (guint i = QUOTH_FACT_SUBTITLE; i <= QUOTH_FACT_AGENCY; i++)
    quoth_article_set_fact (article, (QuothFact) i, quoth_fact_get_key ((QuothFact) i));
  g_free (before);
  before = to_json (article);
  sample_add (fixture->store, article, QUOTH_ADD_ADDED);

  reopen (fixture, QUOTH_STORE_READ);
  loaded = load (fixture, quoth_article_get_id (article));
  after = to_json (loaded);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 1);
  g_assert_cmpint (quoth_store_count_quotes (fixture->store), ==, 3);
  quoth_store_check (fixture->store, &error);
  g_assert_no_error (error);

  g_assert_false (quoth_store_delete_article (fixture->store, quoth_article_get_id (article),
                                              &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_FAILED);
}

static void
test_same_and_deleted (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = sample_ferry ();
  g_autoptr(QuothArticle) again = sample_ferry ();
  g_autofree char *existing = NULL;
  g_autoptr(GError) error = NULL;
  QuothAddResult result;

  sample_add (fixture->store, article, QUOTH_ADD_ADDED);
  g_assert_true (quoth_store_add_article (fixture->store, again, &result, &existing, &error));
  g_assert_cmpint (result, ==, QUOTH_ADD_SAME);
  g_assert_cmpstr (existing, ==, quoth_article_get_id (article));

  g_assert_true (quoth_store_delete_article (fixture->store, existing, &error));
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 0);
  g_assert_cmpint (quoth_store_count_quotes (fixture->store), ==, 0);
  sample_add (fixture->store, again, QUOTH_ADD_DELETED);

  g_assert_true (quoth_store_restore_article (fixture->store, existing, &error));
  g_assert_cmpint (quoth_store_count_quotes (fixture->store), ==, 3);
  sample_add (fixture->store, again, QUOTH_ADD_SAME);

  g_assert_false (quoth_store_delete_article (fixture->store, "nobody", &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_id_taken (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) first = sample_article ("report", NULL, NULL, NULL, "One text.", NULL, 0);
  g_autoptr(QuothArticle) second = sample_article ("report", NULL, NULL, NULL, "Another text.",
                                                   NULL, 0);
  g_autoptr(QuothArticle) loaded = NULL;
  g_autofree char *given = NULL;
  g_autoptr(GError) error = NULL;
  QuothAddResult result;

  g_assert_true (quoth_store_add_article (fixture->store, first, &result, &given, &error));
  g_assert_null (given);
  g_assert_true (quoth_store_add_article (fixture->store, second, &result, &given, &error));
  g_assert_cmpint (result, ==, QUOTH_ADD_ADDED);
  g_assert_true (g_uuid_string_is_valid (given));
  loaded = load (fixture, given);
  g_assert_cmpstr (quoth_article_get_text (loaded), ==, "Another text.");
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) ferry = sample_ferry ();
  g_autoptr(QuothArticle) quay = sample_quay ();
  g_autoptr(QuothArticle) third = NULL;
  static const SampleQuote quotes[] = {
    { "yes", NULL, "Example", NULL, NULL, QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT },
    { "no", NULL, "-a spokesman for the crews", NULL, NULL, QUOTH_QUOTE_INDIRECT,
      QUOTH_QUOTE_STATEMENT },
  };

  sample_add (fixture->store, ferry, QUOTH_ADD_ADDED);
  sample_add (fixture->store, quay, QUOTH_ADD_ADDED);
  third = sample_article (NULL, NULL, NULL, NULL, "Example said yes and no.", quotes, 2);
  sample_add (fixture->store, third, QUOTH_ADD_ADDED);

  assert_query (fixture, "SELECT printf ('%s/%d', replace (name, ' ', '_'), count (*)) FROM entity"
                         " JOIN entity_link ON entity_id = id GROUP BY id ORDER BY id",
                "Harbour_Trust/2 Ann_Example/2 a_spokesman_for_the_crews/1 Island_Council/1"
                " Bob_Sample/1 Example/1 a_spokesman_for_the_crews/1");
}

static void
test_relink (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  const char *sql = "SELECT replace (a.name || ':' || e.name || ':' || origin, ' ', '_') FROM entity_link"
                    " JOIN article_entity a ON a.id = article_entity_id"
                    " JOIN entity e ON e.id = entity_id ORDER BY a.id";
  g_autoptr(QuothArticle) ferry = sample_ferry ();
  g_autoptr(QuothArticle) quay = sample_quay ();
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;

  sample_add (fixture->store, ferry, QUOTH_ADD_ADDED);
  sample_add (fixture->store, quay, QUOTH_ADD_ADDED);
  before = query (fixture, sql);

  /* as if all had been joined by mistake, and one link made by a person */
  run_sql (fixture->path, "UPDATE entity_link SET entity_id = (SELECT min (id) FROM entity)");
  g_assert_true (quoth_store_relink (fixture->store, &error));
  assert_query (fixture, sql, before);

  run_sql (fixture->path,
           "UPDATE entity_link SET origin = 1, entity_id = (SELECT min (id) FROM entity)"
                          " WHERE article_entity_id = (SELECT id FROM article_entity"
                          " WHERE name = 'Bob Sample')");
  g_assert_true (quoth_store_relink (fixture->store, &error));
  assert_query (fixture, "SELECT replace (e.name || ':' || origin, ' ', '_') FROM entity_link"
                         " JOIN article_entity a ON a.id = article_entity_id"
                         " JOIN entity e ON e.id = entity_id WHERE a.name = 'Bob Sample'",
                "Harbour_Trust:1");
  assert_query (fixture, "SELECT count (*) FROM entity WHERE name = 'Bob Sample'", "0");
}

static void
test_source (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = sample_ferry ();
  g_autoptr(QuothArticle) other = sample_quay ();
  QuothSource *source = quoth_article_get_source (article);
  g_autoptr(GBytes) loaded = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *long_text = g_strnfill (100000, 'x');

  source->bytes = g_bytes_new (long_text, 100000);
  source->name = g_strdup ("ferry.txt");
  sample_add (fixture->store, article, QUOTH_ADD_ADDED);
  sample_add (fixture->store, other, QUOTH_ADD_ADDED);

  loaded = quoth_store_load_source (fixture->store, quoth_article_get_id (article), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, source->bytes));
  assert_query (fixture, "SELECT length (bytes) < 1000 AND length = 100000 FROM source_file", "1");

  g_assert_null (quoth_store_load_source (fixture->store, quoth_article_get_id (other), &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

/* Libraries hold files that were compressed by zlib, before zstd. */
static void
test_old_source (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = sample_ferry ();
  QuothSource *source = quoth_article_get_source (article);
  g_autoptr(GBytes) loaded = NULL;
  g_autoptr(GError) error = NULL;

  source->bytes = g_bytes_new_static ("A page that came in before.", 27);
  sample_add (fixture->store, article, QUOTH_ADD_ADDED);
  run_sql (fixture->path, "UPDATE source_file SET bytes ="
                          " x'785e735428484c4f5528c9482c51484ecc4d55c8cc53484a4dcb2f4ad503007ee7093e'");
  loaded = quoth_store_load_source (fixture->store, quoth_article_get_id (article), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (loaded, source->bytes));

  run_sql (fixture->path, "UPDATE source_file SET bytes = x'28b52ffd2000'");
  g_assert_null (quoth_store_load_source (fixture->store, quoth_article_get_id (article), &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED);
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) ferry = sample_ferry ();
  g_autoptr(QuothArticle) quay = sample_quay ();

  sample_add (fixture->store, ferry, QUOTH_ADD_ADDED);
  sample_add (fixture->store, quay, QUOTH_ADD_ADDED);
  assert_query (fixture, "SELECT replace (words, ' ', '_') FROM quote ORDER BY id",
                "‘The_ferry_sails_tonight,_[…]_Nobody_is_left_behind.’ the_quay_would_be_mended"
                " the_fares_were_‘a_joke’ a_new_boat ‘We_mended_it_ourselves.’ the_money_was_gone");
}

static void
set_state (Fixture    *fixture,
           const char *id,
           QuothState  state)
{
  g_autoptr(GError) error = NULL;

  quoth_store_set_state (fixture->store, id, state, &error);
  g_assert_no_error (error);
}

static void
test_states (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) article = sample_ferry ();
  g_autoptr(QuothArticle) loaded = NULL;
  g_autoptr(GError) error = NULL;
  const char *id = quoth_quote_get_id (get_quote (article, 1));

  sample_add (fixture->store, article, QUOTH_ADD_ADDED);
  set_state (fixture, id, QUOTH_STATE_CONFIRMED);
  set_state (fixture, id, QUOTH_STATE_REJECTED);
  g_assert_true (quoth_store_set_speaker_state (fixture->store, id, QUOTH_STATE_CONFIRMED, &error));
  g_assert_cmpint (quoth_store_count_quotes (fixture->store), ==, 2);
  assert_query (fixture, "SELECT what || ':' || status || ':' || json_extract (decision, '$.state')"
                         " FROM correction ORDER BY id",
                "state:1:confirmed state:0:rejected speaker-state:0:confirmed");
  assert_query (fixture,
                "SELECT replace (substr (before, -4) || '|' || text || '|' || substr (after, 1, 5),"
                         " ' ', '_') FROM correction WHERE id = 2",
                "aid_|the_quay_would_be_mended|._But");

  set_state (fixture, id, QUOTH_STATE_FOUND);
  assert_query (fixture, "SELECT count (*) FROM correction WHERE status = 0 OR ended IS NULL", "1");

  reopen (fixture, QUOTH_STORE_WRITE);
  loaded = load (fixture, quoth_article_get_id (article));
  g_assert_cmpint (quoth_quote_get_state (get_quote (loaded, 1)), ==, QUOTH_STATE_FOUND);
  g_assert_cmpint (quoth_quote_get_speaker_state (get_quote (loaded, 1)), ==,
                   QUOTH_STATE_CONFIRMED);

  g_assert_false (quoth_store_set_state (fixture->store, "nobody", QUOTH_STATE_CONFIRMED, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

static void
replace (Fixture      *fixture,
         QuothArticle *article)
{
  g_autoptr(GError) error = NULL;

  quoth_store_replace_analysis (fixture->store, article, &error);
  g_assert_no_error (error);
  quoth_store_check (fixture->store, &error);
  g_assert_no_error (error);
}

static guint
count_conflicts (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) conflicts = quoth_store_list_conflicts (fixture->store, NULL, &error);

  g_assert_no_error (error);
  return conflicts->len;
}

static void
test_replace_keeps_decisions (Fixture       *fixture,
                              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) first = sample_ferry ();
  g_autoptr(QuothArticle) again = sample_ferry ();
  g_autoptr(QuothArticle) loaded = NULL;
  g_autofree char *rejected = g_strdup (quoth_quote_get_id (get_quote (first, 1)));
  g_autofree char *found = g_strdup (quoth_quote_get_id (get_quote (first, 0)));
  g_autofree char *missed = g_strdup (quoth_quote_get_id (get_quote (first, 2)));
  g_autofree char *people = NULL;
  g_autofree char *people_after = NULL;

  sample_add (fixture->store, first, QUOTH_ADD_ADDED);
  set_state (fixture, rejected, QUOTH_STATE_REJECTED);
  set_state (fixture, missed, QUOTH_STATE_CONFIRMED);
  people = query (fixture, "SELECT uuid FROM entity ORDER BY id");

  /* the new analysis misses the confirmed quote and the one that nobody decided on */
  g_ptr_array_remove_range (quoth_article_get_quotes (again), 2, 2);
  replace (fixture, again);

  loaded = load (fixture, quoth_article_get_id (first));
  g_assert_cmpuint (quoth_article_get_quotes (loaded)->len, ==, 3);
  g_assert_cmpstr (quoth_quote_get_id (get_quote (loaded, 0)), ==, found);
  g_assert_cmpstr (quoth_quote_get_id (get_quote (loaded, 1)), ==, rejected);
  g_assert_cmpint (quoth_quote_get_state (get_quote (loaded, 1)), ==, QUOTH_STATE_REJECTED);
  g_assert_cmpstr (quoth_quote_get_id (get_quote (loaded, 2)), ==, missed);
  g_assert_cmpint (quoth_quote_get_state (get_quote (loaded, 2)), ==, QUOTH_STATE_CONFIRMED);
  g_assert_cmpstr (quoth_entity_get_name (quoth_quote_get_speaker (get_quote (loaded, 2))), ==,
                   "a spokesman for the crews");
  people_after = query (fixture, "SELECT uuid FROM entity ORDER BY id");
  g_assert_cmpstr (people_after, ==, people);
  g_assert_cmpuint (count_conflicts (fixture), ==, 0);
}

static void
test_replace_text (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) first = sample_ferry ();
  g_autoptr(QuothArticle) again = NULL;
  g_autoptr(QuothArticle) loaded = NULL;
  g_autofree char *text = g_strconcat ("Island Post. ", quoth_article_get_text (first), NULL);
  char *joke = strstr (text, "joke");
  const SampleQuote quotes[] = {
    { "the quay would be mended", NULL, NULL, NULL, NULL, QUOTH_QUOTE_INDIRECT,
      QUOTH_QUOTE_STATEMENT },
  };
  const char *kept = quoth_quote_get_id (get_quote (first, 1));
  const char *moved = quoth_quote_get_id (get_quote (first, 0));
  const char *lost = quoth_quote_get_id (get_quote (first, 2));

  sample_add (fixture->store, first, QUOTH_ADD_ADDED);
  set_state (fixture, kept, QUOTH_STATE_CONFIRMED);
  set_state (fixture, moved, QUOTH_STATE_CONFIRMED);
  set_state (fixture, lost, QUOTH_STATE_CONFIRMED);
  run_sql (fixture->path, "INSERT INTO note (uuid, quote_id, text, made, changed)"
                          " SELECT 'n' || id, id, 'mine', '2020', '2021' FROM quote WHERE position = 2");

  joke[0] = 'y';
  again = sample_article (quoth_article_get_id (first), NULL, NULL, NULL, text, quotes, 1);
  replace (fixture, again);

  loaded = load (fixture, quoth_article_get_id (first));
  g_assert_cmpstr (quoth_article_get_text (loaded), ==, text);
  assert_query (fixture, "SELECT text_version FROM article", "2");
  assert_query (fixture, "SELECT replace (words, ' ', '_') FROM quote ORDER BY position",
                "‘The_ferry_sails_tonight,_[…]_Nobody_is_left_behind.’ the_quay_would_be_mended");
  g_assert_cmpstr (quoth_quote_get_id (get_quote (loaded, 0)), ==, moved);
  g_assert_cmpstr (quoth_quote_get_id (get_quote (loaded, 1)), ==, kept);
  g_assert_cmpint (quoth_quote_get_state (get_quote (loaded, 1)), ==, QUOTH_STATE_CONFIRMED);
  g_assert_cmpuint (count_conflicts (fixture), ==, 2);
  assert_query (fixture,
                "SELECT what || ':' || replace (text, ' ', '_') FROM correction WHERE status = 2",
                "state:the_fares_were_‘a_joke’ note:the_fares_were_‘a_joke’");
  assert_query (fixture,
                "SELECT json_extract (decision, '$.text') FROM correction WHERE what = 'note'",
                "mine");
}

static void
test_replace_keeps_persons_links (Fixture       *fixture,
                                  gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) first = sample_ferry ();
  g_autoptr(QuothArticle) again = sample_ferry ();

  sample_add (fixture->store, first, QUOTH_ADD_ADDED);
  run_sql (fixture->path, "UPDATE entity_link SET origin = 1, entity_id = (SELECT id FROM entity"
                          " WHERE name = 'Harbour Trust') WHERE article_entity_id = (SELECT id"
                          " FROM article_entity WHERE name LIKE 'a spokesman%')");

  g_ptr_array_set_size (quoth_article_get_quotes (again), 0);
  g_ptr_array_set_size (quoth_article_get_entities (again), 0);
  replace (fixture, again);

  assert_query (fixture, "SELECT replace (a.name || ':' || e.name || ':' || origin, ' ', '_')"
                         " FROM entity_link JOIN article_entity a ON a.id = article_entity_id"
                         " JOIN entity e ON e.id = entity_id",
                "a_spokesman_for_the_crews:Harbour_Trust:1");
  assert_query (fixture, "SELECT count (*) FROM entity", "1");
  assert_query (fixture, "SELECT count (*) FROM quote", "0");
}

static void
test_search_follows (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) first = sample_ferry ();
  g_autoptr(QuothArticle) again = sample_ferry ();
  const char *sql = "SELECT count (*) FROM quote_search WHERE quote_search MATCH 'trust OR boat'";
  const char *check = "INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)";

  sample_add (fixture->store, first, QUOTH_ADD_ADDED);
  assert_query (fixture, sql, "3");
  assert_query (fixture, "SELECT count (*) FROM quote_search WHERE quote_search MATCH 'sails'",
                "4");

  g_ptr_array_remove_index (quoth_article_get_quotes (again), 3);
  replace (fixture, again);
  assert_query (fixture, sql, "2");
  assert_query (fixture, check, "");
}

static void
test_not_a_library (void)
{
  g_autofree char *path = sample_path ();
  g_autofree char *missing = g_strconcat (path, "-missing", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (quoth_store_open (missing, QUOTH_STORE_READ, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));

  g_assert_true (g_file_set_contents (path,
                                      "This is a letter, not a library. It goes on for a while.",
                                      -1, NULL));
  g_assert_null (quoth_store_open (path, QUOTH_STORE_WRITE, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED);

  sample_remove (path);
}

static void
test_versions (void)
{
  static const struct
  {
    const char *sql;
    int         code; /* -1: opens */
  } cases[] = {
    { "VACUUM", -1 },
    { "CREATE TABLE letter (text)", QUOTH_LIBRARY_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sample_path ();
      g_autoptr(GError) error = NULL;
      g_autoptr(QuothStore) store = NULL;

      run_sql (path, cases[i].sql);
      store = quoth_store_open (path, QUOTH_STORE_WRITE, &error);
      if (cases[i].code == -1)
        g_assert_no_error (error);
      else
        g_assert_error (error, QUOTH_LIBRARY_ERROR, cases[i].code);
      g_clear_object (&store);
      sample_remove (path);
    }
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  assert_query (fixture, "PRAGMA user_version", "5");
  assert_query (fixture, "PRAGMA journal_mode", "wal");
  run_sql (fixture->path, "PRAGMA user_version = 6");

  g_assert_null (quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_TOO_NEW);
  g_assert_nonnull (strstr (error->message, "newer"));
  g_clear_error (&error);
  g_assert_null (quoth_store_open (fixture->path, QUOTH_STORE_READ, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_TOO_NEW);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store/reopened-article-is-equal", test_reopened);
  ADD ("/store/same-and-deleted-are-told", test_same_and_deleted);
  ADD ("/store/taken-id-is-replaced", test_id_taken);
  ADD ("/store/equal-full-names-join", test_links);
  ADD ("/store/links-made-anew", test_relink);
  ADD ("/store/source-comes-back", test_source);
  ADD ("/store/source-compressed-by-zlib", test_old_source);
  ADD ("/store/words-on-one-line", test_words);
  ADD ("/store/decisions-are-recorded", test_states);
  ADD ("/store/replace-keeps-decisions", test_replace_keeps_decisions);
  ADD ("/store/replace-text-moves-or-conflicts", test_replace_text);
  ADD ("/store/replace-keeps-persons-links", test_replace_keeps_persons_links);
  ADD ("/store/search-index-follows", test_search_follows);
  ADD ("/store/newer-is-refused", test_newer);
  g_test_add_func ("/store/not-a-library", test_not_a_library);
  g_test_add_func ("/store/versions-step-up", test_versions);

  return g_test_run ();
}
