/* An article's rows, written. */
#include "quoth-article-rows.h"

#include "quoth-links.h"
#include "quoth-near-same.h"
#include "quoth-source-file.h"
#include "quoth-span-list.h"
#include "quoth-store-private.h"
#include "quoth-words.h"

#define ARTICLE_INSERT \
  "INSERT INTO article (uuid, text_hash, text, type, source_name, source_media_type," \
  " source_sha256, source_part, added, language, title, subtitle, section, edition, volume, issue, page, publication," \
  " publisher, agency, author, published, publishedPrinted, updated, updatedPrinted, url," \
  " canonicalUrl, doi, accessed)" \
  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19," \
  " ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)"
#define N_VALUES_BEFORE_FACTS 9

G_STATIC_ASSERT (QUOTH_N_FACTS == 20);

static gboolean
insert_facts (QuothDatabase  *database,
              QuothArticle   *article,
              const char     *id,
              const char     *text_hash,
              GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) local = NULL;
  const QuothSource *source = quoth_article_get_source (article);
  g_autofree char *now = quoth_store_dup_now ();

  statement = quoth_database_query (database, error, ARTICLE_INSERT, "sssisssss"
                                    "zzzzzzzzzzzzzzzzzzzz",
                                    id, text_hash,
                                    quoth_article_get_text (article),
                                    quoth_article_get_article_type (article), source->name,
                                    source->media_type, source->sha256, source->part, now);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    sqlite3_bind_text (statement, N_VALUES_BEFORE_FACTS + 1 + (int) i,
                       quoth_article_get_fact (article, (QuothFact) i), -1, SQLITE_TRANSIENT);
  quoth_statement_step (statement, &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
add_authors (QuothDatabase  *database,
             gint64          article_row,
             QuothArticle   *article,
             GError        **error)
{
  GPtrArray *authors = quoth_article_get_authors (article);

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      if (!quoth_database_run (database, error,
                               "INSERT INTO author (article_id, position, given, family, literal)"
                               " VALUES (?, ?, ?, ?, ?)", "lisss",
                               article_row, i, author->given, author->family, author->literal))
        return FALSE;
    }

  return TRUE;
}

/**
 * quoth_rows_add_article:
 * @id: what the library calls it
 * @row: (out): its number
 *
 * Writes the article's facts, authors and blocks, what stands for its text, and the file it was
 * read from.
 */
gboolean
quoth_rows_add_article (QuothDatabase  *database,
                        QuothIncoming  *incoming,
                        const char     *id,
                        gint64         *row,
                        GError        **error)
{
  QuothArticle *article = incoming->article;

  if (!quoth_source_file_add (database, quoth_article_get_source (article), incoming->packed,
                              error))
    return FALSE;
  if (!insert_facts (database, article, id, incoming->text_hash, error))
    return FALSE;

  *row = quoth_database_last_id (database);
  return add_authors (database, *row, article, error) &&
         quoth_rows_add_blocks (database, *row, article, error) &&
         quoth_near_same_save (database, *row, incoming->shingles, error);
}

gboolean
quoth_rows_add_blocks (QuothDatabase  *database,
                       gint64          article_row,
                       QuothArticle   *article,
                       GError        **error)
{
  GArray *blocks = quoth_article_get_blocks (article);

  for (guint i = 0; i < blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (blocks, QuothBlock, i);

      if (!quoth_database_run (database, error,
                               "INSERT INTO block (article_id, position, kind, start, end, number, page)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)", "liillll", article_row, i, block->kind,
                               (gint64) block->span.start, (gint64) block->span.end,
                               (gint64) block->number, (gint64) block->page))
        return FALSE;
    }

  return TRUE;
}

/* What a row had before, in place of which others come; a new one had nothing. */
static gboolean
clear_old (QuothDatabase  *database,
           const char     *sql,
           gint64          row,
           gboolean        is_new,
           GError        **error)
{
  return is_new || quoth_database_run (database, error, sql, "l", row);
}

static gboolean
save_entity (QuothDatabase  *database,
             gint64          article_row,
             guint           position,
             QuothEntity    *entity,
             gint64         *row,
             GError        **error)
{
  g_autofree char *mentions = quoth_span_list_to_string (quoth_entity_get_mentions (entity));
  g_autofree char *role = quoth_entity_dup_role (entity);
  GPtrArray *aliases = quoth_entity_get_aliases (entity);
  gboolean is_new = *row == 0;

  if (!quoth_database_run (database, error,
                           "INSERT INTO article_entity (id, article_id, position, local_id, kind, name,"
                           " honorific, named, role, mentions)"
                           " VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id)"
                           " DO UPDATE SET position = excluded.position, local_id = excluded.local_id,"
                           " kind = excluded.kind, name = excluded.name, honorific = excluded.honorific,"
                           " named = excluded.named, role = excluded.role, mentions = excluded.mentions",
                           "llisississ", *row, article_row, position, quoth_entity_get_id (entity),
                           quoth_entity_get_kind (entity), quoth_entity_get_name (entity),
                           quoth_entity_get_honorific (entity), quoth_entity_get_named (entity),
                           role, mentions))
    return FALSE;
  if (is_new)
    *row = quoth_database_last_id (database);

  if (!clear_old (database, "DELETE FROM alias WHERE article_entity_id = ?", *row, is_new, error))
    return FALSE;
  for (guint i = 0; i < aliases->len; i++)
    {
      if (!quoth_database_run (database, error,
                               "INSERT INTO alias (article_entity_id, position, alias) VALUES (?, ?, ?)",
                               "lis", *row, i, g_ptr_array_index (aliases, i)))
        return FALSE;
    }

  return quoth_links_add (database, *row, entity, is_new, error);
}

/* An analysis calls its entities "e1", "e2" … in their order: one is looked for there first, since
 * a long text may have thousands of them. */
static gboolean
find_entity (GPtrArray   *entities,
             QuothEntity *entity,
             guint       *index)
{
  const char *id = quoth_entity_get_id (entity);
  guint64 number = *id != '\0' ? g_ascii_strtoull (id + 1, NULL, 10) : 0;

  *index = (guint) (number - 1);
  return (number >= 1 && number <= entities->len && g_ptr_array_index (entities, *index) == entity)
         || g_ptr_array_find (entities, entity, index);
}

/* 0, which is no row, for NULL and for what is not the article's */
static gint64
find_row (QuothArticle *article,
          GArray       *rows,
          QuothEntity  *entity)
{
  guint index;

  if (entity == NULL || !find_entity (quoth_article_get_entities (article), entity, &index))
    return 0;

  return g_array_index (rows, gint64, index);
}

static gboolean
save_roles (QuothDatabase  *database,
            QuothArticle   *article,
            QuothEntity    *entity,
            GArray         *rows,
            gint64          row,
            gboolean        is_new,
            GError        **error)
{
  GPtrArray *roles = quoth_entity_get_roles (entity);

  if (!clear_old (database, "DELETE FROM role WHERE article_entity_id = ?", row, is_new, error))
    return FALSE;

  for (guint i = 0; i < roles->len; i++)
    {
      const QuothRole *role = g_ptr_array_index (roles, i);

      if (!quoth_database_run (database, error,
                               "INSERT INTO role (article_entity_id, position, title, organisation_id,"
                               " status, start, end) VALUES (?, ?, ?, nullif (?, 0), ?, ?, ?)", "lislill",
                               row, i, role->title, find_row (article, rows, role->organisation),
                               role->status, (gint64) role->span.start, (gint64) role->span.end))
        return FALSE;
    }

  return roles->len == 0 || quoth_links_offer_role (database, row, error);
}

/**
 * quoth_rows_save_entities:
 * @rows: (element-type gint64) (inout): a row's number for each entity, or 0 for a new one
 *
 * Writes entities with aliases and roles, and links them to the library's.
 */
gboolean
quoth_rows_save_entities (QuothDatabase  *database,
                          gint64          article_row,
                          QuothArticle   *article,
                          GArray         *rows,
                          GError        **error)
{
  GPtrArray *entities = quoth_article_get_entities (article);
  g_autofree gboolean *are_new = g_new (gboolean, entities->len);

  g_assert (rows->len == entities->len);

  for (guint i = 0; i < entities->len; i++)
    {
      are_new[i] = g_array_index (rows, gint64, i) == 0;
      if (!save_entity (database, article_row, i, g_ptr_array_index (entities, i),
                        &g_array_index (rows, gint64, i), error))
        return FALSE;
    }
  for (guint i = 0; i < entities->len; i++)
    {
      if (!save_roles (database, article, g_ptr_array_index (entities, i), rows,
                       g_array_index (rows, gint64, i), are_new[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
save_speakers (QuothDatabase  *database,
               QuothArticle   *article,
               QuothQuote     *quote,
               GArray         *entity_rows,
               gint64          row,
               gboolean        is_new,
               GError        **error)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);

  if (!clear_old (database, "DELETE FROM quote_speaker WHERE quote_id = ?", row, is_new, error))
    return FALSE;

  for (guint i = 0; i < speakers->len; i++)
    {
      gint64 speaker = find_row (article, entity_rows, g_ptr_array_index (speakers, i));

      if (speaker != 0 &&
          !quoth_database_run (database, error,
                               "INSERT INTO quote_speaker (quote_id, position, article_entity_id)"
                               " VALUES (?, ?, ?)", "lil", row, i, speaker))
        return FALSE;
    }

  return TRUE;
}

/* Speakers and whom they speak for, for the search */
static char *
dup_names (QuothQuote *quote)
{
  GPtrArray *speakers = quoth_quote_get_speakers (quote);
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (quote);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      g_autofree char *name = quoth_entity_dup_full_name (g_ptr_array_index (speakers, i));

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  if (organisation != NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            quoth_entity_get_name (organisation));

  return g_string_free (names, FALSE);
}

/**
 * quoth_rows_save_quote:
 * @position: of the quote in the article
 * @entity_rows: (element-type gint64): the rows of the article's entities
 * @row: the row to write over, or 0 for a new one
 */
gboolean
quoth_rows_save_quote (QuothDatabase  *database,
                       gint64          article_row,
                       QuothArticle   *article,
                       guint           position,
                       GArray         *entity_rows,
                       gint64          row,
                       GError        **error)
{
  QuothQuote *quote = g_ptr_array_index (quoth_article_get_quotes (article), position);
  QuothSpan cue = quoth_quote_get_cue (quote);
  g_autofree char *sources = quoth_span_list_to_string (quoth_quote_get_sources (quote));
  g_autofree char *contents = quoth_span_list_to_string (quoth_quote_get_contents (quote));
  g_autofree char *words = quoth_words_dup (article, quote);
  g_autofree char *source = quoth_words_dup_sources (article, quote);
  g_autofree char *names = dup_names (quote);
  gboolean is_new = row == 0;

  if (!quoth_database_run (database, error,
                           "INSERT INTO quote (id, uuid, article_id, position, kind, type, parent,"
                           " cue_start, cue_end, sources, contents, on_behalf_of, confidence,"
                           " speaker_confidence, state, speaker_state, words, source, names)"
                           " VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif (?, 0), ?, ?, ?,"
                           " ?, ?, ?, ?) ON CONFLICT (id)"
                           " DO UPDATE SET position = excluded.position, kind = excluded.kind,"
                           " type = excluded.type, parent = excluded.parent,"
                           " cue_start = excluded.cue_start, cue_end = excluded.cue_end,"
                           " sources = excluded.sources, contents = excluded.contents,"
                           " on_behalf_of = excluded.on_behalf_of, confidence = excluded.confidence,"
                           " speaker_confidence = excluded.speaker_confidence, state = excluded.state,"
                           " speaker_state = excluded.speaker_state, words = excluded.words,"
                           " source = excluded.source, names = excluded.names",
                           "lsliiisllsslddiisss", row, quoth_quote_get_id (quote), article_row, position,
                           quoth_quote_get_kind (quote), quoth_quote_get_quote_type (quote),
                           quoth_quote_get_parent (quote), (gint64) cue.start, (gint64) cue.end,
                           sources, contents,
                           find_row (article, entity_rows, quoth_quote_get_on_behalf_of (quote)),
                           quoth_quote_get_confidence (quote),
                           quoth_quote_get_speaker_confidence (quote),
                           quoth_quote_get_state (quote), quoth_quote_get_speaker_state (quote),
                           words, source, names))
    return FALSE;
  if (is_new)
    row = quoth_database_last_id (database);

  return save_speakers (database, article, quote, entity_rows, row, is_new, error);
}
