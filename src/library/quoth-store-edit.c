/* What a person does to single articles and quotes. */
#include "quoth-corrections.h"
#include "quoth-links.h"
#include "quoth-store-private.h"

typedef struct
{
  const char *id;
  const char *what;
  QuothState  state;
} Decision;

static gboolean
delete_article (QuothDatabase  *database,
                gpointer        data,
                GError        **error)
{
  g_autofree char *now = quoth_store_dup_now ();
  gint64 row;

  return quoth_store_find_article (database, data, &row, error) &&
         quoth_database_run (database, error,
                             "UPDATE article SET deleted = ? WHERE id = ? AND deleted IS NULL", "sl",
                             now, row) &&
         quoth_links_refresh_roles (database, row, error);
}

static gboolean
restore_article (QuothDatabase  *database,
                 gpointer        data,
                 GError        **error)
{
  gint64 row;

  return quoth_store_find_article (database, data, &row, error) &&
         quoth_database_run (database, error, "UPDATE article SET deleted = NULL WHERE id = ?", "l",
                             row) &&
         quoth_links_refresh_roles (database, row, error);
}

/**
 * quoth_store_delete_article:
 *
 * Hides an article with its quotes. quoth_store_restore_article() brings it back as it was.
 */
gboolean
quoth_store_delete_article (QuothStore  *self,
                            const char  *article_id,
                            GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), delete_article,
                                  (gpointer) article_id, error);
}

gboolean
quoth_store_restore_article (QuothStore  *self,
                             const char  *article_id,
                             GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (article_id != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), restore_article,
                                  (gpointer) article_id, error);
}

static gboolean
decide (QuothDatabase  *database,
        gpointer        data,
        GError        **error)
{
  const Decision *decision = data;
  gboolean of_speaker = g_str_equal (decision->what, QUOTH_CORRECTION_SPEAKER_STATE);

  return quoth_corrections_record (database, decision->what, decision->id, decision->state,
                                   error) &&
         quoth_database_run (database, error,
                             of_speaker ? "UPDATE quote SET speaker_state = ? WHERE uuid = ?"
                                        : "UPDATE quote SET state = ? WHERE uuid = ?", "is",
                             decision->state, decision->id);
}

/**
 * quoth_store_set_state:
 * @state: what a person decided on the quotation; FOUND takes that back
 */
gboolean
quoth_store_set_state (QuothStore  *self,
                       const char  *quote_id,
                       QuothState   state,
                       GError     **error)
{
  Decision decision = { quote_id, QUOTH_CORRECTION_STATE, state };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (quote_id != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), decide, &decision, error);
}

/**
 * quoth_store_set_speaker_state:
 * @state: what a person decided on who said it; FOUND takes that back
 */
gboolean
quoth_store_set_speaker_state (QuothStore  *self,
                               const char  *quote_id,
                               QuothState   state,
                               GError     **error)
{
  Decision decision = { quote_id, QUOTH_CORRECTION_SPEAKER_STATE, state };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (quote_id != NULL, FALSE);

  return quoth_database_transact (quoth_store_get_database (self), decide, &decision, error);
}
