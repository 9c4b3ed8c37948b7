#include "config.h"

#include <locale.h>

#include "window-fixture.h"

#include "quoth-article-card.h"
#include "quoth-facet-row.h"
#include "quoth-facts-dialog.h"
#include "quoth-filter-pill.h"
#include "quoth-quote-panel.h"
#include "quoth-window-private.h"

static gboolean has_three (Fixture *fixture) { return fixture_count (fixture) == 3; }
static gboolean has_two (Fixture *fixture) { return fixture_count (fixture) == 2; }
static gboolean has_one (Fixture *fixture) { return fixture_count (fixture) == 1; }

static gboolean
has_row (Fixture *fixture)
{
  return quoth_quote_view_get_row (fixture->view) != NULL;
}

static gboolean
is_selected (Fixture *fixture)
{
  return has_row (fixture)
         && g_strcmp0 (quoth_quote_row_get_quote_id (quoth_quote_view_get_row (fixture->view)),
                       fixture->quote_id) == 0;
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
  return fixture_find (GTK_WIDGET (fixture->window), QUOTH_TYPE_FACET_ROW) != NULL;
}

static gboolean
has_pill (Fixture *fixture)
{
  return fixture_find (GTK_WIDGET (fixture->view), QUOTH_TYPE_FILTER_PILL) != NULL;
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
select_first (Fixture *fixture)
{
  fixture_activate (fixture, "win.next");
  fixture_wait_until (fixture, has_row);
  fixture->quote_id = g_strdup (quoth_quote_row_get_quote_id (quoth_quote_view_get_row (fixture->view)));
}

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_html (Fixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));

  return gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "text/html");
}

static void
test_copying (Fixture       *fixture,
              gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  char *text = NULL;

  select_first (fixture);
  fixture_activate (fixture, "quote.copy-quotation-with-citation");
  fixture_wait_until (fixture, has_html);
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                    G_TYPE_STRING));

  gdk_clipboard_read_text_async (clipboard, NULL, on_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text,
                            quoth_quote_row_get_title (quoth_quote_view_get_row (fixture->view))));
  g_free (text);
}

static void
test_confirming (Fixture       *fixture,
                 gconstpointer  data)
{
  select_first (fixture);
  g_assert_false (is_confirmed (fixture));

  fixture_activate (fixture, "quote.confirm");
  fixture_wait_until (fixture, is_confirmed);
  fixture_activate (fixture, "win.undo");
  fixture_wait_until (fixture, is_not_confirmed);
}

static void
test_rejecting (Fixture       *fixture,
                gconstpointer  data)
{
  select_first (fixture);
  gtk_widget_grab_focus (fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW));
  g_assert_true (list_has_focus (fixture));
  fixture_activate (fixture, "quote.reject");
  fixture_wait_until (fixture, has_three);
  fixture_wait_until (fixture, is_other_selected);
  fixture_wait_until (fixture, list_has_focus);

  fixture_activate (fixture, "win.undo");
  fixture_wait_until (fixture, fixture_has_four);
  fixture_wait_until (fixture, is_selected);
}

static void
test_deleting (Fixture       *fixture,
               gconstpointer  data)
{
  guint n_quotes = 0;

  select_first (fixture);
  n_quotes = strcmp (quoth_quote_row_get_title (quoth_quote_view_get_row (fixture->view)),
                     "Orchard owners wait for rain") == 0 ? 3 : 1;
  fixture_activate (fixture, "article.delete");
  fixture_wait_until (fixture, n_quotes == 3 ? has_three : has_one);
  fixture_activate (fixture, "win.undo");
  fixture_wait_until (fixture, fixture_has_four);
}

static gboolean
is_retitled (Fixture *fixture)
{
  return has_row (fixture)
         && g_str_equal (quoth_quote_row_get_title (quoth_quote_view_get_row (fixture->view)),
                         "Quay stays");
}

static gboolean
is_not_retitled (Fixture *fixture)
{
  return has_row (fixture) && !is_retitled (fixture);
}

static GtkWidget *
find_dialog (Fixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *node = windows; node != NULL; node = node->next)
    {
      if (QUOTH_IS_FACTS_DIALOG (node->data))
        return node->data;
    }
  g_assert_not_reached ();
}

static void
test_correcting_facts (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *card = fixture_find (GTK_WIDGET (fixture->window), QUOTH_TYPE_ARTICLE_CARD);

  select_first (fixture);
  fixture_activate (fixture, "article.correct-facts");
  dialog = find_dialog (fixture);
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (dialog, ADW_TYPE_ENTRY_ROW)), "Quay stays");
  g_assert_true (gtk_widget_activate_action (dialog, "facts.save", NULL));

  fixture_wait_until (fixture, is_retitled);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture_find (card, GTK_TYPE_LABEL))), ==,
                   "Quay stays");
  fixture_activate (fixture, "win.undo");
  fixture_wait_until (fixture, is_not_retitled);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture_find (card, GTK_TYPE_LABEL))), !=,
                   "Quay stays");
}

static gboolean
has_all_selected (Fixture *fixture)
{
  return quoth_quote_view_get_n_selected (fixture->view) == 4;
}

static gboolean
has_export (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, fixture->quote_id, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* The import's bar stands before the export's. */
static gboolean
is_export_done (Fixture *fixture)
{
  GtkWidget *bar = fixture_find (GTK_WIDGET (fixture->window), QUOTH_TYPE_JOB_BAR);

  return !quoth_job_bar_get_busy (QUOTH_JOB_BAR (gtk_widget_get_next_sibling (bar)));
}

static void
assert_exported (Fixture           *fixture,
                 QuothExportFormat  format,
                 const char        *name,
                 const char        *first,
                 const char        *second)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_free (fixture->quote_id);
  fixture->quote_id = g_strdup (name);
  quoth_window_export (fixture->window, format, file);
  fixture_wait_until (fixture, has_export);
  fixture_wait_until (fixture, is_export_done);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_nonnull (strstr (contents, first));
  g_assert_nonnull (strstr (contents, second));
}

static void
test_exporting (Fixture       *fixture,
                gconstpointer  data)
{
  gtk_widget_activate_action (fixture_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW),
                              "list.select-all", NULL);
  fixture_wait_until (fixture, has_all_selected);
  assert_exported (fixture, QUOTH_EXPORT_RIS, "out.ris", "TI  - Lantern Bay",
                   "TI  - Orchard owners");
  assert_exported (fixture, QUOTH_EXPORT_CSV, "out.csv", "Odile Farrant", "Idris Penhale");
}

static void
test_searching (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *bar = fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_BAR);
  GtkWidget *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY);

  fixture_activate (fixture, "win.search");
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "trees");
  fixture_wait_until (fixture, has_one);
  fixture_wait_until (fixture, has_pill);

  fixture_activate (fixture, "win.clear-filters");
  fixture_wait_until (fixture, fixture_has_four);
  fixture_wait_until (fixture, has_no_pill);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Whom the article quotes most often comes first. */
static void
test_filtering (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row = NULL;

  fixture_wait_until (fixture, has_facet);
  row = fixture_find (GTK_WIDGET (fixture->window), QUOTH_TYPE_FACET_ROW);
  g_assert_nonnull (strstr (quoth_facet_get_label (quoth_facet_row_get_facet (QUOTH_FACET_ROW (row))), "Farrant"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
  fixture_wait_until (fixture, has_two);
  fixture_wait_until (fixture, has_pill);

  g_signal_emit_by_name (fixture_find (GTK_WIDGET (fixture->view), QUOTH_TYPE_FILTER_PILL),
                         "clicked");
  fixture_wait_until (fixture, fixture_has_four);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)));
}

static gboolean
is_folded (Fixture *fixture)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (fixture_find (GTK_WIDGET (fixture->window), ADW_TYPE_LEAFLET));
  AdwFlap *flap = ADW_FLAP (fixture_find (GTK_WIDGET (fixture->window), ADW_TYPE_FLAP));

  return adw_leaflet_get_folded (leaflet) && adw_flap_get_folded (flap) &&
         !adw_flap_get_reveal_flap (flap);
}

static void
test_folding (Fixture       *fixture,
              gconstpointer  data)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (fixture_find (GTK_WIDGET (fixture->window), ADW_TYPE_LEAFLET));

  fixture_wait_until (fixture, is_folded);
  /* Three buttons to close, minimise and maximise need more than GNOME's one. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (leaflet)), <=, 380);

  select_first (fixture);
  g_assert_false (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
  g_signal_emit_by_name (fixture->view, "opened");
  g_assert_true (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
  /* Its title would be cut to a few letters between the buttons. */
  g_assert_false (gtk_widget_get_visible (fixture_find (adw_leaflet_get_visible_child (leaflet),
                                                        ADW_TYPE_WINDOW_TITLE)));
  fixture_activate (fixture, "win.back");
  g_assert_false (QUOTH_IS_QUOTE_PANEL (adw_leaflet_get_visible_child (leaflet)));
}

/* The title is there whole: no label of it is shortened. */
static void
assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

static void
test_title (Fixture       *fixture,
            gconstpointer  data)
{
  assert_whole (GTK_WIDGET (fixture->window->window_title));
}

static gboolean has_no_toast (Fixture *fixture) { return fixture->window->toast == NULL; }
static gboolean has_toast (Fixture *fixture) { return fixture->window->toast != NULL; }
static gboolean has_settled (Fixture *fixture) { return fixture->window->toast_tick == 0; }

/* libadwaita 1.2 must not have two messages at once, of which one moves while the other is sent
 * away. */
static void
test_messages (Fixture       *fixture,
               gconstpointer  data)
{
  AdwToast *undo = adw_toast_new ("Second");
  AdwToast *first = NULL;
  GtkWidget *message = NULL;

  fixture_wait_until (fixture, has_settled);
  quoth_window_show_message (fixture->window, "First");
  fixture_wait_until (fixture, has_settled);
  first = fixture->window->toast;
  g_assert_cmpstr (adw_toast_get_title (first), ==, "First");

  adw_toast_set_button_label (undo, "Undo");
  quoth_window_show_toast (fixture->window, undo);
  fixture_wait_until (fixture, has_no_toast);
  fixture_wait_until (fixture, has_toast);
  g_assert_true (fixture->window->toast == undo);
  message = gtk_widget_get_last_child (GTK_WIDGET (fixture->window->toast_overlay));
  g_assert_false (gtk_widget_get_can_target (message));
  fixture_wait_until (fixture, has_settled);
  g_assert_true (gtk_widget_get_can_target (message));
  adw_toast_dismiss (undo);
  g_assert_true (has_no_toast (fixture));
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
    { "/window/corrects-facts-and-takes-it-back", NULL, test_correcting_facts },
    { "/window/exports-what-is-selected", NULL, test_exporting },
    { "/window/searches-and-clears", NULL, test_searching },
    { "/window/filters-by-speaker", NULL, test_filtering },
    { "/window/folds-to-a-telephone", &telephone, test_folding },
    { "/window/shows-its-title-on-a-telephone", &telephone, test_title },
    { "/window/one-message-goes-before-the-next-comes", NULL, test_messages },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].width, fixture_set_up, tests[i].func,
                fixture_tear_down);

  return g_test_run ();
}
