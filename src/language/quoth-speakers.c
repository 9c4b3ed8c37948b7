#include "quoth-speakers-private.h"

#include "quoth-roles-find.h"

static QuothAttribution *
get_attribution (QuothSpeakers *self,
                 guint          i)
{
  return g_ptr_array_index (self->analysis->attributions, i);
}

static guint
find_place (QuothSpeakers          *self,
            const QuothAttribution *attribution)
{
  guint32 start = attribution->sources.len > 0
    ? quoth_short_array_index (&attribution->sources, QuothSpan, 0).start
    : quoth_short_array_index (&attribution->contents, QuothSpan, 0).start;

  return MIN (quoth_text_find_token (self->text, start), self->text->n_tokens - 1);
}

/* The body that the first speaker has a present role in; a body speaks for itself. */
static void
find_employer (QuothSpeakers    *self,
               QuothAttribution *attribution)
{
  int speaker;

  if (attribution->speakers.len == 0)
    return;
  speaker = quoth_short_array_index (&attribution->speakers, int, 0);
  if (quoth_referents_get (self->referents, speaker)->kind == QUOTH_ENTITY_PERSON)
    attribution->on_behalf_of =
      quoth_roles_find_employer (self->roles, speaker, find_place (self, attribution));
}

static void
remember (QuothSpeakers          *self,
          const QuothAttribution *attribution)
{
  QuothSpoken spoken = { -1, find_place (self, attribution) };

  if (attribution->speakers.len == 0 || attribution->sources.len == 0)
    return;
  spoken.referent = quoth_short_array_index (&attribution->speakers, int, 0);
  g_array_append_val (self->spoken, spoken);
}

static void
resolve_attribution (QuothSpeakers *self,
                     guint          i)
{
  QuothAttribution *attribution = get_attribution (self, i);
  float confidence = 1;

  attribution->speakers.len = 0;
  attribution->on_behalf_of = -1;
  attribution->speaker_confidence = 0;
  if (attribution->contents.len == 0)
    return;

  if (attribution->sources.len == 0 && quoth_span_is_empty (attribution->cue))
    {
      QuothSpeakerFound found = quoth_speakers_find_cueless (self, i);

      confidence = found.confidence;
      if (found.referent >= 0)
        quoth_short_array_append_val (&attribution->speakers, found.referent);
    }
  for (guint k = 0; k < attribution->sources.len; k++)
    {
      float read =
        quoth_speakers_read_source (self, i,
                                    quoth_short_array_index (&attribution->sources, QuothSpan, k));

      confidence = MIN (confidence, read);
    }

  attribution->speaker_confidence = attribution->speakers.len > 0 ? confidence : 0;
  remember (self, attribution);
}

/* The roles that the headline and the lead give to whom the next paragraph names are known from
 * then on: they come first.
 *
 * Returns: the first attribution after them */
static guint
resolve_lead (QuothSpeakers *self)
{
  guint i = 0;

  for (; i < self->analysis->attributions->len; i++)
    {
      const QuothAttribution *attribution = get_attribution (self, i);
      guint32 start = attribution->contents.len > 0
        ? quoth_short_array_index (&attribution->contents, QuothSpan, 0).start : 0;
      guint sentence =
        MIN (quoth_text_find_sentence (self->text, start), self->text->n_sentences - 1);

      if (self->text->blocks[self->text->sentences[sentence].block].number > QUOTH_LEAD_PARAGRAPHS)
        break;
      resolve_attribution (self, i);
    }

  return i;
}

/**
 * quoth_speakers_resolve:
 * @analysis: the attributions of @text, without speakers
 * @text: an article
 *
 * Finds the persons and organisations that @text names or describes, and who of them says each
 * attribution and on whose behalf. A speaker who cannot be told stays unknown.
 */
void
quoth_speakers_resolve (QuothAnalysis   *analysis,
                        const QuothText *text)
{
  g_autofree guint32 *classes = NULL;
  g_autoptr (QuothReferents) referents = NULL;
  g_autoptr (QuothRoles) roles = NULL;
  g_autoptr (GArray) spoken = g_array_new (FALSE, FALSE, sizeof (QuothSpoken));
  g_autoptr (GArray) unnamed = g_array_new (FALSE, FALSE, sizeof (QuothRoleStated));
  guint lead;
  QuothSpeakers self = { .analysis = analysis, .text = text, .spoken = spoken, .unnamed = unnamed };

  g_return_if_fail (analysis != NULL);
  g_return_if_fail (text != NULL);

  if (text->n_tokens == 0)
    return;
  g_ptr_array_set_size (analysis->referents, 0);

  self.classes = classes = quoth_word_classes_new (text);
  self.referents = referents = quoth_referents_new (text, classes, analysis->referents);
  self.roles = roles = quoth_roles_new (referents);
  quoth_speakers_add_bodies (&self);
  quoth_roles_find (roles);
  lead = resolve_lead (&self);
  quoth_speakers_add_descriptions (&self);

  for (guint i = lead; i < analysis->attributions->len; i++)
    resolve_attribution (&self, i);
  for (guint i = 0; i < analysis->attributions->len; i++)
    find_employer (&self, get_attribution (&self, i));
  g_free (self.in_source);
  quoth_referents_finish (referents, analysis->attributions);
}
