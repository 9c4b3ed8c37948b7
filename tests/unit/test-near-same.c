/* Articles that are nearly the same as others, in a library. */
#include <sqlite3.h>
#include <string.h>

#include "quoth-held.h"
#include "quoth-near-index.h"

#include "library-samples.h"

#define STORY "The lighthouse keeper of Sorrel Point counted the lamps twice before he went to bed, and in the " \
              "morning one of them was gone, although nobody had come up the stairs and no boat had landed. "
#define ENDING "He wrote to the harbour office, which sent two men and a dog, and they found nothing at all."

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

static QuothIncoming *
make (const char *title,
      const char *text)
{
  g_autoptr(QuothArticle) article = quoth_article_new (NULL);
  QuothSource *source = quoth_article_get_source (article);

  quoth_article_set_text (article, text);
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, title);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 0, (guint32) strlen (text), 0);
  source->bytes = g_bytes_new (text, strlen (text));

  return quoth_incoming_new (article);
}

static QuothAddResult
add (Fixture         *fixture,
     const char      *title,
     const char      *text,
     QuothNearChoice  choice,
     char           **near_title)
{
  g_autoptr(QuothIncoming) incoming = make (title, text);
  g_auto(QuothAdded) added = { 0 };
  g_autoptr(GError) error = NULL;

  quoth_store_add_incoming (fixture->store, incoming, choice, "file.txt", &added, &error);
  g_assert_no_error (error);
  g_assert_cmpint (added.near_id != NULL, ==, added.near_share >= QUOTH_SHINGLES_NEAR);
  if (near_title != NULL)
    *near_title = g_strdup (added.near_title);

  return added.result;
}

static gint64
query (Fixture    *fixture,
       const char *sql)
{
  sqlite3_stmt *statement = NULL;
  sqlite3 *database = NULL;
  gint64 found;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  found = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (database);

  return found;
}

static QuothHeld *
get_held (Fixture   *fixture,
          GPtrArray **list)
{
  g_autoptr(GError) error = NULL;

  *list = quoth_store_list_held (fixture->store, &error);
  g_assert_no_error (error);

  return (*list)->len > 0 ? g_ptr_array_index (*list, 0) : NULL;
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autofree char *skipped = NULL;
  g_autofree char *kept = NULL;

  g_assert_cmpint (add (fixture, "Lamp lost", STORY ENDING, QUOTH_NEAR_SKIP, NULL), ==,
                   QUOTH_ADD_ADDED);
  g_assert_cmpint (add (fixture, "Another",
                        "Quite another story of which not one word in five stands together in "
                        "the first one, as anybody can see", QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_ADDED);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_SKIP, &skipped), ==, QUOTH_ADD_NEAR);
  g_assert_cmpstr (skipped, ==, "Lamp lost");
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 2);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM source_file"), ==, 2);

  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_KEEP, &kept), ==, QUOTH_ADD_ADDED);
  g_assert_cmpstr (kept, ==, "Lamp lost");
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 3);
  /* The same text is the same, not nearly so. */
  g_assert_cmpint (add (fixture, "Gone again", STORY, QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_SAME);
}

static void
test_held (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  g_autoptr(QuothArticle) article = NULL;
  g_autoptr(GBytes) source = NULL;
  g_auto(QuothAdded) added = { 0 };
  g_autoptr(GError) error = NULL;
  QuothHeld *held;

  add (fixture, "Lamp lost", STORY ENDING, QUOTH_NEAR_HOLD, NULL);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_HOLD, NULL), ==, QUOTH_ADD_HELD);
  /* However often it comes */
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_HOLD, NULL), ==, QUOTH_ADD_HELD);
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 1);

  /* It outlives the program. */
  g_assert_finalize_object (fixture->store);
  fixture->store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
  held = get_held (fixture, &list);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (held->title, ==, "Gone");
  g_assert_cmpstr (held->near_title, ==, "Lamp lost");
  g_assert_cmpstr (held->file, ==, "file.txt");
  article = quoth_store_load_held (fixture->store, held->id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (quoth_article_get_text (article), ==, STORY);

  quoth_store_keep_held (fixture->store, held->id, &added, &error);
  g_assert_no_error (error);
  g_assert_cmpint (added.result, ==, QUOTH_ADD_ADDED);
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 2);
  source = quoth_store_load_source (fixture->store, added.id, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (source, NULL), g_bytes_get_size (source), STORY,
                   strlen (STORY));
  g_assert_null (get_held (fixture, &rest));

  g_assert_null (quoth_store_load_held (fixture->store, held->id, &error));
  g_assert_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_skipped (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  g_autoptr(GError) error = NULL;

  add (fixture, "Lamp lost", STORY ENDING, QUOTH_NEAR_HOLD, NULL);
  add (fixture, "Gone", STORY, QUOTH_NEAR_HOLD, NULL);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM source_file"), ==, 2);
  quoth_store_skip_held (fixture->store, get_held (fixture, &list)->id, &error);
  g_assert_no_error (error);
  g_assert_null (get_held (fixture, &rest));
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM source_file"), ==, 1);
  g_assert_cmpint (quoth_store_count_articles (fixture->store), ==, 1);
}

/* Keeping it by rule later takes it out of those that wait. */
static void
test_held_then_kept (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GPtrArray) list = NULL;

  add (fixture, "Lamp lost", STORY ENDING, QUOTH_NEAR_HOLD, NULL);
  add (fixture, "Gone", STORY, QUOTH_NEAR_HOLD, NULL);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_KEEP, NULL), ==, QUOTH_ADD_ADDED);
  g_assert_null (get_held (fixture, &list));
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothIncoming) incoming = make ("Lamp lost", STORY ENDING);
  g_auto(QuothAdded) added = { 0 };
  g_autoptr(GError) error = NULL;

  quoth_store_add_incoming (fixture->store, incoming, QUOTH_NEAR_SKIP, "file.txt", &added, &error);
  g_assert_no_error (error);
  quoth_store_delete_article (fixture->store, added.id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_ADDED);
}

static void
test_text_replaced (Fixture       *fixture,
                    gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothIncoming) incoming = make ("Lamp lost",
                                            "Nobody has read this page yet, so there is nothing here");
  g_autoptr(QuothArticle) better = NULL;
  g_auto(QuothAdded) added = { 0 };
  g_autoptr(GError) error = NULL;

  quoth_store_add_incoming (fixture->store, incoming, QUOTH_NEAR_SKIP, "file.txt", &added, &error);
  g_assert_no_error (error);
  better = quoth_article_new (added.id);
  quoth_article_set_text (better, STORY ENDING);
  quoth_article_add_block (better, QUOTH_BLOCK_PARAGRAPH, 0, (guint32) strlen (STORY ENDING), 0);
  quoth_store_replace_analysis (fixture->store, better, &error);
  g_assert_no_error (error);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_NEAR);
}

static gboolean
learn (QuothStore  *store,
       gpointer     data,
       GError     **error)
{
  return quoth_store_learn_texts (store, data, error);
}

/* A cancel doesn't wait until a large library is read; the next article finds all the same. */
static void
test_learning_is_cancelled (Fixture       *fixture,
                            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpint (add (fixture, "Lamps", STORY ENDING, QUOTH_NEAR_KEEP, NULL), ==,
                   QUOTH_ADD_ADDED);
  g_clear_object (&fixture->store);
  fixture->store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);

  g_cancellable_cancel (cancellable);
  g_assert_false (quoth_store_batch (fixture->store, learn, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (quoth_store_batch (fixture->store, learn, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpint (add (fixture, "Lamp", STORY "And that was all.", QUOTH_NEAR_SKIP, &title), ==,
                   QUOTH_ADD_NEAR);
  g_assert_cmpstr (title, ==, "Lamps");
}

/* Another program adds to the same library. */
static void
test_two_programs (Fixture       *fixture,
                   gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  Fixture other = { fixture->path, quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error) };

  g_assert_no_error (error);
  add (fixture, "First",
       "The first of the two programs has looked already for what is nearly the same",
       QUOTH_NEAR_SKIP, NULL);
  add (&other, "Lamp lost", STORY ENDING, QUOTH_NEAR_SKIP, NULL);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_NEAR);
  g_object_unref (other.store);
}

/* A library of the version before this was kept: made by taking away what is new in this one. */
static void
test_version_1 (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(GError) error = NULL;
  sqlite3 *database = NULL;

  add (fixture, "Lamp lost", STORY ENDING, QUOTH_NEAR_SKIP, NULL);
  g_assert_finalize_object (fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "DROP TABLE shingle_sample; DROP TABLE held_article;"
                                 "DROP INDEX article_source; DROP INDEX article_url;"
                                 "DROP INDEX article_canonical_url; DROP INDEX article_title;"
                                 "ALTER TABLE article DROP COLUMN edition;"
                                 "ALTER TABLE article DROP COLUMN volume;"
                                 "ALTER TABLE article DROP COLUMN issue;"
                                 "ALTER TABLE article DROP COLUMN doi;"
                                 "PRAGMA user_version = 1", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (database);

  fixture->store = quoth_store_open (fixture->path, QUOTH_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (add (fixture, "Gone", STORY, QUOTH_NEAR_SKIP, NULL), ==, QUOTH_ADD_NEAR);
  g_assert_cmpint (query (fixture, "SELECT count (*) FROM shingle_sample"), ==, 1);
}

/* Samples for an index: text @number has the shingles number * 100 … number * 100 + n. */
static void
add_sample (QuothNearIndex *index,
            gint64          id,
            guint32         first,
            guint           n)
{
  g_autofree guint32 *sample = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    sample[i] = first + i;
  quoth_near_index_add (index, id, sample, n, TRUE);
}

static void
test_index (void)
{
  g_autoptr(QuothNearIndex) index = quoth_near_index_new ();
  g_autoptr(GArray) none = NULL;
  guint32 sample[50];

  for (guint i = 0; i < 50; i++)
    sample[i] = 1000 + i;
  none = quoth_near_index_find (index, sample, 50, TRUE);
  g_assert_cmpuint (none->len, ==, 0);

  for (guint i = 1; i <= 1000; i++)
    add_sample (index, i, i * 100, 50);
  add_sample (index, 2000, 1010, 20);   /* lies in text 10 */
  add_sample (index, 2001, 1040, 50);   /* shares ten with it, too few */
  g_assert_cmpint (quoth_near_index_get_last (index), ==, 2001);

  /* Twice: nothing is left over from the first time. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GArray) found = quoth_near_index_find (index, sample, 50, TRUE);

      g_assert_cmpuint (found->len, ==, 2);
      g_assert_cmpint (g_array_index (found, gint64, 0), ==, 10);
      g_assert_cmpint (g_array_index (found, gint64, 1), ==, 2000);
    }
}

/* What very many texts have still leads to the last of them. */
static void
test_common (void)
{
  g_autoptr(QuothNearIndex) index = quoth_near_index_new ();
  g_autoptr(GArray) found = NULL;
  guint32 sample[2] = { 7, 8 };

  for (guint i = 1; i <= 3000; i++)
    add_sample (index, i, 7, 2);
  found = quoth_near_index_find (index, sample, 2, TRUE);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpuint (found->len, <, 100);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/near-same/kept-or-skipped", test_choices);
  TEST ("/near-same/held-back-until-kept", test_held);
  TEST ("/near-same/held-back-until-skipped", test_skipped);
  TEST ("/near-same/held-back-then-kept-by-rule", test_held_then_kept);
  TEST ("/near-same/deleted-ones-do-not-count", test_deleted);
  TEST ("/near-same/follows-a-new-text", test_text_replaced);
  TEST ("/near-same/learning-is-cancelled", test_learning_is_cancelled);
  TEST ("/near-same/two-programs", test_two_programs);
  TEST ("/near-same/older-library", test_version_1);
#undef TEST
  g_test_add_func ("/near-index/finds-parts-and-wholes", test_index);
  g_test_add_func ("/near-index/common-shingles", test_common);

  return g_test_run ();
}
