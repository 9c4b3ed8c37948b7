/* The machine's links between articles' people, made anew. */
#include "quoth-article-load.h"
#include "quoth-links.h"
#include "quoth-store-private.h"

static gboolean
relink_article (QuothDatabase  *database,
                gint64          row,
                GError        **error)
{
  g_autoptr(QuothArticle) article = quoth_article_load (database, row, error);
  g_autoptr(GArray) rows = NULL;

  if (article == NULL)
    return FALSE;
  rows = quoth_article_load_entity_rows (database, row, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!quoth_links_add (database, g_array_index (rows, gint64, i),
                            g_ptr_array_index (quoth_article_get_entities (article), i), FALSE,
                            error))
        return FALSE;
    }

  return quoth_links_refresh_roles (database, row, error);
}

static gboolean
relink (QuothDatabase  *database,
        gpointer        data G_GNUC_UNUSED,
        GError        **error)
{
  g_autoptr(GError) local = NULL;
  gint64 row = 0;

  while (quoth_database_get_int64 (database, &row, &local,
                                   "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", "l", row))
    {
      if (!relink_article (database, row, error))
        return FALSE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return quoth_links_prune (database, error);
}

/**
 * quoth_store_relink:
 *
 * Links every article's entities anew, as if the articles came in now; links that a person made
 * stay.
 */
gboolean
quoth_store_relink (QuothStore  *self,
                    GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);

  return quoth_database_transact (quoth_store_get_database (self), relink, NULL, error);
}
