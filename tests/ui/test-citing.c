#include "config.h"

#include <locale.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "quoth-citation-markup.h"
#include "quoth-citation-view.h"
#include "quoth-citations.h"
#include "quoth-drag-content.h"
#include "quoth-locale-name.h"
#include "quoth-quote-list.h"
#include "quoth-style-choices.h"
#include "quoth-style-dialog.h"

#include "library-fixture.h"

/* What the window has for citing, with three styles of a folder of its own. */

typedef struct
{
  char           *folder;
  GSettings      *settings;
  QuothStyleList *styles;
  QuothCitations *citations;
} Citing;

static void
write_style (const char *folder,
             const char *id,
             const char *title)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.csl", folder, id);
  g_autofree char *text = NULL;

  text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                          "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"note\" version=\"1.0\">\n"
                          "<info><title>%s</title><id>http://www.zotero.org/styles/%s</id>"
                          "<category citation-format=\"note\"/><updated>2020-01-01T00:00:00+00:00</updated></info>\n"
                          "<citation><layout><text variable=\"title\"/></layout></citation></style>\n", title, id);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
open_citations (Citing *self)
{
  const char *data_dirs[] = { self->folder, NULL };
  g_autofree char *own = g_build_filename (self->folder, "own", NULL);

  self->styles = quoth_style_list_new_for_paths (data_dirs, own, NULL);
  self->citations = quoth_citations_new (self->settings, self->styles);
}

static void
set_up (Citing        *self,
        gconstpointer  data)
{
  g_autofree char *styles = NULL;
  g_autofree char *locales = NULL;

  self->folder = g_dir_make_tmp ("quoth-citing-XXXXXX", NULL);
  styles = g_build_filename (self->folder, "citation-style-language", "styles", NULL);
  locales = g_build_filename (self->folder, "citation-style-language", "locales", NULL);
  g_assert_cmpint (g_mkdir_with_parents (styles, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (locales, 0700), ==, 0);
  write_style (styles, "apa", "Society Manual");
  write_style (styles, "bay-review", "Bay Review");
  write_style (styles, "coast-letters", "Coast Letters");
  self->settings = g_settings_new (QUOTH_APP_ID);
  g_settings_reset (self->settings, "recent-styles");
  g_settings_reset (self->settings, "citation-style");
  g_settings_reset (self->settings, "copy-preset");
  open_citations (self);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
on_gone_cb (gpointer  data,
            GObject  *object)
{
  *(guint *) data = 1;
}

/* What is still being made, though nobody wants it any more, has to come back before. */
static void
close_citations (Citing *self)
{
  guint gone = 0;

  g_object_weak_ref (G_OBJECT (self->citations), on_gone_cb, &gone);
  g_object_unref (self->citations);
  fixture_wait (&gone);
  g_clear_object (&self->styles);
}

static void
tear_down (Citing        *self,
           gconstpointer  data)
{
  close_citations (self);
  g_clear_object (&self->settings);
  remove_all (self->folder);
  g_free (self->folder);
}

static void
load_styles (Citing *self)
{
  g_autoptr (GError) error = NULL;

  quoth_style_list_load (self->styles, NULL, &error);
  g_assert_no_error (error);
}

/* Headings in brackets, the chosen style with a star */
static void
assert_choices (QuothStyleChoices *choices,
                const char        *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      g_autoptr (QuothStyleChoice) choice = g_list_model_get_item (G_LIST_MODEL (choices), i);
      gboolean chosen = FALSE;

      g_object_get (choice, "chosen", &chosen, NULL);
      g_string_append_printf (found,
                              quoth_style_choice_get_style (choice) != NULL ? "%s%s%s" : "%s[%s]%s",
                              i > 0 ? "|" : "", quoth_style_choice_get_title (choice),
                              chosen ? "*" : "");
    }

  g_assert_cmpstr (found->str, ==, expected);
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

#define BUILT_IN "Newsroom line|Wikipedia {{cite news}}"

static void
test_choices (Citing        *self,
              gconstpointer  data)
{
  g_autoptr (QuothStyleChoices) choices = quoth_style_choices_new (self->citations);
  g_autoptr (GString) signals = g_string_new (NULL);

  assert_choices (choices, "");
  g_assert_null (quoth_style_choices_get_first (choices));
  load_styles (self);
  quoth_citations_set_style (self->citations, "coast-letters");
  assert_choices (choices, "[For Newsrooms and Universities]|Society Manual|" BUILT_IN
                           "|[All Styles]|Bay Review|Coast Letters*");

  g_signal_connect (choices, "items-changed", G_CALLBACK (on_items_changed_cb), signals);
  quoth_style_choices_set_search (choices, "re bAY");
  assert_choices (choices, "Bay Review");
  quoth_style_choices_set_search (choices, "e");
  assert_choices (choices, "Society Manual|" BUILT_IN "|Bay Review|Coast Letters*");
  g_assert_cmpstr (quoth_style_get_id (quoth_style_choices_get_first (choices)), ==, "apa");
  quoth_style_choices_set_search (choices, "e");
  quoth_style_choices_set_search (choices, "no such style");
  assert_choices (choices, "");
  quoth_style_choices_set_search (choices, "");
  assert_choices (choices, "[For Newsrooms and Universities]|Society Manual|" BUILT_IN
                           "|[Chosen Before]|Coast Letters*|[All Styles]|Bay Review|Coast Letters*");
  g_assert_cmpstr (signals->str, ==, "0-7+0=0 0-0+1=1 0-1+0=0 0-0+5=5 0-5+0=0 0-0+9=9 ");
}

static void
test_keeps (Citing        *self,
            gconstpointer  data)
{
  static const char *const order[] = { "apa", "bay-review", "apa", "coast-letters" };
  g_auto (GStrv) recent = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpstr (quoth_citations_get_style (self->citations), ==, QUOTH_STYLE_DEFAULT);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    quoth_citations_set_style (self->citations, order[i]);
  quoth_citations_set_preset (self->citations, QUOTH_PRESET_RIS);
  close_citations (self);

  open_citations (self);
  g_assert_cmpstr (quoth_citations_get_style (self->citations), ==, "coast-letters");
  g_assert_cmpint (quoth_citations_get_preset (self->citations), ==, QUOTH_PRESET_RIS);
  recent = quoth_citations_dup_recent (self->citations);
  joined = g_strjoinv (" ", recent);
  g_assert_cmpstr (joined, ==, "coast-letters apa bay-review");
  title = quoth_citations_dup_style_title (self->citations);
  g_assert_cmpstr (title, ==, "Coast Letters");
}

static void
test_style_gone (Citing        *self,
                 gconstpointer  data)
{
  g_settings_set_string (self->settings, "citation-style", "no-such-style");
  g_settings_set_string (self->settings, "copy-preset", "no-such-preset");
  close_citations (self);
  open_citations (self);
  g_assert_cmpstr (quoth_citations_get_style (self->citations), ==, QUOTH_STYLE_DEFAULT);
  g_assert_cmpint (quoth_citations_get_preset (self->citations), ==, QUOTH_PRESET_CITATION);
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

static void
test_dialog (Citing        *self,
             gconstpointer  data)
{
  QuothStyleDialog *dialog = quoth_style_dialog_new (NULL, self->citations);
  GtkWidget *entry = find_widget (GTK_WIDGET (dialog), GTK_TYPE_SEARCH_ENTRY);
  guint gone = 0;

  g_object_weak_ref (G_OBJECT (dialog), on_gone_cb, &gone);
  gtk_window_present (GTK_WINDOW (dialog));
  while (g_list_model_get_n_items (G_LIST_MODEL (self->styles)) == 0)
    g_main_context_iteration (NULL, TRUE);

  gtk_editable_set_text (GTK_EDITABLE (entry), "bay");
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (&gone);
  g_assert_cmpstr (quoth_citations_get_style (self->citations), ==, "bay-review");
}

/* Whatever is wrong with it, the message stands in the dialog and the style stays. */
static void
test_bad_file (Citing        *self,
               gconstpointer  data)
{
  QuothStyleDialog *dialog = quoth_style_dialog_new (NULL, self->citations);
  GtkWidget *revealer = find_widget (GTK_WIDGET (dialog), GTK_TYPE_REVEALER);
  g_autofree char *path = g_build_filename (self->folder, "broken.csl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint gone = 0;

  g_assert_true (g_file_set_contents (path, "no style at all", -1, NULL));
  g_object_weak_ref (G_OBJECT (dialog), on_gone_cb, &gone);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  quoth_style_dialog_add_file (dialog, file);
  while (!gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (find_widget (revealer, GTK_TYPE_LABEL))),
                            "broken.csl"));
  g_assert_cmpstr (quoth_citations_get_style (self->citations), ==, QUOTH_STYLE_DEFAULT);

  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait (&gone);
}

/* The texts of the labels that are seen, in order */
static void
collect_texts (GtkWidget *widget,
               GString   *texts)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
}

static gboolean
shows (GtkWidget  *widget,
       const char *words)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  collect_texts (widget, texts);

  return strstr (texts->str, words) != NULL;
}

static void
wait_for (GtkWidget  *widget,
          const char *words)
{
  guint timeout = g_timeout_add_seconds (60, fixture_on_timeout_cb, NULL);

  while (!shows (widget, words))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Where there is no processor, the remark says that. */
static gboolean
has_remark (GtkWidget *widget)
{
  return shows (widget, "No form is known") || shows (widget, "There is no citation processor");
}

/* Of a style that has rules for it, no remark; of another one, that it has none. */
static void
test_view (Citing        *self,
           gconstpointer  data)
{
  g_autoptr (QuothCitationView) view = g_object_ref_sink (g_object_new (QUOTH_TYPE_CITATION_VIEW,
                                                                        NULL));
  g_autoptr (QuothArticle) article = sample_ferry ();
  QuothQuote *quote = g_ptr_array_index (quoth_article_get_quotes (article), 0);
  GtkWidget *widget = GTK_WIDGET (view);

  quoth_citations_set_style (self->citations, QUOTH_STYLE_NEWSROOM);
  quoth_citation_view_set_citations (view, self->citations);
  quoth_citation_view_set_quote (view, article, quote);
  wait_for (widget, "Newsroom line|Dr Ann Example");
  g_assert_true (shows (widget, "Missing: author, web address"));
  g_assert_false (has_remark (widget));

  quoth_citations_set_style (self->citations, "bay-review");
  g_assert_true (shows (widget, "Bay Review|"));
  g_assert_true (has_remark (widget));
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Ferry stays");
  quoth_citations_set_style (self->citations, QUOTH_STYLE_NEWSROOM);
  quoth_citation_view_set_quote (view, article, quote);
  wait_for (widget, "Ferry stays");
}

static void
on_provided_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(guint *) user_data = 1;
}

static void
assert_provided (GdkContentProvider *content,
                 const char         *mime_type,
                 const char         *expected)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *text = NULL;
  guint done = 0;

  gdk_content_provider_write_mime_type_async (content, mime_type, stream, 0, NULL, on_provided_cb,
                                              &done);
  fixture_wait (&done);
  text = g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_drags (Citing        *self,
            gconstpointer  data)
{
  Fixture library;
  g_autoptr (QuothQuery) query = quoth_query_new ();
  QuothQuoteList *list = NULL;
  g_autoptr (QuothCopyRequest) request = quoth_citations_create_request (self->citations,
                                                                         QUOTH_PRESET_QUOTATION);
  g_autoptr (GArray) numbers = NULL;
  GdkContentProvider *content = NULL;

  fixture_set_up (&library, NULL);
  list = quoth_quote_list_new (library.library, query);
  fixture_load (list);
  numbers = quoth_quote_list_ref_ids (list);
  content = quoth_drag_content_new (library.library, request, numbers);
  assert_provided (content, "text/plain;charset=utf-8",
                   "‘We mended it ourselves.’\n\nthe money was gone\n\n"
                   "‘The ferry sails tonight, […] Nobody is left behind.’\n\n"
                   "the quay would be mended\n\nthe fares were ‘a joke’");
  g_object_unref (content);
  g_object_unref (list);
  fixture_tear_down (&library, NULL);
}

static void
test_markup (void)
{
  static const char *const cases[][3] = {
    { "<meta charset=\"utf-8\">A &amp; B", "A & B", "A &amp; B" },
    { "<i>Post</i>, <a href=\"https://a.example/?b&amp;c\">there</a>", "", "<i>Post</i>, there" },
    { "<p>One</p><p>Two <b>x</b></p>", "", "One\nTwo <b>x</b>" },
    { "<span style=\"font-variant:small-caps\">Vane</span><sup>2</sup>", "", "Vane<sup>2</sup>" },
    { "<i>never closed", "never closed", "never closed" },
    { "a &nbsp; b", "a < b", "a &lt; b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = quoth_citation_markup_dup (cases[i][0], cases[i][1]);

      g_assert_cmpstr (markup, ==, cases[i][2]);
    }
}

static void
test_locale_names (void)
{
  g_assert_cmpstr (quoth_locale_name_get ("en-GB"), ==, "English (UK)");
  g_assert_cmpstr (quoth_locale_name_get ("cy-GB"), ==, "Welsh (Cymraeg)");
  g_assert_cmpstr (quoth_locale_name_get ("de-AT"), ==, "Deutsch (Österreich)");
  g_assert_cmpstr (quoth_locale_name_get ("xx-XX"), ==, "xx-XX");
}

#define ADD(path, test) \
  g_test_add (path, Citing, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  ADD ("/style-choices/dozen-recent-and-all", test_choices);
  ADD ("/citations/keeps-what-was-chosen", test_keeps);
  ADD ("/citations/begins-anew-when-a-style-is-gone", test_style_gone);
  ADD ("/style-dialog/takes-the-first-that-matches", test_dialog);
  ADD ("/style-dialog/says-what-is-wrong-with-a-file", test_bad_file);
  ADD ("/citation-view/follows-style-and-facts", test_view);
  ADD ("/drag-content/holds-all-that-are-dragged", test_drags);
  g_test_add_func ("/citation-markup/keeps-what-a-label-can-show", test_markup);
  g_test_add_func ("/locale-name/names-each", test_locale_names);

  return g_test_run ();
}
