/* A person's corrections of an article's facts.
 *
 * The article's row has the value that stands; the correction, of what "fact", has it too and
 * beside it what the machine had found, which comes back when the person takes the correction back.
 * Its subject is the fact's key, or "authors". */
#include "quoth-store-facts.h"

#include "quoth-corrections.h"
#include "quoth-fact-edits.h"
#include "quoth-search.h"
#include "quoth-store-private.h"

#define AUTHORS "authors"

typedef struct
{
  const char           *id;
  const QuothFactEdits *edits;
} Correcting;

/* An article whose facts are read or written; @subject is the one at hand. */
typedef struct
{
  QuothDatabase *database;
  gint64         row;
  const char    *id;
  const char    *subject;
} Place;

static char *
dup_string (QuothStatement  *statement,
            GError         **error)
{
  g_autoptr(QuothStatement) owned = statement;

  if (owned == NULL || !quoth_statement_step (owned, error))
    return NULL;

  return g_strdup (quoth_statement_string (owned, 0));
}

static const char *
intern_sql (const char *format,
            const char *column)
{
  g_autofree char *sql = g_strdup_printf (format, column);

  return g_intern_string (sql);
}

/* The value that stands, as JSON */
static char *
dup_value (const Place  *place,
           GError      **error)
{
  const char *sql = "SELECT json_group_array (json_object ('given', given, 'family', family,"
                    " 'literal', literal)) FROM"
                    " (SELECT * FROM author WHERE article_id = ? ORDER BY position)";

  if (!g_str_equal (place->subject, AUTHORS))
    sql = intern_sql ("SELECT json_quote (%s) FROM article WHERE id = ?", place->subject);

  return dup_string (quoth_database_query (place->database, error, sql, "l", place->row), error);
}

static gboolean
write_fact (const Place  *place,
            const char   *value,
            GError      **error)
{
  return quoth_database_run (place->database, error,
                             intern_sql ("UPDATE article SET %s = ? WHERE id = ?", place->subject),
                             "sl",
                             value, place->row);
}

static gboolean
write_authors (const Place  *place,
               GPtrArray    *authors,
               GError      **error)
{
  if (!quoth_database_run (place->database, error, "DELETE FROM author WHERE article_id = ?", "l",
                           place->row))
    return FALSE;

  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      if (!quoth_database_run (place->database, error,
                               "INSERT INTO author (article_id, position, given, family, literal)"
                               " VALUES (?, ?, ?, ?, ?)", "lisss", place->row, i, author->given,
                               author->family, author->literal))
        return FALSE;
    }

  return TRUE;
}

/* What the machine had found, as JSON; NULL without a correction that stands */
static char *
dup_machine_value (const Place  *place,
                   GError      **error)
{
  return dup_string (quoth_database_query (place->database, error,
                                           "SELECT decision -> '$.machine' FROM correction"
                                           " WHERE article_uuid = ? AND status = ? AND what = ?"
                                           " AND subject = ?", "siss", place->id,
                                           QUOTH_CORRECTION_STANDS, QUOTH_CORRECTION_FACT,
                                           place->subject),
                     error);
}

/* Puts the value that stands now in the place of the correction before; one that agrees with the
 * machine is none. */
static gboolean
record (const Place  *place,
        const char   *before,
        GError      **error)
{
  g_autofree char *now = quoth_store_dup_now ();
  g_autofree char *after = NULL;
  g_autofree char *machine = NULL;
  g_autoptr(GError) local = NULL;

  after = dup_value (place, error);
  if (after == NULL)
    return FALSE;

  machine = dup_machine_value (place, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (!quoth_database_run (place->database, error,
                           "UPDATE correction SET status = ?, ended = ? WHERE article_uuid = ?"
                           " AND status = ? AND what = ? AND subject = ?", "ississ",
                           QUOTH_CORRECTION_ENDED, now, place->id, QUOTH_CORRECTION_STANDS,
                           QUOTH_CORRECTION_FACT, place->subject))
    return FALSE;
  if (g_str_equal (after, machine != NULL ? machine : before))
    return TRUE;

  return quoth_database_run (place->database, error,
                             "INSERT INTO correction (made, what, article_uuid, text_version, subject,"
                             " start, end, text, before, after, decision, status)"
                             " SELECT ?, ?, uuid, text_version, ?, 0, 0, '', '', '',"
                             " json_object ('value', json (?), 'machine', json (?)), ?"
                             " FROM article WHERE id = ?", "sssssil",
                             now, QUOTH_CORRECTION_FACT, place->subject, after,
                             machine != NULL ? machine : before, QUOTH_CORRECTION_STANDS,
                             place->row);
}

static gboolean
correct_fact (const Place  *place,
              const char   *value,
              GError      **error)
{
  g_autofree char *before = dup_value (place, error);

  return before != NULL && write_fact (place, value, error) && record (place, before, error);
}

static gboolean
correct_authors (const Place  *place,
                 GPtrArray    *authors,
                 GError      **error)
{
  g_autofree char *before = dup_value (place, error);

  return before != NULL && write_authors (place, authors, error) && record (place, before, error);
}

/* The index has the title beside every quotation's words. */
static gboolean
index_quotes (QuothDatabase  *database,
              gint64          article_row,
              gboolean      (*change) (QuothDatabase *, gint64, GError **),
              GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error, "SELECT id FROM quote WHERE article_id = ?",
                                    "l",
                                    article_row);
  if (statement == NULL)
    return FALSE;

  while (quoth_statement_step (statement, &local))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);

      g_array_append_val (rows, row);
    }
  for (guint i = 0; i < rows->len && local == NULL; i++)
    change (database, g_array_index (rows, gint64, i), &local);
  if (local == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
correct (QuothDatabase  *database,
         gpointer        data,
         GError        **error)
{
  const Correcting *correcting = data;
  const QuothFactEdits *edits = correcting->edits;
  Place place = { database, 0, correcting->id, AUTHORS };

  if (!quoth_store_find_article (database, correcting->id, &place.row, error))
    return FALSE;
  if (edits->touched[QUOTH_FACT_TITLE] &&
      !index_quotes (database, place.row, quoth_search_take_out, error))
    return FALSE;
  if (edits->authors != NULL && !correct_authors (&place, edits->authors, error))
    return FALSE;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      place.subject = quoth_fact_get_key ((QuothFact) i);
      if (edits->touched[i] && !correct_fact (&place, edits->values[i], error))
        return FALSE;
    }

  return !edits->touched[QUOTH_FACT_TITLE] ||
         index_quotes (database, place.row, quoth_search_put_in, error);
}

/**
 * quoth_store_correct_facts:
 * @edits: what a person decided; a value that the machine had found takes a correction of it back
 *
 * Writes facts that outlive every re-analysis.
 */
gboolean
quoth_store_correct_facts (QuothStore            *self,
                           const char            *article_id,
                           const QuothFactEdits  *edits,
                           GError               **error)
{
  Correcting correcting = { article_id, edits };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), correct, &correcting, error);
}

/* The machine's finding under a correction, for when that is taken back */
static gboolean
remember_machine_value (const Place  *place,
                        const char   *sql,
                        const char   *value,
                        GError      **error)
{
  return quoth_database_run (place->database, error, sql, "ssiss", value, place->id,
                             QUOTH_CORRECTION_STANDS, QUOTH_CORRECTION_FACT, place->subject);
}

static gboolean
merge_fact (const Place   *place,
            QuothFact      fact,
            QuothArticle  *old,
            QuothArticle  *article,
            GError       **error)
{
  const char *found = quoth_article_get_fact (article, fact);
  const char *stands = quoth_article_get_fact (old, fact);
  g_autofree char *machine = NULL;
  g_autoptr(GError) local = NULL;

  if (g_strcmp0 (found, stands) == 0)
    return TRUE;

  machine = dup_machine_value (place, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (machine == NULL && found != NULL)
    return write_fact (place, found, error);
  if (machine != NULL && found != NULL &&
      !remember_machine_value (place, "UPDATE correction SET decision ="
                                      " json_set (decision, '$.machine', ?) WHERE article_uuid = ?"
                                      " AND status = ? AND what = ? AND subject = ?", found, error))
    return FALSE;

  quoth_article_set_fact (article, fact, stands);
  return TRUE;
}

static gboolean
authors_equal (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const QuothAuthor *one = g_ptr_array_index (a, i);
      const QuothAuthor *other = g_ptr_array_index (b, i);

      if (g_strcmp0 (one->given, other->given) != 0 ||
          g_strcmp0 (one->family, other->family) != 0 ||
          g_strcmp0 (one->literal, other->literal) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
set_authors (QuothArticle *article,
             GPtrArray    *authors)
{
  g_ptr_array_set_size (quoth_article_get_authors (article), 0);
  for (guint i = 0; i < authors->len; i++)
    {
      const QuothAuthor *author = g_ptr_array_index (authors, i);

      quoth_article_add_author (article, author->given, author->family, author->literal);
    }
}

/* The authors found go through the table, which says them as JSON. */
static gboolean
merge_authors (const Place   *place,
               QuothArticle  *old,
               QuothArticle  *article,
               GError       **error)
{
  GPtrArray *found = quoth_article_get_authors (article);
  GPtrArray *stand = quoth_article_get_authors (old);
  g_autofree char *machine = NULL;
  g_autofree char *value = NULL;
  g_autoptr(GError) local = NULL;

  if (authors_equal (found, stand))
    return TRUE;

  machine = dup_machine_value (place, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  if (found->len > 0 && !write_authors (place, found, error))
    return FALSE;
  if (machine == NULL && found->len > 0)
    return TRUE;
  if (machine != NULL && found->len > 0)
    {
      value = dup_value (place, error);
      if (value == NULL ||
          !remember_machine_value (place, "UPDATE correction SET decision ="
                                          " json_set (decision, '$.machine', json (?))"
                                          " WHERE article_uuid = ? AND status = ? AND what = ?"
                                          " AND subject = ?", value, error) ||
          !write_authors (place, stand, error))
        return FALSE;
    }

  set_authors (article, stand);
  return TRUE;
}

gboolean
quoth_store_merge_facts (QuothDatabase  *database,
                         gint64          article_row,
                         QuothArticle   *old,
                         QuothArticle   *article,
                         GError        **error)
{
  Place place = { database, article_row, quoth_article_get_id (article), AUTHORS };

  if (!merge_authors (&place, old, article, error))
    return FALSE;

  for (guint i = 0; i < QUOTH_N_FACTS; i++)
    {
      place.subject = quoth_fact_get_key ((QuothFact) i);
      if (!merge_fact (&place, (QuothFact) i, old, article, error))
        return FALSE;
    }

  return TRUE;
}
