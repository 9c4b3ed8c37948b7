#include "config.h"

#include <locale.h>

#include "window-fixture.h"

#include "quoth-job-bar.h"
#include "quoth-import-report.h"

static GListStore *
write_many (Fixture *fixture)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("bell-%u.txt", i);
      g_autofree char *text = g_strdup_printf ("Bell number %u is rung\n\n"
                                               "“It has rung %u times,” said Sable Orrick, the ringer.\n", i, i);
      g_autoptr (GFile) file = fixture_write (fixture, name, text);

      g_list_store_append (files, file);
    }

  return g_steal_pointer (&files);
}

static gboolean
is_importing (Fixture *fixture)
{
  GtkWidget *bar = fixture_find (GTK_WIDGET (fixture->window), QUOTH_TYPE_JOB_BAR);
  GtkWidget *revealer = fixture_find (bar, GTK_TYPE_REVEALER);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (revealer));
}

static gboolean
is_idle (Fixture *fixture)
{
  return !is_importing (fixture);
}

static gboolean
has_report (Fixture *fixture)
{
  return fixture_find_window (QUOTH_TYPE_IMPORT_REPORT) != NULL;
}

static void
test_cancelling (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GListStore) files = write_many (fixture);
  guint n_quotes = 0;

  fixture_wait_until (fixture, is_idle);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  g_assert_true (is_importing (fixture));
  fixture_activate (fixture, "win.cancel-import");
  fixture_wait_until (fixture, is_idle);
  n_quotes = fixture_count (fixture);
  g_assert_cmpuint (n_quotes, <, 4 + 60);
}

static gboolean
has_all (Fixture *fixture)
{
  return fixture_count (fixture) == 4 + 60;
}

/* What is asked for while an import runs waits for its turn. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GListStore) files = write_many (fixture);
  g_autoptr (GListStore) second = g_list_store_new (G_TYPE_FILE);

  for (guint i = 30; i < 60; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (G_LIST_MODEL (files), i);

      g_list_store_append (second, file);
    }
  g_list_store_splice (files, 30, 30, NULL, 0);

  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  quoth_window_import (fixture->window, G_LIST_MODEL (second));
  fixture_wait_until (fixture, has_all);
  fixture_wait_until (fixture, is_idle);
}

/* The fixture closes the window. */
static void
test_closing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GListStore) files = write_many (fixture);

  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  g_assert_true (is_importing (fixture));
}

static gboolean
has_five (Fixture *fixture)
{
  return fixture_count (fixture) == 5;
}

static void
test_dropping (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "lamp.txt",
                                          "Lamp is lit\n\n“It shines,” said Sable Orrick.\n");
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  g_autoptr (GSList) list = g_slist_append (NULL, file);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10.0, 10.0, &taken);
    }

  g_assert_true (taken);
  fixture_wait_until (fixture, has_five);
}

static gboolean
has_one_or_three (Fixture *fixture)
{
  return fixture_count (fixture) == 1 || fixture_count (fixture) == 3;
}

static gboolean
has_row (Fixture *fixture)
{
  return quoth_quote_view_get_row (fixture->view) != NULL;
}

static void
test_bringing_back (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) harbour = g_file_get_child (folder, "harbour.txt");
  g_autoptr (GFile) orchard = g_file_get_child (folder, "orchard.txt");

  fixture_activate (fixture, "win.next");
  fixture_wait_until (fixture, has_row);
  fixture_activate (fixture, "article.delete");
  fixture_wait_until (fixture, has_one_or_three);

  g_list_store_append (files, harbour);
  g_list_store_append (files, orchard);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  fixture_wait_until (fixture, has_report);
  g_assert_true (has_one_or_three (fixture));
  g_assert_true (gtk_widget_activate_action (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT),
                                             "report.bring-back", NULL));
  fixture_wait_until (fixture, fixture_has_four);
}

static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = fixture_write (fixture, "nothing.txt", "");
  GtkWidget *list_view = NULL;

  g_list_store_append (files, file);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  fixture_wait_until (fixture, has_report);

  list_view = fixture_find (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT), GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view)))),
                    ==, 1);
  g_assert_cmpuint (fixture_count (fixture), ==, 4);
  gtk_window_close (GTK_WINDOW (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT)));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window-import/stops-when-cancelled", test_cancelling },
    { "/window-import/imports-one-after-another", test_waiting },
    { "/window-import/survives-closing-the-window", test_closing },
    { "/window-import/takes-dropped-files", test_dropping },
    { "/window-import/brings-back-what-was-deleted", test_bringing_back },
    { "/window-import/reports-what-failed", test_failing },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
