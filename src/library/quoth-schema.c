/* The tables of a library, and the steps from one version of them to the next.
 *
 * Enums are stored as their ints in the order of the headers, spans as byte offsets, several spans of one
 * thing as a JSON array of ints: "[start,end,start,end]". Times of day are UTC in ISO 8601. */
#include "config.h"

#include "quoth-schema.h"

#include <glib/gi18n-lib.h>

#include "quoth-store.h"

#define APPLICATION_ID 0x51756f74 /* "Quot" */

static const char schema_1[] =
  /* Deleted articles stay, so that deleting can be undone and importing one again asks. The text is
   * the last column: what stands behind it would be found only after reading through it. */
  "CREATE TABLE article ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,"
  " text_hash TEXT NOT NULL, text_version INTEGER NOT NULL DEFAULT 1, deleted TEXT,"
  " type INTEGER NOT NULL, language TEXT, title TEXT, subtitle TEXT, section TEXT, page TEXT,"
  " publication TEXT, publisher TEXT, agency TEXT, author TEXT, published TEXT,"
  " publishedPrinted TEXT, updated TEXT, updatedPrinted TEXT, url TEXT, canonicalUrl TEXT,"
  " accessed TEXT, source_name TEXT, source_media_type TEXT, source_sha256 TEXT, source_part TEXT,"
  " added TEXT NOT NULL, text TEXT NOT NULL);"
  "CREATE INDEX article_text_hash ON article (text_hash);"
  "CREATE INDEX article_published ON article (published, publication);"
  "CREATE INDEX article_publication ON article (publication);"

  "CREATE TABLE author ("
  " article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, position INTEGER NOT NULL,"
  " given TEXT, family TEXT, literal TEXT, PRIMARY KEY (article_id, position)) WITHOUT ROWID;"

  /* The files that articles were read from, compressed by zstd, older ones by zlib; one file may
   * hold several articles. */
  "CREATE TABLE source_file ("
  " sha256 TEXT PRIMARY KEY, length INTEGER NOT NULL, bytes BLOB NOT NULL);"

  "CREATE TABLE block ("
  " article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, position INTEGER NOT NULL,"
  " kind INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, number INTEGER NOT NULL,"
  " page INTEGER NOT NULL, PRIMARY KEY (article_id, position)) WITHOUT ROWID;"

  /* What articles' entities are linked to. key: full name, evened out, where equal names join. The role is
   * the last one that an article states, current ones before others; role_rank orders them. */
  "CREATE TABLE entity ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL,"
  " name TEXT NOT NULL, honorific TEXT, named INTEGER NOT NULL, key TEXT, sort_key TEXT NOT NULL,"
  " role_title TEXT, role_status INTEGER, role_organisation TEXT, role_rank TEXT);"
  "CREATE UNIQUE INDEX entity_key ON entity (key, kind) WHERE key IS NOT NULL;"

  "CREATE TABLE article_entity ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT,"
  " article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, position INTEGER NOT NULL,"
  " local_id TEXT NOT NULL, kind INTEGER NOT NULL, name TEXT NOT NULL, honorific TEXT,"
  " named INTEGER NOT NULL, role TEXT, mentions TEXT NOT NULL);"
  "CREATE INDEX article_entity_article ON article_entity (article_id, position);"

  "CREATE TABLE alias ("
  " article_entity_id INTEGER NOT NULL REFERENCES article_entity ON DELETE CASCADE,"
  " position INTEGER NOT NULL, alias TEXT NOT NULL,"
  " PRIMARY KEY (article_entity_id, position)) WITHOUT ROWID;"

  "CREATE TABLE role ("
  " article_entity_id INTEGER NOT NULL REFERENCES article_entity ON DELETE CASCADE,"
  " position INTEGER NOT NULL, title TEXT,"
  " organisation_id INTEGER REFERENCES article_entity ON DELETE SET NULL,"
  " status INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
  " PRIMARY KEY (article_entity_id, position)) WITHOUT ROWID;"
  "CREATE INDEX role_organisation ON role (organisation_id) WHERE organisation_id IS NOT NULL;"

  /* origin: 0 machine, may be made anew; 1 a person's, never touched. */
  "CREATE TABLE entity_link ("
  " article_entity_id INTEGER PRIMARY KEY REFERENCES article_entity ON DELETE CASCADE,"
  " entity_id INTEGER NOT NULL REFERENCES entity, origin INTEGER NOT NULL);"
  "CREATE INDEX entity_link_entity ON entity_link (entity_id);"

  /* words and names (of speakers and whom they speak for) are on one line, for list and search. */
  "CREATE TABLE quote ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,"
  " article_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, position INTEGER NOT NULL,"
  " kind INTEGER NOT NULL, type INTEGER NOT NULL, parent TEXT,"
  " cue_start INTEGER NOT NULL, cue_end INTEGER NOT NULL, sources TEXT NOT NULL,"
  " contents TEXT NOT NULL, on_behalf_of INTEGER REFERENCES article_entity ON DELETE SET NULL,"
  " confidence REAL NOT NULL, speaker_confidence REAL NOT NULL,"
  " state INTEGER NOT NULL, speaker_state INTEGER NOT NULL,"
  " words TEXT NOT NULL, source TEXT NOT NULL, names TEXT NOT NULL);"
  "CREATE INDEX quote_article ON quote (article_id, position);"
  "CREATE INDEX quote_on_behalf_of ON quote (on_behalf_of) WHERE on_behalf_of IS NOT NULL;"

  "CREATE TABLE quote_speaker ("
  " quote_id INTEGER NOT NULL REFERENCES quote ON DELETE CASCADE, position INTEGER NOT NULL,"
  " article_entity_id INTEGER NOT NULL REFERENCES article_entity ON DELETE CASCADE,"
  " PRIMARY KEY (quote_id, position)) WITHOUT ROWID;"
  "CREATE INDEX quote_speaker_entity ON quote_speaker (article_entity_id, quote_id);"

  /* A person's decisions. subject: the quote's UUID, or of what "fact" the fact's key. start, end
   * and the texts say where in that version of the article's text. status: 0 stands, 1 taken back,
   * 2 in conflict with a later text. */
  "CREATE TABLE correction ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL, what TEXT NOT NULL,"
  " article_uuid TEXT NOT NULL, text_version INTEGER NOT NULL, subject TEXT NOT NULL,"
  " start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,"
  " before TEXT NOT NULL, after TEXT NOT NULL, decision TEXT NOT NULL, status INTEGER NOT NULL,"
  " ended TEXT);"
  "CREATE INDEX correction_subject ON correction (subject, what);"
  "CREATE INDEX correction_article ON correction (article_uuid, status);"

  "CREATE TABLE collection ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
  " made TEXT NOT NULL);"
  "CREATE TABLE collection_quote ("
  " collection_id INTEGER NOT NULL REFERENCES collection ON DELETE CASCADE,"
  " quote_id INTEGER NOT NULL REFERENCES quote ON DELETE CASCADE, position INTEGER NOT NULL,"
  " PRIMARY KEY (collection_id, quote_id)) WITHOUT ROWID;"
  "CREATE INDEX collection_quote_quote ON collection_quote (quote_id);"
  "CREATE TABLE tag ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE);"
  "CREATE TABLE quote_tag ("
  " quote_id INTEGER NOT NULL REFERENCES quote ON DELETE CASCADE,"
  " tag_id INTEGER NOT NULL REFERENCES tag ON DELETE CASCADE,"
  " PRIMARY KEY (quote_id, tag_id)) WITHOUT ROWID;"
  "CREATE INDEX quote_tag_tag ON quote_tag (tag_id);"
  "CREATE TABLE note ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, uuid TEXT NOT NULL UNIQUE,"
  " quote_id INTEGER NOT NULL REFERENCES quote ON DELETE CASCADE, text TEXT NOT NULL,"
  " made TEXT NOT NULL, changed TEXT NOT NULL);"
  "CREATE INDEX note_quote ON note (quote_id);"

  /* Quotes up to this id are in the full-text index. */
  "CREATE TABLE search_progress (quote_id INTEGER NOT NULL);"
  "INSERT INTO search_progress VALUES (0);"
  "CREATE VIEW quote_text AS SELECT quote.id AS id, words, names, ifnull (title, '') AS title"
  " FROM quote JOIN article ON article.id = article_id;"
  "CREATE VIRTUAL TABLE quote_search USING fts5 (words, names, title, content = 'quote_text',"
  " content_rowid = 'id', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2');";

static const char schema_2[] =
  /* The shingles that stand for an article's text: 32-bit numbers of this machine, ascending.
   * whole: they are all it has. Articles that came in before get theirs when one is looked for
   * first. */
  "CREATE TABLE shingle_sample ("
  " article_id INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, whole INTEGER NOT NULL,"
  " sample BLOB NOT NULL);"

  /* Articles that wait for a person to say whether to keep them beside one that is nearly the same:
   * as JSON, analysed, so that keeping one takes no time. */
  "CREATE TABLE held_article ("
  " id INTEGER PRIMARY KEY AUTOINCREMENT, text_hash TEXT NOT NULL UNIQUE,"
  " near_id INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, share REAL NOT NULL,"
  " file TEXT NOT NULL, title TEXT, held TEXT NOT NULL, source_sha256 TEXT, article TEXT NOT NULL);"
  "CREATE INDEX held_article_near ON held_article (near_id);"
  "CREATE INDEX article_source ON article (source_sha256);";

static const char schema_3[] =
  /* A reference and its text find one another by address, or by title and date. */
  "CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;"
  "CREATE INDEX article_canonical_url ON article (canonicalUrl) WHERE canonicalUrl IS NOT NULL;"
  "CREATE INDEX article_title ON article (title COLLATE NOCASE) WHERE title IS NOT NULL;";

static const char schema_4[] =
  "ALTER TABLE article ADD COLUMN edition TEXT;";

/* What tells one issue of a journal from another, and its articles */
static const char schema_5[] =
  "ALTER TABLE article ADD COLUMN volume TEXT;"
  "ALTER TABLE article ADD COLUMN issue TEXT;"
  "ALTER TABLE article ADD COLUMN doi TEXT;";

/* steps[n] leads from version n to n + 1 */
static const char * const steps[QUOTH_SCHEMA_VERSION] = {
  schema_1,
  schema_2,
  schema_3,
  schema_4,
  schema_5,
};

static gboolean
check_owner (QuothDatabase  *database,
             gint64          version,
             GError        **error)
{
  gint64 owner = 0;
  gint64 n_tables = 0;

  if (!quoth_database_get_int64 (database, &owner, error, "PRAGMA application_id", ""))
    return FALSE;
  if (!quoth_database_get_int64 (database, &n_tables, error,
                                 "SELECT count (*) FROM sqlite_schema", ""))
    return FALSE;
  if (owner == APPLICATION_ID || (version == 0 && n_tables == 0))
    return TRUE;

  g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED,
                       _("This file is not a Quoth library"));
  return FALSE;
}

static gboolean
get_version (QuothDatabase  *database,
             gint64         *version,
             GError        **error)
{
  if (!quoth_database_get_int64 (database, version, error, "PRAGMA user_version", ""))
    return FALSE;
  if (!check_owner (database, *version, error))
    return FALSE;

  if (*version > QUOTH_SCHEMA_VERSION)
    {
      g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_TOO_NEW,
                   _("The library was made by a newer Quoth (its version is %d, this Quoth knows %d)"),
                   (int) *version, QUOTH_SCHEMA_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_steps (QuothDatabase  *database,
            gpointer        data G_GNUC_UNUSED,
            GError        **error)
{
  gint64 version;

  /* Another process may have done it while this one waited. */
  if (!get_version (database, &version, error))
    return FALSE;

  for (; version < QUOTH_SCHEMA_VERSION; version++)
    {
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d;"
                                               "PRAGMA user_version = %d;",
                                               APPLICATION_ID, (int) version + 1);

      if (!quoth_database_script (database, steps[version], error) ||
          !quoth_database_script (database, mark, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * quoth_schema_upgrade:
 *
 * Makes the tables of an empty file, or steps those of an older version up, in one transaction.
 * Refuses the file of a newer Quoth and one of another program.
 */
gboolean
quoth_schema_upgrade (QuothDatabase  *database,
                      GError        **error)
{
  gint64 version;

  if (!get_version (database, &version, error))
    return FALSE;
  if (version == QUOTH_SCHEMA_VERSION)
    return TRUE;

  return quoth_database_transact (database, take_steps, NULL, error);
}

/**
 * quoth_schema_check:
 *
 * For connections that only read: refuses every version but this program's.
 */
gboolean
quoth_schema_check (QuothDatabase  *database,
                    GError        **error)
{
  gint64 version;

  if (!get_version (database, &version, error))
    return FALSE;
  if (version == QUOTH_SCHEMA_VERSION)
    return TRUE;

  g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_DAMAGED,
                       _("The library is empty or older than this Quoth; open it for writing first"));
  return FALSE;
}
