#include "config.h"

#include <glib/gi18n.h>

#include "quoth-bibtex.h"
#include "quoth-citation.h"
#include "quoth-cli-command.h"
#include "quoth-cli-format.h"
#include "quoth-cli-library-file.h"
#include "quoth-store-lookup.h"

static const char *const later_formats[] = { "csl-json", "ris", "html", NULL };

/* @format: NULL for BibTeX, which is of articles without their quotations */
static gboolean
print_article (QuothStore           *store,
               const char           *id,
               const QuothCliFormat *format,
               GHashTable           *keys)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothArticle) article = quoth_store_load_article (store, id, &error);
  g_autofree char *entry = NULL;
  g_autofree char *output = NULL;

  if (article == NULL)
    {
      quoth_cli_complain ("%s: %s", id, error->message);
      return FALSE;
    }

  if (format != NULL)
    output = format->dup_article (article);
  else
    {
      entry = quoth_citation_format (article, NULL, QUOTH_CITATION_BIBTEX);
      output = quoth_bibtex_dup_unique (entry, keys);
    }
  quoth_cli_print (output);
  return TRUE;
}

static QuothCliStatus
export_articles (const char           *path,
                 const QuothCliFormat *format)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (QuothStore) store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gboolean all = TRUE;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  ids = quoth_store_list_articles (store, &error);
  if (ids == NULL)
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  if (format != NULL && format->header != NULL)
    quoth_cli_print (format->header);
  for (guint i = 0; i < ids->len; i++)
    if (!print_article (store, g_ptr_array_index (ids, i), format, keys))
      all = FALSE;

  return all ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_export (int    argc,
            char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) rest = NULL;
  const QuothCliFormat *format = NULL;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("How to print: jsonl, csv or bibtex"),
      N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_export, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (format_name == NULL)
    return quoth_cli_refuse (&quoth_cli_export, _("Name a format: --format jsonl, csv or bibtex."));
  if (g_strv_contains (later_formats, format_name))
    return quoth_cli_refuse (&quoth_cli_export, _("The format “%s” can’t be written yet."), format_name);
  if (g_str_equal (format_name, "jsonl") || g_str_equal (format_name, "csv"))
    format = quoth_cli_format_find (format_name);
  else if (!g_str_equal (format_name, "bibtex"))
    return quoth_cli_refuse (&quoth_cli_export, _("There is no format “%s”."), format_name);
  if (rest != NULL)
    return quoth_cli_refuse (&quoth_cli_export, _("“%s” is one argument too many."), rest[0]);

  return export_articles (library, format);
}

const QuothCliCommand quoth_cli_export = {
  .name = "export",
  .arguments = NULL,
  .summary = N_("Print the whole library"),
  .run = run_export,
};
