#include "config.h"

#include <locale.h>

#include <adwaita.h>
#include <glib/gstdio.h>

#include "quoth-application.h"
#include "quoth-copy.h"
#include "quoth-facet-row.h"
#include "quoth-filter-pill.h"
#include "quoth-quote-panel.h"
#include "quoth-quote-view.h"
#include "quoth-window.h"

static const char harbour[] =
  "Lantern Bay to widen its quay\n\n"
  "“The quay is too narrow for the new boats,” said Odile Farrant, the harbour master of Lantern Bay.\n\n"
  "“We lost two ships to other ports last year,” Ms Farrant said.\n\n"
  "“Nobody asked the fishermen,” said Bram Tollett, a skipper.\n";
static const char orchard[] =
  "Orchard owners wait for rain\n\n"
  "“The trees can stand another week,” said Idris Penhale, who grows pears above the bay.\n";

typedef struct
{
  GtkApplication *application;
  QuothWindow    *window;
  QuothQuoteView *view;
  GListModel     *quotes;
  char           *folder;
  char           *quote_id;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static gboolean
on_timeout_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
wait_until (Fixture   *fixture,
            Condition  condition)
{
  gboolean late = FALSE;
  guint timeout_id = g_timeout_add_seconds (20, on_timeout_cb, &late);

  while (!condition (fixture) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout_id);
  g_assert_false (late);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static guint
count (Fixture *fixture)
{
  return g_list_model_get_n_items (fixture->quotes);
}

static gboolean has_four (Fixture *fixture) { return count (fixture) == 4; }
static gboolean has_three (Fixture *fixture) { return count (fixture) == 3; }
static gboolean has_two (Fixture *fixture) { return count (fixture) == 2; }
static gboolean has_one (Fixture *fixture) { return count (fixture) == 1; }

static gboolean
has_row (Fixture *fixture)
{
  return quoth_quote_view_get_row (fixture->view) != NULL;
}

static gboolean
is_selected (Fixture *fixture)
{
  return has_row (fixture)
         && g_strcmp0 (quoth_quote_row_get_quote_id (quoth_quote_view_get_row (fixture->view)), fixture->quote_id) == 0;
}

static gboolean
is_other_selected (Fixture *fixture)
{
  return has_row (fixture) && !is_selected (fixture);
}

static gboolean
list_has_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL;
}

static gboolean
has_facet (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->window), QUOTH_TYPE_FACET_ROW) != NULL;
}

static gboolean
has_pill (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->view), QUOTH_TYPE_FILTER_PILL) != NULL;
}

static gboolean
has_no_pill (Fixture *fixture)
{
  return !has_pill (fixture);
}

static gboolean
is_confirmed (Fixture *fixture)
{
  gboolean confirmed = FALSE;

  g_object_get (fixture->window, "confirmed", &confirmed, NULL);

  return confirmed;
}

static gboolean
is_not_confirmed (Fixture *fixture)
{
  return !is_confirmed (fixture);
}

static void
write_article (Fixture    *fixture,
               GListStore *files,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_list_store_append (files, file);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
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

  fixture->view = QUOTH_QUOTE_VIEW (find_widget (GTK_WIDGET (fixture->window), QUOTH_TYPE_QUOTE_VIEW));
  list_view = GTK_LIST_VIEW (find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
  fixture->quotes = G_LIST_MODEL (gtk_list_view_get_model (list_view));

  write_article (fixture, files, "harbour.txt", harbour);
  write_article (fixture, files, "orchard.txt", orchard);
  quoth_window_import (fixture->window, G_LIST_MODEL (files));
  wait_until (fixture, has_four);
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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture, is_gone);
  g_clear_object (&fixture->application);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->quote_id);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
select_first (Fixture *fixture)
{
  activate (fixture, "win.next");
  wait_until (fixture, has_row);
  fixture->quote_id = g_strdup (quoth_quote_row_get_quote_id (quoth_quote_view_get_row (fixture->view)));
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copying (Fixture       *fixture,
              gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  char *text = NULL;

  select_first (fixture);
  activate (fixture, "quote.copy-quotation-with-citation");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html"));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), G_TYPE_STRING));

  gdk_clipboard_read_text_async (clipboard, NULL, on_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, quoth_quote_row_get_title (quoth_quote_view_get_row (fixture->view))));
  g_free (text);
}

static void
test_confirming (Fixture       *fixture,
                 gconstpointer  data)
{
  select_first (fixture);
  g_assert_false (is_confirmed (fixture));

  activate (fixture, "quote.confirm");
  wait_until (fixture, is_confirmed);
  activate (fixture, "win.undo");
  wait_until (fixture, is_not_confirmed);
}

static void
test_rejecting (Fixture       *fixture,
                gconstpointer  data)
{
  select_first (fixture);
  gtk_widget_grab_focus (find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
  g_assert_true (list_has_focus (fixture));
  activate (fixture, "quote.reject");
  wait_until (fixture, has_three);
  wait_until (fixture, is_other_selected);
  wait_until (fixture, list_has_focus);

  activate (fixture, "win.undo");
  wait_until (fixture, has_four);
  wait_until (fixture, is_selected);
}

static void
test_deleting (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_quotes = 0;

  select_first (fixture);
  n_quotes = strcmp (quoth_quote_row_get_title (quoth_quote_view_get_row (fixture->view)),
                     "Orchard owners wait for rain") == 0 ? 3 : 1;
  activate (fixture, "article.delete");
  wait_until (fixture, n_quotes == 3 ? has_three : has_one);
  activate (fixture, "win.undo");
  wait_until (fixture, has_four);
}

static void
test_searching (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_BAR);
  GtkWidget *entry = find_widget (bar, GTK_TYPE_SEARCH_ENTRY);

  activate (fixture, "win.search");
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "trees");
  wait_until (fixture, has_one);
  wait_until (fixture, has_pill);

  activate (fixture, "win.clear-filters");
  wait_until (fixture, has_four);
  wait_until (fixture, has_no_pill);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Whom the article quotes most often comes first. */
static void
test_filtering (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row = NULL;

  wait_until (fixture, has_facet);
  row = find_widget (GTK_WIDGET (fixture->window), QUOTH_TYPE_FACET_ROW);
  g_assert_nonnull (strstr (quoth_facet_get_label (quoth_facet_row_get_facet (QUOTH_FACET_ROW (row))), "Farrant"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  wait_until (fixture, has_two);
  wait_until (fixture, has_pill);

  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->view), QUOTH_TYPE_FILTER_PILL), "clicked");
  wait_until (fixture, has_four);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
}

static void
test_folding (Fixture       *fixture,
              gconstpointer  data)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_LEAFLET));
  AdwFlap *flap = ADW_FLAP (find_widget (GTK_WIDGET (fixture->window), ADW_TYPE_FLAP));

  g_assert_true (adw_leaflet_get_folded (leaflet));
  g_assert_true (adw_flap_get_folded (flap));
  g_assert_false (adw_flap_get_reveal_flap (flap));
  /* Three buttons to close, minimise and maximise need more than GNOME's one. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (leaflet)), <=, 380);

  select_first (fixture);
  g_assert_false (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
  g_signal_emit_by_name (fixture->view, "opened");
  g_assert_true (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
  activate (fixture, "win.back");
  g_assert_false (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
}

int
main (int    argc,
      char **argv)
{
  static const int telephone = 360;
  static const struct {
    const char *path;
    const int  *width;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/window/copies-as-text-and-html", NULL, test_copying },
    { "/window/confirms-and-takes-it-back", NULL, test_confirming },
    { "/window/selects-the-next-when-one-is-rejected", NULL, test_rejecting },
    { "/window/brings-a-deleted-article-back", NULL, test_deleting },
    { "/window/searches-and-clears", NULL, test_searching },
    { "/window/filters-by-speaker", NULL, test_filtering },
    { "/window/folds-to-a-telephone", &telephone, test_folding },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].width, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
