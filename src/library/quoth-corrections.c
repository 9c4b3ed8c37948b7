/* A person's decisions, kept apart from what the machine found so that they outlive it. */
#include "config.h"

#include "quoth-corrections.h"

#include <glib/gi18n-lib.h>

#include "quoth-span-list.h"
#include "quoth-store-private.h"

#define CONTEXT_BYTES 48

/* What a correction says of the place that it is about */
typedef struct
{
  char      *article_id;
  gint64     text_version;
  char      *contents;
  QuothSpan  span;
  char      *text;
  char      *before;
  char      *after;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->article_id);
  g_free (place->contents);
  g_free (place->text);
  g_free (place->before);
  g_free (place->after);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static guint32
find_context_start (const char *text,
                    guint32     start)
{
  guint32 at = start > CONTEXT_BYTES ? start - CONTEXT_BYTES : 0;

  while (at < start && ((guchar) text[at] & 0xC0) == 0x80)
    at++;

  return at;
}

static guint32
find_context_end (const char *text,
                  gsize       length,
                  guint32     end)
{
  guint32 at = (guint32) MIN (length, (gsize) end + CONTEXT_BYTES);

  while (at > end && at < length && ((guchar) text[at] & 0xC0) == 0x80)
    at--;

  return at;
}

/**
 * quoth_corrections_hull:
 *
 * Returns: from the first content's start to the last one's end
 */
QuothSpan
quoth_corrections_hull (GArray *contents)
{
  QuothSpan hull = { 0, 0 };

  for (guint i = 0; i < contents->len; i++)
    {
      QuothSpan span = g_array_index (contents, QuothSpan, i);

      hull.start = i == 0 ? span.start : MIN (hull.start, span.start);
      hull.end = MAX (hull.end, span.end);
    }

  return hull;
}

static void
describe_place (Place          *place,
                QuothStatement *statement)
{
  const char *text = quoth_statement_string (statement, 3);
  gsize length = sqlite3_column_bytes (statement, 3);
  g_autoptr(GArray) contents = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
  QuothSpan span;
  guint32 start;

  place->article_id = g_strdup (quoth_statement_string (statement, 0));
  place->text_version = sqlite3_column_int64 (statement, 1);
  place->contents = g_strdup (quoth_statement_string (statement, 2));
  quoth_span_list_parse (place->contents, contents);

  span = quoth_corrections_hull (contents);
  span.end = (guint32) MIN (span.end, length);
  span.start = MIN (span.start, span.end);
  start = find_context_start (text, span.start);
  place->span = span;
  place->text = g_strndup (text + span.start, quoth_span_length (span));
  place->before = g_strndup (text + start, span.start - start);
  place->after = g_strndup (text + span.end, find_context_end (text, length, span.end) - span.end);
}

static gboolean
find_place (QuothDatabase  *database,
            const char     *quote_id,
            Place          *place,
            GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) local = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT article.uuid, text_version, contents, text FROM quote"
                                    " JOIN article ON article.id = article_id WHERE quote.uuid = ?", "s",
                                    quote_id);
  if (statement == NULL)
    return FALSE;

  if (quoth_statement_step (statement, &local))
    {
      describe_place (place, statement);
      return TRUE;
    }

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                         _("The quotation is not in the library"));
  return FALSE;
}

/**
 * quoth_corrections_record:
 * @what: QUOTH_CORRECTION_STATE or its kin
 * @state: what was decided; FOUND takes an earlier decision back
 *
 * Puts a decision in the place of the one before, which stays as history.
 */
gboolean
quoth_corrections_record (QuothDatabase  *database,
                          const char     *what,
                          const char     *quote_id,
                          QuothState      state,
                          GError        **error)
{
  g_autofree char *now = quoth_store_dup_now ();
  g_autofree char *decision = NULL;
  g_auto(Place) place = { 0 };

  if (!find_place (database, quote_id, &place, error))
    return FALSE;
  if (!quoth_database_run (database, error,
                           "UPDATE correction SET status = ?, ended = ?"
                           " WHERE subject = ? AND what = ? AND status = ?", "isssi",
                           QUOTH_CORRECTION_ENDED, now, quote_id, what, QUOTH_CORRECTION_STANDS))
    return FALSE;
  if (state == QUOTH_STATE_FOUND)
    return TRUE;

  decision = g_strdup_printf ("{\"state\":\"%s\",\"contents\":%s}", quoth_state_to_string (state),
                              place.contents);
  return quoth_database_run (database, error,
                             "INSERT INTO correction (made, what, article_uuid, text_version, subject,"
                             " start, end, text, before, after, decision, status)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "ssslsllssssi",
                             now, what, place.article_id, place.text_version, quote_id,
                             (gint64) place.span.start, (gint64) place.span.end, place.text,
                             place.before, place.after, decision, QUOTH_CORRECTION_STANDS);
}

/* What hangs on a quote that goes, as corrections: it must not be lost with it. */
#define ORPHANS_INSERT \
  "INSERT INTO correction (made, what, article_uuid, text_version, subject, start, end, text, before," \
  " after, decision, status)" \
  " SELECT made, what, a.uuid, a.text_version, q.uuid, 0, 0, q.words, '', '', decision, ?2" \
  " FROM quote q JOIN article a ON a.id = q.article_id" \
  " JOIN (SELECT quote_id, changed AS made, 'note' AS what, json_object ('text', text) AS decision" \
  " FROM note" \
  " UNION ALL SELECT quote_id, ?3, 'tag', json_object ('name', name) FROM quote_tag" \
  " JOIN tag ON tag.id = tag_id" \
  " UNION ALL SELECT quote_id, ?3, 'collection', json_object ('name', name) FROM collection_quote" \
  " JOIN collection ON collection.id = collection_id) ON quote_id = q.id" \
  " WHERE q.uuid = ?1"

/**
 * quoth_corrections_conflict:
 *
 * The decisions on a quote, its notes, tags and collections become conflicts, to be called before
 * the quote goes because its words are not in a new text.
 */
gboolean
quoth_corrections_conflict (QuothDatabase  *database,
                            const char     *quote_id,
                            GError        **error)
{
  g_autofree char *now = quoth_store_dup_now ();

  return quoth_database_run (database, error,
                             "UPDATE correction SET status = ? WHERE subject = ? AND status = ?", "isi",
                             QUOTH_CORRECTION_CONFLICT, quote_id, QUOTH_CORRECTION_STANDS) &&
         quoth_database_run (database, error, ORPHANS_INSERT, "sis", quote_id,
                             QUOTH_CORRECTION_CONFLICT, now);
}

/**
 * quoth_corrections_locate:
 * @span: of @old_text
 * @shift: (out): add it to offsets of @old_text
 *
 * Looks for the words of @span between the same words as before; exactly one place will do.
 */
gboolean
quoth_corrections_locate (const char *old_text,
                          const char *new_text,
                          QuothSpan   span,
                          gint64     *shift)
{
  guint32 start = find_context_start (old_text, span.start);
  guint32 end = find_context_end (old_text, strlen (old_text), span.end);
  g_autofree char *wanted = g_strndup (old_text + start, end - start);
  const char *found = strstr (new_text, wanted);

  if (found == NULL || strstr (found + 1, wanted) != NULL)
    return FALSE;

  *shift = (found - new_text) - (gint64) start;
  return TRUE;
}

void
quoth_correction_free (QuothCorrection *self)
{
  if (self == NULL)
    return;

  g_free (self->what);
  g_free (self->made);
  g_free (self->article_id);
  g_free (self->quote_id);
  g_free (self->text);
  g_free (self->decision);
  g_free (self);
}

static QuothCorrection *
read_correction (QuothStatement *statement)
{
  QuothCorrection *self = g_new0 (QuothCorrection, 1);

  self->what = g_strdup (quoth_statement_string (statement, 0));
  self->made = g_strdup (quoth_statement_string (statement, 1));
  self->article_id = g_strdup (quoth_statement_string (statement, 2));
  self->quote_id = g_strdup (quoth_statement_string (statement, 3));
  self->text = g_strdup (quoth_statement_string (statement, 4));
  self->decision = g_strdup (quoth_statement_string (statement, 5));

  return self;
}

/**
 * quoth_store_list_conflicts:
 * @article_id: (nullable): of one article only
 *
 * Returns: (transfer full) (element-type QuothCorrection): decisions on words that a later text of their
 *   article does not have, oldest first
 */
GPtrArray *
quoth_store_list_conflicts (QuothStore  *self,
                            const char  *article_id,
                            GError     **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GPtrArray) corrections = NULL;
  g_autoptr(GError) local = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);

  statement = quoth_database_query (quoth_store_get_database (self), error,
                                    "SELECT what, made, article_uuid, subject, text, decision"
                                    " FROM correction WHERE status = ?1"
                                    " AND (?2 IS NULL OR article_uuid = ?2) ORDER BY id", "is",
                                    QUOTH_CORRECTION_CONFLICT, article_id);
  if (statement == NULL)
    return NULL;

  corrections = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_correction_free);
  while (quoth_statement_step (statement, &local))
    g_ptr_array_add (corrections, read_correction (statement));
  if (local == NULL)
    return g_steal_pointer (&corrections);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
