#include "quoth-facet-list.h"

#include "library-fixture.h"

static char *
describe (QuothFacetList *list)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(QuothFacet) facet = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (found, "%s%s (%s) %u%s", i > 0 ? " | " : "",
                              quoth_facet_get_label (facet),
                              quoth_facet_get_detail (facet), quoth_facet_get_count (facet),
                              quoth_facet_get_selected (facet) ? "*" : "");
    }

  return g_string_free (found, FALSE);
}

static void
assert_facets (QuothFacetList *list,
               const char     *expected)
{
  g_autofree char *found = NULL;

  fixture_load (list);
  found = describe (list);
  g_assert_cmpstr (found, ==, expected);
}

static QuothFacet *
find (QuothFacetList *list,
      const char     *label)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr(QuothFacet) facet = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_str_equal (quoth_facet_get_label (facet), label))
        return g_steal_pointer (&facet);
    }

  return NULL;
}

static void
test_values (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothFacetList) speakers = quoth_facet_list_new (fixture->library, query,
                                                             QUOTH_FACET_SPEAKER);
  g_autoptr(QuothFacetList) bodies = quoth_facet_list_new (fixture->library, query,
                                                           QUOTH_FACET_ORGANISATION);
  g_autoptr(QuothFacetList) kinds = quoth_facet_list_new (fixture->library, query,
                                                          QUOTH_FACET_KIND);
  g_autoptr(QuothFacetList) papers = quoth_facet_list_new (fixture->library, query,
                                                           QUOTH_FACET_PUBLICATION);

  assert_facets (speakers,
                 "Dr Ann Example (mayor, Island Council) 2 | a spokesman for the crews () 1"
                           " | Harbour Trust () 1 | Bob Sample (treasurer, the Harbour Trust) 1");
  assert_facets (bodies, "Harbour Trust () 3 | Island Council () 1");
  assert_facets (kinds, "Direct () 2 | Indirect () 2 | Mixed () 1");
  assert_facets (papers, "Island Post () 3 | Mainland News () 2");
}

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

static void
test_counts_under_other_facets (Fixture       *fixture,
                                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothFacetList) speakers = quoth_facet_list_new (fixture->library, query,
                                                             QUOTH_FACET_SPEAKER);
  g_autoptr(QuothFacetList) papers = quoth_facet_list_new (fixture->library, query,
                                                           QUOTH_FACET_PUBLICATION);
  g_autoptr(QuothFacet) bob = NULL;
  g_autoptr(QuothFacet) post = NULL;
  g_autoptr(QuothFacet) again = NULL;
  g_autoptr(GString) notified = g_string_new (NULL);
  g_autoptr(GString) changes = g_string_new (NULL);
  g_autofree char *label = NULL;

  fixture_load (speakers);
  fixture_load (papers);
  bob = find (speakers, "Bob Sample");
  post = find (papers, "Island Post");
  g_signal_connect (bob, "notify", G_CALLBACK (on_notify_cb), notified);

  quoth_facet_set_selected (bob, TRUE);
  g_assert_true (quoth_query_has_value (query, QUOTH_FACET_SPEAKER, quoth_facet_get_value (bob)));
  g_assert_cmpstr (notified->str, ==, "selected ");
  assert_facets (papers, "Mainland News () 1");
  assert_facets (speakers,
                 "Dr Ann Example (mayor, Island Council) 2 | a spokesman for the crews () 1"
                           " | Harbour Trust () 1 | Bob Sample (treasurer, the Harbour Trust) 1*");

  /* chosen, but nothing is left of him there: still in the list */
  g_signal_connect (speakers, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  quoth_query_add_value (query, QUOTH_FACET_PUBLICATION, "Island Post");
  assert_facets (speakers,
                 "a spokesman for the crews () 1 | Dr Ann Example (mayor, Island Council) 1"
                           " | Harbour Trust () 1 | Bob Sample () 0*");
  again = find (speakers, "Bob Sample");
  g_assert_true (again == bob);
  g_assert_cmpstr (changes->str, ==, "0-2+2=4 ");
  assert_facets (papers, "Mainland News () 1 | Island Post () 0*");
  label = quoth_facet_list_dup_label (papers, "Island Post");
  g_assert_cmpstr (label, ==, "Island Post");

  quoth_query_clear (query);
  g_assert_false (quoth_facet_get_selected (bob));
  fixture_load (speakers);
  g_assert_cmpstr (notified->str, ==, "selected detail count selected detail count ");
}

static void
test_labels (Fixture       *fixture,
             gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothFacetList) speakers = quoth_facet_list_new (fixture->library, query,
                                                             QUOTH_FACET_SPEAKER);
  g_autoptr(QuothFacetList) kinds = quoth_facet_list_new (fixture->library, query,
                                                          QUOTH_FACET_KIND);
  g_autoptr(QuothFacet) ann = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *kind = NULL;

  fixture_load (speakers);
  ann = find (speakers, "Dr Ann Example");
  before = quoth_facet_list_dup_label (speakers, quoth_facet_get_value (ann));
  g_assert_cmpstr (before, ==, "Dr Ann Example");
  quoth_query_set_search (query, "zebra");
  fixture_load (speakers);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (speakers)), ==, 0);
  after = quoth_facet_list_dup_label (speakers, quoth_facet_get_value (ann));
  g_assert_cmpstr (after, ==, before);
  kind = quoth_facet_list_dup_label (kinds, "mixed");
  g_assert_cmpstr (kind, ==, "Mixed");
  g_assert_null (quoth_facet_list_dup_label (speakers, "nobody"));
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

#define FERRY "6f1d2a50-0000-4000-8000-000000000001"
#define QUAY "6f1d2a50-0000-4000-8000-000000000002"

static void
test_follows_library (Fixture       *fixture,
                      gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothFacetList) speakers = quoth_facet_list_new (fixture->library, query,
                                                             QUOTH_FACET_SPEAKER);

  fixture_load (speakers);
  fixture_change (fixture, delete, (gpointer) FERRY);
  assert_facets (speakers, "Dr Ann Example (mayor, Island Council) 1"
                           " | Bob Sample (treasurer, the Harbour Trust) 1");
  fixture_change (fixture, restore, (gpointer) FERRY);
  fixture_change (fixture, delete, (gpointer) QUAY);
  assert_facets (speakers, "a spokesman for the crews () 1"
                           " | Dr Ann Example (harbour master, Harbour Trust) 1 | Harbour Trust () 1");
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/facet-list/values-and-counts", test_values);
  ADD ("/facet-list/counts-under-other-facets", test_counts_under_other_facets);
  ADD ("/facet-list/labels-of-what-is-not-shown", test_labels);
  ADD ("/facet-list/follows-library", test_follows_library);

  return g_test_run ();
}
