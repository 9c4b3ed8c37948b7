#include "quoth-quote-row-private.h"

#include "quoth-words.h"

#define MAX_WORDS 240

enum {
  PROP_0,
  PROP_KIND,
  PROP_STATE,
  PROP_QUOTE_ID, /* strings from here on, in the order of strings and of the SELECT below */
  PROP_ARTICLE_ID,
  PROP_WORDS,
  PROP_SPEAKER,
  PROP_SOURCE,
  PROP_ROLE,
  PROP_ORGANISATION,
  PROP_PUBLICATION,
  PROP_DATE,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

#define N_STRINGS (N_PROPS - PROP_QUOTE_ID)

struct _QuothQuoteRow
{
  GObject         parent_instance;
  QuothQuoteKind  kind;
  QuothState      state;
  char           *strings[N_STRINGS];
};

G_DEFINE_FINAL_TYPE (QuothQuoteRow, quoth_quote_row, G_TYPE_OBJECT)

/* The first speaker's role and the organisation spoken for are those of the quote's own article; a
 * speaker's name is the library's, so that rows and facets call one person alike. */
#define ROWS_SELECT \
  "SELECT q.id, q.kind, q.state, q.uuid, a.uuid, q.words," \
  " (SELECT group_concat (name, ', ') FROM (SELECT ifnull (e.honorific || ' ', '') || e.name AS name" \
  " FROM quote_speaker s JOIN entity_link l ON l.article_entity_id = s.article_entity_id" \
  " JOIN entity e ON e.id = l.entity_id WHERE s.quote_id = q.id ORDER BY s.position))," \
  " q.source," \
  " (SELECT ae.role FROM quote_speaker s JOIN article_entity ae ON ae.id = s.article_entity_id" \
  " WHERE s.quote_id = q.id ORDER BY s.position LIMIT 1)," \
  " (SELECT e.name FROM entity_link l JOIN entity e ON e.id = l.entity_id" \
  " WHERE l.article_entity_id = q.on_behalf_of)," \
  " a.publication, a.published, a.title" \
  " FROM quote q JOIN article a ON a.id = q.article_id" \
  " WHERE q.id IN (SELECT value FROM json_each (?))"

static void
quoth_quote_row_finalize (GObject *object)
{
  QuothQuoteRow *self = QUOTH_QUOTE_ROW (object);

  for (guint i = 0; i < N_STRINGS; i++)
    g_clear_pointer (&self->strings[i], g_free);

  G_OBJECT_CLASS (quoth_quote_row_parent_class)->finalize (object);
}

static void
quoth_quote_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QuothQuoteRow *self = QUOTH_QUOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    default:
      if (prop_id >= PROP_QUOTE_ID && prop_id < N_PROPS)
        g_value_set_string (value, self->strings[prop_id - PROP_QUOTE_ID]);
      else
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quoth_quote_row_class_init (QuothQuoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  static const char * const names[N_STRINGS] = {
    "quote-id", "article-id", "words", "speaker", "source", "role", "organisation", "publication",
    "date", "title",
  };

  object_class->finalize = quoth_quote_row_finalize;
  object_class->get_property = quoth_quote_row_get_property;

  properties[PROP_KIND] =
    g_param_spec_int ("kind", NULL, NULL, QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_INDIRECT,
                      QUOTH_QUOTE_DIRECT,
                      flags);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, QUOTH_STATE_FOUND, QUOTH_STATE_REJECTED,
                      QUOTH_STATE_FOUND,
                      flags);
  for (guint i = 0; i < N_STRINGS; i++)
    properties[PROP_QUOTE_ID + i] = g_param_spec_string (names[i], NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quoth_quote_row_init (QuothQuoteRow *self G_GNUC_UNUSED)
{
}

static const char *
get_string (QuothQuoteRow *self,
            guint          property)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_ROW (self), NULL);

  return self->strings[property - PROP_QUOTE_ID];
}

static QuothQuoteRow *
read_row (QuothStatement *statement)
{
  QuothQuoteRow *self = g_object_new (QUOTH_TYPE_QUOTE_ROW, NULL);

  self->kind = (QuothQuoteKind) sqlite3_column_int (statement, 1);
  self->state = (QuothState) sqlite3_column_int (statement, 2);
  for (guint i = 0; i < N_STRINGS; i++)
    {
      const char *string = quoth_statement_string (statement, 3 + (int) i);

      if (string == NULL)
        string = "";
      self->strings[i] = i == PROP_WORDS - PROP_QUOTE_ID ? quoth_words_shorten (string, MAX_WORDS)
                                                         : g_strdup (string);
    }

  return self;
}

QuothQuoteRow *
quoth_quote_row_new_empty (void)
{
  QuothQuoteRow *self = g_object_new (QUOTH_TYPE_QUOTE_ROW, NULL);

  for (guint i = 0; i < N_STRINGS; i++)
    self->strings[i] = g_strdup ("");

  return self;
}

static char *
dup_json (const guint32 *ids,
          guint          n_ids)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? "," : "", ids[i]);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/**
 * quoth_quote_rows_load:
 *
 * Returns: (transfer full) (element-type QuothQuoteRow): @n_ids elements
 */
GPtrArray *
quoth_quote_rows_load (QuothDatabase  *database,
                       const guint32  *ids,
                       guint           n_ids,
                       GError        **error)
{
  g_autofree char *json = dup_json (ids, n_ids);
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error, ROWS_SELECT, "s", json);
  if (statement == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_object_unref);
  g_ptr_array_set_size (rows, (int) n_ids);
  while (quoth_statement_step (statement, &local))
    {
      guint32 id = (guint32) sqlite3_column_int64 (statement, 0);

      for (guint i = 0; i < n_ids; i++)
        {
          if (ids[i] == id && rows->pdata[i] == NULL)
            {
              rows->pdata[i] = read_row (statement);
              break;
            }
        }
    }
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

void
quoth_quote_row_update (QuothQuoteRow *self,
                        QuothQuoteRow *fresh)
{
  gboolean changed[N_PROPS] = { FALSE };

  changed[PROP_KIND] = self->kind != fresh->kind;
  changed[PROP_STATE] = self->state != fresh->state;
  self->kind = fresh->kind;
  self->state = fresh->state;
  for (guint i = 0; i < N_STRINGS; i++)
    {
      if (g_str_equal (self->strings[i], fresh->strings[i]))
        continue;

      changed[PROP_QUOTE_ID + i] = TRUE;
      g_free (self->strings[i]);
      self->strings[i] = g_strdup (fresh->strings[i]);
    }

  for (guint i = PROP_KIND; i < N_PROPS; i++)
    {
      if (changed[i])
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
}

const char *
quoth_quote_row_get_quote_id (QuothQuoteRow *self)
{
  return get_string (self, PROP_QUOTE_ID);
}

const char *
quoth_quote_row_get_article_id (QuothQuoteRow *self)
{
  return get_string (self, PROP_ARTICLE_ID);
}

const char *
quoth_quote_row_get_words (QuothQuoteRow *self)
{
  return get_string (self, PROP_WORDS);
}

const char *
quoth_quote_row_get_speaker (QuothQuoteRow *self)
{
  return get_string (self, PROP_SPEAKER);
}

const char *
quoth_quote_row_get_source (QuothQuoteRow *self)
{
  return get_string (self, PROP_SOURCE);
}

const char *
quoth_quote_row_get_role (QuothQuoteRow *self)
{
  return get_string (self, PROP_ROLE);
}

const char *
quoth_quote_row_get_organisation (QuothQuoteRow *self)
{
  return get_string (self, PROP_ORGANISATION);
}

const char *
quoth_quote_row_get_publication (QuothQuoteRow *self)
{
  return get_string (self, PROP_PUBLICATION);
}

const char *
quoth_quote_row_get_date (QuothQuoteRow *self)
{
  return get_string (self, PROP_DATE);
}

const char *
quoth_quote_row_get_title (QuothQuoteRow *self)
{
  return get_string (self, PROP_TITLE);
}

QuothQuoteKind
quoth_quote_row_get_kind (QuothQuoteRow *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_ROW (self), QUOTH_QUOTE_DIRECT);

  return self->kind;
}

QuothState
quoth_quote_row_get_state (QuothQuoteRow *self)
{
  g_return_val_if_fail (QUOTH_IS_QUOTE_ROW (self), QUOTH_STATE_FOUND);

  return self->state;
}
