#include "config.h"

#include <locale.h>

#include <adwaita.h>

#include "quoth-author-group.h"
#include "quoth-fact-check.h"
#include "quoth-fact-edits.h"
#include "quoth-facts-dialog.h"
#include "quoth-missing-facts.h"

typedef struct
{
  QuothArticle     *article;
  QuothFactsDialog *dialog;
  GString          *saved; /* "title=… authors=…;…" */
} Fixture;

static void
on_saved_cb (QuothFactsDialog *dialog,
             QuothFactEdits   *edits,
             gpointer          user_data)
{
  GString *saved = user_data;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      if (edits->touched[i])
        g_string_append_printf (saved, "%s=%s ", quoth_fact_get_key ((QuothFact) i),
                                edits->values[i] != NULL ? edits->values[i] : "-");
    }
  for (guint i = 0; edits->authors != NULL && i < edits->authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (edits->authors, i);

      g_string_append_printf (saved, "[%s,%s,%s]", author->given, author->family, author->literal);
    }
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = quoth_facts_dialog_new (NULL, fixture->article);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (fixture->dialog, "saved", G_CALLBACK (on_saved_cb), fixture->saved);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->article = quoth_article_new (NULL);
  fixture->saved = g_string_new (NULL);
  quoth_article_set_fact (fixture->article, QUOTH_FACT_TITLE, "Ferry waits");
  quoth_article_set_fact (fixture->article, QUOTH_FACT_PUBLISHED, "2014-03-21T09:30:00Z");
  quoth_article_add_author (fixture->article, "Cy", "Writer", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  while (fixture->dialog != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_string_free (fixture->saved, TRUE);
  g_assert_finalize_object (fixture->article);
}

static void
find_all (GtkWidget *widget,
          GType      type,
          GPtrArray *found)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint      index)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  find_all (widget, type, found);
  g_assert_cmpuint (index, <, found->len);

  return g_ptr_array_index (found, index);
}

static void
type_into (Fixture    *fixture,
           const char *title,
           const char *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW, rows);
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_strcmp0 (adw_preferences_row_get_title (g_ptr_array_index (rows, i)), title) == 0)
        {
          gtk_editable_set_text (g_ptr_array_index (rows, i), text);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
do_action (Fixture    *fixture,
           const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), action, NULL));
}

/* The labels in the color of mistakes */
static guint
count_problems (Fixture *fixture)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint n = 0;

  find_all (GTK_WIDGET (fixture->dialog), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    n += gtk_widget_has_css_class (g_ptr_array_index (labels, i), "problem")
         && gtk_widget_get_mapped (g_ptr_array_index (labels, i));

  return n;
}

static void
test_saves (Fixture       *fixture,
            gconstpointer  data)
{
  open_dialog (fixture);
  type_into (fixture, "Newspaper, Magazine or Site", " Island Post ");
  type_into (fixture, "Date Published", "21 March 2015");
  type_into (fixture, "Web Address", "https://post.example/it’s?a=b");
  type_into (fixture, "Edition, if There Are Several", "Late");
  type_into (fixture, "Volume", "12");
  type_into (fixture, "Issue", "3");
  type_into (fixture, "Pages", "41–43");
  type_into (fixture, "DOI", "https://doi.org/10.5555/ferry.12");
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==,
                   "edition=Late volume=12 issue=3 page=41–43 publication=Island Post"
                   " published=2015-03-21 url=https://post.example/it’s?a=b doi=10.5555/ferry.12 ");
}

static void
test_saves_nothing (Fixture       *fixture,
                    gconstpointer  data)
{
  open_dialog (fixture);
  type_into (fixture, "Title", "Ferry waits ");
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==, "");
}

static void
test_clears (Fixture       *fixture,
             gconstpointer  data)
{
  quoth_article_set_fact (fixture->article, QUOTH_FACT_CANONICAL_URL, "https://post.example/1");
  quoth_article_set_fact (fixture->article, QUOTH_FACT_URL, "https://post.example/1?x");
  open_dialog (fixture);
  type_into (fixture, "Web Address", "");
  type_into (fixture, "Date Published", "");
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==, "published=- url=- canonicalUrl=- ");
}

static void
test_authors (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *group = NULL;

  open_dialog (fixture);
  do_action (fixture, "facts.add-author");
  group = find_nth (GTK_WIDGET (fixture->dialog), QUOTH_TYPE_AUTHOR_GROUP, 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_nth (group, ADW_TYPE_COMBO_ROW, 0)), 1);
  gtk_editable_set_text (GTK_EDITABLE (find_nth (group, ADW_TYPE_ENTRY_ROW, 2)), "Coast Agency");
  do_action (fixture, "facts.add-author");
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==, "author=Cy Writer, Coast Agency [Cy,Writer,(null)]"
                                            "[(null),(null),Coast Agency]");
}

static void
test_removes_author (Fixture       *fixture,
                     gconstpointer  data)
{
  open_dialog (fixture);
  g_signal_emit_by_name (find_nth (GTK_WIDGET (fixture->dialog), QUOTH_TYPE_AUTHOR_GROUP, 0),
                         "removed");
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==, "author=- ");
}

static void
test_refuses (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row = NULL;

  open_dialog (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->dialog));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
  type_into (fixture, "Date Published", "2014-02-30");
  type_into (fixture, "Web Address", "post.example");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->dialog));
  g_assert_cmpuint (count_problems (fixture), ==, 2);
  row = find_nth (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW, 2);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "facts.save", NULL);
  g_assert_cmpstr (fixture->saved->str, ==, "");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));

  type_into (fixture, "Date Published", "2014-02");
  type_into (fixture, "Web Address", "");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->dialog));
  g_assert_cmpuint (count_problems (fixture), ==, 0);
  do_action (fixture, "facts.save");
  g_assert_cmpstr (fixture->saved->str, ==, "published=2014-02 ");
}

static void
test_checks (void)
{
  static const struct {
    gboolean  (*check) (const char *, char **, char **);
    const char *typed;
    const char *value; /* NULL: refused; "": nothing typed */
  } cases[] = {
    { quoth_fact_check_date, " ", "" },
    { quoth_fact_check_date, "2014", "2014" },
    { quoth_fact_check_date, " 2014-03 ", "2014-03" },
    { quoth_fact_check_date, "2014-03-21", "2014-03-21" },
    { quoth_fact_check_date, "21 March 2014", "2014-03-21" },
    { quoth_fact_check_date, "2014-13", NULL },
    { quoth_fact_check_date, "2013-02-29", NULL },
    { quoth_fact_check_date, "yesterday", NULL },
    { quoth_fact_check_address, "", "" },
    { quoth_fact_check_address, "https://a.example/b?c=d#e", "https://a.example/b?c=d#e" },
    { quoth_fact_check_address, "http://a.example/it's", "http://a.example/it's" },
    { quoth_fact_check_address, "a.example", NULL },
    { quoth_fact_check_address, "https://", NULL },
    { quoth_fact_check_address, "https://localhost/x", NULL },
    { quoth_fact_check_address, "https://a.example/b c", NULL },
    { quoth_fact_check_address, "ftp://a.example/", NULL },
    { quoth_fact_check_address, "file:///home/me/a.html", NULL },
    { quoth_fact_check_address, "javascript:alert(1)", NULL },
    { quoth_fact_check_doi, " ", "" },
    { quoth_fact_check_doi, "10.5555/ferry(12)a", "10.5555/ferry(12)a" },
    { quoth_fact_check_doi, "doi: 10.5555/12", "10.5555/12" },
    { quoth_fact_check_doi, "DOI:10.5555.2/12", "10.5555.2/12" },
    { quoth_fact_check_doi, "https://dx.doi.org/10.5555/12", "10.5555/12" },
    { quoth_fact_check_doi, "10.5555", NULL },
    { quoth_fact_check_doi, "10.5555/", NULL },
    { quoth_fact_check_doi, "10./12", NULL },
    { quoth_fact_check_doi, "10.5555/1 2", NULL },
    { quoth_fact_check_doi, "ferry", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = NULL;
      g_autofree char *problem = NULL;
      gboolean right = cases[i].check (cases[i].typed, &value, &problem);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpint (right, ==, cases[i].value != NULL);
      g_assert_cmpint (problem == NULL, ==, right);
      g_assert_cmpstr (value != NULL || !right ? value : "", ==, cases[i].value);
    }
}

static void
assert_missing (QuothMissingFacts *missing,
                QuothArticle      *article,
                const char        *expected)
{
  GtkLabel *label = NULL;

  quoth_missing_facts_set_article (missing, article);
  label = GTK_LABEL (find_nth (GTK_WIDGET (missing), GTK_TYPE_LABEL, 0));
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (missing)), ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (gtk_label_get_text (label), ==, expected);
}

static void
test_missing (void)
{
  g_autoptr (QuothMissingFacts) missing = g_object_ref_sink (g_object_new (QUOTH_TYPE_MISSING_FACTS,
                                                                           NULL));
  g_autoptr (QuothArticle) article = quoth_article_new (NULL);

  assert_missing (missing, article, "Missing: title, author, publication, date, web address");
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Ferry waits");
  quoth_article_set_fact (article, QUOTH_FACT_AGENCY, "Coast Agency");
  quoth_article_set_fact (article, QUOTH_FACT_PUBLISHED, "2014");
  assert_missing (missing, article, "Missing: publication, web address");
  quoth_article_set_fact (article, QUOTH_FACT_PUBLICATION, "Island Post");
  quoth_article_set_fact (article, QUOTH_FACT_URL, "https://post.example/1");
  assert_missing (missing, article, "Missing: date read");
  quoth_article_set_fact (article, QUOTH_FACT_ACCESSED, "2014-04-01");
  assert_missing (missing, article, NULL);
  quoth_article_set_fact (article, QUOTH_FACT_URL, NULL);
  assert_missing (missing, article, "Missing: web address");
  quoth_article_set_fact (article, QUOTH_FACT_PAGE, "4");
  assert_missing (missing, article, NULL);
}

#define ADD(path, test) \
  g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("/facts-dialog/saves-what-changed", test_saves);
  ADD ("/facts-dialog/saves-nothing-unchanged", test_saves_nothing);
  ADD ("/facts-dialog/clears-both-addresses", test_clears);
  ADD ("/facts-dialog/adds-an-organisation", test_authors);
  ADD ("/facts-dialog/removes-an-author", test_removes_author);
  ADD ("/facts-dialog/refuses-what-is-no-date-or-address", test_refuses);
  g_test_add_func ("/fact-check/dates-and-addresses", test_checks);
  g_test_add_func ("/missing-facts/names-each", test_missing);

  return g_test_run ();
}
