#include "quoth-query.h"

static void
on_changed_cb (QuothQuery *query G_GNUC_UNUSED,
               gpointer    user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
on_notify_cb (QuothQuery *query G_GNUC_UNUSED,
              GParamSpec *pspec,
              gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_setters (void)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(GString) notified = g_string_new (NULL);
  guint n = 0;

  g_signal_connect (query, "changed", G_CALLBACK (on_changed_cb), &n);
  g_signal_connect (query, "notify", G_CALLBACK (on_notify_cb), notified);

  for (guint i = 0; i < 2; i++)
    {
      quoth_query_set_search (query, i == 0 ? "boat" : " boat ");
      quoth_query_set_since (query, "2014");
      quoth_query_set_until (query, "2015-02");
      quoth_query_set_order (query, QUOTH_ORDER_SPEAKER);
      quoth_query_add_value (query, QUOTH_FACET_KIND, "direct");
      g_object_set (query, "include-attitudes", TRUE, NULL);
      g_object_set (query, "include-rejected", TRUE, NULL);
    }

  g_assert_cmpuint (n, ==, 7);
  g_assert_cmpstr (notified->str, ==,
                   "search active since until order include-attitudes include-rejected ");
  g_assert_cmpstr (quoth_query_get_search (query), ==, "boat");
}

static void
test_clear (void)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  guint n = 0;

  quoth_query_set_order (query, QUOTH_ORDER_OLDEST);
  g_assert_false (quoth_query_get_active (query));
  quoth_query_set_search (query, "  ");
  g_assert_null (quoth_query_get_search (query));
  g_assert_false (quoth_query_get_active (query));
  quoth_query_add_value (query, QUOTH_FACET_SPEAKER, "a");
  quoth_query_set_search (query, "boat");
  g_assert_true (quoth_query_get_active (query));

  g_signal_connect (query, "changed", G_CALLBACK (on_changed_cb), &n);
  quoth_query_clear (query);
  quoth_query_clear (query);
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (quoth_query_get_active (query));
  g_assert_null (quoth_query_get_search (query));
  g_assert_cmpint (quoth_query_get_order (query), ==, QUOTH_ORDER_OLDEST);
  g_assert_cmpuint (quoth_query_get_values (query, QUOTH_FACET_SPEAKER)->len, ==, 0);
}

static void
test_values (void)
{
  g_autoptr(QuothQuery) query = quoth_query_new ();
  g_autoptr(QuothQuery) copy = NULL;

  quoth_query_add_value (query, QUOTH_FACET_SPEAKER, "a");
  quoth_query_add_value (query, QUOTH_FACET_SPEAKER, "b");
  quoth_query_add_value (query, QUOTH_FACET_ORGANISATION, "a");
  g_assert_true (quoth_query_has_value (query, QUOTH_FACET_SPEAKER, "b"));
  g_assert_false (quoth_query_has_value (query, QUOTH_FACET_ORGANISATION, "b"));

  copy = quoth_query_copy (query);
  quoth_query_remove_value (query, QUOTH_FACET_SPEAKER, "a");
  quoth_query_remove_value (query, QUOTH_FACET_SPEAKER, "nobody");
  g_assert_cmpuint (quoth_query_get_values (query, QUOTH_FACET_SPEAKER)->len, ==, 1);
  g_assert_cmpuint (quoth_query_get_values (copy, QUOTH_FACET_SPEAKER)->len, ==, 2);
  g_assert_true (quoth_query_get_active (copy));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/setters-say-so-once", test_setters);
  g_test_add_func ("/query/clear-keeps-order", test_clear);
  g_test_add_func ("/query/values-are-copied", test_values);

  return g_test_run ();
}
