/* Analysing an article again: the machine's rows are made anew, a person's decisions stay.
 *
 * The new analysis is first completed in memory with what must stay of the old one, then written over the
 * old rows. */
#include "quoth-store-private.h"

#include "quoth-article-load.h"
#include "quoth-article-rows.h"
#include "quoth-corrections.h"
#include "quoth-links.h"
#include "quoth-search.h"

typedef struct
{
  QuothArticle *article;        /* the new one; completed here */
  char         *text_hash;
  QuothArticle *old;
  gint64        row;
  GArray       *old_quote_rows;
  GArray       *old_entity_rows;
  gboolean      same_text;
  GHashTable   *entities;       /* old QuothEntity → new QuothEntity */
  GHashTable   *quote_rows;     /* id → row (gint64), of those that stay */
} Replacement;

static void
replacement_clear (Replacement *self)
{
  g_clear_object (&self->old);
  g_free (self->text_hash);
  g_clear_pointer (&self->old_quote_rows, g_array_unref);
  g_clear_pointer (&self->old_entity_rows, g_array_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->quote_rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacement, replacement_clear)

static gboolean
spans_equal (GArray *a,
             GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (QuothSpan)) == 0);
}

/* Two speakers may share one content: each old quote takes another of the new ones. */
static QuothQuote *
find_equal_quote (Replacement *self,
                  GArray      *contents)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);

      if (spans_equal (quoth_quote_get_contents (quote), contents) &&
          !g_hash_table_contains (self->quote_rows, quoth_quote_get_id (quote)))
        return quote;
    }

  return NULL;
}

static QuothSpan
shift_span (QuothSpan span,
            gint64    shift)
{
  if (quoth_span_is_empty (span))
    return span;

  span.start = (guint32) (span.start + shift);
  span.end = (guint32) (span.end + shift);

  return span;
}

static GArray *
shift_spans (GArray *spans,
             gint64  shift)
{
  GArray *shifted = g_array_sized_new (FALSE, FALSE, sizeof (QuothSpan), spans->len);

  for (guint i = 0; i < spans->len; i++)
    {
      QuothSpan span = shift_span (g_array_index (spans, QuothSpan, i), shift);

      g_array_append_val (shifted, span);
    }

  return shifted;
}

static guint
count_common_mentions (QuothEntity *a,
                       QuothEntity *b)
{
  GArray *mine = quoth_entity_get_mentions (a);
  GArray *theirs = quoth_entity_get_mentions (b);
  guint n = 0;

  for (guint i = 0; i < mine->len; i++)
    {
      for (guint j = 0; j < theirs->len; j++)
        {
          if (quoth_span_equal (g_array_index (mine, QuothSpan, i), g_array_index (theirs, QuothSpan, j)))
            n++;
        }
    }

  return n;
}

static gboolean
is_taken (Replacement *self,
          QuothEntity *entity)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entities);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (value == entity)
        return TRUE;
    }

  return FALSE;
}

/* The new analysis' entity that an old one is: of equal name, else the one most mentioned at the same places */
static QuothEntity *
find_counterpart (Replacement *self,
                  QuothEntity *old,
                  gboolean     by_name)
{
  GPtrArray *entities = quoth_article_get_entities (self->article);
  QuothEntity *best = NULL;
  guint most = 0;

  for (guint i = 0; i < entities->len; i++)
    {
      QuothEntity *entity = g_ptr_array_index (entities, i);
      guint n;

      if (quoth_entity_get_kind (entity) != quoth_entity_get_kind (old) || is_taken (self, entity))
        continue;
      if (by_name)
        {
          if (g_str_equal (quoth_entity_get_name (entity), quoth_entity_get_name (old)))
            return entity;
          continue;
        }

      n = self->same_text ? count_common_mentions (old, entity) : 0;
      if (n > most)
        {
          most = n;
          best = entity;
        }
    }

  return best;
}

static void
match_entities (Replacement *self)
{
  GPtrArray *old = quoth_article_get_entities (self->old);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < old->len; i++)
        {
          QuothEntity *entity = g_ptr_array_index (old, i);
          QuothEntity *counterpart;

          if (g_hash_table_contains (self->entities, entity))
            continue;

          counterpart = find_counterpart (self, entity, pass == 0);
          if (counterpart != NULL)
            g_hash_table_insert (self->entities, entity, counterpart);
        }
    }
}

/* Brings over an entity that the new analysis does not have. Its mentions go when the text is another. */
static QuothEntity *
carry_entity (Replacement *self,
              QuothEntity *old)
{
  GPtrArray *entities = quoth_article_get_entities (self->article);
  g_autofree char *id = g_strdup_printf ("e%u", entities->len + 1);
  GArray *mentions = quoth_entity_get_mentions (old);
  GPtrArray *aliases = quoth_entity_get_aliases (old);
  QuothEntity *entity;

  entity = g_hash_table_lookup (self->entities, old);
  if (entity != NULL)
    return entity;

  entity = quoth_entity_new (id, quoth_entity_get_kind (old), quoth_entity_get_name (old));
  quoth_entity_set_honorific (entity, quoth_entity_get_honorific (old));
  quoth_entity_set_named (entity, quoth_entity_get_named (old));
  for (guint i = 0; i < aliases->len; i++)
    quoth_entity_add_alias (entity, g_ptr_array_index (aliases, i));
  for (guint i = 0; self->same_text && i < mentions->len; i++)
    quoth_entity_add_mention (entity, g_array_index (mentions, QuothSpan, i));

  g_ptr_array_add (entities, entity);
  g_hash_table_insert (self->entities, old, entity);

  return entity;
}

static void
copy_speakers (Replacement *self,
               QuothQuote  *from,
               QuothQuote  *to,
               gboolean     from_old)
{
  GPtrArray *speakers = quoth_quote_get_speakers (from);
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (from);

  for (guint i = 0; i < speakers->len; i++)
    {
      QuothEntity *speaker = g_ptr_array_index (speakers, i);

      if (from_old)
        speaker = carry_entity (self, speaker);
      g_ptr_array_add (quoth_quote_get_speakers (to), g_object_ref (speaker));
    }
  if (organisation != NULL && from_old)
    organisation = carry_entity (self, organisation);
  quoth_quote_set_on_behalf_of (to, organisation);
  quoth_quote_set_speaker_confidence (to, quoth_quote_get_speaker_confidence (from));
}

/* What @from says under the id and with the decisions of @old; who said it, when that was decided, too */
static QuothQuote *
make_kept_quote (Replacement *self,
                 QuothQuote  *old,
                 QuothQuote  *from,
                 gint64       shift)
{
  QuothQuote *kept = quoth_quote_new (quoth_quote_get_id (old), quoth_quote_get_kind (from),
                                      quoth_quote_get_quote_type (from));
  gboolean speaker_decided = quoth_quote_get_speaker_state (old) != QUOTH_STATE_FOUND;
  g_autoptr(GArray) sources = shift_spans (quoth_quote_get_sources (from), shift);
  g_autoptr(GArray) contents = shift_spans (quoth_quote_get_contents (from), shift);

  quoth_quote_set_parent (kept, quoth_quote_get_parent (from));
  quoth_quote_set_cue (kept, shift_span (quoth_quote_get_cue (from), shift));
  if (sources->len > 0)
    g_array_append_vals (quoth_quote_get_sources (kept), sources->data, sources->len);
  if (contents->len > 0)
    g_array_append_vals (quoth_quote_get_contents (kept), contents->data, contents->len);
  quoth_quote_set_confidence (kept, quoth_quote_get_confidence (from));
  quoth_quote_set_state (kept, quoth_quote_get_state (old));
  quoth_quote_set_speaker_state (kept, quoth_quote_get_speaker_state (old));
  if (speaker_decided)
    copy_speakers (self, old, kept, TRUE);
  else
    copy_speakers (self, from, kept, from == old);

  return kept;
}

static void
rename_parent (QuothArticle *article,
               const char   *from,
               const char   *to)
{
  GPtrArray *quotes = quoth_article_get_quotes (article);

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);

      if (g_strcmp0 (quoth_quote_get_parent (quote), from) == 0)
        quoth_quote_set_parent (quote, to);
    }
}

static void
remember_row (Replacement *self,
              QuothQuote  *quote,
              gint64       row)
{
  gint64 *value = g_new (gint64, 1);

  *value = row;
  g_hash_table_insert (self->quote_rows, g_strdup (quoth_quote_get_id (quote)), value);
}

/* The machine found the same words again: its quote takes the old one's id and decisions. */
static void
keep_found (Replacement *self,
            QuothQuote  *old,
            QuothQuote  *found,
            gint64       row)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);
  g_autofree char *new_id = g_strdup (quoth_quote_get_id (found));
  QuothQuote *kept = make_kept_quote (self, old, found, 0);
  guint index;

  if (!g_ptr_array_find (quotes, found, &index))
    g_assert_not_reached ();

  remember_row (self, kept, row);
  g_object_unref (found);
  quotes->pdata[index] = kept;
  rename_parent (self->article, new_id, quoth_quote_get_id (kept));
}

/* A person decided on words that the machine does not find any more: they stay. What it now makes of the
 * same cue goes. */
static void
keep_decided (Replacement *self,
              QuothQuote  *old,
              gint64       row,
              gint64       shift)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);
  QuothQuote *kept = make_kept_quote (self, old, old, shift);
  QuothSpan cue = quoth_quote_get_cue (kept);
  QuothSpan hull = quoth_corrections_hull (quoth_quote_get_contents (kept));
  guint at = 0;

  for (guint i = quotes->len; i > 0; i--)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i - 1);
      gboolean decided = quoth_quote_get_state (quote) != QUOTH_STATE_FOUND;

      if (!decided && !quoth_span_is_empty (cue) && quoth_span_equal (quoth_quote_get_cue (quote), cue))
        g_ptr_array_remove_index (quotes, i - 1);
    }
  while (at < quotes->len &&
         quoth_corrections_hull (quoth_quote_get_contents (g_ptr_array_index (quotes, at))).start <=
         hull.start)
    at++;

  remember_row (self, kept, row);
  g_ptr_array_insert (quotes, (int) at, kept);
}

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
locate (Replacement *self,
        GArray      *contents,
        gint64      *shift)
{
  *shift = 0;

  return self->same_text ||
         quoth_corrections_locate (quoth_article_get_text (self->old),
                                   quoth_article_get_text (self->article),
                                   quoth_corrections_hull (contents), shift);
}

static gboolean
keep_quotes (Replacement    *self,
             QuothDatabase  *database,
             GError        **error)
{
  GPtrArray *old_quotes = quoth_article_get_quotes (self->old);

  for (guint i = 0; i < old_quotes->len; i++)
    {
      QuothQuote *old = g_ptr_array_index (old_quotes, i);
      gint64 row = g_array_index (self->old_quote_rows, gint64, i);
      g_autoptr(GArray) shifted = NULL;
      QuothQuote *found = NULL;
      gboolean located;
      gint64 shift;

      located = locate (self, quoth_quote_get_contents (old), &shift);
      if (located)
        {
          shifted = shift_spans (quoth_quote_get_contents (old), shift);
          found = find_equal_quote (self, shifted);
        }

      if (found != NULL)
        keep_found (self, old, found, row);
      else if (!is_decided (database, old, row))
        continue;
      else if (located)
        keep_decided (self, old, row, shift);
      else if (!quoth_corrections_conflict (database, quoth_quote_get_id (old), error))
        return FALSE;
    }

  return TRUE;
}

/* Entities that a person has linked stay, found again or not. */
static gboolean
keep_linked_entities (Replacement    *self,
                      QuothDatabase  *database,
                      GError        **error)
{
  GPtrArray *old = quoth_article_get_entities (self->old);

  for (guint i = 0; i < old->len; i++)
    {
      g_autoptr(GError) local = NULL;
      gint64 found;

      if (quoth_database_get_int64 (database, &found, &local,
                                    "SELECT 1 FROM entity_link WHERE article_entity_id = ?"
                                    " AND origin = ?", "li",
                                    g_array_index (self->old_entity_rows, gint64, i), QUOTH_LINK_PERSON))
        carry_entity (self, g_ptr_array_index (old, i));
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

/* A quotation that was nested in one that is gone stands alone. */
static void
drop_lost_parents (QuothArticle *article)
{
  GPtrArray *quotes = quoth_article_get_quotes (article);

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);
      const char *parent = quoth_quote_get_parent (quote);

      if (parent != NULL && quoth_article_find_quote (article, parent) == NULL)
        quoth_quote_set_parent (quote, NULL);
    }
}

static gboolean
write_text (Replacement    *self,
            QuothDatabase  *database,
            GError        **error)
{
  if (!self->same_text &&
      !quoth_database_run (database, error,
                           "UPDATE article SET text = ?, text_hash = ?, text_version = text_version + 1"
                           " WHERE id = ?", "ssl", quoth_article_get_text (self->article),
                           self->text_hash, self->row))
    return FALSE;

  return quoth_database_run (database, error, "DELETE FROM block WHERE article_id = ?", "l", self->row) &&
         quoth_rows_add_blocks (database, self->row, self->article, error);
}

/* Rows of the new article's entities: those of their counterparts, 0 for new ones */
static GArray *
assign_entity_rows (Replacement *self)
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
remove_stale_quotes (Replacement    *self,
                     QuothDatabase  *database,
                     GError        **error)
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
remove_stale_entities (Replacement    *self,
                       QuothDatabase  *database,
                       GError        **error)
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
write_quotes (Replacement    *self,
              QuothDatabase  *database,
              GArray         *entity_rows,
              GError        **error)
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
load_old (Replacement    *self,
          QuothDatabase  *database,
          GError        **error)
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
  Replacement *self = data;
  g_autoptr(GArray) entity_rows = NULL;

  if (!load_old (self, database, error))
    return FALSE;

  self->same_text = g_str_equal (quoth_article_get_text (self->old),
                                 quoth_article_get_text (self->article));
  match_entities (self);
  if (!keep_quotes (self, database, error) || !keep_linked_entities (self, database, error))
    return FALSE;

  drop_lost_parents (self->article);
  entity_rows = assign_entity_rows (self);
  return remove_stale_quotes (self, database, error) &&
         write_text (self, database, error) &&
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
 * Writes the machine's findings anew. A quotation whose content is the same keeps its id and what a person
 * decided on it. Words that a person decided on stay although the machine does not find them any more; on
 * another text only where they and the words around them are exactly there, else the decision becomes a
 * conflict. Links that a person made stay.
 */
gboolean
quoth_store_replace_analysis (QuothStore    *self,
                              QuothArticle  *article,
                              GError       **error)
{
  g_auto(Replacement) replacement = { 0 };

  g_return_val_if_fail (QUOTH_IS_STORE (self), FALSE);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), FALSE);

  replacement.article = article;
  replacement.text_hash = quoth_article_dup_text_hash (article);
  replacement.entities = g_hash_table_new (g_direct_hash, g_direct_equal);
  replacement.quote_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return quoth_database_transact (quoth_store_get_database (self), replace_analysis, &replacement, error);
}
