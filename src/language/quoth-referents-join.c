#include "quoth-referents-private.h"

#include <string.h>

#define MAX_TITLED_NAME 6
#define MAX_TITLE 7

static const QuothName *
get_name (QuothReferents *self,
          guint           name)
{
  return &g_array_index (self->names, QuothName, name);
}

static gboolean
is_furniture (QuothReferents  *self,
              const QuothName *name)
{
  guint block = self->text->sentences[name->sentence].block;

  return self->text->blocks[block].kind == QUOTH_BLOCK_FURNITURE;
}

static guint
count_words (const QuothName *name)
{
  return name->core_end - name->core;
}

static QuothEntityKind
find_entity_kind (QuothReferents  *self,
                  const QuothName *name)
{
  if (name->kind == QUOTH_NAME_PLACE)
    return QUOTH_ENTITY_PLACE;
  if (name->kind == QUOTH_NAME_OTHER)
    return name->flags & QUOTH_NAME_DETERMINED || self->classes[name->core] & QUOTH_CLASS_DEMONYM
      ? QUOTH_ENTITY_ORGANISATION : QUOTH_ENTITY_PERSON;

  return name->kind == QUOTH_NAME_ORGANISATION ? QUOTH_ENTITY_ORGANISATION : QUOTH_ENTITY_PERSON;
}

static void
take_honorific (QuothReferents  *self,
                QuothReferent   *referent,
                const QuothName *name)
{
  guint32 start = self->text->tokens[name->first].span.start;

  if (referent->gender == QUOTH_GENDER_UNKNOWN &&
      name->flags & (QUOTH_NAME_FEMALE | QUOTH_NAME_MALE))
    referent->gender = name->flags & QUOTH_NAME_FEMALE ? QUOTH_GENDER_FEMALE : QUOTH_GENDER_MALE;
  if (name->core > name->first && referent->honorific == NULL)
    referent->honorific = g_strndup (self->text->text + start,
                                     self->text->tokens[name->core - 1].span.end - start);
}

/* Whether a name, with its title, begins a clause. */
static gboolean
is_subject (QuothReferents  *self,
            const QuothName *name)
{
  static const char * const openers[] = {
    "after", "although", "and", "as", "because", "before", "but", "how", "if", "since", "that",
    "the", "though", "when", "where", "whether", "while", "why", NULL
  };
  const guint32 title = QUOTH_CLASS_ROLE | QUOTH_CLASS_BODY | QUOTH_CLASS_CAPITAL |
    QUOTH_CLASS_STATUS | QUOTH_CLASS_COMMON;
  guint first = self->text->sentences[name->sentence].first;
  guint token = name->first;

  for (guint n = 0; n < MAX_TITLE && token > first; n++)
    {
      guint32 word = self->classes[token - 1];

      if ((word & title) == 0 || word & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_VERB))
        break;
      token -= token > first + 2 && self->classes[token - 2] & QUOTH_CLASS_POSSESSIVE ? 2 : 1;
    }
  if (token == first || quoth_token_is_any (self->text, token - 1, openers))
    return TRUE;

  return self->text->tokens[token - 1].kind != QUOTH_TOKEN_WORD &&
         self->text->tokens[token - 1].kind != QUOTH_TOKEN_NUMBER &&
         (self->classes[token - 1] & QUOTH_CLASS_POSSESSIVE) == 0;
}

static void
assign (QuothReferents *self,
        guint           i,
        int             referent)
{
  const QuothName *name = get_name (self, i);
  guint flags = name->flags & QUOTH_NAME_INSIDE ? QUOTH_MENTION_INSIDE : 0;

  self->name_referents[i] = referent;
  take_honorific (self, quoth_referents_get (self, referent), name);
  if (name->flags & QUOTH_NAME_GENERIC)
    flags |= QUOTH_MENTION_PLURAL;
  if (is_subject (self, name))
    flags |= QUOTH_MENTION_SUBJECT;
  quoth_referents_add_mention (self, referent, name->first, name->end, flags);
}

static void
see (QuothReferents *self,
     guint           i)
{
  const QuothName *name = get_name (self, i);
  QuothReferentRecord *record = quoth_referent_index_get (self->index, self->name_referents[i]);

  record->last_seen = name->first + 1;
  if (count_words (name) == 1 && name->core == name->first && record->n_words > 1)
    record->n_bare++;
}

/* "Royal Society of Examples (RSE)" */
static void
take_acronym (QuothReferents  *self,
              const QuothName *name,
              int              referent)
{
  guint token = name->end;

  if (token + 2 < self->text->sentences[name->sentence].end &&
      quoth_token_equals (self->text, token, "(") &&
      quoth_token_equals (self->text, token + 2, ")") &&
      self->classes[token + 1] & QUOTH_CLASS_ACRONYM)
    quoth_referent_index_put_alias (self->index, self, referent, token + 1);
}

static void
join_body (QuothReferents *self,
           guint           i)
{
  const QuothName *name = get_name (self, i);
  int referent = quoth_referent_index_find_body (self->index, self, name->core, name->core_end);

  if (referent < 0)
    {
      referent =
        quoth_referents_add (self, find_entity_kind (self, name), name->core, name->core_end);
      quoth_referents_get (self, referent)->named = TRUE;
    }
  quoth_referent_index_put_body (self->index, self, referent, name->core, name->core_end);
  if (name->kind == QUOTH_NAME_ORGANISATION &&
      quoth_referents_get (self, referent)->kind != QUOTH_ENTITY_PLACE)
    quoth_referents_confirm (self, referent, QUOTH_ENTITY_ORGANISATION);
  take_acronym (self, name, referent);
  assign (self, i, referent);
}

static void
join_person (QuothReferents *self,
             guint           i)
{
  const QuothName *name = get_name (self, i);
  int referent = count_words (name) > 1
    ? quoth_referent_index_find_person (self->index, self, name)
    : quoth_referent_index_find_surname (self->index, self, name);

  if (referent < 0)
    {
      referent =
        quoth_referents_add (self, find_entity_kind (self, name), name->core, name->core_end);
      quoth_referents_get (self, referent)->named = TRUE;
    }
  quoth_referent_index_put_person (self->index, self, referent, name);
  if (name->kind == QUOTH_NAME_PERSON)
    quoth_referents_confirm (self, referent, QUOTH_ENTITY_PERSON);
  assign (self, i, referent);
}

/* Names of several words say who they are; shorter ones lean on them, wherever they stand. */
static void
join_full_names (QuothReferents *self,
                 gboolean        furniture)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const QuothName *name = get_name (self, i);

      if (is_furniture (self, name) != furniture || count_words (name) < 2)
        continue;
      if (name->kind == QUOTH_NAME_ORGANISATION || name->kind == QUOTH_NAME_PLACE ||
          (name->kind == QUOTH_NAME_OTHER && name->flags & QUOTH_NAME_DETERMINED))
        join_body (self, i);
      else
        join_person (self, i);
    }
}

static void
join_short_name (QuothReferents *self,
                 guint           i)
{
  const QuothName *name = get_name (self, i);
  int referent;

  if (name->kind == QUOTH_NAME_PERSON)
    {
      join_person (self, i);
      return;
    }
  if (name->kind != QUOTH_NAME_OTHER || name->flags & QUOTH_NAME_DETERMINED)
    {
      if ((name->flags & QUOTH_NAME_WEAK) == 0)
        join_body (self, i);
      return;
    }
  referent = quoth_referent_index_find_surname (self->index, self, name);
  if (referent < 0 && (self->classes[name->core] & QUOTH_CLASS_ROLE) == 0)
    referent = quoth_referent_index_find_body (self->index, self, name->core, name->core_end);
  if (referent >= 0)
    {
      if (quoth_referents_get (self, referent)->kind == QUOTH_ENTITY_PERSON)
        quoth_referents_confirm (self, referent, QUOTH_ENTITY_PERSON);
      assign (self, i, referent);
    }
  else if ((name->flags & QUOTH_NAME_WEAK) == 0)
    join_person (self, i);
}

static void
join_short_names (QuothReferents *self,
                  gboolean        furniture)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const QuothName *name = get_name (self, i);

      if (is_furniture (self, name) != furniture)
        continue;
      if (self->name_referents[i] < 0 && count_words (name) == 1)
        join_short_name (self, i);
      if (self->name_referents[i] >= 0)
        see (self, i);
    }
}

/* Acronyms in brackets must be known before acronyms are looked up. */
void
quoth_referents_join_names (QuothReferents *self)
{
  for (guint furniture = FALSE; furniture <= TRUE; furniture++)
    {
      join_full_names (self, furniture);
      join_short_names (self, furniture);
    }
}

static guint
match_titled_name (QuothReferents *self,
                   guint           first,
                   guint           end)
{
  for (guint n = MIN (end - first, MAX_TITLED_NAME); n > 0; n--)
    {
      QuothName name = { first, first + n, first, first + n, 0, QUOTH_NAME_OTHER, QUOTH_NAME_WEAK };
      int referent = quoth_referent_index_find_body (self->index, self, first, first + n);

      if (referent < 0 && n == 1 && (self->classes[first] & QUOTH_CLASS_FUNCTION) == 0)
        referent = quoth_referent_index_find_surname (self->index, self, &name);
      if (referent < 0)
        continue;
      quoth_referents_add_mention (self, referent, first, first + n, 0);
      return n;
    }

  return 1;
}

/* In a headline where all words have capitals, only names that the text has elsewhere are seen. */
void
quoth_referents_join_titled (QuothReferents *self)
{
  for (guint s = 0; s < self->text->n_sentences; s++)
    {
      const QuothSentence *sentence = &self->text->sentences[s];

      if (!quoth_sentence_is_titled (self->text, s))
        continue;
      for (guint i = sentence->first; i < sentence->end;)
        if (self->classes[i] & QUOTH_CLASS_CAPITAL)
          i += match_titled_name (self, i, sentence->end);
        else
          i++;
    }
}
