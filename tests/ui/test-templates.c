#include "config.h"

#include <locale.h>

#include <adwaita.h>

#include "quoth-application.h"
#include "quoth-article-card.h"
#include "quoth-author-group.h"
#include "quoth-compared-text.h"
#include "quoth-citation-view.h"
#include "quoth-context-view.h"
#include "quoth-copy-button.h"
#include "quoth-facet-section.h"
#include "quoth-filter-bar.h"
#include "quoth-filter-pill.h"
#include "quoth-import-report.h"
#include "quoth-job-bar.h"
#include "quoth-missing-facts.h"
#include "quoth-paste-dialog.h"
#include "quoth-preset-row.h"
#include "quoth-quote-item.h"
#include "quoth-quote-panel.h"
#include "quoth-quote-view.h"
#include "quoth-selection-bar.h"
#include "quoth-sidebar.h"
#include "quoth-speaker-card.h"
#include "quoth-window.h"

/* With G_DEBUG=fatal-warnings, a template that names what is not there ends the test. */
static void
test_widget (gconstpointer data)
{
  GType type = *(const GType *) data;
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_assert_finalize_object (widget);
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;

  return FALSE;
}

/* The buttons that GTK's own widgets hold are named by GTK. */
static gboolean
is_ours (GtkWidget *widget)
{
  static GType holders[4];

  holders[0] = GTK_TYPE_EDITABLE;
  holders[1] = GTK_TYPE_WINDOW_CONTROLS;
  holders[2] = ADW_TYPE_ENTRY_ROW;
  holders[3] = GTK_TYPE_SEARCH_BAR;

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    {
      GtkWidget *holder = gtk_widget_get_ancestor (widget, holders[i]);

      if (holder != NULL && holder != widget)
        return FALSE;
    }

  return !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget));
}

static void
assert_named (GtkWidget *widget)
{
  gboolean named = has_text (widget)
                   || gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                        GTK_ACCESSIBLE_PROPERTY_LABEL)
                   || gtk_widget_get_tooltip_text (widget) != NULL;

  if (!named)
    g_test_message ("%s has no name", G_OBJECT_TYPE_NAME (widget));
  g_assert_true (named);
}

static guint
check_buttons (GtkWidget *widget)
{
  guint n_buttons = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;

  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)) && is_ours (widget))
    {
      assert_named (widget);
      n_buttons++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_buttons += check_buttons (child);

  return n_buttons;
}

static void
test_window (void)
{
  g_autoptr (GtkApplication) application = GTK_APPLICATION (quoth_application_new ());
  QuothWindow *window = NULL;
  QuothPasteDialog *dialog = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = quoth_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (check_buttons (GTK_WIDGET (window)), >=, 12);

  dialog = quoth_paste_dialog_new (GTK_WINDOW (window));
  g_assert_cmpuint (check_buttons (adw_window_get_content (ADW_WINDOW (dialog))), ==, 2);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (dialog);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/quoth/Quoth/quoth-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (window));
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  GType types[] = {
    QUOTH_TYPE_ARTICLE_CARD,
    QUOTH_TYPE_AUTHOR_GROUP,
    QUOTH_TYPE_COMPARED_TEXT,
    QUOTH_TYPE_CITATION_VIEW,
    QUOTH_TYPE_CONTEXT_VIEW,
    QUOTH_TYPE_COPY_BUTTON,
    QUOTH_TYPE_FACET_SECTION,
    QUOTH_TYPE_FILTER_BAR,
    QUOTH_TYPE_FILTER_PILL,
    QUOTH_TYPE_JOB_BAR,
    QUOTH_TYPE_MISSING_FACTS,
    QUOTH_TYPE_PRESET_ROW,
    QUOTH_TYPE_QUOTE_ITEM,
    QUOTH_TYPE_QUOTE_PANEL,
    QUOTH_TYPE_QUOTE_VIEW,
    QUOTH_TYPE_SELECTION_BAR,
    QUOTH_TYPE_SIDEBAR,
    QUOTH_TYPE_SPEAKER_CARD,
  };

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/templates/%s", g_type_name (types[i]));

      g_test_add_data_func (path, &types[i], test_widget);
    }
  g_test_add_func ("/templates/window-and-dialogs-name-every-button", test_window);
  g_test_add_func ("/templates/shortcuts", test_shortcuts);

  return g_test_run ();
}
