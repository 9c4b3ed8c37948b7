#include "config.h"

#include "quoth-application.h"

#include <glib/gi18n-lib.h>

#include "quoth-sample.h"
#include "quoth-window.h"

struct _QuothApplication
{
  AdwApplication  parent_instance;

  QuothCitations *citations;
};

G_DEFINE_FINAL_TYPE (QuothApplication, quoth_application, ADW_TYPE_APPLICATION)

/* What is left to do for a window once it stands on the screen */
typedef struct
{
  QuothWindow *window;
  char        *path;
  char        *name;
  GListModel  *files; /* (element-type GFile) (nullable) */
} Opening;

static const struct {
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "<Control>question", "<Control>F1" } },
  { "win.close", { "<Control>w" } },
  { "win.import", { "<Control>o" } },
  { "win.import-folder", { "<Control><Shift>o" } },
  { "win.open-address", { "<Control>l" } },
  { "win.paste", { "<Control><Shift>v" } },
  { "win.search", { "<Control>f" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.clear-filters", { "<Control><Shift>l" } },
  { "win.next", { "<Alt>Down" } },
  { "win.previous", { "<Alt>Up" } },
  { "quote.copy-default", { "<Control><Shift>c" } },
  { "quote.copy-quotation-with-citation", { "<Control><Alt>c" } },
  { "quote.confirm", { "<Control>Return" } },
  { "win.export", { "<Control>e" } },
  { "win.copy-bibliography", { "<Control><Shift>b" } },
  { "win.choose-style", { "<Control><Shift>s" } },
  { "article.correct-facts", { "<Control>i" } },
  { "article.delete", { "<Control><Shift>Delete" } },
};

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->window);
  g_clear_pointer (&opening->path, g_free);
  g_clear_pointer (&opening->name, g_free);
  g_clear_object (&opening->files);
  g_free (opening);
}

/* Opens the library after the window's first frame: the person sees the window at once. */
static gboolean
on_open_cb (gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (QuothLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (opening->window)))
    return G_SOURCE_REMOVE;

  library = quoth_library_open (opening->path, &error);
  if (library == NULL)
    {
      quoth_window_show_message (opening->window, error->message);
      return G_SOURCE_REMOVE;
    }

  quoth_window_set_library (opening->window, library, opening->name);
  if (opening->files != NULL)
    quoth_window_import (opening->window, opening->files);

  return G_SOURCE_REMOVE;
}

static QuothWindow *
find_window (QuothApplication *self,
             const char       *path)
{
  for (GList *node = gtk_application_get_windows (GTK_APPLICATION (self)); node != NULL;
       node = node->next)
    {
      QuothLibrary *library = QUOTH_IS_WINDOW (node->data) ? quoth_window_get_library (node->data)
                                                           : NULL;

      if (library != NULL && g_strcmp0 (quoth_library_get_path (library), path) == 0)
        return node->data;
    }

  return NULL;
}

/* Shows the library at @path, in its window if it has one, and imports @files into it. */
static void
show_library (QuothApplication *self,
              const char       *path,
              const char       *name,
              GListModel       *files)
{
  QuothWindow *window = find_window (self, path);
  Opening *opening = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      if (files != NULL)
        quoth_window_import (window, files);
      return;
    }

  window = quoth_window_new (GTK_APPLICATION (self));
  gtk_window_present (GTK_WINDOW (window));

  opening = g_new0 (Opening, 1);
  opening->window = g_object_ref (window);
  opening->path = g_strdup (path);
  opening->name = g_strdup (name);
  opening->files = files != NULL ? g_object_ref (files) : NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_open_cb, opening, (GDestroyNotify) opening_free);
}

static void
show_own_library (QuothApplication *self,
                  GListModel       *files)
{
  g_autofree char *path = quoth_library_dup_default_path ();

  show_library (self, path, NULL, files);
}

static void
show_sample_library (QuothApplication *self)
{
  g_autofree char *path = quoth_sample_dup_library_path ();
  g_autoptr (GListModel) articles = NULL;

  /* Once it stands, the person's decisions about it stand too. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    articles = quoth_sample_list_articles ();

  show_library (self, path, _("Sample Library"), articles);
}

static void
open_sample (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  show_sample_library (user_data);
}

static void
open_own (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  show_own_library (user_data, NULL);
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  GtkWindow *window = NULL;

  while ((window = gtk_application_get_active_window (user_data)) != NULL)
    gtk_window_destroy (window);
}

/* What citations are made with, by others. */
static void
add_legal_sections (AdwAboutWindow *window)
{
  adw_about_window_add_legal_section (window, "citeproc-js", "© 2009–2019 Frank Bennett",
                                      GTK_LICENSE_AGPL_3_0, NULL);
  adw_about_window_add_legal_section (window, _("Citation styles and their languages"),
                                      _("© The authors of the styles and locales"),
                                      GTK_LICENSE_CUSTOM,
                                      _("The styles and locales of "
                                        "<a href=\"https://citationstyles.org/\">CitationStyles.org</a> are used "
                                        "unchanged, under the "
                                        "<a href=\"https://creativecommons.org/licenses/by-sa/3.0/\">Creative Commons "
                                        "Attribution-ShareAlike 3.0 licence</a>. Each names its authors."));
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  GtkWidget *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "transient-for", gtk_application_get_active_window (user_data),
                                    "application-name", _("Quoth"),
                                    "application-icon", QUOTH_APP_ID,
                                    "version", PACKAGE_VERSION,
                                    "developer-name", _("The Quoth Contributors"),
                                    "copyright", _("© 2026 The Quoth Contributors"),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    "comments",
                                    _("See who said what in your articles, and cite it."),
                                    /* Translators: put your names here, one a line */
                                    "translator-credits", _("translator-credits"),
                                    NULL);

  add_legal_sections (ADW_ABOUT_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}

static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit },
  { .name = "about", .activate = show_about },
  { .name = "open-sample", .activate = open_sample },
  { .name = "open-own", .activate = open_own },
};

static GListModel *
list_files (GApplicationCommandLine  *command_line,
            const char              **names)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line,
                                                                               names[i]);

      g_list_store_append (files, file);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&files));
}

static int
quoth_application_command_line (GApplication            *application,
                                GApplicationCommandLine *command_line)
{
  QuothApplication *self = QUOTH_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr (GListModel) files = NULL;
  const char *path = NULL;

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &names);
  files = list_files (command_line, names);

  if (g_variant_dict_lookup (options, "library", "^&ay", &path))
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, path);
      g_autofree char *name = g_file_get_basename (file);

      show_library (self, g_file_peek_path (file), name, files);
    }
  else if (g_variant_dict_contains (options, "sample"))
    {
      show_sample_library (self);
    }
  else
    {
      show_own_library (self, files);
    }

  return 0;
}

/* From the session bus */
static void
quoth_application_activate (GApplication *application)
{
  show_own_library (QUOTH_APPLICATION (application), NULL);
}

static void
quoth_application_open (GApplication  *application,
                        GFile        **files,
                        int            n_files,
                        const char    *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  g_list_store_splice (list, 0, 0, (gpointer *) files, (guint) n_files);
  show_own_library (QUOTH_APPLICATION (application), G_LIST_MODEL (list));
}

static void
quoth_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (quoth_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (QUOTH_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action,
                                           (const char *const *) accels[i].accels);
}

static void
quoth_application_dispose (GObject *object)
{
  g_clear_object (&QUOTH_APPLICATION (object)->citations);

  G_OBJECT_CLASS (quoth_application_parent_class)->dispose (object);
}

static void
quoth_application_class_init (QuothApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = quoth_application_dispose;
  application_class->activate = quoth_application_activate;
  application_class->command_line = quoth_application_command_line;
  application_class->open = quoth_application_open;
  application_class->startup = quoth_application_startup;
}

static void
quoth_application_init (QuothApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample library"), NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the library in FILE"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    G_OPTION_ENTRY_NULL
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), NULL);
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("See who said what in your articles, and cite it."));
}

QuothApplication *
quoth_application_new (void)
{
  return g_object_new (QUOTH_TYPE_APPLICATION,
                       "application-id", QUOTH_APP_ID,
                       "resource-base-path", "/io/github/quoth/Quoth",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

QuothCitations *
quoth_application_get_citations (QuothApplication *self)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (QuothStyleList) styles = NULL;

  g_return_val_if_fail (QUOTH_IS_APPLICATION (self), NULL);

  if (self->citations == NULL)
    {
      settings = g_settings_new (QUOTH_APP_ID);
      styles = quoth_style_list_new ();
      self->citations = quoth_citations_new (settings, styles);
    }

  return self->citations;
}
