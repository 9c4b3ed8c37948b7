#include "config.h"

#include <locale.h>

#include <gtk/gtk.h>

#include "quoth-quote-selection.h"

#include "library-fixture.h"

/* A selection over the list of the two sample articles, which has five rows: "We mend|the mon|The
 * fer|the qua|the far", in the first article's order newest first. */

typedef struct
{
  Fixture              library;
  QuothQuery          *query;
  QuothQuoteList      *list;
  QuothQuoteSelection *selection;
  GString             *signals;
} Selecting;

static void
on_selection_changed_cb (GtkSelectionModel *model,
                         guint              position,
                         guint              n_items,
                         gpointer           user_data)
{
  g_string_append_printf (user_data, "s%u+%u ", position, n_items);
}

static void
on_items_changed_cb (GListModel *model,
                     guint       position,
                     guint       removed,
                     guint       added,
                     gpointer    user_data)
{
  g_string_append_printf (user_data, "i%u-%u+%u ", position, removed, added);
}

static void
on_n_selected_cb (QuothQuoteSelection *selection,
                  GParamSpec          *pspec,
                  gpointer             user_data)
{
  g_string_append_printf (user_data, "n%u ", quoth_quote_selection_get_n_selected (selection));
}

static void
set_up (Selecting     *self,
        gconstpointer  data)
{
  fixture_set_up (&self->library, NULL);
  self->query = quoth_query_new ();
  self->list = quoth_quote_list_new (self->library.library, self->query);
  self->selection = quoth_quote_selection_new (self->list);
  self->signals = g_string_new (NULL);
  fixture_load (self->list);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (on_selection_changed_cb),
                    self->signals);
  g_signal_connect (self->selection, "items-changed", G_CALLBACK (on_items_changed_cb),
                    self->signals);
  g_signal_connect (self->selection, "notify::n-selected", G_CALLBACK (on_n_selected_cb),
                    self->signals);
}

static void
tear_down (Selecting     *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->selection);
  g_assert_finalize_object (self->list);
  g_assert_finalize_object (self->query);
  g_string_free (self->signals, TRUE);
  fixture_tear_down (&self->library, NULL);
}

/* A selected row as "#", another as "."; and what was signalled since the last time */
static void
assert_selected (Selecting  *self,
                 const char *expected,
                 const char *signals)
{
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_selected = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      gboolean selected = gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection),
                                                           i);

      g_string_append_c (found, selected ? '#' : '.');
      n_selected += selected;
    }

  g_assert_cmpstr (found->str, ==, expected);
  g_assert_cmpuint (quoth_quote_selection_get_n_selected (self->selection), ==, n_selected);
  g_assert_cmpstr (self->signals->str, ==, signals);
  g_string_truncate (self->signals, 0);
}

static void
test_selects (Selecting     *self,
              gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  assert_selected (self, ".....", "");
  gtk_selection_model_select_item (model, 1, TRUE);
  assert_selected (self, ".#...", "s1+1 n1 ");
  gtk_selection_model_select_item (model, 3, FALSE);
  assert_selected (self, ".#.#.", "s3+1 n2 ");
  gtk_selection_model_select_item (model, 4, TRUE);
  assert_selected (self, "....#", "s1+4 n1 ");
  gtk_selection_model_select_item (model, 4, TRUE);
  assert_selected (self, "....#", "");
  gtk_selection_model_select_range (model, 1, 2, TRUE);
  assert_selected (self, ".##..", "s1+4 n2 ");
  gtk_selection_model_select_range (model, 3, 9, FALSE);
  assert_selected (self, ".####", "s3+2 n4 ");
  gtk_selection_model_unselect_item (model, 2);
  assert_selected (self, ".#.##", "s2+1 n3 ");
  gtk_selection_model_unselect_range (model, 0, 4);
  assert_selected (self, "....#", "s1+3 n1 ");
  gtk_selection_model_select_item (model, 7, FALSE);
  assert_selected (self, "....#", "");
  gtk_selection_model_select_all (model);
  assert_selected (self, "#####", "s0+4 n5 ");
  gtk_selection_model_unselect_all (model);
  assert_selected (self, ".....", "s0+5 n0 ");
}

static void
assert_words (Selecting  *self,
              const char *expected)
{
  g_autoptr (GArray) ids = quoth_quote_selection_dup_ids (self->selection);
  g_autoptr (GArray) all = quoth_quote_list_ref_ids (self->list);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      for (guint k = 0; k < ids->len; k++)
        {
          if (g_array_index (ids, guint32, k) == g_array_index (all, guint32, i))
            g_string_append_printf (found, "%s|",
                                    g_strrstr (quoth_quote_row_get_words (row), " ") + 1);
        }
    }

  g_assert_cmpstr (found->str, ==, expected);
}

/* A new order empties the list and fills it again: the same rows are selected, at other places. */
static void
test_refilled (Selecting     *self,
               gconstpointer  data)
{
  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), 1, 2, TRUE);
  assert_words (self, "gone|behind.’|");
  g_string_truncate (self->signals, 0);

  quoth_query_set_order (self->query, QUOTH_ORDER_OLDEST);
  fixture_load (self->list);
  assert_selected (self, "#...#", "i0-5+0 n0 i0-0+5 n2 ");
  assert_words (self, "behind.’|gone|");
}

static void
test_filtered (Selecting     *self,
               gconstpointer  data)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->selection));
  quoth_query_set_search (self->query, "ferry");
  fixture_load (self->list);
  g_string_truncate (self->signals, 0);
  assert_selected (self, "###", "");

  quoth_query_set_search (self->query, "nobodysaidthis");
  fixture_load (self->list);
  quoth_query_set_search (self->query, NULL);
  fixture_load (self->list);
  g_string_truncate (self->signals, 0);
  assert_selected (self, "..###", "");
}

static gboolean
reject (QuothStore  *store,
        gpointer     data,
        GError     **error)
{
  return quoth_store_set_state (store, data, QUOTH_STATE_REJECTED, error);
}

static void
test_removed (Selecting     *self,
              gconstpointer  data)
{
  g_autoptr (QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), 1);
  g_autofree char *id = g_strdup (quoth_quote_row_get_quote_id (row));

  gtk_selection_model_select_range (GTK_SELECTION_MODEL (self->selection), 1, 2, TRUE);
  g_string_truncate (self->signals, 0);
  fixture_change (&self->library, reject, id);
  fixture_load (self->list);
  assert_selected (self, ".#..", "i1-1+0 n1 ");
  assert_words (self, "behind.’|");
}

static void
test_no_list (Selecting     *self,
              gconstpointer  data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_selection_model_select_all (model);
  g_string_truncate (self->signals, 0);
  quoth_quote_selection_set_list (self->selection, NULL);
  assert_selected (self, "", "i0-5+0 n0 ");
  gtk_selection_model_select_all (model);
  gtk_selection_model_select_item (model, 0, TRUE);
  assert_selected (self, "", "");
  quoth_quote_selection_set_list (self->selection, self->list);
  assert_selected (self, ".....", "i0-0+5 n0 ");
}

#define ADD(path, test) \
  g_test_add (path, Selecting, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  ADD ("/quote-selection/selects-as-it-is-told", test_selects);
  ADD ("/quote-selection/keeps-rows-through-a-new-order", test_refilled);
  ADD ("/quote-selection/keeps-rows-that-a-filter-leaves", test_filtered);
  ADD ("/quote-selection/moves-with-rows-that-go", test_removed);
  ADD ("/quote-selection/does-without-a-list", test_no_list);

  return g_test_run ();
}
