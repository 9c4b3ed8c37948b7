#include "config.h"

#include "quoth-cli-filter.h"

#include "quoth-cli-command.h"
#include "quoth-partial-date.h"
#include "quoth-store-lookup.h"

void
quoth_cli_filter_clear (QuothCliFilter *self)
{
  g_strfreev (self->speakers);
  g_strfreev (self->organisations);
  g_free (self->search);
  g_free (self->since);
  g_free (self->until);
}

gboolean
quoth_cli_filter_is_empty (const QuothCliFilter *self)
{
  return self->speakers == NULL && self->organisations == NULL && self->search == NULL &&
         self->since == NULL &&
         self->until == NULL;
}

static gboolean
is_date (const char *date)
{
  QuothPartialDate parsed;

  return date == NULL || quoth_partial_date_parse (date, &parsed);
}

gboolean
quoth_cli_filter_is_valid (const QuothCliFilter *self)
{
  return is_date (self->since) && is_date (self->until);
}

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

QuothQuoteList *
quoth_cli_filter_load (const QuothCliFilter  *self,
                       const char            *path,
                       QuothStore            *store,
                       GError               **error)
{
  g_autoptr (QuothQuery) query = quoth_query_new ();
  g_autoptr (QuothLibrary) library = NULL;
  g_autoptr (QuothQuoteList) list = NULL;

  quoth_query_set_search (query, self->search);
  quoth_query_set_since (query, self->since);
  quoth_query_set_until (query, self->until);
  if (!add_names (query, store, QUOTH_FACET_SPEAKER, self->speakers, error) ||
      !add_names (query, store, QUOTH_FACET_ORGANISATION, self->organisations, error))
    return NULL;

  library = quoth_library_open (path, error);
  if (library == NULL)
    return NULL;
  list = quoth_quote_list_new (library, query);
  if (!quoth_quote_list_load (list, error))
    return NULL;

  return g_steal_pointer (&list);
}
