#include "quoth-article.h"

/**
 * quoth_article_classify:
 * @model: the language data
 *
 * Finds the blocks by the shape of the text, where the reader gave none.
 */
void
quoth_article_classify (QuothArticle     *self,
                        const QuothModel *model)
{
  g_autoptr(GArray) found = NULL;
  GArray *blocks;

  g_return_if_fail (QUOTH_IS_ARTICLE (self));

  blocks = quoth_article_get_blocks (self);
  if (blocks->len > 0)
    return;

  found = quoth_blocks_classify (quoth_article_get_text (self), quoth_article_get_length (self),
                                 model);
  if (found->len > 0)
    g_array_append_vals (blocks, found->data, found->len);
}

static QuothEntity *
make_entity (const QuothReferent *referent,
             guint                number)
{
  g_autofree char *id = g_strdup_printf ("e%u", number);
  QuothEntity *entity = quoth_entity_new (id, referent->kind,
                                          referent->name != NULL ? referent->name : "");

  quoth_entity_set_honorific (entity, referent->honorific);
  quoth_entity_set_named (entity, referent->named);
  for (guint i = 0; referent->aliases != NULL && i < referent->aliases->len; i++)
    quoth_entity_add_alias (entity, g_ptr_array_index (referent->aliases, i));
  for (guint i = 0; referent->mentions != NULL && i < referent->mentions->len; i++)
    quoth_entity_add_mention (entity, g_array_index (referent->mentions, QuothSpan, i));

  return entity;
}

static QuothEntity *
find_entity (GPtrArray *entities,
             int        index)
{
  if (index < 0 || (guint) index >= entities->len)
    return NULL;

  return g_ptr_array_index (entities, index);
}

static void
take_entities (GPtrArray       *entities,
               const GPtrArray *referents)
{
  g_ptr_array_set_size (entities, 0);
  for (guint i = 0; i < referents->len; i++)
    g_ptr_array_add (entities, make_entity (g_ptr_array_index (referents, i), i + 1));

  for (guint i = 0; i < referents->len; i++)
    {
      const QuothReferent *referent = g_ptr_array_index (referents, i);

      for (guint j = 0; referent->roles != NULL && j < referent->roles->len; j++)
        {
          const QuothRoleFound *role = &g_array_index (referent->roles, QuothRoleFound, j);

          quoth_entity_add_role (g_ptr_array_index (entities, i), role->title,
                                 find_entity (entities, role->organisation),
                                 role->status, role->span);
        }
    }
}

static QuothQuote *
make_quote (const QuothAttribution *attribution,
            GPtrArray              *entities)
{
  QuothQuote *quote = quoth_quote_new (NULL, attribution->kind, attribution->type);
  const QuothShortArray *sources = &attribution->sources, *contents = &attribution->contents;

  quoth_quote_set_cue (quote, attribution->cue);
  g_array_append_vals (quoth_quote_get_sources (quote), quoth_short_array_get_data (sources),
                       sources->len);
  g_array_append_vals (quoth_quote_get_contents (quote), quoth_short_array_get_data (contents),
                       contents->len);
  for (guint i = 0; i < attribution->speakers.len; i++)
    {
      QuothEntity *speaker = find_entity (entities,
                                          quoth_short_array_index (&attribution->speakers, int, i));

      if (speaker != NULL)
        g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (speaker));
    }
  quoth_quote_set_on_behalf_of (quote, find_entity (entities, attribution->on_behalf_of));
  quoth_quote_set_confidence (quote, attribution->confidence);
  quoth_quote_set_speaker_confidence (quote, attribution->speaker_confidence);

  return quote;
}

static void
take_quotes (GPtrArray       *quotes,
             const GPtrArray *attributions,
             GPtrArray       *entities)
{
  g_ptr_array_set_size (quotes, 0);
  for (guint i = 0; i < attributions->len; i++)
    g_ptr_array_add (quotes, make_quote (g_ptr_array_index (attributions, i), entities));

  for (guint i = 0; i < attributions->len; i++)
    {
      const QuothAttribution *attribution = g_ptr_array_index (attributions, i);
      int parent = attribution->parent;

      if (parent >= 0 && (guint) parent < quotes->len)
        quoth_quote_set_parent (g_ptr_array_index (quotes, i),
                                quoth_quote_get_id (g_ptr_array_index (quotes, parent)));
    }
}

/**
 * quoth_article_analyse:
 * @model: the language data
 *
 * Classifies the blocks where the reader gave none, analyses the text, and replaces quotes and
 * entities. Leaves the article as it was when it fails or is cancelled, blocks aside.
 */
gboolean
quoth_article_analyse (QuothArticle      *self,
                       const QuothModel  *model,
                       GCancellable      *cancellable,
                       GError           **error)
{
  g_autoptr(QuothAnalysis) analysis = NULL;
  GArray *blocks;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (self), FALSE);

  quoth_article_classify (self, model);
  blocks = quoth_article_get_blocks (self);
  analysis = quoth_analyse (quoth_article_get_text (self), quoth_article_get_length (self),
                            (const QuothBlock *) (gpointer) blocks->data, blocks->len,
                            model, cancellable, error);
  if (analysis == NULL)
    return FALSE;

  take_entities (quoth_article_get_entities (self), analysis->referents);
  take_quotes (quoth_article_get_quotes (self), analysis->attributions,
               quoth_article_get_entities (self));

  return TRUE;
}
