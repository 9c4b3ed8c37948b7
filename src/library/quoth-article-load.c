/* An article's rows, read. */
#include "config.h"

#include "quoth-article-load.h"

#include <glib/gi18n-lib.h>

#include "quoth-span-list.h"
#include "quoth-store.h"

typedef struct
{
  QuothDatabase *database;
  gint64         row;
  QuothArticle  *article;
  GHashTable    *entities; /* row of article_entity → QuothEntity, borrowed */
} Loader;

typedef void (*LoadRowFunc) (Loader         *loader,
                             QuothStatement *statement);

/* Takes every row of a statement; also tells a failure of the statement's making. */
static gboolean
load_rows (Loader          *loader,
           QuothStatement  *statement,
           LoadRowFunc      load_row,
           GError         **error)
{
  g_autoptr(QuothStatement) owned = statement;
  g_autoptr(GError) local = NULL;

  if (owned == NULL)
    return FALSE;

  while (quoth_statement_step (owned, &local))
    load_row (loader, owned);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static QuothSpan
get_span (QuothStatement *statement,
          int             column)
{
  QuothSpan span;

  span.start = (guint32) sqlite3_column_int64 (statement, column);
  span.end = (guint32) sqlite3_column_int64 (statement, column + 1);

  return span;
}

static QuothEntity *
find_entity (Loader         *loader,
             QuothStatement *statement,
             int             column)
{
  gint64 row = sqlite3_column_int64 (statement, column);

  return g_hash_table_lookup (loader->entities, &row);
}

static void
load_facts (Loader         *loader,
            QuothStatement *statement)
{
  QuothArticle *article = quoth_article_new (quoth_statement_string (statement, 0));
  QuothSource *source = quoth_article_get_source (article);

  quoth_article_set_text (article, quoth_statement_string (statement, 1));
  quoth_article_set_article_type (article, (QuothArticleType) sqlite3_column_int (statement, 2));
  source->name = g_strdup (quoth_statement_string (statement, 3));
  source->media_type = g_strdup (quoth_statement_string (statement, 4));
  source->sha256 = g_strdup (quoth_statement_string (statement, 5));
  source->part = g_strdup (quoth_statement_string (statement, 6));
  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    quoth_article_set_fact (article, (QuothFact) i,
                            quoth_statement_string (statement, 7 + (int) i));

  loader->article = article;
}

static void
load_author (Loader         *loader,
             QuothStatement *statement)
{
  g_ptr_array_add (quoth_article_get_authors (loader->article),
                   quoth_author_new (quoth_statement_string (statement, 0),
                                     quoth_statement_string (statement, 1),
                                     quoth_statement_string (statement, 2)));
}

static void
load_block (Loader         *loader,
            QuothStatement *statement)
{
  QuothBlock block;

  block.kind = (QuothBlockKind) sqlite3_column_int (statement, 0);
  block.span = get_span (statement, 1);
  block.number = (guint32) sqlite3_column_int64 (statement, 3);
  block.page = (guint32) sqlite3_column_int64 (statement, 4);

  g_array_append_val (quoth_article_get_blocks (loader->article), block);
}

static void
load_entity (Loader         *loader,
             QuothStatement *statement)
{
  gint64 *row = g_new (gint64, 1);
  QuothEntity *entity = quoth_entity_new (quoth_statement_string (statement, 1),
                                          (QuothEntityKind) sqlite3_column_int (statement, 2),
                                          quoth_statement_string (statement, 3));

  *row = sqlite3_column_int64 (statement, 0);
  quoth_entity_set_honorific (entity, quoth_statement_string (statement, 4));
  quoth_entity_set_named (entity, sqlite3_column_int (statement, 5));
  quoth_entity_set_person (entity, quoth_statement_string (statement, 7));
  quoth_span_list_parse (quoth_statement_string (statement, 6), quoth_entity_get_mentions (entity));

  g_ptr_array_add (quoth_article_get_entities (loader->article), entity);
  g_hash_table_insert (loader->entities, row, entity);
}

static void
load_alias (Loader         *loader,
            QuothStatement *statement)
{
  quoth_entity_add_alias (find_entity (loader, statement, 0),
                          quoth_statement_string (statement, 1));
}

static void
load_role (Loader         *loader,
           QuothStatement *statement)
{
  quoth_entity_add_role (find_entity (loader, statement, 0), quoth_statement_string (statement, 1),
                         find_entity (loader, statement, 2),
                         (QuothRoleStatus) sqlite3_column_int (statement, 3),
                         get_span (statement, 4));
}

static void
load_quote (Loader         *loader,
            QuothStatement *statement)
{
  QuothQuote *quote = quoth_quote_new (quoth_statement_string (statement, 0),
                                       (QuothQuoteKind) sqlite3_column_int (statement, 1),
                                       (QuothQuoteType) sqlite3_column_int (statement, 2));

  quoth_quote_set_parent (quote, quoth_statement_string (statement, 3));
  quoth_quote_set_cue (quote, get_span (statement, 4));
  quoth_span_list_parse (quoth_statement_string (statement, 6), quoth_quote_get_sources (quote));
  quoth_span_list_parse (quoth_statement_string (statement, 7), quoth_quote_get_contents (quote));
  quoth_quote_set_on_behalf_of (quote, find_entity (loader, statement, 8));
  quoth_quote_set_confidence (quote, sqlite3_column_double (statement, 9));
  quoth_quote_set_speaker_confidence (quote, sqlite3_column_double (statement, 10));
  quoth_quote_set_state (quote, (QuothState) sqlite3_column_int (statement, 11));
  quoth_quote_set_speaker_state (quote, (QuothState) sqlite3_column_int (statement, 12));

  g_ptr_array_add (quoth_article_get_quotes (loader->article), quote);
}

static void
load_speaker (Loader         *loader,
              QuothStatement *statement)
{
  QuothQuote *quote = quoth_article_find_quote (loader->article,
                                                quoth_statement_string (statement, 0));

  g_ptr_array_add (quoth_quote_get_speakers (quote),
                   g_object_ref (find_entity (loader, statement, 1)));
}

static gboolean
load_head (Loader  *loader,
           GError **error)
{
  if (!load_rows (loader,
                  quoth_database_query (loader->database, error,
                                        "SELECT uuid, text, type, source_name, source_media_type,"
                                        " source_sha256, source_part, language, title, subtitle, section,"
                                        " edition, volume, issue, page, publication, publisher, agency, author,"
                                        " published, publishedPrinted, updated, updatedPrinted, url, canonicalUrl, doi,"
                                        " accessed FROM article WHERE id = ?", "l", loader->row),
                  load_facts, error))
    return FALSE;

  if (loader->article == NULL)
    {
      g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                           _("The article is not in the library"));
      return FALSE;
    }

  return load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT given, family, literal FROM author"
                                          " WHERE article_id = ? ORDER BY position", "l", loader->row),
                    load_author, error) &&
         load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT kind, start, end, number, page FROM block"
                                          " WHERE article_id = ? ORDER BY position", "l", loader->row),
                    load_block, error);
}

static gboolean
load_entities (Loader  *loader,
               GError **error)
{
  return load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT a.id, local_id, a.kind, a.name, a.honorific, a.named,"
                                          " mentions, uuid FROM article_entity a"
                                          " LEFT JOIN entity_link ON article_entity_id = a.id"
                                          " LEFT JOIN entity e ON e.id = entity_id"
                                          " WHERE article_id = ? ORDER BY position", "l", loader->row),
                    load_entity, error) &&
         load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT id, alias FROM article_entity a"
                                          " JOIN alias ON article_entity_id = a.id"
                                          " WHERE article_id = ? ORDER BY id, alias.position", "l",
                                          loader->row),
                    load_alias, error) &&
         load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT id, title, organisation_id, status, start, end"
                                          " FROM article_entity a JOIN role ON article_entity_id = a.id"
                                          " WHERE article_id = ? ORDER BY id, role.position", "l",
                                          loader->row),
                    load_role, error);
}

static gboolean
load_quotes (Loader  *loader,
             GError **error)
{
  return load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT uuid, kind, type, parent, cue_start, cue_end, sources,"
                                          " contents, on_behalf_of, confidence, speaker_confidence, state,"
                                          " speaker_state FROM quote WHERE article_id = ?"
                                          " ORDER BY position", "l", loader->row),
                    load_quote, error) &&
         load_rows (loader,
                    quoth_database_query (loader->database, error,
                                          "SELECT uuid, article_entity_id FROM quote"
                                          " JOIN quote_speaker ON quote_id = quote.id"
                                          " WHERE article_id = ?"
                                          " ORDER BY quote.position, quote_speaker.position", "l",
                                          loader->row),
                    load_speaker, error);
}

/**
 * quoth_article_load:
 * @article_row: a row of article
 *
 * Returns: (transfer full): the article with all that is known of it; the file's bytes aside
 */
QuothArticle *
quoth_article_load (QuothDatabase  *database,
                    gint64          article_row,
                    GError        **error)
{
  g_autoptr(GHashTable) entities = NULL;
  g_autoptr(QuothArticle) article = NULL;
  Loader loader;
  gboolean loaded;

  entities = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  loader = (Loader) { database, article_row, NULL, entities };
  loaded = load_head (&loader, error) && load_entities (&loader, error) &&
           load_quotes (&loader, error);
  article = loader.article;

  return loaded ? g_steal_pointer (&article) : NULL;
}

static GArray *
collect_rows (QuothStatement  *statement,
              GError         **error)
{
  g_autoptr(QuothStatement) owned = statement;
  g_autoptr(GArray) rows = NULL;
  g_autoptr(GError) local = NULL;

  if (owned == NULL)
    return NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (quoth_statement_step (owned, &local))
    {
      gint64 row = sqlite3_column_int64 (owned, 0);

      g_array_append_val (rows, row);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * quoth_article_load_quote_rows:
 *
 * Returns: (transfer full) (element-type gint64)
 */
GArray *
quoth_article_load_quote_rows (QuothDatabase  *database,
                               gint64          article_row,
                               GError        **error)
{
  return collect_rows (quoth_database_query (database, error,
                                             "SELECT id FROM quote WHERE article_id = ?"
                                             " ORDER BY position", "l", article_row), error);
}

/**
 * quoth_article_load_entity_rows:
 *
 * Returns: (transfer full) (element-type gint64)
 */
GArray *
quoth_article_load_entity_rows (QuothDatabase  *database,
                                gint64          article_row,
                                GError        **error)
{
  return collect_rows (quoth_database_query (database, error,
                                             "SELECT id FROM article_entity WHERE article_id = ?"
                                             " ORDER BY position", "l", article_row), error);
}
