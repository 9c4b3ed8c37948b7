#include "config.h"

#include <locale.h>

#include "window-fixture.h"

#include "quoth-compared-text.h"
#include "quoth-import-report.h"
#include "quoth-near-dialog.h"

/* Nearly the harbour article of the fixture: a sentence changed, one more quotation, and a
 * different ending. */
static const char copy[] =
  "Quay too narrow\n\n"
  "“The quay is too narrow for the new boats,” said Odile Farrant, the harbour master of Lantern Bay.\n\n"
  "“We lost two ships to other ports last year,” Ms Farrant said.\n\n"
  "“Nobody asked the fishermen,” said Bram Tollett, a skipper.\n\n"
  "“I shall move my boat,” said Mr Tollett.\n";
static const char other_copy[] =
  "What the harbour master wants\n\n"
  "“The quay is too narrow for the new boats,” said Odile Farrant, the harbour master of Lantern Bay.\n\n"
  "“We lost two ships to other ports last year,” Ms Farrant said on Monday.\n\n"
  "“Nobody asked the fishermen,” said Bram Tollett, a skipper.\n";

static GSettings *
get_settings (void)
{
  return g_settings_new ("io.github.quoth.Quoth");
}

static gboolean
has_report (Fixture *fixture)
{
  return fixture_find_window (QUOTH_TYPE_IMPORT_REPORT) != NULL;
}

static gboolean
has_no_report (Fixture *fixture)
{
  return !has_report (fixture);
}

static gboolean
has_no_dialog (Fixture *fixture)
{
  return fixture_find_window (QUOTH_TYPE_NEAR_DIALOG) == NULL;
}

static GtkWidget *
find_text (guint number)
{
  GtkWidget *dialog = fixture_find_window (QUOTH_TYPE_NEAR_DIALOG);
  GtkWidget *flow_box = dialog != NULL ? fixture_find (dialog, GTK_TYPE_FLOW_BOX) : NULL;

  if (flow_box == NULL)
    return NULL;
  return fixture_find (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (flow_box),
                                                                    (int) number)),
                       QUOTH_TYPE_COMPARED_TEXT);
}

/* The labels of one of the two texts, from above: heading, title, what is known of it, what
 * differs, text */
static GtkLabel *
get_label (guint text,
           guint number)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (find_text (text)));

  for (; number > 0; number--)
    child = gtk_widget_get_next_sibling (child);

  return GTK_LABEL (fixture_find (child, GTK_TYPE_LABEL));
}

static gboolean
has_texts (Fixture *fixture)
{
  return find_text (0) != NULL && *gtk_label_get_text (get_label (0, 4)) != '\0';
}

static gboolean
has_title (const char *title)
{
  return find_text (0) != NULL && g_str_equal (gtk_label_get_text (get_label (0, 1)), title);
}

static gboolean
has_second (Fixture *fixture)
{
  return has_title ("What the harbour master wants");
}

static void
activate (const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture_find_window (QUOTH_TYPE_NEAR_DIALOG), action,
                                             NULL));
}

/* From the report to the two texts */
static void
open_dialog (Fixture *fixture)
{
  fixture_wait_until (fixture, has_report);
  g_assert_true (gtk_widget_activate_action (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT),
                                             "report.compare", NULL));
  fixture_wait_until (fixture, has_texts);
}

static gboolean
has_lit (GtkLabel   *label,
         const char *words)
{
  PangoAttrList *marks = gtk_label_get_attributes (label);
  const char *found = strstr (gtk_label_get_text (label), words);
  guint start = (guint) (found - gtk_label_get_text (label));
  GSList *list = pango_attr_list_get_attributes (marks);
  gboolean lit = FALSE;

  g_assert_nonnull (found);
  for (GSList *node = list; node != NULL; node = node->next)
    {
      const PangoAttribute *attribute = node->data;

      lit |= attribute->klass->type == PANGO_ATTR_BACKGROUND && attribute->start_index <= start &&
             attribute->end_index >= start + strlen (words);
    }
  g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);

  return lit;
}

static gboolean
has_eight (Fixture *fixture)
{
  return fixture_count (fixture) == 8;
}

static void
test_keeping (Fixture       *fixture,
              gconstpointer  data)
{
  fixture_import (fixture, "copy.txt", copy);
  open_dialog (fixture);
  g_assert_cmpuint (fixture_count (fixture), ==, 4);
  g_assert_cmpstr (gtk_label_get_text (get_label (0, 1)), ==, "Quay too narrow");
  g_assert_cmpstr (gtk_label_get_text (get_label (1, 1)), ==, "Lantern Bay to widen its quay");
  g_assert_true (has_lit (get_label (0, 4), "I shall move my boat"));
  g_assert_false (has_lit (get_label (0, 4), "too narrow for the new boats"));
  g_assert_false (has_lit (get_label (1, 4), "Nobody asked the fishermen"));

  activate ("near.keep");
  fixture_wait_until (fixture, has_eight);
  fixture_wait_until (fixture, has_no_dialog);
}

static void
test_skipping (Fixture       *fixture,
               gconstpointer  data)
{
  fixture_import (fixture, "copy.txt", copy);
  open_dialog (fixture);
  activate ("near.skip");
  fixture_wait_until (fixture, has_no_dialog);
  g_assert_cmpuint (fixture_count (fixture), ==, 4);

  /* It may come again. */
  fixture_import (fixture, "copy.txt", copy);
  fixture_wait_until (fixture, has_report);
  gtk_window_close (GTK_WINDOW (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT)));
}

/* What is left undecided waits, also for another window. */
static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  fixture_import (fixture, "copy.txt", copy);
  fixture_wait_until (fixture, has_report);
  gtk_window_close (GTK_WINDOW (fixture_find_window (QUOTH_TYPE_IMPORT_REPORT)));
  fixture_wait_until (fixture, has_no_report);
  fixture_import (fixture, "other.txt", other_copy);
  open_dialog (fixture);
  g_assert_true (has_title ("Quay too narrow"));
  gtk_window_close (GTK_WINDOW (fixture_find_window (QUOTH_TYPE_NEAR_DIALOG)));
  fixture_wait_until (fixture, has_no_dialog);

  fixture_activate (fixture, "win.show-held");
  fixture_wait_until (fixture, has_texts);
  activate ("near.skip");
  fixture_wait_until (fixture, has_second);
  activate ("near.skip");
  fixture_wait_until (fixture, has_no_dialog);
  g_assert_cmpuint (fixture_count (fixture), ==, 4);
}

static gboolean
is_rule (const char *rule)
{
  g_autoptr (GSettings) settings = get_settings ();
  g_autofree char *known = g_settings_get_string (settings, "near-same");

  return g_str_equal (known, rule);
}

static gboolean
has_added_by_rule (Fixture *fixture)
{
  return fixture_count (fixture) == 11;
}

static void
test_rule (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GSettings) settings G_GNUC_UNUSED = get_settings ();

  fixture_import (fixture, "copy.txt", copy);
  open_dialog (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find (fixture_find_window (QUOTH_TYPE_NEAR_DIALOG),
                                                               GTK_TYPE_CHECK_BUTTON)), TRUE);
  activate ("near.keep");
  fixture_wait_until (fixture, has_eight);
  fixture_wait_until (fixture, has_no_dialog);
  g_assert_true (is_rule ("keep"));

  fixture_import (fixture, "other.txt", other_copy);
  fixture_wait_until (fixture, has_added_by_rule);
  g_assert_false (has_report (fixture));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.near-same", "s",
                                             "ask"));
  g_assert_true (is_rule ("ask"));
}

/* The second text stands below the first where there is no room beside it. */
static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog = NULL;
  graphene_rect_t first;
  graphene_rect_t second;

  fixture_import (fixture, "copy.txt", copy);
  open_dialog (fixture);
  dialog = fixture_find_window (QUOTH_TYPE_NEAR_DIALOG);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (gtk_widget_compute_bounds (find_text (0), dialog, &first));
  g_assert_true (gtk_widget_compute_bounds (find_text (1), dialog, &second));
  g_assert_cmpfloat (first.origin.y, ==, second.origin.y);
  g_assert_cmpfloat (second.origin.x, >, first.origin.x + 300);
  gtk_window_destroy (GTK_WINDOW (dialog));

  fixture_activate (fixture, "win.show-held");
  dialog = fixture_find_window (QUOTH_TYPE_NEAR_DIALOG);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 600);
  fixture_wait_until (fixture, has_texts);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 360);
  g_assert_true (gtk_widget_compute_bounds (find_text (0), dialog, &first));
  g_assert_true (gtk_widget_compute_bounds (find_text (1), dialog, &second));
  g_assert_cmpfloat (first.origin.x, ==, second.origin.x);
  g_assert_cmpfloat (second.origin.y, >, first.origin.y + 100);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/near-dialog/keeps-both", test_keeping },
    { "/near-dialog/skips-the-new-one", test_skipping },
    { "/near-dialog/waits-for-a-decision", test_later },
    { "/near-dialog/follows-a-rule", test_rule },
    { "/near-dialog/stands-beside-or-below", test_narrow },
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);

  return g_test_run ();
}
