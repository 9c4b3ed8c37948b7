#include <sqlite3.h>

#include "library-samples.h"

/* A person's corrections of facts: written, taken back, and over re-analysis. */

typedef struct
{
  char         *path;
  QuothStore   *store;
  QuothArticle *article; /* as it was added */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;

  fixture->path = sample_path ();
  fixture->store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
  fixture->article = sample_ferry ();
  quoth_article_add_author (fixture->article, "Cy", "Writer", NULL);
  sample_add (fixture->store, fixture->article, QUOTH_ADD_ADDED);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->article);
  sample_remove (fixture->path);
  g_free (fixture->path);
}

static QuothArticle *
load (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;
  QuothArticle *article = quoth_store_load_article (fixture->store,
                                                    quoth_article_get_id (fixture->article),
                                                    &error);

  g_assert_no_error (error);
  return article;
}

static void
correct (Fixture        *fixture,
         QuothFactEdits *edits)
{
  g_autoptr(GError) error = NULL;

  quoth_store_correct_facts (fixture->store, quoth_article_get_id (fixture->article), edits,
                             &error);
  g_assert_no_error (error);
}

static void
correct_one (Fixture    *fixture,
             QuothFact   fact,
             const char *value)
{
  g_autoptr(QuothFactEdits) edits = quoth_fact_edits_new ();

  quoth_fact_edits_set (edits, fact, value);
  correct (fixture, edits);
}

static void
correct_authors (Fixture    *fixture,
                 const char *given,
                 const char *family,
                 const char *literal)
{
  g_autoptr(QuothFactEdits) edits = quoth_fact_edits_new ();
  g_autoptr(GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_author_free);

  if (family != NULL)
    g_ptr_array_add (authors, quoth_author_new (given, family, NULL));
  if (literal != NULL)
    g_ptr_array_add (authors, quoth_author_new (NULL, NULL, literal));
  quoth_fact_edits_set_authors (edits, authors);
  correct (fixture, edits);
}

/* "title|publication|published|given family;literal" */
static void
assert_facts (Fixture    *fixture,
              const char *expected)
{
  static const QuothFact facts[] = { QUOTH_FACT_TITLE, QUOTH_FACT_PUBLICATION,
                                     QUOTH_FACT_PUBLISHED };
  g_autoptr(QuothArticle) article = load (fixture);
  g_autoptr(GString) found = g_string_new (NULL);
  GPtrArray *authors = quoth_article_get_authors (article);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      const char *fact = quoth_article_get_fact (article, facts[i]);

      g_string_append_printf (found, "%s|", fact != NULL ? fact : "-");
    }
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      g_string_append (found, i > 0 ? ";" : "");
      if (author->literal != NULL)
        g_string_append (found, author->literal);
      else
        g_string_append_printf (found, "%s %s", author->given, author->family);
    }

  g_assert_cmpstr (found->str, ==, expected);
}

/* The first column of every row, parted by spaces */
static void
assert_query (Fixture    *fixture,
              const char *sql,
              const char *expected)
{
  g_autoptr(GString) found = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "",
                            (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  g_assert_cmpstr (found->str, ==, expected);
}

#define STANDING "SELECT subject FROM correction WHERE what = 'fact' AND status = 0 ORDER BY id"

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

static void
test_corrects (Fixture       *fixture,
               gconstpointer  data G_GNUC_UNUSED)
{
  assert_facts (fixture, "Ferry sails again|Island Post|2014-03-21|Cy Writer");
  correct_one (fixture, QUOTH_FACT_PUBLISHED, "2013-12");
  correct_one (fixture, QUOTH_FACT_PUBLICATION, "");
  correct_authors (fixture, "Bo", "O'Hara \"Bee\"", "Coast Agency");
  assert_facts (fixture, "Ferry sails again|-|2013-12|Bo O'Hara \"Bee\";Coast Agency");
  assert_query (fixture, STANDING, "published publication authors");

  correct_one (fixture, QUOTH_FACT_PUBLISHED, "2012");
  assert_query (fixture, STANDING, "publication authors published");
  assert_query (fixture,
                "SELECT json_extract (decision, '$.value') || '<' || json_extract (decision, '$.machine')"
                         " FROM correction WHERE subject = 'published' ORDER BY id",
                "2013-12<2014-03-21 2012<2014-03-21");
}

static void
test_takes_back (Fixture       *fixture,
                 gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) before = load (fixture);
  g_autoptr(QuothFactEdits) edits = quoth_fact_edits_new ();
  g_autoptr(QuothFactEdits) reverse = NULL;
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();

  g_assert_true (quoth_fact_edits_is_empty (edits));
  quoth_fact_edits_set (edits, QUOTH_FACT_TITLE, "Ferry stays");
  quoth_fact_edits_set (edits, QUOTH_FACT_URL, "https://island.example/ferry");
  quoth_fact_edits_set_authors (edits, nobody);
  g_assert_false (quoth_fact_edits_is_empty (edits));
  reverse = quoth_fact_edits_new_reverse (edits, before);
  correct (fixture, edits);
  assert_facts (fixture, "Ferry stays|Island Post|2014-03-21|");
  assert_query (fixture, STANDING, "authors title url");

  correct (fixture, reverse);
  assert_facts (fixture, "Ferry sails again|Island Post|2014-03-21|Cy Writer");
  assert_query (fixture, STANDING, "");
  assert_query (fixture, "SELECT count (*) FROM correction WHERE ended IS NOT NULL", "3");
}

static void
test_search_follows (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  correct_one (fixture, QUOTH_FACT_TITLE, "Boat departs");
  assert_query (fixture,
                "SELECT count (*) FROM quote_search WHERE quote_search MATCH 'title: departs'", "4");
  assert_query (fixture,
                "SELECT count (*) FROM quote_search WHERE quote_search MATCH 'title: ferry'", "0");
  assert_query (fixture,
                "INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)", "");
}

/* Analysed again from the library, as "library rebuild" does it */
static void
test_outlives_analysis (Fixture       *fixture,
                        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) loaded = NULL;

  correct_one (fixture, QUOTH_FACT_TITLE, "Ferry stays");
  correct_authors (fixture, "Bo", "Pen", NULL);
  loaded = load (fixture);
  replace (fixture, loaded);
  assert_facts (fixture, "Ferry stays|Island Post|2014-03-21|Bo Pen");

  correct_one (fixture, QUOTH_FACT_TITLE, "Ferry sails again");
  correct_authors (fixture, "Cy", "Writer", NULL);
  assert_query (fixture, STANDING, "");
}

/* Read again from its file by a reader that knows more */
static void
test_outlives_reading (Fixture       *fixture,
                       gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothArticle) again = sample_ferry ();

  correct_one (fixture, QUOTH_FACT_TITLE, "Ferry stays");
  correct_authors (fixture, "Bo", "Pen", NULL);
  quoth_article_set_fact (again, QUOTH_FACT_TITLE, "Ferry sails, at last");
  quoth_article_set_fact (again, QUOTH_FACT_PUBLICATION, NULL);
  quoth_article_set_fact (again, QUOTH_FACT_PUBLISHED, "2014-03-22");
  quoth_article_add_author (again, "Cyril", "Writer", NULL);
  replace (fixture, again);
  assert_facts (fixture, "Ferry stays|Island Post|2014-03-22|Bo Pen");
  g_assert_cmpstr (quoth_article_get_fact (again, QUOTH_FACT_TITLE), ==, "Ferry stays");
  g_assert_cmpstr (quoth_article_get_fact (again, QUOTH_FACT_PUBLICATION), ==, "Island Post");
  g_assert_cmpuint (quoth_article_get_authors (again)->len, ==, 1);
  assert_query (fixture,
                "INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)", "");

  /* What the machine found last is what taking back leads to. */
  correct_one (fixture, QUOTH_FACT_TITLE, "Ferry sails, at last");
  correct_authors (fixture, "Cyril", "Writer", NULL);
  assert_query (fixture, STANDING, "");
}

static void
test_nobodys (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothFactEdits) edits = quoth_fact_edits_new ();
  g_autoptr(GError) error = NULL;

  quoth_fact_edits_set (edits, QUOTH_FACT_TITLE, "Lost");
  g_assert_false (quoth_store_correct_facts (fixture->store, "nobody", edits, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/store-facts/corrects-and-keeps-what-was-found", test_corrects);
  ADD ("/store-facts/takes-a-correction-back", test_takes_back);
  ADD ("/store-facts/search-finds-the-new-title", test_search_follows);
  ADD ("/store-facts/outlives-an-analysis", test_outlives_analysis);
  ADD ("/store-facts/outlives-a-better-reading", test_outlives_reading);
  ADD ("/store-facts/refuses-what-is-not-there", test_nobodys);

  return g_test_run ();
}
