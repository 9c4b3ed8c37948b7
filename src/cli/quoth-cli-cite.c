#include "config.h"

#include <glib/gi18n.h>

#include "quoth-bibtex.h"
#include "quoth-citation.h"
#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-cli-list-styles.h"

/* What is planned and not here yet, so that nobody takes it for a typing error. */
static const char *const later_formats[] = { "ris", "csl-json", "markdown", "wikipedia", NULL };

/* The article of that id, or that of the quotation of that id. */
static QuothArticle *
load_cited (QuothStore  *store,
            const char  *id,
            QuothQuote **quote,
            GError     **error)
{
  g_autofree char *article_id = quoth_store_find_article_of (store, id, NULL);
  QuothArticle *article = quoth_store_load_article (store, article_id != NULL ? article_id : id, error);

  *quote = article != NULL && article_id != NULL ? quoth_article_find_quote (article, id) : NULL;
  return article;
}

static gboolean
print_citation (QuothStore          *store,
                const char          *id,
                QuothCitationFormat  format,
                GHashTable          *keys)
{
  g_autoptr (GError) error = NULL;
  QuothQuote *quote = NULL;
  g_autoptr (QuothArticle) article = load_cited (store, id, &quote, &error);
  g_autofree char *citation = NULL;
  g_autofree char *printed = NULL;

  if (article == NULL)
    {
      quoth_cli_complain ("%s: %s", id, error->message);
      return FALSE;
    }

  citation = quoth_citation_format (article, quote, format);
  if (format == QUOTH_CITATION_BIBTEX)
    printed = quoth_bibtex_dup_unique (citation, keys);
  else
    printed = g_strconcat (citation, "\n", NULL);
  quoth_cli_print (printed);
  return TRUE;
}

static QuothCliStatus
cite (const char          *path,
      char               **ids,
      QuothCitationFormat  format)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (QuothStore) store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  gboolean all = TRUE;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!print_citation (store, ids[i], format, keys))
      all = FALSE;

  return all ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static QuothCliStatus
run_cite (int    argc,
          char **argv)
{
  g_autofree char *library = NULL;
  g_autofree char *style = NULL;
  g_autofree char *format_name = NULL;
  g_auto (GStrv) ids = NULL;
  gboolean list_styles = FALSE;
  QuothCitationFormat format = QUOTH_CITATION_TEXT;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (library),
    { "style", 's', 0, G_OPTION_ARG_STRING, &style, N_("The citation style: harvard"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_("How to print: text, html or bibtex"),
      N_("FORMAT") },
    { "list-styles", 0, 0, G_OPTION_ARG_NONE, &list_styles,
      N_("List the installed citation styles that have the words given, and cite nothing"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &ids, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_cite, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (list_styles)
    return quoth_cli_list_styles (ids);
  if (style != NULL && g_ascii_strcasecmp (style, "harvard") != 0)
    return quoth_cli_refuse (&quoth_cli_cite, _("There is no style “%s” yet, only “harvard”."), style);
  if (format_name != NULL && g_strv_contains (later_formats, format_name))
    return quoth_cli_refuse (&quoth_cli_cite, _("The format “%s” can’t be written yet."), format_name);
  if (format_name != NULL && !quoth_citation_format_from_string (format_name, &format))
    return quoth_cli_refuse (&quoth_cli_cite, _("There is no format “%s”."), format_name);
  if (ids == NULL)
    return quoth_cli_refuse (&quoth_cli_cite, _("No quotation or article is named; “quoth-cli list” shows their ids."));

  return cite (library, ids, format);
}

const QuothCliCommand quoth_cli_cite = {
  .name = "cite",
  .arguments = N_("ID…"),
  .summary = N_("Cite quotations or articles of the library"),
  .run = run_cite,
};
