#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-cli-list-styles.h"
#include "quoth-cli-style.h"
#include "quoth-copy-request.h"

/* What is printed: which preset, and which of its two forms. */
typedef struct
{
  QuothPreset preset;
  gboolean    html;
} Output;

static gboolean
choose_output (const char *format,
               const char *preset,
               Output     *output)
{
  *output = (Output) { QUOTH_PRESET_CITATION, FALSE };
  if (preset != NULL && !quoth_preset_from_id (preset, &output->preset))
    {
      quoth_cli_refuse (&quoth_cli_cite, _("There is no preset “%s”."), preset);
      return FALSE;
    }
  if (format == NULL || g_str_equal (format, "text"))
    return TRUE;
  if (g_str_equal (format, "html"))
    {
      output->html = TRUE;
      return TRUE;
    }
  if (!quoth_preset_from_id (format, &output->preset))
    {
      quoth_cli_refuse (&quoth_cli_cite, _("There is no format “%s”."), format);
      return FALSE;
    }
  if (preset != NULL)
    {
      quoth_cli_refuse (&quoth_cli_cite, _("A preset can be printed as text or html."));
      return FALSE;
    }

  return TRUE;
}

/* The article of that id, or that of the quotation of that id. */
static QuothArticle *
load_cited (QuothStore  *store,
            const char  *id,
            QuothQuote **quote,
            GError     **error)
{
  g_autofree char *article_id = quoth_store_find_article_of (store, id, NULL);
  QuothArticle *article = quoth_store_load_article (store, article_id != NULL ? article_id : id,
                                                    error);

  *quote = article != NULL && article_id != NULL ? quoth_article_find_quote (article, id) : NULL;
  return article;
}

static gboolean
add_cited (QuothCopyRequest *request,
           QuothStore       *store,
           const char       *id,
           QuothPreset       preset)
{
  g_autoptr (GError) error = NULL;
  QuothQuote *quote = NULL;
  g_autoptr (QuothArticle) article = load_cited (store, id, &quote, &error);

  if (article == NULL)
    {
      quoth_cli_complain ("%s: %s", id, error->message);
      return FALSE;
    }
  if (!quoth_preset_is_available (preset, article, quote))
    {
      if (quote == NULL && preset != QUOTH_PRESET_LINK)
        quoth_cli_complain (_("%s: That is an article, and no quotation."), id);
      else
        quoth_cli_complain (_("%s: The article has no address on the web."), id);
      return FALSE;
    }

  quoth_copy_request_add (request, article, quote);
  return TRUE;
}

static void
print_copy (const QuothCopy *copy,
            gboolean         html)
{
  const char *text = html ? copy->html + strlen (QUOTH_COPY_HTML_CHARSET) : copy->plain;

  if (*text == '\0')
    return;
  quoth_cli_print (text);
  if (!g_str_has_suffix (text, "\n"))
    quoth_cli_print ("\n");
}

static QuothCliStatus
cite (const char    *path,
      char         **ids,
      QuothCliStyle *style,
      const Output  *output)
{
  g_autoptr (QuothCiter) citer = quoth_cli_style_make_citer (style);
  g_autoptr (QuothStore) store = NULL;
  g_autoptr (QuothCopyRequest) request = NULL;
  g_autoptr (QuothCopy) copy = NULL;
  g_autoptr (GError) error = NULL;
  const char *remark = NULL;
  guint n = 0;

  if (citer == NULL)
    return QUOTH_CLI_USAGE;
  store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  if (store == NULL)
    return QUOTH_CLI_FAILED;
  remark = quoth_preset_uses_style (output->preset)
             ? quoth_copy_get_remark (citer, style->style, style->locale) : NULL;
  if (remark != NULL)
    quoth_cli_complain ("%s", remark);
  request = quoth_copy_request_new (output->preset, citer, style->style, style->locale);
  for (guint i = 0; ids[i] != NULL; i++)
    n += add_cited (request, store, ids[i], output->preset);
  if (n > 0)
    copy = quoth_copy_make (request, NULL, &error);
  if (error != NULL)
    quoth_cli_complain ("%s", error->message);
  if (copy != NULL)
    print_copy (copy, output->html);

  return copy != NULL && n == g_strv_length (ids) ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_cite (int    argc,
          char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *format = NULL;
  g_autofree char *preset = NULL;
  g_auto (QuothCliStyle) style = { 0 };
  g_auto (GStrv) ids = NULL;
  gboolean list_styles = FALSE;
  Output output;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    QUOTH_CLI_STYLE_OPTIONS (style),
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format,
      N_("How to print: text, html, markdown, wikipedia, bibtex, biblatex, ris or csl-json"),
      N_("FORMAT") },
    { "preset", 'p', 0, G_OPTION_ARG_STRING, &preset,
      N_("What to print as text or html: citation, in-text, bibliography, quotation, quotation-with-citation or link"),
      N_("PRESET") },
    { "list-styles", 0, 0, G_OPTION_ARG_NONE, &list_styles,
      N_("List the installed citation styles that have the words given, and cite nothing"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_cite, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (list_styles)
    return quoth_cli_list_styles (ids);
  if (!choose_output (format, preset, &output))
    return QUOTH_CLI_USAGE;
  if (ids == NULL)
    return quoth_cli_refuse (&quoth_cli_cite, _("No quotation or article is named; “quoth-cli list” shows their ids."));

  return cite (library, ids, &style, &output);
}

const QuothCliCommand quoth_cli_cite = {
  .name = "cite",
  .arguments = N_("ID…"),
  .summary = N_("Cite quotations or articles of the library"),
  .run = run_cite,
};
