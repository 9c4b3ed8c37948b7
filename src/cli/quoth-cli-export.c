#include "config.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "quoth-cli-command.h"
#include "quoth-cli-filter.h"
#include "quoth-cli-library-file.h"
#include "quoth-cli-style.h"
#include "quoth-copy-request.h"
#include "quoth-export-job.h"
#include "quoth-store-lookup.h"

/* The quotations that the filter takes; FALSE and @error. */
static gboolean
add_filtered (QuothExportJob        *job,
              const QuothCliFilter  *filter,
              const char            *path,
              QuothStore            *store,
              GError               **error)
{
  g_autoptr (QuothQuoteList) list = quoth_cli_filter_load (filter, path, store, error);
  guint n = list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (list)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      quoth_export_job_add_quote (job, quoth_quote_row_get_article_id (row),
                                  quoth_quote_row_get_quote_id (row));
    }

  return error == NULL || *error == NULL;
}

static gboolean
add_all (QuothExportJob  *job,
         QuothStore      *store,
         GError         **error)
{
  g_autoptr (GPtrArray) ids = quoth_store_list_articles (store, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    quoth_export_job_add_article (job, g_ptr_array_index (ids, i));

  return ids != NULL;
}

static QuothCliStatus
export (const char           *library,
        const QuothCliFilter *filter,
        QuothExportFormat     format,
        QuothCliStyle        *style)
{
  g_autofree char *path = quoth_cli_dup_library_path (library);
  g_autoptr (QuothCiter) citer = quoth_cli_style_make_citer (style);
  g_autoptr (QuothStore) store = NULL;
  g_autoptr (QuothExportJob) job = NULL;
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  const char *remark = NULL;
  gboolean done;

  if (citer == NULL)
    return QUOTH_CLI_USAGE;
  store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  if (store == NULL)
    return QUOTH_CLI_FAILED;

  if ((format == QUOTH_EXPORT_CSV || format == QUOTH_EXPORT_HTML) &&
      (remark = quoth_copy_get_remark (citer, style->style, style->locale)) != NULL)
    quoth_cli_complain ("%s", remark);
  job = quoth_export_job_new (path, format, citer, style->style, style->locale);
  output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  stream = g_buffered_output_stream_new_sized (output, 1 << 16);
  done = (quoth_cli_filter_is_empty (filter) ? add_all (job, store, &error)
                                             : add_filtered (job, filter, path, store, &error)) &&
         quoth_export_job_run (job, stream, NULL, &error);
  if (error != NULL)
    quoth_cli_complain ("%s", error->message);

  return done ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_export (int    argc,
            char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *format_name = NULL;
  g_auto (QuothCliFilter) filter = { 0 };
  g_auto (QuothCliStyle) style = { 0 };
  g_auto (GStrv) rest = NULL;
  QuothExportFormat format;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    QUOTH_CLI_FILTER_OPTIONS (filter),
    QUOTH_CLI_STYLE_OPTIONS (style),
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
      N_("How to print: jsonl, csv, html, bibtex, biblatex, ris or csl-json"), N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_export, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (format_name == NULL)
    return quoth_cli_refuse (&quoth_cli_export,
                             _("Name a format: --format jsonl, csv, html, bibtex, biblatex, ris or csl-json."));
  if (!quoth_export_format_from_id (format_name, &format))
    return quoth_cli_refuse (&quoth_cli_export, _("There is no format “%s”."), format_name);
  if (!quoth_cli_filter_is_valid (&filter))
    return quoth_cli_refuse (&quoth_cli_export,
                             _("A date is written 2014, 2014-03 or 2014-03-21."));
  if (rest != NULL)
    return quoth_cli_refuse (&quoth_cli_export, _("“%s” is one argument too many."), rest[0]);

  return export (library, &filter, format, &style);
}

const QuothCliCommand quoth_cli_export = {
  .name = "export",
  .arguments = NULL,
  .summary = N_("Print the whole library, or chosen quotations of it"),
  .run = run_export,
};
