/* References whose text is still to come. */
#include "quoth-reference-list.h"

#include "quoth-store-private.h"

/* An article has a text when a block of it isn't furniture (kind 7). */
#define WITHOUT_TEXT                                                                              \
  "SELECT uuid, title, author, publication, published FROM article WHERE deleted IS NULL"         \
  " AND NOT EXISTS (SELECT 1 FROM block WHERE article_id = article.id AND kind <> 7) ORDER BY id"

G_STATIC_ASSERT (QUOTH_BLOCK_FURNITURE == 7);

void
quoth_reference_entry_free (QuothReferenceEntry *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->title);
  g_free (self->author);
  g_free (self->publication);
  g_free (self->published);
  g_free (self);
}

static QuothReferenceEntry *
read_entry (QuothStatement *statement)
{
  QuothReferenceEntry *entry = g_new0 (QuothReferenceEntry, 1);

  entry->id = g_strdup (quoth_statement_string (statement, 0));
  entry->title = g_strdup (quoth_statement_string (statement, 1));
  entry->author = g_strdup (quoth_statement_string (statement, 2));
  entry->publication = g_strdup (quoth_statement_string (statement, 3));
  entry->published = g_strdup (quoth_statement_string (statement, 4));

  return entry;
}

/**
 * quoth_store_list_references:
 *
 * Returns: (transfer full) (element-type QuothReferenceEntry): the articles without a text that
 *   aren't deleted
 */
GPtrArray *
quoth_store_list_references (QuothStore  *self,
                             GError     **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_reference_entry_free);
  g_autoptr(QuothStatement) statement = NULL;
  g_autoptr(GError) failure = NULL;

  g_return_val_if_fail (QUOTH_IS_STORE (self), NULL);

  statement = quoth_database_query (quoth_store_get_database (self), error, WITHOUT_TEXT, "");
  if (statement == NULL)
    return NULL;
  while (quoth_statement_step (statement, &failure))
    g_ptr_array_add (list, read_entry (statement));
  if (failure == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
