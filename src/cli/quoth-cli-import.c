#include "config.h"

#include <glib/gi18n.h>

#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-fetch.h"
#include "quoth-import-job.h"

static const char *const outcome_names[] = {
  [QUOTH_OUTCOME_ADDED] = "added",
  [QUOTH_OUTCOME_JOINED] = "joined",
  [QUOTH_OUTCOME_SAME] = "same",
  [QUOTH_OUTCOME_NEAR_SAME] = "near-same",
  [QUOTH_OUTCOME_DELETED_BEFORE] = "deleted-before",
  [QUOTH_OUTCOME_NOT_UNDERSTOOD] = "not-understood",
  [QUOTH_OUTCOME_FAILED] = "failed",
};

static const char *const near_choices[] = {
  [QUOTH_NEAR_HOLD] = "ask",
  [QUOTH_NEAR_KEEP] = "keep",
  [QUOTH_NEAR_SKIP] = "skip",
};

/* The report, as it comes: a line an article with outcome, id, file, title and, where there is one,
 * the id of the article that is nearly the same on standard output; why a file failed, or what of
 * it was not understood, on standard error. */
static void
print_entry (const QuothImportEntry *entry,
             gpointer                data G_GNUC_UNUSED)
{
  g_autofree char *file = g_strdelimit (g_strdup (entry->file), "\t\r\n", ' ');
  g_autofree char *title = g_strdelimit (g_strdup (entry->title != NULL ? entry->title : ""),
                                         "\t\r\n", ' ');
  g_autofree char *line =
    g_strdup_printf ("%s\t%s\t%s\t%s%s%s\n", outcome_names[entry->outcome],
                     entry->article_id != NULL ? entry->article_id : "", file, title,
                     entry->near_id != NULL ? "\t" : "",
                     entry->near_id != NULL ? entry->near_id : "");

  quoth_cli_print (line);
  quoth_cli_flush ();
  if (entry->reason != NULL)
    quoth_cli_complain ("%s: %s", entry->file, entry->reason);
}

static void
print_counts (QuothImportJob *job)
{
  guint n_joined = quoth_import_job_count (job, QUOTH_OUTCOME_JOINED);
  guint n_without_text = quoth_import_job_count_without_text (job);

  g_printerr (_("Added %u, already there %u, nearly the same %u, deleted before %u, failed %u\n"),
              quoth_import_job_count (job, QUOTH_OUTCOME_ADDED),
              quoth_import_job_count (job, QUOTH_OUTCOME_SAME),
              quoth_import_job_count (job, QUOTH_OUTCOME_NEAR_SAME),
              quoth_import_job_count (job, QUOTH_OUTCOME_DELETED_BEFORE),
              quoth_import_job_count (job, QUOTH_OUTCOME_FAILED));
  if (n_joined > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u text joined to its reference\n",
                             "%u texts joined to their references\n", n_joined), n_joined);
  if (n_without_text > 0)
    g_printerr (g_dngettext (GETTEXT_PACKAGE, "%u of those added has no text yet\n",
                             "%u of those added have no text yet\n", n_without_text), n_without_text);
}

static void
add_files (QuothImportJob  *job,
           char           **files)
{
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = NULL;
      g_autofree char *name = g_filename_display_name (files[i]);

      if (quoth_fetch_is_address (files[i]))
        {
          quoth_import_job_add_address (job, files[i]);
          continue;
        }
      file = g_file_new_for_commandline_arg (files[i]);
      quoth_import_job_add_named_file (job, file, name);
    }
}

static gboolean
find_near_choice (const char      *name,
                  QuothNearChoice *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (near_choices); i++)
    if (g_str_equal (near_choices[i], name))
      {
        *choice = i;
        return TRUE;
      }

  return FALSE;
}

static QuothCliStatus
import_files (const char       *path,
              char            **files,
              guint             n_jobs,
              gboolean          restore,
              QuothNearChoice   near_choice)
{
  g_autofree char *library_path = quoth_cli_dup_library_path (path);
  g_autoptr (QuothModel) model = quoth_cli_open_model ();
  g_autoptr (QuothLibrary) library = NULL;
  g_autoptr (QuothImportJob) job = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (model == NULL)
    return QUOTH_CLI_FAILED;
  library = quoth_library_open (library_path, &error);
  if (library == NULL)
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  job = quoth_import_job_new (library, model);
  quoth_import_job_set_workers (job, n_jobs);
  quoth_import_job_set_restore (job, restore);
  quoth_import_job_set_near_choice (job, near_choice);
  quoth_import_job_set_func (job, print_entry, NULL);
  add_files (job, files);
  done = quoth_import_job_run (job, NULL, &error);
  print_counts (job);
  if (!done)
    quoth_cli_complain ("%s", error->message);

  return done && quoth_import_job_count (job, QUOTH_OUTCOME_FAILED) == 0
         ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_import (int    argc,
            char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *near_same = NULL;
  g_auto (GStrv) files = NULL;
  QuothNearChoice near_choice = QUOTH_NEAR_KEEP;
  gboolean restore = FALSE;
  int n_jobs = 0;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
      N_("How many threads to use; one a core if not said"), N_("N") },
    { "near-same", 0, 0, G_OPTION_ARG_STRING, &near_same,
      N_("What to do with an article that is nearly the same as another: keep (if not said), skip or ask (in the window)"),
      N_("CHOICE") },
    { "restore", 0, 0, G_OPTION_ARG_NONE, &restore,
      N_("Bring back what was deleted from the library before"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_import, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (n_jobs < 0)
    return quoth_cli_refuse (&quoth_cli_import, _("--jobs needs a number above 0."));
  if (near_same != NULL && !find_near_choice (near_same, &near_choice))
    return quoth_cli_refuse (&quoth_cli_import, _("--near-same needs keep, skip or ask."));
  if (files == NULL)
    return quoth_cli_refuse (&quoth_cli_import, _("No file is named."));

  return import_files (library, files, n_jobs, restore, near_choice);
}

const QuothCliCommand quoth_cli_import = {
  .name = "import",
  .arguments = N_("FILE|FOLDER|ADDRESS…"),
  .summary = N_("Add articles to the library"),
  .run = run_import,
};
