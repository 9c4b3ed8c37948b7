#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "quoth-application.h"

static const char harbour[] =
  "Lantern Bay to widen its quay\n\n"
  "“The quay is too narrow for the new boats,” said Odile Farrant, the harbour master of Lantern Bay.\n\n"
  "“We lost two ships to other ports last year,” Ms Farrant said.\n\n"
  "“Nobody asked the fishermen,” said Bram Tollett, a skipper.\n";
static const char orchard[] =
  "Orchard owners wait for rain\n\n"
  "“The trees can stand another week,” said Idris Penhale, who grows pears above the bay.\n";

static gboolean
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

void
fixture_wait_until (Fixture   *fixture,
                    Condition  condition)
{
  gboolean late = FALSE;
  guint timeout_id = g_timeout_add_seconds (20, on_timeout_cb, &late);

  while (!condition (fixture) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout_id);
  g_assert_false (late);
}

GtkWidget *
fixture_find (GtkWidget *widget,
              GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = fixture_find (child, type);

  return found;
}

gboolean
fixture_has_words (GtkWidget  *widget,
                   const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (fixture_has_words (child, words))
      return TRUE;

  return FALSE;
}

GtkWidget *
fixture_find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_OBJECT_TYPE (window) == type && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

guint
fixture_count (Fixture *fixture)
{
  return g_list_model_get_n_items (fixture->quotes);
}

gboolean
fixture_has_four (Fixture *fixture)
{
  return fixture_count (fixture) == 4;
}

GFile *
fixture_write (Fixture    *fixture,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

void
fixture_import (Fixture    *fixture,
                const char *name,
                const char *text)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = fixture_write (fixture, name, text);

  g_list_store_append (files, file);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
}

static void
import_articles (Fixture *fixture)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) first = fixture_write (fixture, "harbour.txt", harbour);
  g_autoptr (GFile) second = fixture_write (fixture, "orchard.txt", orchard);

  g_list_store_append (files, first);
  g_list_store_append (files, second);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (QuothLibrary) library = NULL;
  g_autofree char *path = NULL;
  GtkListView *list_view = NULL;

  fixture->folder = g_dir_make_tmp ("quoth-window-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  library = quoth_library_open (path, NULL);
  g_assert_nonnull (library);

  fixture->application = GTK_APPLICATION (quoth_application_new ());
  g_assert_true (g_application_register (G_APPLICATION (fixture->application), NULL, NULL));
  fixture->window = quoth_window_new (fixture->application);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  if (data != NULL)
    gtk_window_set_default_size (GTK_WINDOW (fixture->window), *(const int *) data, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  quoth_window_set_library (fixture->window, library, NULL);

  fixture->view = QUOTH_QUOTE_VIEW (fixture_find (GTK_WIDGET (fixture->window),
                                                  QUOTH_TYPE_QUOTE_VIEW));
  list_view = GTK_LIST_VIEW (fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
  fixture->quotes = G_LIST_MODEL (gtk_list_view_get_model (list_view));

  import_articles (fixture);
  fixture_wait_until (fixture, fixture_has_four);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static gboolean
is_gone (Fixture *fixture)
{
  return fixture->window == NULL;
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_wait_until (fixture, is_gone);
  g_clear_object (&fixture->application);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->quote_id);
}

void
fixture_activate (Fixture    *fixture,
                  const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}
