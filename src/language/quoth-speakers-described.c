#include "quoth-speakers-private.h"

#include "quoth-fold.h"

#define MAX_AHEAD 3
#define MAX_UNNAMED 30
#define MAX_BACK 80

static const QuothSpeakerFound nobody = { -1, 0 };

static guint32
get_head_class (QuothSpeakers          *self,
                const QuothDescription *phrase)
{
  return self->classes[phrase->head];
}

static gboolean
suits_gender (QuothSpeakers          *self,
              const QuothDescription *phrase,
              int                     referent)
{
  QuothGender gender = quoth_referents_get (self->referents, referent)->gender;
  guint32 head = get_head_class (self, phrase);

  return !(gender == QUOTH_GENDER_FEMALE && head & QUOTH_CLASS_TITLE_MALE) &&
         !(gender == QUOTH_GENDER_MALE && head & QUOTH_CLASS_TITLE_FEMALE);
}

/* The same noun for somebody who has no name: "a spokeswoman for X … the spokeswoman". */
static int
find_unnamed (QuothSpeakers          *self,
              const QuothDescription *phrase)
{
  char head[QUOTH_FOLD_MAX];
  char other[QUOTH_FOLD_MAX];

  quoth_role_head (self->referents, phrase->head, head);
  for (guint n = 0, i = self->unnamed->len; i > 0 && n < MAX_UNNAMED; n++)
    {
      const QuothRoleStated *known = &g_array_index (self->unnamed, QuothRoleStated, --i);

      if (known->phrase.head_kind != phrase->head_kind ||
          (phrase->organisation >= 0 && known->phrase.organisation >= 0 &&
           phrase->organisation != known->phrase.organisation))
        continue;
      if (known->phrase.first == phrase->first ||
          g_str_equal (head, quoth_role_head (self->referents, known->phrase.head, other)))
        return known->referent;
    }

  return -1;
}

/* "a spokesman said" of whichever body the text was speaking of */
static int
find_spoken_for (QuothSpeakers          *self,
                 const QuothDescription *phrase)
{
  char head[QUOTH_FOLD_MAX];

  if (phrase->organisation >= 0 || phrase->flags & QUOTH_DESCRIPTION_COMPLETED ||
      !g_str_equal (quoth_role_head (self->referents, phrase->head, head), "spokes"))
    return phrase->organisation;

  return quoth_referents_find_owner (self->referents, phrase->first);
}

static int
add_unnamed (QuothSpeakers          *self,
             const QuothDescription *phrase,
             QuothEntityKind         kind)
{
  guint first = phrase->first + (phrase->flags & QUOTH_DESCRIPTION_ARTICLE ? 1 : 0);
  int referent =
    quoth_referents_add (self->referents, kind, MIN (first, phrase->end - 1), phrase->end);
  QuothRoleStated stated = { .referent = referent, .phrase = *phrase };

  quoth_referents_confirm (self->referents, referent, kind);
  if (kind == QUOTH_ENTITY_PERSON)
    {
      stated.phrase.organisation = find_spoken_for (self, phrase);
      quoth_roles_add (self->roles, referent, &stated.phrase);
    }
  g_array_append_val (self->unnamed, stated);

  return referent;
}

static const QuothBlock *
get_block (QuothSpeakers *self,
           guint          sentence)
{
  return &self->text->blocks[self->text->sentences[sentence].block];
}

/* The text gives the role to this person elsewhere, in another body. */
static gboolean
contradicts (QuothSpeakers          *self,
             const QuothDescription *phrase,
             int                     referent)
{
  char head[QUOTH_FOLD_MAX];
  char other[QUOTH_FOLD_MAX];
  guint place = quoth_roles_find_last (self->roles, referent);

  quoth_role_head (self->referents, phrase->head, head);
  for (guint n = 0; place > 0 && n < MAX_UNNAMED; n++)
    {
      const QuothRoleStated *stated =
        &g_array_index (self->roles->stated, QuothRoleStated, place - 1);

      if (g_str_equal (head, quoth_role_head (self->referents, stated->phrase.head, other)) &&
          phrase->organisation >= 0 && stated->phrase.organisation >= 0 &&
          phrase->organisation != stated->phrase.organisation &&
          stated->phrase.status == phrase->status)
        return TRUE;
      place = stated->before;
    }

  return FALSE;
}

static gboolean
may_be_introduced (QuothSpeakers      *self,
                   const QuothMention *mention)
{
  return quoth_referents_get (self->referents, mention->referent)->kind == QUOTH_ENTITY_PERSON &&
         quoth_referents_is_confirmed (self->referents, mention->referent) &&
         (mention->flags & (QUOTH_MENTION_SUBJECT | QUOTH_MENTION_INSIDE | QUOTH_MENTION_OWNER |
                            QUOTH_MENTION_QUOTED)) == QUOTH_MENTION_SUBJECT;
}

/* Sets a bit for each token of a source. */
static void
mark_sources (QuothSpeakers *self)
{
  const QuothText *text = self->text;

  self->in_source = g_malloc0 (text->n_tokens / 8 + 1);
  for (guint i = 0; i < self->analysis->attributions->len; i++)
    {
      const QuothAttribution *attribution = g_ptr_array_index (self->analysis->attributions, i);

      for (guint k = 0; k < attribution->sources.len; k++)
        {
          QuothSpan source = quoth_short_array_index (&attribution->sources, QuothSpan, k);

          for (guint t = quoth_text_find_token (text, source.start);
               t < text->n_tokens && text->tokens[t].span.start < source.end; t++)
            self->in_source[t / 8] |= 1 << t % 8;
        }
    }
}

static gboolean
is_source (QuothSpeakers      *self,
           const QuothMention *mention)
{
  if (self->in_source == NULL)
    mark_sources (self);

  return self->in_source[mention->first / 8] >> mention->first % 8 & 1;
}

/* One past the last token of a block. */
static guint
find_block_end (QuothSpeakers *self,
                guint          block)
{
  guint32 end = self->text->blocks[block].span.end;

  return end > 0 ? quoth_text_find_token (self->text, end - 1) : 0;
}

/* "… a top manager has admitted." opens an article whose next paragraph names the manager. */
static QuothSpeakerFound
find_named_later (QuothSpeakers          *self,
                  const QuothDescription *phrase)
{
  guint sentence =
    quoth_text_find_sentence (self->text, self->text->tokens[phrase->first].span.start);
  guint lead = self->text->sentences[sentence].block;
  const QuothMention *best = NULL;

  if (get_block (self, sentence)->number > QUOTH_LEAD_PARAGRAPHS ||
      (phrase->flags & QUOTH_DESCRIPTION_INDEFINITE &&
       !quoth_description_is_general (self->referents, phrase)))
    return nobody;
  for (guint i = quoth_referents_find_mention (self->referents, find_block_end (self, lead));
       i < self->referents->mentions->len; i++)
    {
      const QuothMention *mention = &g_array_index (self->referents->mentions, QuothMention, i);
      guint around = self->text->sentences[mention->sentence].block;
      const QuothBlock *block = get_block (self, mention->sentence);

      if (around == lead || !may_be_introduced (self, mention))
        continue;
      if (block->number > get_block (self, sentence)->number + MAX_AHEAD ||
          block->kind == QUOTH_BLOCK_FURNITURE ||
          (best != NULL && around != self->text->sentences[best->sentence].block))
        break;
      if (best == NULL)
        best = mention;
      if (is_source (self, mention))
        {
          best = mention;
          break;
        }
    }
  if (best == NULL || !suits_gender (self, phrase, best->referent) ||
      contradicts (self, phrase, best->referent))
    return nobody;

  return quoth_speaker_found (best->referent, QUOTH_EVIDENCE_NAMED_LATER);
}

/* "said the former chairwoman" of the woman who was speaking, whose past the text has not told. */
static QuothSpeakerFound
find_speaking (QuothSpeakers          *self,
               const QuothDescription *phrase)
{
  guint32 head = get_head_class (self, phrase);
  const QuothSpoken *last = self->spoken->len > 0
    ? &g_array_index (self->spoken, QuothSpoken, self->spoken->len - 1) : NULL;

  if (last == NULL || phrase->flags & QUOTH_DESCRIPTION_PERSONAL ||
      (head & (QUOTH_CLASS_TITLE_FEMALE | QUOTH_CLASS_TITLE_MALE)) == 0)
    return nobody;
  if (quoth_referents_get (self->referents, last->referent)->kind != QUOTH_ENTITY_PERSON ||
      !quoth_referents_get (self->referents, last->referent)->named ||
      !suits_gender (self, phrase, last->referent) || contradicts (self, phrase, last->referent))
    return nobody;

  return quoth_speaker_found (last->referent, QUOTH_EVIDENCE_SPEAKING);
}

static QuothSpeakerFound
find_person (QuothSpeakers          *self,
             const QuothDescription *phrase)
{
  QuothSpeakerEvidence evidence = QUOTH_EVIDENCE_ROLE;
  QuothSpeakerFound found = nobody;
  int known;

  if ((phrase->flags & QUOTH_DESCRIPTION_INDEFINITE) == 0)
    {
      found.referent = quoth_roles_find_bearer (self->roles, phrase, &evidence);
      found.confidence = quoth_speaker_evidence_rate (evidence);
      if (found.referent >= 0)
        return found;
      known = find_unnamed (self, phrase);
      if (known >= 0)
        return quoth_speaker_found (known, QUOTH_EVIDENCE_DESCRIBED_BEFORE);
    }
  found = find_named_later (self, phrase);
  if (found.referent < 0 && phrase->flags & QUOTH_DESCRIPTION_DEFINITE)
    found = find_speaking (self, phrase);
  if (found.referent < 0)
    return quoth_speaker_found (add_unnamed (self, phrase, QUOTH_ENTITY_PERSON),
                                QUOTH_EVIDENCE_DESCRIBED);
  if (phrase->flags & QUOTH_DESCRIPTION_DEFINITE)
    quoth_roles_add (self->roles, found.referent, phrase);

  return found;
}

static gboolean
names_both (QuothSpeakers      *self,
            const QuothMention *mention,
            guint               owner,
            guint               noun)
{
  QuothEntityKind kind = quoth_referents_get (self->referents, mention->referent)->kind;

  return kind == QUOTH_ENTITY_ORGANISATION &&
         quoth_tokens_have_word (self->text, mention->first, mention->end, owner) &&
         quoth_tokens_have_word (self->text, mention->first, mention->end, noun);
}

/* "her campaign" where the text has "the Example campaign": the body named by whose it is. */
static int
find_owned (QuothSpeakers          *self,
            const QuothDescription *phrase)
{
  QuothSpeakerFound owner = quoth_speakers_find_pronoun (self, 0, phrase->first);
  guint surname = 0;

  for (guint n = 0, i = quoth_referents_find_mention (self->referents, phrase->first);
       i > 0 && n < MAX_BACK; n++)
    {
      const QuothMention *mention = &g_array_index (self->referents->mentions, QuothMention, --i);

      if (mention->referent == owner.referent && (mention->flags & QUOTH_MENTION_DESCRIPTION) == 0)
        surname = mention->end;
      else if (surname > 0 && names_both (self, mention, surname - 1, phrase->head))
        return mention->referent;
    }

  return -1;
}

static QuothSpeakerFound
find_body (QuothSpeakers          *self,
           const QuothDescription *phrase)
{
  int known = -1;

  if (phrase->flags & QUOTH_DESCRIPTION_PERSONAL)
    known = find_owned (self, phrase);
  else if (phrase->head_kind == QUOTH_HEAD_BODY && phrase->flags & QUOTH_DESCRIPTION_DEFINITE)
    known = quoth_referents_find_kind (self->referents, phrase->head);
  if (known < 0 &&
      (phrase->flags & (QUOTH_DESCRIPTION_INDEFINITE | QUOTH_DESCRIPTION_PERSONAL)) == 0)
    known = find_unnamed (self, phrase);
  if (known < 0)
    return quoth_speaker_found (add_unnamed (self, phrase, QUOTH_ENTITY_ORGANISATION),
                                QUOTH_EVIDENCE_DESCRIBED);

  return quoth_speaker_found (known, QUOTH_EVIDENCE_DESCRIBED_BEFORE);
}

/**
 * quoth_speakers_find_described:
 * @phrase: a source that names nobody
 *
 * Finds whom a description means: who bears the role, somebody described so before, whom the next
 * paragraph names; else somebody who is known by this description only. Groups are nobody.
 */
QuothSpeakerFound
quoth_speakers_find_described (QuothSpeakers          *self,
                               const QuothDescription *phrase)
{
  QuothSpeakerFound found = nobody;

  if (phrase->head_kind == QUOTH_HEAD_NAME)
    {
      found = quoth_speaker_found (phrase->organisation, QUOTH_EVIDENCE_BODY);
      quoth_referents_confirm (self->referents, found.referent, QUOTH_ENTITY_ORGANISATION);
    }
  else if (phrase->head_kind == QUOTH_HEAD_ROLE && (phrase->flags & QUOTH_DESCRIPTION_PLURAL) == 0)
    found = find_person (self, phrase);
  else if (phrase->head_kind == QUOTH_HEAD_BODY || phrase->head_kind == QUOTH_HEAD_DOCUMENT)
    found = find_body (self, phrase);
  if (found.referent >= 0 && phrase->head_kind != QUOTH_HEAD_NAME)
    quoth_referents_add_mention (self->referents, found.referent, phrase->first, phrase->end,
                                 QUOTH_MENTION_DESCRIPTION);

  return found;
}
