#include "quoth-speakers-private.h"

#define MAX_PARAGRAPHS 6

static guint
find_block (QuothSpeakers *self,
            guint32        offset)
{
  guint sentence = quoth_text_find_sentence (self->text, offset);

  return self->text->sentences[MIN (sentence, self->text->n_sentences - 1)].block;
}

static guint32
get_end (const QuothAttribution *attribution)
{
  guint32 end = MAX (attribution->cue.end,
                     quoth_short_array_index (&attribution->contents, QuothSpan,
                                    attribution->contents.len - 1).end);

  for (guint i = 0; i < attribution->sources.len; i++)
    end = MAX (end, quoth_short_array_index (&attribution->sources, QuothSpan, i).end);

  return end;
}

/* Somebody whom the paragraph speaks of, outside quotation marks, before the quotation begins. */
static QuothSpeakerFound
find_introduced (QuothSpeakers *self,
                 guint32        after,
                 guint32        start)
{
  guint block = find_block (self, start);
  guint i =
    quoth_referents_find_mention (self->referents, quoth_text_find_token (self->text, start));

  while (i > 0)
    {
      const QuothMention *mention = &g_array_index (self->referents->mentions, QuothMention, --i);

      if (self->text->sentences[mention->sentence].block != block ||
          self->text->tokens[mention->first].span.start < after)
        break;
      if (mention->flags & QUOTH_MENTION_SUBJECT &&
          (mention->flags & (QUOTH_MENTION_QUOTED | QUOTH_MENTION_OWNER |
                             QUOTH_MENTION_INSIDE)) == 0 &&
          quoth_referents_get (self->referents, mention->referent)->kind == QUOTH_ENTITY_PERSON)
        return quoth_speaker_found (mention->referent, QUOTH_EVIDENCE_INTRODUCED);
    }

  return (QuothSpeakerFound) { -1, 0 };
}

/**
 * quoth_speakers_find_cueless:
 * @attribution: one without cue and source
 *
 * Speech that nobody is said to have said goes on from the last that somebody was, unless its
 * paragraph speaks of somebody else first.
 */
QuothSpeakerFound
quoth_speakers_find_cueless (QuothSpeakers *self,
                             guint          attribution)
{
  const QuothAttribution *own = g_ptr_array_index (self->analysis->attributions, attribution);
  guint32 start = quoth_short_array_index (&own->contents, QuothSpan, 0).start;
  const QuothAttribution *last = NULL;
  QuothSpeakerFound found;
  guint n_blocks;

  for (guint i = attribution; i > 0 && last == NULL; i--)
    {
      const QuothAttribution *before = g_ptr_array_index (self->analysis->attributions, i - 1);

      if (before->parent < 0 && before->contents.len > 0 && i - 1 != (guint) own->parent)
        last = before;
    }
  found = find_introduced (self, last != NULL ? get_end (last) : 0, start);
  if (found.referent >= 0 || last == NULL || last->speakers.len != 1)
    return found;

  n_blocks =
    find_block (self, start) - MIN (find_block (self, get_end (last) - 1),
                                    find_block (self, start));
  if (n_blocks > MAX_PARAGRAPHS)
    return found;
  found.referent = quoth_short_array_index (&last->speakers, int, 0);
  found.confidence = last->speaker_confidence *
                     quoth_speaker_evidence_rate (n_blocks <= 1 ? QUOTH_EVIDENCE_GOES_ON : QUOTH_EVIDENCE_GOES_ON_LATER);

  return found;
}
