#include "config.h"

#include <glib/gi18n.h>

#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-store-lookup.h"

/* One thing to do with a library as a whole. */
typedef struct
{
  const char     *name;
  guint           n_arguments;
  QuothCliStatus (*run) (const char *library,
                         char      **arguments);
} Task;

static QuothCliStatus
check (const char  *library,
       char       **arguments G_GNUC_UNUSED)
{
  g_autoptr (QuothStore) store = quoth_cli_open_store (library, QUOTH_STORE_READ);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  if (!quoth_store_check (store, &error))
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  quoth_cli_print ("ok\n");
  return QUOTH_CLI_DONE;
}

static QuothCliStatus
back_up (const char  *library,
         char       **arguments)
{
  g_autoptr (QuothStore) store = quoth_cli_open_store (library, QUOTH_STORE_WRITE);
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  if (!quoth_store_backup (store, arguments[0], &error))
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  return QUOTH_CLI_DONE;
}

static gboolean
rebuild_article (QuothStore       *store,
                 const char       *id,
                 const QuothModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothArticle) article = quoth_store_load_article (store, id, &error);

  if (article != NULL &&
      quoth_article_analyse (article, model, NULL, &error) &&
      quoth_store_replace_analysis (store, article, &error))
    return TRUE;

  quoth_cli_complain ("%s: %s", id, error->message);
  return FALSE;
}

/* Analyses every article anew; what a person decided stays. */
static QuothCliStatus
rebuild (const char  *library,
         char       **arguments G_GNUC_UNUSED)
{
  g_autoptr (QuothModel) model = quoth_cli_open_model ();
  g_autoptr (QuothStore) store = model != NULL
                                 ? quoth_cli_open_store (library, QUOTH_STORE_WRITE) : NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gboolean all = TRUE;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  ids = quoth_store_list_articles (store, &error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!rebuild_article (store, g_ptr_array_index (ids, i), model))
      all = FALSE;
  if (ids != NULL)
    quoth_store_finish_batch (store, &error);
  if (error != NULL)
    quoth_cli_complain ("%s", error->message);

  return ids != NULL && error == NULL && all ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
print_stats (const char  *library,
             char       **arguments G_GNUC_UNUSED)
{
  g_autoptr (QuothStore) store = quoth_cli_open_store (library, QUOTH_STORE_READ);
  g_autofree char *lines = NULL;

  if (store == NULL)
    return QUOTH_CLI_FAILED;

  lines = g_strdup_printf ("articles\t%" G_GINT64_FORMAT "\nquotations\t%" G_GINT64_FORMAT "\n",
                           quoth_store_count_articles (store), quoth_store_count_quotes (store));
  quoth_cli_print (lines);
  return QUOTH_CLI_DONE;
}

static const Task tasks[] = {
  { "check", 0, check },
  { "backup", 1, back_up },
  { "rebuild", 0, rebuild },
  { "stats", 0, print_stats },
};

static QuothCliStatus
run_library (int    argc,
             char **argv)
{
  g_autofree char *library = NULL;
  g_auto (GStrv) arguments = NULL;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_library, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (arguments == NULL)
    return quoth_cli_refuse (&quoth_cli_library,
                             _("Say what to do: check, backup, rebuild or stats."));

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    if (g_str_equal (tasks[i].name, arguments[0]))
      {
        if (g_strv_length (arguments) != 1 + tasks[i].n_arguments)
          return quoth_cli_refuse (&quoth_cli_library,
                                   tasks[i].n_arguments == 0 ? _("“%s” takes no further arguments.")
                                                             : _("“%s” takes one file."),
                                   arguments[0]);
        return tasks[i].run (library, arguments + 1);
      }

  return quoth_cli_refuse (&quoth_cli_library,
                           _("“%s” is none of check, backup, rebuild and stats."),
                           arguments[0]);
}

const QuothCliCommand quoth_cli_library = {
  .name = "library",
  .arguments = N_("check|backup FILE|rebuild|stats"),
  .summary = N_("Check, copy, analyse anew or count the library"),
  .run = run_library,
};
