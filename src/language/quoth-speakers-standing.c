#include "quoth-speakers-private.h"

/* Descriptions that stand alone for somebody or a body named elsewhere: "the trust". */

static gboolean
read_description (QuothSpeakers    *self,
                  guint             token,
                  guint             end,
                  QuothDescription *phrase)
{
  if (!quoth_token_equals (self->text, token, "the") &&
      !quoth_token_equals (self->text, token, "its"))
    return FALSE;

  return quoth_description_read (self->referents, token, end, phrase) && phrase->end > token &&
         (phrase->flags & QUOTH_DESCRIPTION_PLURAL) == 0;
}

/* "the council" of a text that names one council; "the company" of whichever was named. */
static void
add_body (QuothSpeakers          *self,
          const QuothDescription *phrase,
          gboolean                first)
{
  int referent = -1;

  if (phrase->head_kind == QUOTH_HEAD_BODY && phrase->title == phrase->head)
    referent = quoth_referents_find_kind (self->referents, phrase->head);
  if (referent >= 0)
    quoth_referents_add_mention (self->referents, referent, phrase->first, phrase->end,
                                 QUOTH_MENTION_DESCRIPTION | (first ? QUOTH_MENTION_SUBJECT : 0));
}

/**
 * quoth_speakers_add_bodies:
 *
 * Notes where "the council", "the company" stand for a body that is named before.
 */
void
quoth_speakers_add_bodies (QuothSpeakers *self)
{
  for (guint s = 0; s < self->text->n_sentences; s++)
    {
      const QuothSentence *sentence = &self->text->sentences[s];
      QuothDescription phrase;

      for (guint i = sentence->first; i < sentence->end; i++)
        if (quoth_token_equals (self->text, i, "the") &&
            read_description (self, i, MIN (sentence->end, i + 2), &phrase) && phrase.end == i + 2)
          add_body (self, &phrase, i == sentence->first);
    }
  quoth_referents_sort (self->referents);
}

/* Where a name follows, the description is its title. */
static gboolean
stands_alone (QuothSpeakers          *self,
              const QuothDescription *phrase,
              guint                   end)
{
  if (phrase->head_kind != QUOTH_HEAD_ROLE ||
      quoth_referents_name_at (self->referents, phrase->end) > 0)
    return FALSE;

  return phrase->end >= end || (!quoth_token_equals (self->text, phrase->end, ",") &&
                                (self->classes[phrase->end] & QUOTH_CLASS_POSSESSIVE) == 0);
}

/**
 * quoth_speakers_add_descriptions:
 *
 * Notes where "the director", "its chairwoman" stand for somebody who bears the role.
 */
void
quoth_speakers_add_descriptions (QuothSpeakers *self)
{
  for (guint s = 0; s < self->text->n_sentences; s++)
    {
      const QuothSentence *sentence = &self->text->sentences[s];
      QuothDescription phrase;
      QuothSpeakerEvidence evidence;
      int referent;

      for (guint i = sentence->first; i < sentence->end; i++)
        {
          if (!read_description (self, i, sentence->end, &phrase) ||
              !stands_alone (self, &phrase, sentence->end))
            continue;
          referent = quoth_roles_find_bearer (self->roles, &phrase, &evidence);
          if (referent >= 0)
            quoth_referents_add_mention (self->referents, referent, phrase.first, phrase.end,
                                         QUOTH_MENTION_DESCRIPTION |
                                         (i == sentence->first ? QUOTH_MENTION_SUBJECT : 0));
        }
    }
  quoth_referents_sort (self->referents);
}
