/* What the command line asks a library. */
#include "config.h"

#include "quoth-store-lookup.h"

#include <glib/gi18n-lib.h>

#include "quoth-store-private.h"

/* Every name that an entity of the library goes by, in one kind of entities or another. */
#define NAMES                                                                                     \
  "SELECT uuid, name FROM entity WHERE (kind = 1) >= ?1"                                          \
  " UNION SELECT entity.uuid, alias FROM alias"                                                   \
  " JOIN entity_link ON entity_link.article_entity_id = alias.article_entity_id"                  \
  " JOIN entity ON entity.id = entity_link.entity_id WHERE (entity.kind = 1) >= ?1"               \
  " UNION SELECT entity.uuid, article_entity.name FROM article_entity"                            \
  " JOIN entity_link ON entity_link.article_entity_id = article_entity.id"                        \
  " JOIN entity ON entity.id = entity_link.entity_id WHERE (entity.kind = 1) >= ?1"

static gboolean
equals_folded (const char *a,
               const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

static void
add_id (GPtrArray  *ids,
        const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, g_strdup (id));
}

/**
 * quoth_store_find_entities:
 * @name: what a person typed: a name, or the beginning of each of some of its words
 * @organisations: look among organisations only
 *
 * Those whose whole name it is go before those it is a part of. Case and diacritics don't count.
 *
 * Returns: (transfer full) (element-type utf8): UUIDs; empty when nobody is called so
 */
GPtrArray *
quoth_store_find_entities (QuothStore  *self,
                           const char  *name,
                           gboolean     organisations,
                           GError     **error)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) part = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuothStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  statement = quoth_database_query (quoth_store_get_database (self), error, NAMES, "i",
                                    !!organisations);
  if (statement == NULL)
    return NULL;
  while (quoth_statement_step (statement, &failure))
    {
      const char *known = quoth_statement_string (statement, 1);

      if (known == NULL)
        continue;
      if (equals_folded (name, known))
        add_id (whole, quoth_statement_string (statement, 0));
      else if (g_str_match_string (name, known, TRUE))
        add_id (part, quoth_statement_string (statement, 0));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return whole->len > 0 ? g_steal_pointer (&whole) : g_steal_pointer (&part);
}

GPtrArray *
quoth_store_list_articles (QuothStore  *self,
                           GError     **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (QuothStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);

  statement = quoth_database_query (quoth_store_get_database (self), error,
                                    "SELECT uuid FROM article WHERE deleted IS NULL ORDER BY id", "");
  if (statement == NULL)
    return NULL;
  while (quoth_statement_step (statement, &failure))
    g_ptr_array_add (ids, g_strdup (quoth_statement_string (statement, 0)));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static gboolean
add_quote (QuothDatabase  *database,
           guint32         number,
           GPtrArray      *ids,
           GError        **error)
{
  g_autoptr (QuothStatement) statement = NULL;
  g_autoptr (GError) failure = NULL;

  statement = quoth_database_query (database, error,
                                    "SELECT article.uuid, quote.uuid FROM quote"
                                    " JOIN article ON article.id = article_id WHERE quote.id = ?"
                                    " AND deleted IS NULL", "l", (gint64) number);
  if (statement == NULL)
    return FALSE;

  if (quoth_statement_step (statement, &failure))
    {
      g_ptr_array_add (ids, g_strdup (quoth_statement_string (statement, 0)));
      g_ptr_array_add (ids, g_strdup (quoth_statement_string (statement, 1)));
    }
  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

GPtrArray *
quoth_store_list_quotes (QuothStore    *self,
                         GArray        *numbers,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);
  g_return_val_if_fail (numbers != NULL, NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !add_quote (quoth_store_get_database (self), g_array_index (numbers, guint32, i), ids,
                         error))
        return NULL;
    }

  return g_steal_pointer (&ids);
}

/**
 * quoth_store_backup:
 * @path: a file that isn't there yet
 *
 * The copy is whole, whatever is being written meanwhile, and as small as can be.
 */
gboolean
quoth_store_backup (QuothStore  *self,
                    const char  *path,
                    GError     **error)
{
  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, QUOTH_LIBRARY_ERROR, QUOTH_LIBRARY_ERROR_FAILED,
                   _("“%s” is there already"), path);
      return FALSE;
    }

  return quoth_database_run (quoth_store_get_database (self), error, "VACUUM INTO ?", "s", path);
}
