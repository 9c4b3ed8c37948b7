#include "config.h"

#include <glib/gi18n.h>

#include "quoth-attach-job.h"
#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-reference-list.h"

/* A line a reference: id, date, author and title, with tabs between */
static void
print_reference (const QuothReferenceEntry *entry)
{
  const char *facts[] = { entry->published, entry->author, entry->title };
  g_autoptr (GString) line = g_string_new (entry->id);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *fact = g_strdelimit (g_strdup (facts[i] != NULL ? facts[i] : ""), "\t\r\n",
                                            ' ');

      g_string_append_printf (line, "\t%s", fact);
    }
  g_string_append_c (line, '\n');
  quoth_cli_print (line->str);
}

static QuothCliStatus
list_references (const char *library)
{
  g_autoptr (QuothStore) store = quoth_cli_open_store (library, QUOTH_STORE_READ);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  list = quoth_store_list_references (store, &error);
  if (list == NULL)
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  for (guint i = 0; i < list->len; i++)
    print_reference (g_ptr_array_index (list, i));
  return QUOTH_CLI_DONE;
}

static QuothCliStatus
attach_file (const char *path,
             const char *article_id,
             const char *name)
{
  g_autofree char *library_path = quoth_cli_dup_library_path (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (QuothModel) model = quoth_cli_open_model ();
  g_autoptr (QuothLibrary) library = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;

  if (model == NULL)
    return QUOTH_CLI_FAILED;
  library = quoth_library_open (library_path, &error);
  if (library != NULL && quoth_attach_text (library, model, article_id, file, NULL, &error))
    return QUOTH_CLI_DONE;

  quoth_cli_complain ("%s: %s", shown, error->message);
  return QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_attach (int    argc,
            char **argv)
{
  g_autofree char *library = NULL;
  g_auto (GStrv) arguments = NULL;
  gboolean list = FALSE;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    { "list", 0, 0, G_OPTION_ARG_NONE, &list,
      N_("Print the references that have no text yet"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_attach, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (list)
    return list_references (library);
  if (arguments == NULL || g_strv_length (arguments) != 2)
    return quoth_cli_refuse (&quoth_cli_attach, _("Name an article by its id, and one file."));

  return attach_file (library, arguments[0], arguments[1]);
}

const QuothCliCommand quoth_cli_attach = {
  .name = "attach",
  .arguments = N_("ARTICLE FILE"),
  .summary = N_("Give a reference without a text the text of a file"),
  .run = run_attach,
};
