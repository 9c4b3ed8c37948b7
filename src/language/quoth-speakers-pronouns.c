#include "quoth-speakers-private.h"

#include <string.h>

#define MAX_MENTIONS 60
#define MAX_DISTANCE 9
#define MAX_CANDIDATES 24
#define MIN_SCORE 0.4
#define CLEAR 1.5 /* a difference of scores that leaves little doubt */

typedef enum
{
  PRONOUN_NONE,
  PRONOUN_HE,
  PRONOUN_SHE,
  PRONOUN_IT,
  PRONOUN_THEY,
  PRONOUN_SELF, /* I and we: whoever is speaking around it */
  PRONOUN_WHO,
} Pronoun;

static const struct
{
  const char *word;
  Pronoun     pronoun;
} pronouns[] = {
  { "he", PRONOUN_HE }, { "him", PRONOUN_HE }, { "himself", PRONOUN_HE }, { "his", PRONOUN_HE },
  { "she", PRONOUN_SHE }, { "her", PRONOUN_SHE }, { "herself", PRONOUN_SHE },
  { "hers", PRONOUN_SHE },
  { "it", PRONOUN_IT }, { "itself", PRONOUN_IT },
  { "they", PRONOUN_THEY }, { "them", PRONOUN_THEY }, { "themselves", PRONOUN_THEY },
  { "i", PRONOUN_SELF }, { "me", PRONOUN_SELF }, { "myself", PRONOUN_SELF },
  { "we", PRONOUN_SELF }, { "us", PRONOUN_SELF }, { "ourselves", PRONOUN_SELF },
  { "who", PRONOUN_WHO }, { "which", PRONOUN_WHO },
};

/* How well somebody spoken of before suits a pronoun. */
typedef struct
{
  int    referent;
  guint  n_mentions;
  double score;
} Candidate;

typedef struct
{
  QuothSpeakers *speakers;
  Pronoun        pronoun;
  guint          token;
  guint          sentence;
  gboolean       quoted;
  Candidate      candidates[MAX_CANDIDATES];
  guint          n_candidates;
} PronounSearch;

static Pronoun
find_pronoun (QuothSpeakers *self,
              guint          token)
{
  if (quoth_span_length (self->text->tokens[token].span) > 10)
    return PRONOUN_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (quoth_token_equals (self->text, token, pronouns[i].word))
      return pronouns[i].pronoun;

  return PRONOUN_NONE;
}

gboolean
quoth_speakers_is_pronoun (QuothSpeakers *self,
                           guint          token)
{
  return find_pronoun (self, token) != PRONOUN_NONE;
}

static gboolean
suits (const PronounSearch *self,
       int                  referent)
{
  const QuothReferent *candidate = quoth_referents_get (self->speakers->referents, referent);

  switch (self->pronoun)
    {
    case PRONOUN_HE:
      return candidate->kind == QUOTH_ENTITY_PERSON && candidate->gender != QUOTH_GENDER_FEMALE;
    case PRONOUN_SHE:
      return candidate->kind == QUOTH_ENTITY_PERSON && candidate->gender != QUOTH_GENDER_MALE;
    case PRONOUN_IT:
    case PRONOUN_THEY:
      return candidate->kind == QUOTH_ENTITY_ORGANISATION &&
             quoth_referents_is_confirmed (self->speakers->referents, referent);
    case PRONOUN_NONE:
    case PRONOUN_SELF:
    case PRONOUN_WHO:
    default:
      return FALSE;
    }
}

static void
add_candidate (PronounSearch *self,
               int            referent,
               double         score)
{
  for (guint i = 0; i < self->n_candidates; i++)
    if (self->candidates[i].referent == referent)
      {
        self->candidates[i].n_mentions++;
        self->candidates[i].score = MAX (self->candidates[i].score, score);
        return;
      }
  if (self->n_candidates < MAX_CANDIDATES)
    self->candidates[self->n_candidates++] = (Candidate) { referent, 1, score };
}

static double
score_distance (const PronounSearch *self,
                guint                sentence)
{
  guint distance = self->sentence - MIN (sentence, self->sentence);

  return distance <= 3 ? 2.0 - 0.5 * distance : 0.5 - 0.25 * (distance - 3);
}

static double
score_mention (const PronounSearch *self,
               const QuothMention  *mention)
{
  double score = score_distance (self, mention->sentence);

  if (mention->flags & QUOTH_MENTION_SUBJECT)
    score += 1.0;
  if (mention->flags & QUOTH_MENTION_QUOTED && !self->quoted)
    score -= 1.2;
  if (mention->flags & QUOTH_MENTION_OWNER)
    score -= 0.3;
  if (mention->flags & QUOTH_MENTION_INSIDE)
    score -= 1.0;
  if (mention->flags & QUOTH_MENTION_ASIDE)
    score -= 0.7;

  return score;
}

static void
search_mentions (PronounSearch *self)
{
  QuothReferents *referents = self->speakers->referents;

  for (guint n = 0, i = quoth_referents_find_mention (referents, self->token);
       i > 0 && n < MAX_MENTIONS; n++)
    {
      const QuothMention *mention = &g_array_index (referents->mentions, QuothMention, --i);

      if (self->sentence > mention->sentence + MAX_DISTANCE)
        break;
      if (suits (self, mention->referent))
        add_candidate (self, mention->referent, score_mention (self, mention) - 0.02 * n);
    }
}

static void
search_spoken (PronounSearch *self)
{
  GArray *spoken = self->speakers->spoken;

  for (guint n = 0, i = spoken->len; i > 0 && n < 8; n++)
    {
      const QuothSpoken *last = &g_array_index (spoken, QuothSpoken, --i);
      guint32 start = self->speakers->text->tokens[last->token].span.start;
      guint sentence = quoth_text_find_sentence (self->speakers->text, start);

      if (last->token >= self->token || !suits (self, last->referent))
        continue;
      if (self->sentence > sentence + MAX_DISTANCE)
        break;
      add_candidate (self, last->referent, score_distance (self, sentence) + 1.0 - 0.02 * n);
    }
}

static QuothSpeakerFound
choose (PronounSearch *self)
{
  QuothGender wanted = self->pronoun == PRONOUN_SHE ? QUOTH_GENDER_FEMALE : QUOTH_GENDER_MALE;
  QuothSpeakerFound found = { -1, 0 };
  double best = MIN_SCORE;
  double second = MIN_SCORE;

  for (guint i = 0; i < self->n_candidates; i++)
    {
      const Candidate *candidate = &self->candidates[i];
      const QuothReferent *referent =
        quoth_referents_get (self->speakers->referents, candidate->referent);
      double score = candidate->score + 0.1 * MIN (candidate->n_mentions, 5);

      if (referent->kind == QUOTH_ENTITY_PERSON && referent->gender == wanted)
        score += 1.0;
      if (referent->kind == QUOTH_ENTITY_PERSON &&
          !quoth_referents_is_confirmed (self->speakers->referents, candidate->referent))
        score -= referent->gender == wanted ? 0.5 : 1.5;
      if (score > best)
        {
          second = best;
          best = score;
          found.referent = candidate->referent;
        }
      else
        second = MAX (second, score);
    }
  if (found.referent >= 0)
    found.confidence = quoth_speaker_evidence_rate (second <= MIN_SCORE
                                                    ? QUOTH_EVIDENCE_PRONOUN_ONLY
                                                    : best - second > CLEAR
                                                    ? QUOTH_EVIDENCE_PRONOUN_CLEAR
                                                    : QUOTH_EVIDENCE_PRONOUN);

  return found;
}

/* "I", "we": whoever says the words around. */
static QuothSpeakerFound
find_around (QuothSpeakers *self,
             guint          attribution)
{
  const QuothAttribution *inner = g_ptr_array_index (self->analysis->attributions, attribution);
  const QuothAttribution *outer;

  if (inner->parent < 0 || inner->parent >= (int) attribution)
    return (QuothSpeakerFound) { -1, 0 };
  outer = g_ptr_array_index (self->analysis->attributions, inner->parent);
  if (outer->speakers.len != 1)
    return (QuothSpeakerFound) { -1, 0 };

  return (QuothSpeakerFound) { quoth_short_array_index (&outer->speakers, int, 0),
                               outer->speaker_confidence };
}

/* "Ann Example, who said": the name just before. */
static QuothSpeakerFound
find_antecedent (QuothSpeakers *self,
                 guint          token)
{
  guint i = quoth_referents_find_mention (self->referents, token);
  const QuothMention *mention = i > 0
    ? &g_array_index (self->referents->mentions, QuothMention, i - 1) : NULL;

  if (mention == NULL || token - mention->end > 2)
    return (QuothSpeakerFound) { -1, 0 };

  return quoth_speaker_found (mention->referent, QUOTH_EVIDENCE_ANTECEDENT);
}

/**
 * quoth_speakers_find_pronoun:
 * @attribution: the one it is the source of
 * @token: a pronoun
 *
 * Finds who a pronoun means: of those it can mean the one most in the reader's mind, who was named
 * near, as the subject, as the last speaker.
 */
QuothSpeakerFound
quoth_speakers_find_pronoun (QuothSpeakers *self,
                             guint          attribution,
                             guint          token)
{
  PronounSearch search = { .speakers = self, .pronoun = find_pronoun (self, token),
                           .token = token };
  QuothSpeakerFound found;

  if (search.pronoun == PRONOUN_SELF)
    return find_around (self, attribution);
  if (search.pronoun == PRONOUN_WHO)
    return find_antecedent (self, token);

  search.sentence = quoth_text_find_sentence (self->text, self->text->tokens[token].span.start);
  search.quoted = (self->text->tokens[token].flags & QUOTH_TOKEN_QUOTED) != 0;
  search_mentions (&search);
  search_spoken (&search);
  found = choose (&search);

  if (found.referent >= 0 && (search.pronoun == PRONOUN_HE || search.pronoun == PRONOUN_SHE))
    {
      QuothReferent *referent = quoth_referents_get (self->referents, found.referent);

      quoth_referents_confirm (self->referents, found.referent, QUOTH_ENTITY_PERSON);
      if (referent->gender == QUOTH_GENDER_UNKNOWN)
        referent->gender = search.pronoun == PRONOUN_SHE ? QUOTH_GENDER_FEMALE : QUOTH_GENDER_MALE;
    }
  else
    found.confidence = quoth_speaker_evidence_rate (QUOTH_EVIDENCE_PRONOUN_THINGS);

  return found;
}
