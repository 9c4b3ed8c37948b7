#include "quoth-speakers-private.h"

#define MAX_SPEAKERS 4
#define MAX_NAME 8

/* Reading a source from left to right: who is named, who is only part of a description. */
typedef struct
{
  QuothSpeakers    *speakers;
  QuothReferents   *referents;
  const QuothText  *text;
  const guint32    *classes;
  QuothAttribution *attribution;
  guint             place;
  guint             token;
  guint             end;
  float             confidence;
} SourceReader;

static void
add_speaker (SourceReader      *self,
             QuothSpeakerFound  found)
{
  QuothShortArray *speakers = &self->attribution->speakers;

  if (found.referent < 0 || speakers->len >= MAX_SPEAKERS)
    return;
  for (guint i = 0; i < speakers->len; i++)
    if (quoth_short_array_index (speakers, int, i) == found.referent)
      return;
  quoth_short_array_append_val (speakers, found.referent);
  self->confidence = MIN (self->confidence, found.confidence);
}

static gboolean
is (const SourceReader *self,
    guint               token,
    const char         *word)
{
  return token < self->end && quoth_token_equals (self->text, token, word);
}

/* The name that begins at a token; -1 when there is none or nobody is known to bear it. */
static int
find_name (SourceReader *self,
           guint         token,
           guint        *end)
{
  guint32 place = token < self->end ? quoth_referents_name_at (self->referents, token) : 0;
  const QuothMention *mention;
  guint i;

  if (place > 0 && self->referents->name_referents[place - 1] >= 0)
    {
      *end = g_array_index (self->referents->names, QuothName, place - 1).end;
      return self->referents->name_referents[place - 1];
    }
  i = quoth_referents_find_mention (self->referents, token);
  if (token >= self->end || i >= self->referents->mentions->len)
    return -1;
  mention = &g_array_index (self->referents->mentions, QuothMention, i);
  if (mention->first != token || mention->flags & QUOTH_MENTION_DESCRIPTION)
    return -1;
  *end = mention->end;

  return mention->referent;
}

static gboolean
ends_name (const SourceReader *self,
           guint               token)
{
  return token >= self->end ||
         (self->text->tokens[token].kind != QUOTH_TOKEN_WORD &&
          (self->classes[token] & QUOTH_CLASS_POSSESSIVE) == 0) ||
         (self->classes[token] & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_POST_NOMINAL)) != 0 ||
         (self->classes[token] & QUOTH_CLASS_POSSESSIVE && token + 1 >= self->end);
}

/* A bare name; settles that it is somebody's. */
static gboolean
read_name (SourceReader *self)
{
  QuothReferent *referent;
  guint end = self->token;
  int found = find_name (self, self->token, &end);

  if (found < 0 || !ends_name (self, end))
    return FALSE;
  referent = quoth_referents_get (self->referents, found);
  quoth_referents_confirm (self->referents, found,
                           referent->kind == QUOTH_ENTITY_PERSON ? QUOTH_ENTITY_PERSON
                                                                 : QUOTH_ENTITY_ORGANISATION);
  add_speaker (self, quoth_speaker_found (found, QUOTH_EVIDENCE_NAME));
  self->token = end;

  return TRUE;
}

static gboolean
begins_person (SourceReader *self,
               guint         token)
{
  guint end;
  int found = find_name (self, token, &end);

  if (found >= 0 && end < self->end && self->classes[end] & QUOTH_CLASS_POSSESSIVE)
    return FALSE;

  return found >= 0 && quoth_referents_get (self->referents, found)->kind == QUOTH_ENTITY_PERSON;
}

/* "the director of Example Trust, Ann Example": the name is whom the description describes. */
static gboolean
skip_title (SourceReader           *self,
            const QuothDescription *phrase)
{
  guint next = phrase->end;
  guint end;

  if (is (self, next, ",") && phrase->flags & QUOTH_DESCRIPTION_DEFINITE)
    next++;
  if (next > phrase->end && phrase->head_kind == QUOTH_HEAD_BODY &&
      find_name (self, next, &end) >= 0)
    {
      self->token = next;
      return read_name (self);
    }
  if ((phrase->head_kind == QUOTH_HEAD_NAME && next > phrase->end) || !begins_person (self, next))
    return FALSE;
  self->token = next;

  return read_name (self);
}

/* Words with a capital that no name was made of, as at the start of a sentence. */
static gboolean
read_capitals (SourceReader *self)
{
  guint end = self->token;
  int referent;

  while (end < self->end && self->classes[end] & QUOTH_CLASS_CAPITAL &&
         (self->classes[end] & QUOTH_CLASS_FUNCTION) == 0)
    end++;
  if (end == self->token || !ends_name (self, end) ||
      (end - self->token == 1 &&
       self->classes[self->token] & (QUOTH_CLASS_ROLE | QUOTH_CLASS_BODY | QUOTH_CLASS_DEMONYM |
                                     QUOTH_CLASS_COMMON)))
    return FALSE;
  referent = quoth_referents_add (self->referents, QUOTH_ENTITY_PERSON, self->token, end);
  quoth_referents_get (self->referents, referent)->named = TRUE;
  quoth_referents_confirm (self->referents, referent,
                           self->classes[end - 1] & QUOTH_CLASS_BODY ? QUOTH_ENTITY_ORGANISATION
                                                                    : QUOTH_ENTITY_PERSON);
  quoth_referents_add_mention (self->referents, referent, self->token, end, 0);
  add_speaker (self, quoth_speaker_found (referent, QUOTH_EVIDENCE_CAPITALS));
  self->token = end;

  return TRUE;
}

static gboolean
read_one (SourceReader *self)
{
  QuothDescription phrase;

  if (quoth_speakers_is_pronoun (self->speakers, self->token) &&
      (self->token + 1 >= self->end || (self->classes[self->token + 1] & QUOTH_CLASS_FUNCTION) ||
       self->text->tokens[self->token + 1].kind != QUOTH_TOKEN_WORD))
    {
      add_speaker (self, quoth_speakers_find_pronoun (self->speakers, self->place, self->token));
      self->token++;
      return TRUE;
    }
  if (read_name (self))
    return TRUE;
  if (is (self, self->token, "the") && self->token + 1 < self->end)
    {
      self->token++;
      if (read_name (self))
        return TRUE;
      self->token--;
    }
  if (!quoth_description_read (self->referents, self->token, self->end, &phrase) ||
      phrase.end == self->token)
    return FALSE;
  if (skip_title (self, &phrase))
    return TRUE;
  if (phrase.head_kind == QUOTH_HEAD_NONE && read_capitals (self))
    return TRUE;
  add_speaker (self, quoth_speakers_find_described (self->speakers, &phrase));
  self->token = phrase.end;

  return TRUE;
}

/* Whether what follows "and" or a comma is somebody else rather than a further role of the same
 * person or the rest of a body's name. */
static gboolean
begins_other (SourceReader *self,
              gboolean      direct)
{
  QuothDescription phrase;

  if (begins_person (self, self->token) || quoth_speakers_is_pronoun (self->speakers, self->token))
    return TRUE;
  if (!quoth_description_read (self->referents, self->token, self->end, &phrase) ||
      phrase.end == self->token)
    return direct;

  return direct || begins_person (self, phrase.end);
}

/* A source that begins inside a name begins with the name: "Rivers" of the Board for Rivers. */
static void
find_name_start (SourceReader *self)
{
  guint sentence =
    quoth_text_find_sentence (self->text, self->text->tokens[self->token].span.start);
  guint first = self->text->sentences[MIN (sentence, self->text->n_sentences - 1)].first;

  for (guint i = self->token; i > first && self->token - i < MAX_NAME; i--)
    {
      guint32 name = quoth_referents_name_at (self->referents, i - 1);

      if (name > 0 && g_array_index (self->referents->names, QuothName, name - 1).end > self->token)
        {
          self->token = i - 1;
          return;
        }
    }
}

/* No place is a "who": whoever was named before it is meant. */
static void
skip_place (SourceReader *self)
{
  guint32 name = quoth_referents_name_at (self->referents, self->token);
  guint end = self->end;

  if (name == 0 ||
      g_array_index (self->referents->names, QuothName, name - 1).kind != QUOTH_NAME_PLACE ||
      end + 1 >= self->text->n_tokens || !quoth_token_equals (self->text, end, ",") ||
      !quoth_token_equals (self->text, end + 1, "who"))
    return;
  for (guint i = quoth_referents_find_mention (self->referents, self->token); i > 0; i--)
    {
      const QuothMention *mention = &g_array_index (self->referents->mentions, QuothMention, i - 1);

      if (mention->sentence != g_array_index (self->referents->names, QuothName, name - 1).sentence)
        return;
      if (quoth_referents_get (self->referents, mention->referent)->kind != QUOTH_ENTITY_PERSON ||
          !quoth_referents_is_confirmed (self->referents, mention->referent))
        continue;
      self->token = mention->first;
      self->end = mention->end;
      return;
    }
}

static gboolean
has_and (const SourceReader *self,
         guint               token)
{
  for (; token < self->end; token++)
    if (is (self, token, "and") || is (self, token, "&"))
      return TRUE;

  return FALSE;
}

/* Over the rest of whoever was read: appositions, where from, the names inside them. */
static void
skip_rest (SourceReader *self)
{
  while (self->token < self->end && !is (self, self->token, "and") &&
         !is (self, self->token, "&") &&
         !is (self, self->token, ","))
    {
      guint32 name = quoth_referents_name_at (self->referents, self->token);

      self->token = name > 0 ? g_array_index (self->referents->names, QuothName, name - 1).end
                             : self->token + 1;
    }
}

static void
read_others (SourceReader *self)
{
  gboolean direct = TRUE;

  while (self->token < self->end)
    {
      guint before = self->token;
      gboolean comma;

      skip_rest (self);
      direct = direct && self->token == before;
      comma = is (self, self->token, ",");
      self->token++;
      if (self->token >= self->end)
        return;
      if (comma)
        {
          direct = FALSE;
          if (!has_and (self, self->token) && !is (self, self->token, "and"))
            continue;
        }
      if (is (self, self->token, "and"))
        continue;
      if (begins_other (self, direct && !comma) && read_one (self))
        direct = TRUE;
    }
}

/**
 * quoth_speakers_read_source:
 * @attribution: gets the speakers
 * @source: one of its sources
 *
 * Returns: how sure the speakers found are, 1 when there are none
 */
float
quoth_speakers_read_source (QuothSpeakers *self,
                            guint          attribution,
                            QuothSpan      source)
{
  SourceReader reader = { self, self->referents, self->text, self->classes,
                          g_ptr_array_index (self->analysis->attributions, attribution),
                          attribution,
                          quoth_text_find_token (self->text, source.start), 0, 1 };

  if (!quoth_span_is_empty (source))
    reader.end = MIN (quoth_text_find_token (self->text, source.end - 1) + 1, self->text->n_tokens);
  if (is (&reader, reader.token, "both"))
    reader.token++;
  if (reader.token >= reader.end)
    return reader.confidence;
  find_name_start (&reader);
  skip_place (&reader);
  if (!read_one (&reader))
    return reader.confidence;

  /* "Other members, including Ann Example and Bob Sample" are not these two. */
  if (reader.attribution->speakers.len > 0 || is (&reader, reader.token, "and"))
    read_others (&reader);

  return reader.confidence;
}
