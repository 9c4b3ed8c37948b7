#include "quoth-analysis.h"

#include "quoth-attributions-learned.h"
#include "quoth-speakers.h"

static void
clear_role (gpointer data)
{
  QuothRoleFound *role = data;

  g_clear_pointer (&role->title, g_free);
}

/**
 * quoth_referent_new:
 *
 * A referent without a name, to be filled in.
 *
 * Returns: (transfer full): free with quoth_referent_free()
 */
QuothReferent *
quoth_referent_new (QuothEntityKind kind)
{
  QuothReferent *self = g_new0 (QuothReferent, 1);

  self->kind = kind;
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_array_new (FALSE, FALSE, sizeof (QuothRoleFound));
  g_array_set_clear_func (self->roles, clear_role);
  self->mentions = g_array_new (FALSE, FALSE, sizeof (QuothSpan));

  return self;
}

void
quoth_referent_free (QuothReferent *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->honorific);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->roles);
  g_array_unref (self->mentions);
  g_free (self);
}

/**
 * quoth_attribution_new:
 *
 * A statement without cue, source, content or speaker, which is nested in none and spoken for none.
 *
 * Returns: (transfer full): free with quoth_attribution_free()
 */
QuothAttribution *
quoth_attribution_new (void)
{
  QuothAttribution *self = g_new0 (QuothAttribution, 1);

  self->parent = -1;
  self->on_behalf_of = -1;

  return self;
}

void
quoth_attribution_free (QuothAttribution *self)
{
  if (self == NULL)
    return;

  quoth_short_array_clear (&self->sources);
  quoth_short_array_clear (&self->contents);
  quoth_short_array_clear (&self->speakers);
  g_free (self);
}

void
quoth_analysis_free (QuothAnalysis *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->attributions);
  g_ptr_array_unref (self->referents);
  g_free (self);
}

/**
 * quoth_analyse:
 * @text: (array length=length): valid UTF-8, need not end with a NUL
 * @blocks: (array length=n_blocks): what the text consists of; furniture is passed over
 * @model: the language data; its learned parts are used where it has them, the rules otherwise
 * @cancellable: (nullable): asked between the stages
 *
 * Finds who says what in a text. All spans of the result are bytes of @text.
 *
 * Returns: (transfer full): the analysis, or %NULL with @error set when cancelled or when the learned parts of @model
 *   cannot be used
 */
QuothAnalysis *
quoth_analyse (const char        *text,
               gsize              length,
               const QuothBlock  *blocks,
               gsize              n_blocks,
               const QuothModel  *model,
               GCancellable      *cancellable,
               GError           **error)
{
  g_autoptr (QuothText) parsed = NULL;
  g_autoptr (QuothAnalysis) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (blocks != NULL || n_blocks == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !quoth_learned_check (model, error))
    return NULL;
  parsed = quoth_text_new (text, length, blocks, n_blocks, model);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_new0 (QuothAnalysis, 1);
  self->attributions = quoth_attributions_find_sliced (parsed);
  self->referents = g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_referent_free);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  quoth_speakers_resolve (self, parsed);

  return g_steal_pointer (&self);
}
