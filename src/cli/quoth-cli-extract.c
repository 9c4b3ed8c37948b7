#include "config.h"

#include <glib/gi18n.h>
#include <gio/gunixinputstream.h>
#include <string.h>
#include <unistd.h>

#include "quoth-cli-command.h"
#include "quoth-cli-explain.h"
#include "quoth-cli-format.h"
#include "quoth-extract-job.h"
#include "quoth-fetch.h"

typedef struct
{
  const QuothCliFormat *format;
  const QuothModel     *model;
  gboolean              body;
  gboolean              explain;
  const char           *folder;    /* or NULL for standard output */
  gboolean              failed;
} Extract;

static char *
dup_output (Extract      *extract,
            QuothArticle *article)
{
  if (extract->explain)
    return quoth_cli_dup_explanation (article, extract->model);
  if (extract->body)
    return quoth_cli_dup_body (article);
  return extract->format->dup_article (article);
}

/* The article's id as the name of a file: one part, and no hidden one. */
static char *
dup_file_name (Extract      *extract,
               QuothArticle *article)
{
  g_autofree char *id = g_strdelimit (g_strdup (quoth_article_get_id (article)), G_DIR_SEPARATOR_S,
                                      '_');

  if (*id == '.' || *id == '\0')
    return g_strdup_printf ("_%s.%s", id, extract->format->extension);
  return g_strdup_printf ("%s.%s", id, extract->format->extension);
}

/* What comes once before the articles; may be nothing. */
static char *
dup_header (Extract *extract)
{
  if (extract->format->dup_header == NULL || extract->explain)
    return g_strdup ("");
  return extract->format->dup_header ();
}

static gboolean
write_file (Extract       *extract,
            QuothArticle  *article,
            GError       **error)
{
  g_autofree char *output = dup_output (extract, article);
  g_autofree char *name = dup_file_name (extract, article);
  g_autofree char *path = g_build_filename (extract->folder, name, NULL);
  g_autofree char *header = dup_header (extract);
  g_autofree char *content = g_strconcat (header, output, NULL);

  return g_file_set_contents (path, content, -1, error);
}

static gboolean
on_extracted_cb (QuothExtracted  *extracted,
                 gpointer         data,
                 GError         **error)
{
  Extract *extract = data;

  if (extracted->error != NULL)
    {
      quoth_cli_complain ("%s: %s", extracted->input->name, extracted->error->message);
      extract->failed = TRUE;
      return TRUE;
    }

  for (guint i = 0; i < extracted->notes->len; i++)
    quoth_cli_complain ("%s: %s", extracted->input->name,
                        (const char *) g_ptr_array_index (extracted->notes, i));
  for (guint i = 0; i < extracted->articles->len; i++)
    {
      QuothArticle *article = g_ptr_array_index (extracted->articles, i);
      g_autofree char *output = NULL;

      if (extract->folder != NULL)
        {
          if (!write_file (extract, article, error))
            return FALSE;
          continue;
        }
      output = dup_output (extract, article);
      quoth_cli_print (output);
    }

  return TRUE;
}

static QuothInputs *
collect_inputs (char **files)
{
  QuothInputs *inputs = quoth_inputs_new ();

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = NULL;
      g_autofree char *name = NULL;

      if (g_str_equal (files[i], "-"))
        {
          g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

          quoth_inputs_add_stream (inputs, stream, "stdin");
          continue;
        }
      if (quoth_fetch_is_address (files[i]))
        {
          quoth_inputs_add_address (inputs, files[i]);
          continue;
        }
      file = g_file_new_for_commandline_arg (files[i]);
      name = g_filename_display_name (files[i]);
      quoth_inputs_add_file (inputs, file, name);
    }

  return inputs;
}

static QuothCliStatus
extract_files (Extract *extract,
               char   **files,
               guint    n_jobs)
{
  g_autoptr (QuothModel) model = quoth_cli_open_model ();
  g_autoptr (QuothInputs) inputs = collect_inputs (files);
  g_autofree char *header = NULL;
  g_autoptr (GError) error = NULL;

  if (model == NULL)
    return QUOTH_CLI_FAILED;
  if (extract->folder != NULL && g_mkdir_with_parents (extract->folder, 0777) != 0)
    {
      quoth_cli_complain (_("The folder “%s” can’t be made."), extract->folder);
      return QUOTH_CLI_FAILED;
    }

  extract->model = model;
  header = dup_header (extract);
  if (extract->folder == NULL)
    quoth_cli_print (header);
  if (!quoth_extract_run (inputs, model, TRUE, n_jobs, on_extracted_cb, extract, NULL, &error))
    {
      quoth_cli_complain ("%s", error->message);
      return QUOTH_CLI_FAILED;
    }

  return extract->failed ? QUOTH_CLI_FAILED : QUOTH_CLI_DONE;
}

static QuothCliStatus
run_extract (int    argc,
             char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *folder = NULL;
  g_auto (GStrv) files = NULL;
  gboolean body = FALSE;
  gboolean explain = FALSE;
  int n_jobs = 0;
  Extract extract = { 0 };
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
      N_("How to print: json, jsonl, csv or text"), N_("FORMAT") },
    { "body", 0, 0, G_OPTION_ARG_NONE, &body,
      N_("With text: the article’s prose alone, a paragraph a line"), NULL },
    { "explain", 0, 0, G_OPTION_ARG_NONE, &explain,
      N_("Print what each stage found instead"), NULL },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &n_jobs,
      N_("How many threads to use; one a core if not said"), N_("N") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder,
      N_("Write a file an article into this folder"), N_("FOLDER") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_extract, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  extract.format = quoth_cli_format_find (format != NULL ? format : "json");
  if (extract.format == NULL)
    return quoth_cli_refuse (&quoth_cli_extract, _("There is no format “%s”."), format);
  if (body && g_strcmp0 (format, "text") != 0)
    return quoth_cli_refuse (&quoth_cli_extract, _("--body needs --format text."));
  if (n_jobs < 0)
    return quoth_cli_refuse (&quoth_cli_extract, _("--jobs needs a number above 0."));
  if (files == NULL)
    return quoth_cli_refuse (&quoth_cli_extract, _("No file is named."));

  extract.body = body;
  extract.explain = explain;
  extract.folder = folder;
  return extract_files (&extract, files, n_jobs);
}

const QuothCliCommand quoth_cli_extract = {
  .name = "extract",
  .arguments = N_("FILE|ADDRESS…"),
  .summary = N_("Analyse files and print what is found (“-”: standard input)"),
  .run = run_extract,
};
