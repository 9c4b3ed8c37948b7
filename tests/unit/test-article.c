#include "quoth-article.h"
#include "quoth-id.h"

static void
on_notify_cb (GObject    *object G_GNUC_UNUSED,
              GParamSpec *pspec G_GNUC_UNUSED,
              gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

/* They are valid, differ, and stand in the order of their making as far as a thousandth of a second
 * tells. */
static void
test_ids (void)
{
  g_autofree char *before = quoth_id_new ();

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = NULL;

      g_usleep (2000);
      id = quoth_id_new ();
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpstr (before, <, id);
      g_free (g_steal_pointer (&before));
      before = g_steal_pointer (&id);
    }
}

static void
test_setters (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new (NULL);
  guint n_title = 0;
  guint n_text = 0;
  guint n_type = 0;

  g_assert_true (g_uuid_string_is_valid (quoth_article_get_id (article)));
  g_signal_connect (article, "notify::title", G_CALLBACK (on_notify_cb), &n_title);
  g_signal_connect (article, "notify::text", G_CALLBACK (on_notify_cb), &n_text);
  g_signal_connect (article, "notify::article-type", G_CALLBACK (on_notify_cb), &n_type);

  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Ferry to stop");
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Ferry to stop");
  g_assert_cmpuint (n_title, ==, 1);
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "");
  g_assert_null (quoth_article_get_fact (article, QUOTH_FACT_TITLE));
  g_assert_cmpuint (n_title, ==, 2);

  quoth_article_set_text (article, "One.");
  quoth_article_set_text (article, "One.");
  g_assert_cmpuint (n_text, ==, 1);
  g_assert_cmpuint (quoth_article_get_length (article), ==, 4);

  g_object_set (article, "article-type", QUOTH_ARTICLE_BLOG, "publication", "The Post", NULL);
  quoth_article_set_article_type (article, QUOTH_ARTICLE_BLOG);
  g_assert_cmpuint (n_type, ==, 1);
  g_assert_cmpstr (quoth_article_get_fact (article, QUOTH_FACT_PUBLICATION), ==, "The Post");
}

static void
test_quote_setters (void)
{
  g_autoptr(QuothQuote) quote = quoth_quote_new ("q", QUOTH_QUOTE_MIXED, QUOTH_QUOTE_ATTITUDE);
  g_autoptr(QuothEntity) union_ = quoth_entity_new ("e1", QUOTH_ENTITY_ORGANISATION, "Union");
  static const char * const names[] = {
    "state", "speaker-state", "confidence", "speaker-confidence", "parent", "on-behalf-of",
  };
  guint counts[G_N_ELEMENTS (names)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);

      g_signal_connect (quote, signal, G_CALLBACK (on_notify_cb), &counts[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      quoth_quote_set_state (quote, QUOTH_STATE_REJECTED);
      quoth_quote_set_speaker_state (quote, QUOTH_STATE_CONFIRMED);
      quoth_quote_set_confidence (quote, 0.5);
      quoth_quote_set_speaker_confidence (quote, 7);
      quoth_quote_set_parent (quote, "p");
      quoth_quote_set_on_behalf_of (quote, union_);
    }

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (counts[i], ==, 1);
  g_assert_cmpfloat (quoth_quote_get_speaker_confidence (quote), ==, 1);
  g_assert_null (quoth_quote_get_speaker (quote));
  g_assert_cmpint (quoth_quote_get_kind (quote), ==, QUOTH_QUOTE_MIXED);
  g_assert_cmpint (quoth_quote_get_quote_type (quote), ==, QUOTH_QUOTE_ATTITUDE);
}

static void
test_new_text_drops_findings (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new ("a");

  quoth_article_set_text (article, "One. Two.");
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 0, 4, 0);
  g_ptr_array_add (quoth_article_get_quotes (article),
                   quoth_quote_new (NULL, QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT));
  g_ptr_array_add (quoth_article_get_entities (article),
                   quoth_entity_new ("e1", QUOTH_ENTITY_PERSON, "Ann Example"));

  quoth_article_set_text (article, "Three.");
  g_assert_cmpuint (quoth_article_get_blocks (article)->len, ==, 0);
  g_assert_cmpuint (quoth_article_get_quotes (article)->len, ==, 0);
  g_assert_cmpuint (quoth_article_get_entities (article)->len, ==, 0);
}

static void
test_blocks (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new ("a");
  g_autoptr(GString) found = g_string_new (NULL);
  GArray *blocks;

  quoth_article_set_text (article, "0123456789012345678901234567890123456789");
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 30, 40, 2);
  quoth_article_add_block (article, QUOTH_BLOCK_HEADLINE, 0, 5, 1);
  quoth_article_add_block (article, QUOTH_BLOCK_FURNITURE, 20, 29, 1);
  quoth_article_add_block (article, QUOTH_BLOCK_LIST_ITEM, 6, 19, 1);

  blocks = quoth_article_get_blocks (article);
  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      g_string_append_printf (found, "%u:%u/%u ", block->span.start, block->number, block->page);
    }
  g_assert_cmpstr (found->str, ==, "0:0/1 6:1/1 20:0/1 30:2/2 ");

  g_assert_cmpuint (quoth_article_find_block (article, 18)->span.start, ==, 6);
  g_assert_cmpuint (quoth_article_find_block (article, 0)->span.start, ==, 0);
  g_assert_null (quoth_article_find_block (article, 5));
  g_assert_null (quoth_article_find_block (article, 40));
}

static void
test_roles (void)
{
  g_autoptr(QuothEntity) ann = quoth_entity_new ("e1", QUOTH_ENTITY_PERSON, "Ann Example");
  g_autoptr(QuothEntity) harbour = quoth_entity_new ("e2", QUOTH_ENTITY_ORGANISATION,
                                                     "Harbour Trust");
  const QuothSpan span = { 0, 4 };
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  QuothRole *first;

  g_assert_null (quoth_entity_dup_role (ann));
  quoth_entity_add_role (ann, "chair", harbour, QUOTH_ROLE_CURRENT, span);
  quoth_entity_add_role (ann, NULL, harbour, QUOTH_ROLE_CURRENT, span);
  quoth_entity_add_role (ann, "pilot", NULL, QUOTH_ROLE_FORMER, span);
  quoth_entity_add_role (ann, "former pilot", NULL, QUOTH_ROLE_FORMER, span);
  quoth_entity_set_honorific (ann, "Dame");

  role = quoth_entity_dup_role (ann);
  name = quoth_entity_dup_full_name (ann);
  g_assert_cmpstr (role, ==, "chair; former pilot");
  g_assert_cmpstr (name, ==, "Dame Ann Example");

  first = g_ptr_array_index (quoth_entity_get_roles (ann), 0);
  g_assert_true (first->organisation == harbour);
  g_assert_finalize_object (g_steal_pointer (&harbour));
  g_assert_null (first->organisation);
}

static char *
hash_of (const char *text)
{
  g_autoptr(QuothArticle) article = quoth_article_new ("a");

  quoth_article_set_text (article, text);
  return quoth_article_dup_text_hash (article);
}

static void
test_hash_evens_out (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean    same;
  } cases[] = {
    { "“We can’t,” she said.", "\"We can't,\"  she\n said.", TRUE },
    { "''Never'', he said", "“Never”, he said", TRUE },
    { "Soft\xc2\xadly\xe2\x80\x8b said", "softly said", TRUE },
    { "caf\xc3\xa9 prices", "cafe\xcc\x81 prices", TRUE },
    { "café prices", "cafe prices", FALSE },
    { "One two", "Onetwo", FALSE },
    { "One.", "One!", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = hash_of (cases[i].a);
      g_autofree char *b = hash_of (cases[i].b);

      g_assert_cmpuint (strlen (a), ==, 64);
      if (cases[i].same)
        g_assert_cmpstr (a, ==, b);
      else
        g_assert_cmpstr (a, !=, b);
    }
}

static void
test_hash_leaves_furniture (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new ("a");
  g_autofree char *whole = NULL;
  g_autofree char *body = hash_of ("The ferry stops.");
  const char *text = "Sign in\nThe ferry stops.\nShare";

  quoth_article_set_text (article, text);
  whole = quoth_article_dup_text_hash (article);
  g_assert_cmpstr (whole, !=, body);
  g_free (whole);

  quoth_article_add_block (article, QUOTH_BLOCK_FURNITURE, 0, 7, 0);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 8, 24, 0);
  quoth_article_add_block (article, QUOTH_BLOCK_FURNITURE, 25, 30, 0);
  whole = quoth_article_dup_text_hash (article);
  g_assert_cmpstr (whole, ==, body);
}

static QuothArticle *
make_reference (const char *title,
                const char *published)
{
  QuothArticle *article = quoth_article_new (NULL);

  quoth_article_set_fact (article, QUOTH_FACT_TITLE, title);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, published);
  return article;
}

static void
test_hash_of_facts (void)
{
  g_autoptr (QuothArticle) article = make_reference ("The tide", "2014");
  g_autoptr (QuothArticle) equal = make_reference ("The  Tide", "2014");
  g_autoptr (QuothArticle) other = make_reference ("The tide", "2015");
  g_autofree char *hash = quoth_article_dup_text_hash (article);
  g_autofree char *equal_hash = quoth_article_dup_text_hash (equal);
  g_autofree char *other_hash = quoth_article_dup_text_hash (other);
  g_autofree char *abstract_hash = NULL;
  g_autofree char *text_hash = NULL;

  g_assert_cmpstr (hash, ==, equal_hash);
  g_assert_cmpstr (hash, !=, other_hash);
  g_assert_true (quoth_article_lacks_text (article));

  quoth_article_set_text (article, "An abstract.");
  quoth_article_add_block (article, QUOTH_BLOCK_FURNITURE, 0, 12, 0);
  abstract_hash = quoth_article_dup_text_hash (article);
  g_assert_true (quoth_article_lacks_text (article));
  g_assert_cmpstr (abstract_hash, ==, hash);

  quoth_article_set_text (article, "The tide is out.");
  text_hash = quoth_article_dup_text_hash (article);
  g_assert_false (quoth_article_lacks_text (article));
  g_assert_cmpstr (text_hash, !=, hash);
}

static void
test_nicks (void)
{
  QuothArticleType type = QUOTH_ARTICLE_OTHER;
  QuothState state = QUOTH_STATE_FOUND;
  QuothFact fact;

  for (guint i = QUOTH_ARTICLE_OTHER; i <= QUOTH_ARTICLE_JOURNAL; i++)
    {
      g_assert_true (quoth_article_type_from_string (quoth_article_type_to_string (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      g_assert_true (quoth_fact_from_key (quoth_fact_get_key (i), &fact));
      g_assert_cmpuint (fact, ==, i);
    }
  g_assert_false (quoth_fact_from_key ("weather", &fact));
  g_assert_true (quoth_state_from_string ("rejected", &state));
  g_assert_false (quoth_state_from_string ("unsure", &state));
  g_assert_false (quoth_state_from_string (NULL, &state));
  g_assert_cmpint (state, ==, QUOTH_STATE_REJECTED);
}

static void
test_no_leaks (void)
{
  g_autoptr(QuothEntity) union_ = quoth_entity_new ("e1", QUOTH_ENTITY_ORGANISATION, "Union");
  QuothArticle *article = quoth_article_new ("a");
  QuothQuote *quote = quoth_quote_new ("q", QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT);

  g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (union_));
  quoth_quote_set_on_behalf_of (quote, union_);
  g_ptr_array_add (quoth_article_get_quotes (article), quote);
  g_ptr_array_add (quoth_article_get_entities (article), g_object_ref (union_));
  quoth_article_add_author (article, "Ann", "Example", NULL);
  g_assert_true (quoth_article_find_quote (article, "q") == quote);
  g_assert_null (quoth_article_find_quote (article, "r"));

  g_assert_finalize_object (article);
  g_assert_finalize_object (g_steal_pointer (&union_));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article/ids", test_ids);
  g_test_add_func ("/article/setters-notify-once", test_setters);
  g_test_add_func ("/article/new-text-drops-findings", test_new_text_drops_findings);
  g_test_add_func ("/article/blocks-sorted-and-numbered", test_blocks);
  g_test_add_func ("/article/hash-evens-out-shapes", test_hash_evens_out);
  g_test_add_func ("/article/hash-leaves-furniture-out", test_hash_leaves_furniture);
  g_test_add_func ("/article/hash-of-a-reference-is-its-facts", test_hash_of_facts);
  g_test_add_func ("/article/nicks-both-ways", test_nicks);
  g_test_add_func ("/article/frees-what-it-owns", test_no_leaks);
  g_test_add_func ("/quote/setters-notify-once", test_quote_setters);
  g_test_add_func ("/entity/roles-told-in-order", test_roles);

  return g_test_run ();
}
