/* Analysing an article again: the machine's rows are made anew, a person's decisions stay.
 *
 * The new analysis is first completed in memory with what must stay of the old one, then written
 * over the old rows. */
#include "quoth-store-private.h"

#include "quoth-article-load.h"
#include "quoth-article-rows.h"
#include "quoth-corrections.h"
#include "quoth-links.h"
#include "quoth-near-same.h"
#include "quoth-replacement.h"
#include "quoth-search.h"
#include "quoth-store-facts.h"

static gboolean
is_decided (QuothDatabase *database,
            QuothQuote    *quote,
            gint64         row)
{
  gint64 found;

  if (quoth_quote_get_state (quote) != QUOTH_STATE_FOUND ||
      quoth_quote_get_speaker_state (quote) != QUOTH_STATE_FOUND)
    return TRUE;

  /* A failure here shows again in the very next statement. */
  return quoth_database_get_int64 (database, &found, NULL,
                                   "SELECT 1 FROM note WHERE quote_id = ?1"
                                   " UNION ALL SELECT 1 FROM quote_tag WHERE quote_id = ?1"
                                   " UNION ALL SELECT 1 FROM collection_quote WHERE quote_id = ?1", "l",
                                   row);
}

static gboolean
locate (QuothReplacement *self,
        GArray           *contents,
        gint64           *shift)
{
  *shift = 0;

  return self->same_text ||
         quoth_corrections_locate (quoth_article_get_text (self->old),
                                   quoth_article_get_text (self->article),
                                   quoth_corrections_hull (contents), shift);
}

static gboolean
keep_quotes (QuothReplacement  *self,
             QuothDatabase     *database,
             GError           **error)
{
  GPtrArray *old_quotes = quoth_article_get_quotes (self->old);

  for (guint i = 0; i < old_quotes->len; i++)
    {
      QuothQuote *old = g_ptr_array_index (old_quotes, i);
      gint64 row = g_array_index (self->old_quote_rows, gint64, i);
      gboolean located;
      gint64 shift;

      located = locate (self, quoth_quote_get_contents (old), &shift);
      if (located && quoth_replacement_keep_found (self, old, row, shift))
        continue;

      if (!is_decided (database, old, row))
        continue;
      else if (located)
        quoth_replacement_keep_decided (self, old, row, shift);
      else if (!quoth_corrections_conflict (database, quoth_quote_get_id (old), error))
        return FALSE;
    }

  return TRUE;
}

/* Entities that a person has linked stay, found again or not. */
static gboolean
keep_linked_entities (QuothReplacement  *self,
                      QuothDatabase     *database,
                      GError           **error)
{
  GPtrArray *old = quoth_article_get_entities (self->old);

  for (guint i = 0; i < old->len; i++)
    {
      g_autoptr(GError) local = NULL;
      gint64 found;

      if (quoth_database_get_int64 (database, &found, &local,
                                    "SELECT 1 FROM entity_link WHERE article_entity_id = ?"
                                    " AND origin = ?", "li",
                                    g_array_index (self->old_entity_rows, gint64, i),
                                    QUOTH_LINK_PERSON))
        quoth_replacement_carry_entity (self, g_ptr_array_index (old, i));
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_text (QuothReplacement  *self,
            QuothDatabase     *database,
            GError           **error)
{
  if (!self->same_text &&
      !quoth_database_run (database, error,
                           "UPDATE article SET text = ?, text_hash = ?, text_version = text_version + 1"
                           " WHERE id = ?", "ssl", quoth_article_get_text (self->article),
                           self->incoming->text_hash, self->row))
    return FALSE;

  return quoth_database_run (database, error, "DELETE FROM block WHERE article_id = ?", "l",
                             self->row) &&
         quoth_rows_add_blocks (database, self->row, self->article, error) &&
         quoth_near_same_save (database, self->row, self->incoming->shingles, error);
}

/* Rows of the new article's entities: those of their counterparts, 0 for new ones */
static GArray *
assign_entity_rows (QuothReplacement *self)
{
  GPtrArray *entities = quoth_article_get_entities (self->article);
  GPtrArray *old = quoth_article_get_entities (self->old);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (gint64));

  g_array_set_size (rows, entities->len);
  for (guint i = 0; i < old->len; i++)
    {
      QuothEntity *entity = g_hash_table_lookup (self->entities, g_ptr_array_index (old, i));
      guint index;

      if (entity != NULL && g_ptr_array_find (entities, entity, &index))
        g_array_index (rows, gint64, index) = g_array_index (self->old_entity_rows, gint64, i);
    }

  return rows;
}

static gboolean
remove_stale_quotes (QuothReplacement  *self,
                     QuothDatabase     *database,
                     GError           **error)
{
  GPtrArray *old = quoth_article_get_quotes (self->old);

  for (guint i = 0; i < old->len; i++)
    {
      gint64 row = g_array_index (self->old_quote_rows, gint64, i);
      const char *id = quoth_quote_get_id (g_ptr_array_index (old, i));

      if (!quoth_search_take_out (database, row, error))
        return FALSE;
      if (!g_hash_table_contains (self->quote_rows, id) &&
          !quoth_database_run (database, error, "DELETE FROM quote WHERE id = ?", "l", row))
        return FALSE;
    }

  return TRUE;
}

static gboolean
remove_stale_entities (QuothReplacement  *self,
                       QuothDatabase     *database,
                       GError           **error)
{
  GPtrArray *old = quoth_article_get_entities (self->old);

  for (guint i = 0; i < old->len; i++)
    {
      if (!g_hash_table_contains (self->entities, g_ptr_array_index (old, i)) &&
          !quoth_database_run (database, error, "DELETE FROM article_entity WHERE id = ?", "l",
                               g_array_index (self->old_entity_rows, gint64, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_quotes (QuothReplacement  *self,
              QuothDatabase     *database,
              GArray            *entity_rows,
              GError           **error)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);

  for (guint i = 0; i < quotes->len; i++)
    {
      const char *id = quoth_quote_get_id (g_ptr_array_index (quotes, i));
      const gint64 *row = g_hash_table_lookup (self->quote_rows, id);

      if (!quoth_rows_save_quote (database, self->row, self->article, i, entity_rows,
                                  row != NULL ? *row : 0, error))
        return FALSE;
      if (row != NULL && !quoth_search_put_in (database, *row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_old (QuothReplacement  *self,
          QuothDatabase     *database,
          GError           **error)
{
  if (!quoth_store_find_article (database, quoth_article_get_id (self->article), &self->row, error))
    return FALSE;

  self->old = quoth_article_load (database, self->row, error);
  if (self->old == NULL)
    return FALSE;
  self->old_quote_rows = quoth_article_load_quote_rows (database, self->row, error);
  if (self->old_quote_rows == NULL)
    return FALSE;
  self->old_entity_rows = quoth_article_load_entity_rows (database, self->row, error);

  return self->old_entity_rows != NULL;
}

static gboolean
replace_analysis (QuothDatabase  *database,
                  gpointer        data,
                  GError        **error)
{
  QuothReplacement *self = data;
  g_autoptr(GArray) entity_rows = NULL;

  if (!load_old (self, database, error))
    return FALSE;

  self->same_text = g_str_equal (quoth_article_get_text (self->old),
                                 quoth_article_get_text (self->article));
  quoth_replacement_match_entities (self);
  if (!keep_quotes (self, database, error) || !keep_linked_entities (self, database, error))
    return FALSE;

  quoth_replacement_drop_lost_parents (self);
  entity_rows = assign_entity_rows (self);
  return remove_stale_quotes (self, database, error) &&
         write_text (self, database, error) &&
         quoth_store_merge_facts (database, self->row, self->old, self->article, error) &&
         quoth_rows_save_entities (database, self->row, self->article, entity_rows, error) &&
         write_quotes (self, database, entity_rows, error) &&
         remove_stale_entities (self, database, error) &&
         quoth_links_prune (database, error) &&
         quoth_links_refresh_roles (database, self->row, error) &&
         quoth_search_index_new (database, error);
}

/**
 * quoth_store_replace_analysis:
 * @article: an article of the library, analysed again; perhaps with a text that was read better. Gets the
 *   ids, quotes and decisions that stay
 *
 * Writes the machine's findings anew. A quotation whose content is the same keeps its id and what a
 * person decided on it. Words that a person decided on stay although the machine does not find them
 * any more; on another text only where they and the words around them are exactly there, else the
 * decision becomes a conflict. Links that a person made and facts that a person corrected stay; a
 * fact that is not found any more stays as it was.
 */
gboolean
quoth_store_replace_analysis (QuothStore    *self,
                              QuothArticle  *article,
                              GError       **error)
{
  g_auto(QuothReplacement) replacement = { 0 };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), FALSE);

  quoth_replacement_init (&replacement, article);
  quoth_store_drop_near_index (self);

  return quoth_database_transact (quoth_store_get_database (self), replace_analysis, &replacement,
                                  error);
}
