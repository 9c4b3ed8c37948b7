/* Values of facets with their counts, from SQL. */
#include "config.h"

#include "quoth-facet-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-query-sql.h"
#include "quoth-store-private.h"

/* %s: FROM … WHERE … of the query. Columns: value, label, count, role, its status, its organisation */
static const char * const count_sql[QUOTH_N_FACETS] = {
  /* A joint statement counts for each of its speakers. */
  [QUOTH_FACET_SPEAKER] =
    "WITH counted AS (SELECT l.entity_id AS id, count (DISTINCT taken.id) AS n FROM (SELECT q.id AS id%s) taken"
    " JOIN quote_speaker s ON s.quote_id = taken.id"
    " JOIN entity_link l ON l.article_entity_id = s.article_entity_id GROUP BY l.entity_id)"
    " SELECT e.uuid, ifnull (e.honorific || ' ', '') || e.name, n, role_title, role_status,"
    " role_organisation FROM counted JOIN entity e ON e.id = counted.id"
    " ORDER BY n DESC, e.sort_key, e.id",
  [QUOTH_FACET_ORGANISATION] =
    "WITH taken AS (SELECT q.id AS id, q.on_behalf_of AS on_behalf_of%s),"
    " sides AS (SELECT taken.id AS quote_id, l.entity_id AS id FROM taken"
    " JOIN entity_link l ON l.article_entity_id = taken.on_behalf_of"
    " UNION SELECT taken.id, l.entity_id FROM taken JOIN quote_speaker s ON s.quote_id = taken.id"
    " JOIN entity_link l ON l.article_entity_id = s.article_entity_id"
    " JOIN entity e ON e.id = l.entity_id AND e.kind = 1),"
    " counted AS (SELECT id, count (*) AS n FROM sides GROUP BY id)"
    " SELECT e.uuid, e.name, n, NULL, NULL, NULL FROM counted JOIN entity e ON e.id = counted.id"
    " ORDER BY n DESC, e.sort_key, e.id",
  [QUOTH_FACET_KIND] =
    "SELECT q.kind, NULL, count (*) AS n, NULL, NULL, NULL%s GROUP BY q.kind ORDER BY n DESC, q.kind",
  [QUOTH_FACET_PUBLICATION] =
    "SELECT a.publication, a.publication, count (*) AS n, NULL, NULL, NULL%s"
    " AND a.publication IS NOT NULL GROUP BY a.publication"
    " ORDER BY n DESC, a.publication COLLATE NOCASE",
};

G_STATIC_ASSERT (QUOTH_ENTITY_ORGANISATION == 1);

static const char *
get_kind_label (QuothQuoteKind kind)
{
  switch (kind)
    {
    case QUOTH_QUOTE_DIRECT:
      return _("Direct");
    case QUOTH_QUOTE_MIXED:
      return _("Mixed");
    case QUOTH_QUOTE_INDIRECT:
      return _("Indirect");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_detail (const char      *title,
            QuothRoleStatus  status,
            const char      *organisation)
{
  g_autofree char *role = NULL;

  if (title == NULL)
    return g_strdup (organisation != NULL ? organisation : "");

  if (status == QUOTH_ROLE_CURRENT ||
      g_str_has_prefix (title, quoth_role_status_to_string (status)))
    role = g_strdup (title);
  else
    role = g_strconcat (quoth_role_status_to_string (status), " ", title, NULL);
  if (organisation == NULL)
    return g_steal_pointer (&role);

  /* Translators: a person's role and organisation: "medical director, Riverside Hospital" */
  return g_strdup_printf (_("%s, %s"), role, organisation);
}

static QuothFacetCount *
read_count (QuothStatement *statement,
            QuothFacetKind  kind)
{
  QuothFacetCount *self = g_new0 (QuothFacetCount, 1);

  self->count = (guint) sqlite3_column_int64 (statement, 2);
  if (kind == QUOTH_FACET_KIND)
    {
      QuothQuoteKind quote_kind = (QuothQuoteKind) sqlite3_column_int (statement, 0);

      self->value = g_strdup (quoth_quote_kind_to_string (quote_kind));
      self->label = g_strdup (get_kind_label (quote_kind));
    }
  else
    {
      self->value = g_strdup (quoth_statement_string (statement, 0));
      self->label = g_strdup (quoth_statement_string (statement, 1));
    }
  self->detail = dup_detail (quoth_statement_string (statement, 3),
                             (QuothRoleStatus) sqlite3_column_int (statement, 4),
                             quoth_statement_string (statement, 5));

  return self;
}

static char *
dup_entity_label (QuothStore     *store,
                  QuothFacetKind  kind,
                  const char     *uuid)
{
  g_autoptr(QuothStatement) statement = NULL;

  /* Failing to read a label means to have none. */
  statement = quoth_database_query (quoth_store_get_database (store), NULL,
                                    "SELECT name, honorific FROM entity WHERE uuid = ?", "s", uuid);
  if (statement == NULL || !quoth_statement_step (statement, NULL))
    return NULL;

  if (kind == QUOTH_FACET_ORGANISATION || quoth_statement_string (statement, 1) == NULL)
    return g_strdup (quoth_statement_string (statement, 0));

  return g_strconcat (quoth_statement_string (statement, 1), " ",
                      quoth_statement_string (statement, 0),
                      NULL);
}

char *
quoth_facet_counts_label (QuothStore     *store,
                          QuothFacetKind  kind,
                          const char     *value)
{
  QuothQuoteKind quote_kind;

  switch (kind)
    {
    case QUOTH_FACET_SPEAKER:
    case QUOTH_FACET_ORGANISATION:
      return dup_entity_label (store, kind, value);
    case QUOTH_FACET_KIND:
      return quoth_quote_kind_from_string (value, &quote_kind)
             ? g_strdup (get_kind_label (quote_kind))
                                                               : NULL;
    case QUOTH_FACET_PUBLICATION:
      return g_strdup (value);
    case QUOTH_N_FACETS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Chosen values that the other facets leave nothing of are there with a count of 0. */
static void
add_chosen (GPtrArray      *counts,
            QuothStore     *store,
            QuothQuery     *query,
            QuothFacetKind  kind)
{
  GPtrArray *values = quoth_query_get_values (query, kind);
  guint n = counts->len;

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      QuothFacetCount *count = NULL;
      gboolean found = FALSE;

      for (guint j = 0; j < n && !found; j++)
        {
          count = g_ptr_array_index (counts, j);
          found = g_str_equal (count->value, value);
        }
      if (found)
        continue;

      count = g_new0 (QuothFacetCount, 1);
      count->value = g_strdup (value);
      count->label = quoth_facet_counts_label (store, kind, value);
      if (count->label == NULL)
        count->label = g_strdup (value);
      count->detail = g_strdup ("");
      g_ptr_array_add (counts, count);
    }
}

GPtrArray *
quoth_facet_counts_read (QuothStore      *store,
                         QuothQuery      *query,
                         QuothFacetKind   kind,
                         GError         **error)
{
  g_autofree char *from = quoth_query_sql_dup_from (query, kind);
  g_auto(GStrv) parts = g_strsplit (count_sql[kind], "%s", 2);
  g_autofree char *sql = g_strconcat (parts[0], from, parts[1], NULL);
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GPtrArray) counts = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_query_sql_prepare (quoth_store_get_database (store), sql, query, error);
  if (statement == NULL)
    return NULL;

  counts = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_facet_count_free);
  while (quoth_statement_step (statement, &local))
    g_ptr_array_add (counts, read_count (statement, kind));
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  add_chosen (counts, store, query, kind);

  return g_steal_pointer (&counts);
}
