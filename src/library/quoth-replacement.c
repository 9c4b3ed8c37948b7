/* What stays of an old analysis: ids where content is equal, and all that a person decided. */
#include "quoth-replacement.h"

#include "quoth-corrections.h"

void
quoth_replacement_init (QuothReplacement *self,
                        QuothArticle     *article)
{
  self->article = article;
  self->incoming = quoth_incoming_new (article);
  self->entities = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->quote_rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
quoth_replacement_clear (QuothReplacement *self)
{
  g_clear_object (&self->old);
  g_clear_pointer (&self->incoming, quoth_incoming_free);
  g_clear_pointer (&self->old_quote_rows, g_array_unref);
  g_clear_pointer (&self->old_entity_rows, g_array_unref);
  g_clear_pointer (&self->entities, g_hash_table_unref);
  g_clear_pointer (&self->quote_rows, g_hash_table_unref);
}

static gboolean
spans_equal (GArray *a,
             GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (QuothSpan)) == 0);
}

/* Two speakers may share one content: each old quote takes another of the new ones. */
static QuothQuote *
find_equal_quote (QuothReplacement *self,
                  GArray           *contents)
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
          if (quoth_span_equal (g_array_index (mine, QuothSpan, i),
                                g_array_index (theirs, QuothSpan, j)))
            n++;
        }
    }

  return n;
}

static gboolean
is_taken (QuothReplacement *self,
          QuothEntity      *entity)
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

/* The new analysis' entity that an old one is: of equal name, else the one most mentioned at the
 * same places */
static QuothEntity *
find_counterpart (QuothReplacement *self,
                  QuothEntity      *old,
                  gboolean          by_name)
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

void
quoth_replacement_match_entities (QuothReplacement *self)
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

/* Brings over an entity that the new analysis does not have. Its mentions go when the text is
 * another. */
QuothEntity *
quoth_replacement_carry_entity (QuothReplacement *self,
                                QuothEntity      *old)
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
copy_speakers (QuothReplacement *self,
               QuothQuote       *from,
               QuothQuote       *to,
               gboolean          from_old)
{
  GPtrArray *speakers = quoth_quote_get_speakers (from);
  QuothEntity *organisation = quoth_quote_get_on_behalf_of (from);

  for (guint i = 0; i < speakers->len; i++)
    {
      QuothEntity *speaker = g_ptr_array_index (speakers, i);

      if (from_old)
        speaker = quoth_replacement_carry_entity (self, speaker);
      g_ptr_array_add (quoth_quote_get_speakers (to), g_object_ref (speaker));
    }
  if (organisation != NULL && from_old)
    organisation = quoth_replacement_carry_entity (self, organisation);
  quoth_quote_set_on_behalf_of (to, organisation);
  quoth_quote_set_speaker_confidence (to, quoth_quote_get_speaker_confidence (from));
}

/* What @from says under the id and with the decisions of @old; who said it, when that was decided,
 * too */
static QuothQuote *
make_kept_quote (QuothReplacement *self,
                 QuothQuote       *old,
                 QuothQuote       *from,
                 gint64            shift)
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
remember_row (QuothReplacement *self,
              QuothQuote       *quote,
              gint64            row)
{
  gint64 *value = g_new (gint64, 1);

  *value = row;
  g_hash_table_insert (self->quote_rows, g_strdup (quoth_quote_get_id (quote)), value);
}

/* The machine found the same words again: its quote takes the old one's id and decisions. */
gboolean
quoth_replacement_keep_found (QuothReplacement *self,
                              QuothQuote       *old,
                              gint64            row,
                              gint64            shift)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);
  g_autoptr(GArray) contents = shift_spans (quoth_quote_get_contents (old), shift);
  QuothQuote *found = find_equal_quote (self, contents);
  g_autofree char *new_id = NULL;
  QuothQuote *kept;
  guint index;

  if (found == NULL || !g_ptr_array_find (quotes, found, &index))
    return FALSE;

  new_id = g_strdup (quoth_quote_get_id (found));
  kept = make_kept_quote (self, old, found, 0);

  remember_row (self, kept, row);
  g_object_unref (found);
  quotes->pdata[index] = kept;
  rename_parent (self->article, new_id, quoth_quote_get_id (kept));

  return TRUE;
}

/* A person decided on words that the machine does not find any more: they stay. What it now makes
 * of the same cue goes. */
void
quoth_replacement_keep_decided (QuothReplacement *self,
                                QuothQuote       *old,
                                gint64            row,
                                gint64            shift)
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

      if (!decided && !quoth_span_is_empty (cue) &&
          quoth_span_equal (quoth_quote_get_cue (quote), cue))
        g_ptr_array_remove_index (quotes, i - 1);
    }
  while (at < quotes->len &&
         quoth_corrections_hull (quoth_quote_get_contents (g_ptr_array_index (quotes, at))).start <=
         hull.start)
    at++;

  remember_row (self, kept, row);
  g_ptr_array_insert (quotes, (int) at, kept);
}

/* A quotation that was nested in one that is gone stands alone. */
void
quoth_replacement_drop_lost_parents (QuothReplacement *self)
{
  GPtrArray *quotes = quoth_article_get_quotes (self->article);

  for (guint i = 0; i < quotes->len; i++)
    {
      QuothQuote *quote = g_ptr_array_index (quotes, i);
      const char *parent = quoth_quote_get_parent (quote);

      if (parent != NULL && quoth_article_find_quote (self->article, parent) == NULL)
        quoth_quote_set_parent (quote, NULL);
    }
}
