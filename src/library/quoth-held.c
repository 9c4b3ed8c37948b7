/* Articles that are held back until somebody decides. */
#include "config.h"

#include "quoth-held-private.h"

#include <glib/gi18n-lib.h>

#include "quoth-article-json.h"
#include "quoth-source-file.h"
#include "quoth-store-private.h"

void
quoth_held_free (QuothHeld *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self->title);
  g_free (self->near_id);
  g_free (self->near_title);
  g_free (self);
}

/**
 * quoth_held_add:
 *
 * Keeps an article outside the library's lists, with the file it was read from; once, however often
 * it comes.
 */
gboolean
quoth_held_add (QuothDatabase  *database,
                QuothIncoming  *incoming,
                gint64          near_row,
                double          near_share,
                const char     *file,
                GError        **error)
{
  QuothArticle *article = incoming->article;
  QuothSource *source = quoth_article_get_source (article);
  g_autofree char *now = quoth_store_dup_now ();
  g_autofree char *json = NULL;

  if (!quoth_source_file_add (database, source, incoming->packed, error))
    return FALSE;

  json = quoth_article_to_json_line (article);
  return quoth_database_run (database, error,
                             "INSERT OR IGNORE INTO held_article (text_hash, near_id, share, file, title, held,"
                             " source_sha256, article) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", "sldsssss",
                             incoming->text_hash, near_row, near_share, file,
                             quoth_article_get_fact (article, QUOTH_FACT_TITLE), now,
                             source->sha256, json);
}

gboolean
quoth_held_forget (QuothDatabase  *database,
                   const char     *text_hash,
                   GError        **error)
{
  return quoth_database_run (database, error, "DELETE FROM held_article WHERE text_hash = ?", "s",
                             text_hash);
}

/**
 * quoth_store_list_held:
 *
 * Returns: (transfer full) (element-type QuothHeld): in the order in which they came
 */
GPtrArray *
quoth_store_list_held (QuothStore  *self,
                       GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_held_free);
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);

  statement = quoth_database_query (quoth_store_get_database (self), error,
                                    "SELECT held_article.id, file, held_article.title, uuid, article.title, share"
                                    " FROM held_article JOIN article ON article.id = near_id"
                                    " ORDER BY held_article.id", "");
  if (statement == NULL)
    return NULL;
  while (quoth_statement_step (statement, &failure))
    {
      QuothHeld *held = g_new0 (QuothHeld, 1);

      held->id = sqlite3_column_int64 (statement, 0);
      held->file = g_strdup (quoth_statement_string (statement, 1));
      held->title = g_strdup (quoth_statement_string (statement, 2));
      held->near_id = g_strdup (quoth_statement_string (statement, 3));
      held->near_title = g_strdup (quoth_statement_string (statement, 4));
      held->near_share = sqlite3_column_double (statement, 5);
      g_ptr_array_add (list, held);
    }
  if (failure == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static QuothArticle *
load_held (QuothDatabase  *database,
           gint64          id,
           GError        **error)
{
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) failure = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT article FROM held_article WHERE id = ?", "l", id);
  if (statement == NULL)
    return NULL;
  if (!quoth_statement_step (statement, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_NOT_FOUND,
                             _("The article is no longer held back"));
      return NULL;
    }

  node = quoth_json_parse (quoth_statement_string (statement, 0), -1, error);
  return node != NULL ? quoth_article_from_json (node, error) : NULL;
}

/**
 * quoth_store_load_held:
 *
 * Returns: (transfer full): the article, analysed
 */
QuothArticle *
quoth_store_load_held (QuothStore  *self,
                       gint64       id,
                       GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);

  return load_held (quoth_store_get_database (self), id, error);
}

/**
 * quoth_store_keep_held:
 * @added: (out): what became of it
 *
 * Adds an article that was held back. Found by the search only after quoth_store_finish_batch().
 */
gboolean
quoth_store_keep_held (QuothStore  *self,
                       gint64       id,
                       QuothAdded  *added,
                       GError     **error)
{
  g_autoptr(QuothArticle) article = NULL;
  g_autoptr(QuothIncoming) incoming = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (added != NULL, FALSE);

  article = load_held (quoth_store_get_database (self), id, error);
  if (article == NULL)
    return FALSE;

  incoming = quoth_incoming_new (article);
  return quoth_store_add_incoming (self, incoming, QUOTH_NEAR_KEEP, "", added, error) &&
         quoth_database_run (quoth_store_get_database (self), error,
                             "DELETE FROM held_article WHERE id = ?", "l", id);
}

static gboolean
skip_held (QuothDatabase  *database,
           gpointer        data,
           GError        **error)
{
  gint64 id = *(const gint64 *) data;

  /* The file goes with the last article that was read from it. */
  return quoth_database_run (database, error,
                             "DELETE FROM source_file WHERE sha256 ="
                             " (SELECT source_sha256 FROM held_article WHERE id = ?1)"
                             " AND sha256 NOT IN (SELECT source_sha256 FROM held_article"
                             " WHERE id <> ?1 AND source_sha256 IS NOT NULL)"
                             " AND NOT EXISTS (SELECT 1 FROM article WHERE source_sha256 = sha256)", "l", id) &&
         quoth_database_run (database, error, "DELETE FROM held_article WHERE id = ?", "l", id);
}

/**
 * quoth_store_skip_held:
 *
 * Leaves out an article that was held back.
 */
gboolean
quoth_store_skip_held (QuothStore  *self,
                       gint64       id,
                       GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  return quoth_database_transact (quoth_store_get_database (self), skip_held, &id, error);
}
