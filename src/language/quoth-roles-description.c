#include "quoth-roles.h"

#include <string.h>

#define MAX_COMPLEMENT 12
#define MAX_WORDS 40
#define MAX_BACK 60

/* Reading a description from left to right. */
typedef struct
{
  QuothReferents *referents;
  const QuothText *text;
  const guint32  *classes;
  QuothDescription    *phrase;
  guint           end;
  guint           token;
} PhraseReader;

static gboolean
is (const PhraseReader *self,
    guint               token,
    const char         *word)
{
  return token < self->end && quoth_token_equals (self->text, token, word);
}

static gboolean
is_any (const PhraseReader *self,
        guint               token,
        const char * const *words)
{
  return token < self->end && quoth_token_is_any (self->text, token, words);
}

/* A council is no firm, and neither is any other body that says what it is. */
static gboolean
may_be_firm (QuothReferents     *self,
             const QuothMention *mention)
{
  guint32 last = self->classes[mention->end - 1];

  return (last & QUOTH_CLASS_BODY) == 0 || last & (QUOTH_CLASS_SUFFIX | QUOTH_CLASS_GENERAL);
}

static double
score_owner (const QuothMention *mention,
             guint               distance,
             guint               n)
{
  return 4.0 - distance - 0.05 * n + (mention->flags & QUOTH_MENTION_SUBJECT ? 0.6 : 0)
    - (mention->flags & QUOTH_MENTION_INSIDE ? 0.5 : 0);
}

static int
find_salient_body (QuothReferents *self,
                   guint           token,
                   gboolean        firm)
{
  guint sentence = quoth_text_find_sentence (self->text, self->text->tokens[token].span.start);
  double best_score = 0;
  int best = -1;

  for (guint n = 0, i = quoth_referents_find_mention (self, token); i > 0 && n < MAX_BACK; n++)
    {
      const QuothMention *mention = &g_array_index (self->mentions, QuothMention, --i);
      guint distance = sentence - MIN (mention->sentence, sentence);
      double score = score_owner (mention, distance, n);

      if (distance > 3)
        break;
      if (quoth_referents_get (self, mention->referent)->kind == QUOTH_ENTITY_ORGANISATION &&
          (mention->flags & QUOTH_MENTION_PLURAL) == 0 && (!firm || may_be_firm (self, mention)) &&
          score > best_score)
        {
          best = mention->referent;
          best_score = score;
        }
    }

  return best;
}

/**
 * quoth_referents_find_owner:
 *
 * Returns: the organisation that "its" means at @token, or -1
 */
int
quoth_referents_find_owner (QuothReferents *self,
                            guint           token)
{
  return find_salient_body (self, token, FALSE);
}

/**
 * quoth_referents_find_kind:
 * @token: a noun such as "council", "trust"
 *
 * Returns: the organisation named last before @token with that noun in its name; for a noun that
 *   any body is called by, the one in the reader's mind; or -1
 */
int
quoth_referents_find_kind (QuothReferents *self,
                           guint           token)
{
  for (guint n = 0, i = quoth_referents_find_mention (self, token); i > 0 && n < MAX_BACK; n++)
    {
      const QuothMention *mention = &g_array_index (self->mentions, QuothMention, --i);
      const QuothReferent *referent = quoth_referents_get (self, mention->referent);

      if (referent->kind == QUOTH_ENTITY_ORGANISATION && referent->named &&
          (mention->flags & QUOTH_MENTION_DESCRIPTION) == 0 &&
          quoth_tokens_have_word (self->text, mention->first, mention->end, token))
        return mention->referent;
    }

  if ((self->classes[token] & QUOTH_CLASS_GENERAL) == 0)
    return -1;

  return find_salient_body (self, token, (self->classes[token] & QUOTH_CLASS_SUFFIX) != 0);
}

/* A name that nothing is known of but that somebody is its director, say. */
static gboolean
becomes_body (const PhraseReader *self,
              const QuothName    *name,
              int                 referent,
              guint               role)
{
  if (quoth_referents_is_confirmed (self->referents, referent) ||
      quoth_referents_get (self->referents, referent)->kind == QUOTH_ENTITY_PLACE ||
      name->flags & (QUOTH_NAME_HONORIFIC | QUOTH_NAME_FEMALE | QUOTH_NAME_MALE |
                     QUOTH_NAME_INSIDE) ||
      !quoth_tokens_are_listed (self->text, "body-roles", role, role + 1))
    return FALSE;
  quoth_referents_confirm (self->referents, referent, QUOTH_ENTITY_ORGANISATION);

  return TRUE;
}

static void
read_article (PhraseReader *self)
{
  static const char * const definite[] = { "the", "this", "that", NULL };
  static const char * const owned[] = { "its", "their", "our", NULL };
  static const char * const personal[] = { "his", "her", "my", NULL };
  static const char * const indefinite[] = { "a", "an", "one", "another", "some", "any", "two",
                                             "three",
                                             "several", "many", "other", NULL };
  guint flags = 0;

  if (is_any (self, self->token, definite))
    flags = QUOTH_DESCRIPTION_DEFINITE;
  else if (is_any (self, self->token, owned))
    {
      flags = QUOTH_DESCRIPTION_DEFINITE;
      self->phrase->organisation = quoth_referents_find_owner (self->referents, self->token);
    }
  else if (is_any (self, self->token, personal))
    flags = QUOTH_DESCRIPTION_DEFINITE | QUOTH_DESCRIPTION_PERSONAL;
  else if (is_any (self, self->token, indefinite))
    flags = QUOTH_DESCRIPTION_INDEFINITE;
  if (flags != 0)
    self->token++;
  self->phrase->flags |= flags | (flags != 0 ? QUOTH_DESCRIPTION_ARTICLE : 0);
}

static void
take_head (PhraseReader  *self,
           QuothHeadKind  kind)
{
  QuothDescription *phrase = self->phrase;

  if (kind == QUOTH_HEAD_ROLE && phrase->head_kind == QUOTH_HEAD_BODY && phrase->organisation < 0)
    phrase->organisation = quoth_referents_find_kind (self->referents, phrase->head);
  self->phrase->head = self->token;
  self->phrase->head_kind = kind;
  self->phrase->flags &= ~QUOTH_DESCRIPTION_PLURAL;
  if (self->classes[self->token] & QUOTH_CLASS_PLURAL)
    self->phrase->flags |= QUOTH_DESCRIPTION_PLURAL;
}

static void
take_status (PhraseReader *self)
{
  const QuothWordList *list = quoth_model_find_list (self->text->model, "role-status");
  QuothSpan span = self->text->tokens[self->token].span;
  const char *value =
    quoth_word_list_lookup (list, self->text->text + span.start, quoth_span_length (span));

  if (value == NULL || *value == 'f')
    self->phrase->status = QUOTH_ROLE_FORMER;
  else if (*value == 'a')
    self->phrase->status = QUOTH_ROLE_ACTING;
  else if (*value == 'i')
    self->phrase->status = QUOTH_ROLE_INCOMING;
}

/* What came so far was the owner: "the council’s", "Example Trust’s". */
static void
take_owner (PhraseReader *self)
{
  QuothDescription *phrase = self->phrase;

  if (phrase->head_kind == QUOTH_HEAD_BODY)
    phrase->organisation = quoth_referents_find_kind (self->referents, phrase->head);
  phrase->flags |= QUOTH_DESCRIPTION_DEFINITE;
  phrase->flags &= ~(QUOTH_DESCRIPTION_INDEFINITE | QUOTH_DESCRIPTION_PLURAL);
  phrase->head_kind = QUOTH_HEAD_NONE;
  phrase->title = self->token + 1;
}

/* Returns FALSE where a person's name ends the description. */
static gboolean
read_name (PhraseReader *self)
{
  guint place = quoth_referents_name_at (self->referents, self->token) - 1;
  const QuothName *name = &g_array_index (self->referents->names, QuothName, place);
  int referent = self->referents->name_referents[place];
  QuothEntityKind kind = quoth_referents_get (self->referents, referent)->kind;

  if (name->end < self->end && becomes_body (self, name, referent, name->end))
    kind = QUOTH_ENTITY_ORGANISATION;
  else if (!quoth_referents_is_confirmed (self->referents, referent) &&
           name->end - name->first == 1)
    kind = QUOTH_ENTITY_PLACE;
  if (kind == QUOTH_ENTITY_PERSON && !is (self, name->end, "'s") && !is (self, name->end, "’s") &&
      name->end < self->end && (self->classes[name->end] & QUOTH_CLASS_ROLE) == 0)
    return FALSE;
  if (kind == QUOTH_ENTITY_PERSON && name->end >= self->end)
    return FALSE;

  if (kind == QUOTH_ENTITY_ORGANISATION)
    {
      self->phrase->organisation = referent;
      take_head (self, QUOTH_HEAD_NAME);
    }
  else
    take_head (self, QUOTH_HEAD_NONE);
  if (self->phrase->title == self->token)
    {
      self->phrase->title = name->end;
      if ((self->phrase->flags & QUOTH_DESCRIPTION_ARTICLE) == 0)
        self->phrase->flags |= QUOTH_DESCRIPTION_DEFINITE;
    }
  self->token = name->end;

  return TRUE;
}

static gboolean
is_modifier (const PhraseReader *self)
{
  guint32 word = self->classes[self->token];
  QuothSpan span = self->text->tokens[self->token].span;
  const char *last = self->text->text + span.end;

  if (self->text->tokens[self->token].kind != QUOTH_TOKEN_WORD)
    return self->text->tokens[self->token].kind == QUOTH_TOKEN_NUMBER &&
           self->phrase->head_kind != QUOTH_HEAD_ROLE;
  if (word & QUOTH_CLASS_FUNCTION &&
      (word & (QUOTH_CLASS_CAPITAL | QUOTH_CLASS_FIRST)) != QUOTH_CLASS_CAPITAL)
    return is (self, self->token, "and") && self->phrase->head_kind == QUOTH_HEAD_NONE &&
           self->token > self->phrase->first + 1 && self->token + 2 < self->end &&
           (self->classes[self->token + 1] & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_VERB)) == 0;
  if (word & QUOTH_CLASS_VERB)
    return self->phrase->head_kind != QUOTH_HEAD_ROLE && quoth_span_length (span) > 4 &&
           (g_str_has_prefix (last - 3, "ing") || g_str_has_prefix (last - 2, "ed"));

  return TRUE;
}

/* Reads one more word of the description; FALSE at its end. */
static gboolean
read_word (PhraseReader *self)
{
  guint32 word = self->classes[self->token];
  guint32 name = quoth_referents_name_at (self->referents, self->token);

  if (name > 0 && self->referents->name_referents[name - 1] >= 0)
    return read_name (self);
  if (word & QUOTH_CLASS_POSSESSIVE)
    take_owner (self);
  else if (word & QUOTH_CLASS_STATUS && self->phrase->head_kind != QUOTH_HEAD_ROLE)
    {
      take_status (self);
      if (word & QUOTH_CLASS_ROLE)
        take_head (self, QUOTH_HEAD_ROLE);
      else if (self->phrase->title == self->token)
        self->phrase->title++;
    }
  else if (word & QUOTH_CLASS_ROLE)
    take_head (self, QUOTH_HEAD_ROLE);
  else if (word & QUOTH_CLASS_BODY && self->text->tokens[self->token].kind == QUOTH_TOKEN_WORD)
    take_head (self, QUOTH_HEAD_BODY);
  else if (word & QUOTH_CLASS_DOCUMENT)
    take_head (self, QUOTH_HEAD_DOCUMENT);
  else if (!is_modifier (self))
    return FALSE;
  else
    take_head (self, QUOTH_HEAD_NONE);
  self->token++;

  return TRUE;
}

static gboolean
ends_complement (const PhraseReader *self,
                 guint               token)
{
  static const char * const ends[] = { "who", "which", "that", "whose", "and", "when", "as",
                                       "said", "says",
                                       "has", "had", "was", "is", NULL };

  return (self->text->tokens[token].kind != QUOTH_TOKEN_WORD &&
          self->text->tokens[token].kind != QUOTH_TOKEN_NUMBER &&
          (self->classes[token] & QUOTH_CLASS_POSSESSIVE) == 0) ||
         is_any (self, token, ends);
}

static gboolean
is_body_link (const PhraseReader *self,
              guint               token)
{
  static const char * const links[] = { "of", "for", "at", "with", NULL };

  return is_any (self, token, links);
}

/* "of commissioning at Example Trust": whose the role is, and where the title ends. */
static void
read_complement (PhraseReader *self)
{
  static const char * const links[] = { "of", "for", "at", "in", "with", "to", "on", "from", "by",
                                        NULL };
  QuothDescription *phrase = self->phrase;
  guint link = self->token;
  guint token = self->token;
  gboolean owned = FALSE;

  if (!is_any (self, token, links))
    return;
  for (guint n = 0; token < self->end && n < MAX_COMPLEMENT && !ends_complement (self, token); n++)
    {
      guint32 place = quoth_referents_name_at (self->referents, token);
      int referent = place > 0 ? self->referents->name_referents[place - 1] : -1;

      if (is_any (self, token, links))
        link = token;
      if (referent < 0)
        {
          if (self->classes[token] & QUOTH_CLASS_BODY && phrase->organisation < 0 &&
              is (self, link + 1, "the"))
            phrase->organisation = quoth_referents_find_kind (self->referents, token);
          token++;
          continue;
        }
      if (is_body_link (self, link) && phrase->head_kind == QUOTH_HEAD_ROLE)
        becomes_body (self, &g_array_index (self->referents->names, QuothName, place - 1),
                      referent, phrase->head);
      token = g_array_index (self->referents->names, QuothName, place - 1).end;
      if (quoth_referents_get (self->referents, referent)->kind != QUOTH_ENTITY_ORGANISATION)
        continue;
      phrase->organisation = referent;
      phrase->title_end = link;
      owned = TRUE;
      break;
    }
  phrase->flags |= QUOTH_DESCRIPTION_COMPLETED;
  phrase->end = token;
  if (!owned)
    phrase->title_end = token;
}

/**
 * quoth_description_read:
 * @first: where a description may begin
 * @end: where it ends at the latest
 * @phrase: (out): the description
 *
 * Reads a noun phrase by its words: article or owner, modifiers, head, and what it is the head of.
 *
 * Returns: whether there is one
 */
gboolean
quoth_description_read (QuothReferents   *referents,
                        guint             first,
                        guint             end,
                        QuothDescription *phrase)
{
  PhraseReader self = { referents, referents->text, referents->classes, phrase,
                        MIN (end, first + MAX_WORDS), first };

  guint start;

  *phrase = (QuothDescription) { .first = first, .end = first, .organisation = -1 };
  read_article (&self);
  start = phrase->title = self.token;
  while (self.token < self.end && read_word (&self))
    ;
  if (self.token == start)
    return FALSE;

  phrase->end = phrase->title_end = self.token;
  if (phrase->head_kind == QUOTH_HEAD_ROLE || phrase->head_kind == QUOTH_HEAD_DOCUMENT)
    read_complement (&self);

  return TRUE;
}
