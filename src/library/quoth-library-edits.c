/* What the window writes, in one call each. */
#include "quoth-library.h"

typedef struct
{
  char           *id;
  QuothState      state;
  QuothFactEdits *facts;
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_free (edit->id);
  g_clear_pointer (&edit->facts, quoth_fact_edits_free);
  g_free (edit);
}

static Edit *
make_edit (const char *id,
           QuothState  state)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->id = g_strdup (id);
  edit->state = state;

  return edit;
}

static gboolean
write_state (QuothStore  *store,
             gpointer     data,
             GError     **error)
{
  const Edit *edit = data;

  return quoth_store_set_state (store, edit->id, edit->state, error);
}

static gboolean
write_deletion (QuothStore  *store,
                gpointer     data,
                GError     **error)
{
  const Edit *edit = data;

  return quoth_store_delete_article (store, edit->id, error);
}

static gboolean
write_restoration (QuothStore  *store,
                   gpointer     data,
                   GError     **error)
{
  const Edit *edit = data;

  return quoth_store_restore_article (store, edit->id, error);
}

static gboolean
write_facts (QuothStore  *store,
             gpointer     data,
             GError     **error)
{
  const Edit *edit = data;

  return quoth_store_correct_facts (store, edit->id, edit->facts, error);
}

void
quoth_library_set_state_async (QuothLibrary        *self,
                               const char          *quote_id,
                               QuothState           state,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (quote_id != NULL);

  quoth_library_write_async (self, write_state, make_edit (quote_id, state), free_edit, cancellable,
                             callback, user_data);
}

void
quoth_library_delete_article_async (QuothLibrary        *self,
                                    const char          *article_id,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (article_id != NULL);

  quoth_library_write_async (self, write_deletion, make_edit (article_id, QUOTH_STATE_FOUND),
                             free_edit,
                             cancellable, callback, user_data);
}

void
quoth_library_restore_article_async (QuothLibrary        *self,
                                     const char          *article_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (article_id != NULL);

  quoth_library_write_async (self, write_restoration, make_edit (article_id, QUOTH_STATE_FOUND),
                             free_edit,
                             cancellable, callback, user_data);
}

/**
 * quoth_library_correct_facts_async:
 * @edits: copied
 */
void
quoth_library_correct_facts_async (QuothLibrary         *self,
                                   const char           *article_id,
                                   const QuothFactEdits *edits,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  Edit *edit = NULL;

  g_return_if_fail (article_id != NULL);
  g_return_if_fail (edits != NULL);

  edit = make_edit (article_id, QUOTH_STATE_FOUND);
  edit->facts = quoth_fact_edits_copy (edits);
  quoth_library_write_async (self, write_facts, edit, free_edit, cancellable, callback, user_data);
}
