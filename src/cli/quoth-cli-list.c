#include "config.h"

#include <glib/gi18n.h>

#include "quoth-cli-command.h"
#include "quoth-cli-filter.h"
#include "quoth-cli-library-file.h"
#include "quoth-cli-rows.h"

static gboolean
print_all (QuothQuoteList  *list,
           QuothCliRows    *rows,
           GError         **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!quoth_cli_rows_print (rows, row, error))
        return FALSE;
    }

  return TRUE;
}

static QuothCliStatus
list (const char           *library,
      const QuothCliFilter *filter,
      const char           *format)
{
  g_autofree char *path = quoth_cli_dup_library_path (library);
  g_autoptr (QuothStore) store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  g_autoptr (QuothQuoteList) quotes = NULL;
  g_autoptr (QuothCliRows) rows = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  rows = quoth_cli_rows_new (format != NULL ? format : "text", store);
  if (rows == NULL)
    return quoth_cli_refuse (&quoth_cli_list, _("There is no format “%s”."), format);

  quotes = quoth_cli_filter_load (filter, path, store, &error);
  quoth_cli_rows_begin (rows);
  if (quotes != NULL)
    print_all (quotes, rows, &error);
  quoth_cli_rows_end (rows);
  if (error != NULL)
    quoth_cli_complain ("%s", error->message);

  return error == NULL ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_list (int    argc,
          char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *format = NULL;
  g_auto (QuothCliFilter) filter = { 0 };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    QUOTH_CLI_FILTER_OPTIONS (filter),
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_("How to print: text, json, jsonl or csv"),
      N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_list, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (!quoth_cli_filter_is_valid (&filter))
    return quoth_cli_refuse (&quoth_cli_list, _("A date is written 2014, 2014-03 or 2014-03-21."));
  if (rest != NULL)
    return quoth_cli_refuse (&quoth_cli_list, _("“%s” is one argument too many."), rest[0]);

  return list (library, &filter, format);
}

const QuothCliCommand quoth_cli_list = {
  .name = "list",
  .arguments = NULL,
  .summary = N_("List quotations of the library, with the ids to cite them by"),
  .run = run_list,
};
