/* A query as SQL. All values are bound; the text depends on which filters are set only, so that few
 * statements are ever prepared. */
#include "quoth-query-sql.h"

#include "quoth-search.h"

/* What a facet's values ask of a quote. Values come as one JSON array. */
static const char * const facet_conditions[QUOTH_N_FACETS] = {
  [QUOTH_FACET_SPEAKER] =
    " AND q.id IN (SELECT s.quote_id FROM entity e"
    " JOIN entity_link l ON l.entity_id = e.id"
    " JOIN quote_speaker s ON s.article_entity_id = l.article_entity_id"
    " WHERE e.uuid IN (SELECT value FROM json_each (:speakers)))",
  [QUOTH_FACET_ORGANISATION] =
    " AND q.id IN (SELECT s.quote_id FROM entity e"
    " JOIN entity_link l ON l.entity_id = e.id"
    " JOIN quote_speaker s ON s.article_entity_id = l.article_entity_id"
    " WHERE e.uuid IN (SELECT value FROM json_each (:organisations))"
    " UNION ALL SELECT o.id FROM entity e"
    " JOIN entity_link l ON l.entity_id = e.id"
    " JOIN quote o ON o.on_behalf_of = l.article_entity_id"
    " WHERE e.uuid IN (SELECT value FROM json_each (:organisations)))",
  [QUOTH_FACET_KIND] =
    " AND q.kind IN (SELECT value FROM json_each (:kinds))",
  [QUOTH_FACET_PUBLICATION] =
    " AND a.publication IN (SELECT value FROM json_each (:publications))",
};

static const char * const facet_parameters[QUOTH_N_FACETS] = {
  [QUOTH_FACET_SPEAKER] = ":speakers",
  [QUOTH_FACET_ORGANISATION] = ":organisations",
  [QUOTH_FACET_KIND] = ":kinds",
  [QUOTH_FACET_PUBLICATION] = ":publications",
};

/* Articles without a date come last either way. */
static const char * const orders[] = {
  [QUOTH_ORDER_NEWEST] =
    " ORDER BY a.published IS NULL, a.published DESC, a.id DESC, q.position",
  [QUOTH_ORDER_OLDEST] =
    " ORDER BY a.published IS NULL, a.published, a.id, q.position",
  [QUOTH_ORDER_SPEAKER] =
    " ORDER BY (SELECT sort_key FROM quote_speaker s"
    " JOIN entity_link l ON l.article_entity_id = s.article_entity_id"
    " JOIN entity e ON e.id = l.entity_id WHERE s.quote_id = q.id"
    " ORDER BY s.position LIMIT 1) NULLS LAST,"
    " a.published IS NULL, a.published DESC, a.id DESC, q.position",
  [QUOTH_ORDER_ARTICLE] =
    " ORDER BY a.title IS NULL, a.title COLLATE NOCASE, a.id, q.position",
};

/**
 * quoth_query_sql_dup_from:
 * @without: QUOTH_NO_FACET, or the facet whose own counts are wanted
 *
 * A date that is known to the year or month only counts as within when it may be.
 *
 * Returns: (transfer full)
 */
char *
quoth_query_sql_dup_from (QuothQuery     *query,
                          QuothFacetKind  without)
{
  g_autofree char *expression = quoth_search_dup_expression (quoth_query_get_search (query));
  GString *sql = g_string_new (" FROM quote q JOIN article a ON a.id = q.article_id"
                               " WHERE a.deleted IS NULL");

  if (!quoth_query_get_include_rejected (query))
    g_string_append_printf (sql, " AND q.state <> %d", QUOTH_STATE_REJECTED);
  if (!quoth_query_get_include_attitudes (query))
    g_string_append_printf (sql, " AND q.type = %d", QUOTH_QUOTE_STATEMENT);
  if (expression != NULL)
    g_string_append (sql, " AND q.id IN (SELECT rowid FROM quote_search WHERE quote_search MATCH :search)");
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    {
      if (i != without && quoth_query_get_values (query, (QuothFacetKind) i)->len > 0)
        g_string_append (sql, facet_conditions[i]);
    }
  if (quoth_query_get_since (query) != NULL)
    g_string_append (sql, " AND a.published >= substr (:since, 1, length (a.published))");
  if (quoth_query_get_until (query) != NULL)
    g_string_append (sql, " AND substr (a.published, 1, length (:until)) <= :until");

  return g_string_free (sql, FALSE);
}

static void
append_json_string (GString    *json,
                    const char *value)
{
  g_string_append_c (json, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (json, '\\');
      if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

static char *
dup_values (QuothQuery     *query,
            QuothFacetKind  facet)
{
  GPtrArray *values = quoth_query_get_values (query, facet);
  GString *json = g_string_new ("[");

  for (guint i = 0; i < values->len; i++)
    {
      const char *value = g_ptr_array_index (values, i);
      QuothQuoteKind kind;

      if (i > 0)
        g_string_append_c (json, ',');
      if (facet != QUOTH_FACET_KIND)
        append_json_string (json, value);
      else
        g_string_append_printf (json, "%d",
                                quoth_quote_kind_from_string (value, &kind) ? (int) kind : -1);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
bind (QuothStatement *statement,
      const char     *parameter,
      const char     *value)
{
  int index = sqlite3_bind_parameter_index (statement, parameter);

  if (index > 0)
    sqlite3_bind_text (statement, index, value, -1, SQLITE_TRANSIENT);
}

/**
 * quoth_query_sql_prepare:
 *
 * Returns: (transfer full) (nullable): the statement, to be stepped
 */
QuothStatement *
quoth_query_sql_prepare (QuothDatabase  *database,
                         const char     *sql,
                         QuothQuery     *query,
                         GError        **error)
{
  g_autofree char *expression = quoth_search_dup_expression (quoth_query_get_search (query));
  QuothStatement *statement;

  /* Statements are kept under their text's address. */
  statement = quoth_database_prepare (database, g_intern_string (sql), error);
  if (statement == NULL)
    return NULL;

  bind (statement, ":search", expression);
  bind (statement, ":since", quoth_query_get_since (query));
  bind (statement, ":until", quoth_query_get_until (query));
  for (guint i = 0; i < QUOTH_N_FACETS; i++)
    {
      g_autofree char *values = dup_values (query, (QuothFacetKind) i);

      bind (statement, facet_parameters[i], values);
    }

  return statement;
}

/**
 * quoth_query_sql_find:
 *
 * Returns: (transfer full) (element-type guint32): rows of quote, in the query's order
 */
GArray *
quoth_query_sql_find (QuothDatabase  *database,
                      QuothQuery     *query,
                      GError        **error)
{
  g_autofree char *from = quoth_query_sql_dup_from (query, QUOTH_NO_FACET);
  g_autofree char *sql = g_strconcat ("SELECT q.id", from, orders[quoth_query_get_order (query)],
                                      NULL);
  g_autoptr(QuothStatement) statement = quoth_query_sql_prepare (database, sql, query, error);
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GError) local = NULL;

  if (statement == NULL)
    return NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (quoth_statement_step (statement, &local))
    {
      guint32 row = (guint32) sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
