#include "config.h"

#include <locale.h>

#include "window-fixture.h"

#include "quoth-import-report.h"
#include "quoth-reference-item.h"
#include "quoth-references-dialog.h"

/* References without a text, and the files that hold it. */

static const char references[] =
  "TY  - NEWS\nTI  - The lamp is lit\nAU  - Vane, Petra\nT2  - Bay Post\nPY  - 2021\nER  - \n"
  "TY  - NEWS\nTI  - Fares\nPY  - 2022\nER  - \n";
static const char lamp[] = "“It shines as far as the island,” said Sable Orrick, who keeps it.\n";

static GtkWidget *
get_dialog (void)
{
  return fixture_find_window (QUOTH_TYPE_REFERENCES_DIALOG);
}

static gboolean
has_report (Fixture *fixture)
{
  return fixture_find_window (QUOTH_TYPE_IMPORT_REPORT) != NULL;
}

static gboolean
has_references (Fixture *fixture)
{
  return get_dialog () != NULL && fixture_has_words (get_dialog (), "The lamp is lit") &&
         fixture_has_words (get_dialog (), "Fares");
}

static gboolean
has_fares_alone (Fixture *fixture)
{
  return fixture_has_words (get_dialog (), "Fares") &&
         !fixture_has_words (get_dialog (), "The lamp is lit");
}

static gboolean
has_none (Fixture *fixture)
{
  return get_dialog () != NULL && fixture_has_words (get_dialog (), "Every Article Has Its Text") &&
         fixture_find (get_dialog (), QUOTH_TYPE_REFERENCE_ITEM) == NULL;
}

static gboolean
has_five (Fixture *fixture)
{
  return fixture_count (fixture) == 5;
}

static gboolean
says_twice (Fixture *fixture)
{
  return fixture_has_words (get_dialog (), "harbour.txt: ");
}

static gboolean
says_two_references (Fixture *fixture)
{
  return fixture_has_words (GTK_WIDGET (fixture->window), "2 have no text yet");
}

/* The row of that title */
static GtkWidget *
find_item (GtkWidget  *widget,
           const char *title)
{
  GtkWidget *found = NULL;

  if (QUOTH_IS_REFERENCE_ITEM (widget))
    return fixture_has_words (widget, title) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, title);

  return found;
}

/* GTK has no means to drop something in a test but the signal. */
static gboolean
drop (GtkWidget *item,
      GFile     *first,
      GFile     *second)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (item);
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = g_slist_append (NULL, g_object_ref (first));
  gboolean taken = FALSE;

  if (second != NULL)
    files = g_slist_append (files, g_object_ref (second));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_slist_free_full (files, g_object_unref);

  return taken;
}

static void
open_dialog (Fixture *fixture)
{
  fixture_import (fixture, "shelf.ris", references);
  fixture_wait_until (fixture, says_two_references);
  fixture_activate (fixture, "win.show-references");
  fixture_wait_until (fixture, has_references);
}

static void
test_dropping (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) file = fixture_write (fixture, "lamp.txt", lamp);
  g_autoptr (GFile) known = fixture_write (fixture, "other.txt", "");

  open_dialog (fixture);
  g_assert_false (drop (find_item (get_dialog (), "The lamp is lit"), file, known));
  g_assert_true (drop (find_item (get_dialog (), "The lamp is lit"), file, NULL));
  fixture_wait_until (fixture, has_five);
  fixture_wait_until (fixture, has_fares_alone);
  g_assert_true (fixture_has_words (get_dialog (), "“lamp.txt” attached"));

  gtk_window_close (GTK_WINDOW (get_dialog ()));
}

/* A file that can't be its text is named with the reason, and the reference goes on waiting. */
static void
test_refusing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "harbour.txt", NULL);
  g_autoptr (GFile) known = g_file_new_for_path (path);
  g_autoptr (GFile) file = fixture_write (fixture, "lamp.txt", lamp);

  open_dialog (fixture);
  g_assert_true (drop (find_item (get_dialog (), "The lamp is lit"), known, NULL));
  fixture_wait_until (fixture, says_twice);
  g_assert_true (has_references (fixture));
  g_assert_cmpuint (fixture_count (fixture), ==, 4);

  g_assert_true (drop (find_item (get_dialog (), "The lamp is lit"), file, NULL));
  fixture_wait_until (fixture, has_fares_alone);
  gtk_window_close (GTK_WINDOW (get_dialog ()));
}

static void
test_button (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *button = NULL;

  open_dialog (fixture);
  button = fixture_find (find_item (get_dialog (), "Fares"), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "references.choose");
  g_assert_true (gtk_widget_is_sensitive (button));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Attach the text of “Fares”");
  gtk_window_close (GTK_WINDOW (get_dialog ()));
}

/* From the report of what came in */
static void
test_report (Fixture       *fixture,
             gconstpointer  data)
{
  fixture_import (fixture, "shelf.ris", references);
  fixture_wait_until (fixture, says_two_references);
  fixture_activate (fixture, "win.show-report");
  fixture_wait_until (fixture, has_report);
  g_assert_true (fixture_has_words (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT),
                                    "2 references have no text yet."));
  g_assert_true (gtk_widget_activate_action (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT),
                                             "report.attach", NULL));
  fixture_wait_until (fixture, has_references);
  gtk_window_close (GTK_WINDOW (get_dialog ()));
}

static void
test_none (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_activate (fixture, "win.show-references");
  fixture_wait_until (fixture, has_none);
  gtk_window_close (GTK_WINDOW (get_dialog ()));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/references-dialog/takes-a-dropped-file", test_dropping },
    { "/references-dialog/says-why-not", test_refusing },
    { "/references-dialog/has-a-button-each", test_button },
    { "/references-dialog/opens-from-the-report", test_report },
    { "/references-dialog/says-that-none-waits", test_none },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
