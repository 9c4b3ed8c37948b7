#include "config.h"

#include <glib/gi18n.h>

#include "quoth-cli-command.h"
#include "quoth-cli-library-file.h"
#include "quoth-cli-rows.h"
#include "quoth-partial-date.h"
#include "quoth-quote-list.h"
#include "quoth-store-lookup.h"

/* What was asked for on the command line. */
typedef struct
{
  char  *library;
  char **speakers;
  char **organisations;
  char  *search;
  char  *since;
  char  *until;
  char  *format;
} Wish;

static void
clear_wish (Wish *wish)
{
  g_free (wish->library);
  g_strfreev (wish->speakers);
  g_strfreev (wish->organisations);
  g_free (wish->search);
  g_free (wish->since);
  g_free (wish->until);
  g_free (wish->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, clear_wish)

/* Whom the names mean. A name that means nobody is said; FALSE when none means anybody. */
static gboolean
add_names (QuothQuery      *query,
           QuothStore      *store,
           QuothFacetKind   facet,
           char           **names,
           GError         **error)
{
  gboolean found = names == NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) ids =
        quoth_store_find_entities (store, names[i], facet == QUOTH_FACET_ORGANISATION, error);

      if (ids == NULL)
        return FALSE;
      if (ids->len == 0)
        quoth_cli_complain (_("The library knows nobody called “%s”."), names[i]);
      for (guint j = 0; j < ids->len; j++)
        quoth_query_add_value (query, facet, g_ptr_array_index (ids, j));
      found = found || ids->len > 0;
    }

  return found;
}

static gboolean
print_all (QuothLibrary  *library,
           QuothQuery    *query,
           QuothCliRows  *rows,
           GError       **error)
{
  g_autoptr (QuothQuoteList) list = quoth_quote_list_new (library, query);
  guint n;

  if (!quoth_quote_list_load (list, error))
    return FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuothQuoteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (!quoth_cli_rows_print (rows, row, error))
        return FALSE;
    }

  return TRUE;
}

static QuothCliStatus
list (const Wish *wish)
{
  g_autofree char *path = quoth_cli_dup_library_path (wish->library);
  g_autoptr (QuothStore) store = quoth_cli_open_store (path, QUOTH_STORE_READ);
  g_autoptr (QuothQuery) query = quoth_query_new ();
  g_autoptr (QuothLibrary) library = NULL;
  g_autoptr (QuothCliRows) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found;

  if (store == NULL)
    return QUOTH_CLI_FAILED;
  rows = quoth_cli_rows_new (wish->format != NULL ? wish->format : "text", store);
  if (rows == NULL)
    return quoth_cli_refuse (&quoth_cli_list, _("There is no format “%s”."), wish->format);

  quoth_query_set_search (query, wish->search);
  quoth_query_set_since (query, wish->since);
  quoth_query_set_until (query, wish->until);
  found = add_names (query, store, QUOTH_FACET_SPEAKER, wish->speakers, &error) &&
          add_names (query, store, QUOTH_FACET_ORGANISATION, wish->organisations, &error);
  if (found)
    library = quoth_library_open (path, &error);
  quoth_cli_rows_begin (rows);
  if (library != NULL && error == NULL)
    print_all (library, query, rows, &error);
  quoth_cli_rows_end (rows);
  if (error != NULL)
    quoth_cli_complain ("%s", error->message);

  return error == NULL ? QUOTH_CLI_DONE : QUOTH_CLI_FAILED;
}

static gboolean
is_date (const char *date)
{
  QuothPartialDate parsed;

  return date == NULL || quoth_partial_date_parse (date, &parsed);
}

static QuothCliStatus
run_list (int    argc,
          char **argv)
{
  g_auto (Wish) wish = { 0 };
  g_auto (GStrv) rest = NULL;
  const GOptionEntry entries[] = {
    QUOTH_CLI_LIBRARY_OPTION (wish.library),
    { "speaker", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.speakers,
      N_("Who said it; several mean any of them"), N_("NAME") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wish.organisations,
      N_("The organisation that said it, or on whose behalf it was said"), N_("NAME") },
    { "search", 0, 0, G_OPTION_ARG_STRING, &wish.search, N_("Words, names and titles to find"), N_("TEXT") },
    { "since", 0, 0, G_OPTION_ARG_STRING, &wish.since, N_("Published on this day or later"), N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &wish.until, N_("Published on this day or earlier"), N_("DATE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &wish.format, N_("How to print: text, json, jsonl or csv"),
      N_("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &rest, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!quoth_cli_parse (&quoth_cli_list, entries, &argc, &argv))
    return QUOTH_CLI_USAGE;
  if (!is_date (wish.since) || !is_date (wish.until))
    return quoth_cli_refuse (&quoth_cli_list, _("A date is written 2014, 2014-03 or 2014-03-21."));
  if (rest != NULL)
    return quoth_cli_refuse (&quoth_cli_list, _("“%s” is one argument too many."), rest[0]);

  return list (&wish);
}

const QuothCliCommand quoth_cli_list = {
  .name = "list",
  .arguments = NULL,
  .summary = N_("List quotations of the library, with the ids to cite them by"),
  .run = run_list,
};
