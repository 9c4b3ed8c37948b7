#include "quoth-roles-find.h"

#define MAX_TITLE 9
#define MAX_BEFORE 14
#define MAX_RELATIVE 8
#define MAX_CLAUSE 20

/* The places around one name where its bearer's roles are told. */
typedef struct
{
  QuothRoles      *roles;
  QuothReferents  *referents;
  const QuothText *text;
  const guint32   *classes;
  const QuothName *name;
  int              referent;
  guint            first; /* of the sentence */
  guint            end;
} RoleFinder;

static gboolean
is_role (const QuothDescription *phrase)
{
  return phrase->head_kind == QUOTH_HEAD_ROLE && (phrase->flags & QUOTH_DESCRIPTION_PLURAL) == 0;
}

static void
add_role (RoleFinder       *self,
          QuothDescription *phrase)
{
  quoth_referents_confirm (self->referents, self->referent, QUOTH_ENTITY_PERSON);
  quoth_roles_add (self->roles, self->referent, phrase);
}

/* A word that may stand in a title before a name. */
static gboolean
may_precede (const RoleFinder *self,
             guint             token)
{
  guint32 word = self->classes[token];
  QuothSpan span = self->text->tokens[token].span;

  if (word & QUOTH_CLASS_FUNCTION && word & QUOTH_CLASS_FIRST && (word & QUOTH_CLASS_STATUS) == 0)
    return FALSE;
  if (word & (QUOTH_CLASS_ROLE | QUOTH_CLASS_BODY | QUOTH_CLASS_STATUS | QUOTH_CLASS_CAPITAL |
              QUOTH_CLASS_POSSESSIVE))
    return TRUE;
  if (self->text->tokens[token].kind != QUOTH_TOKEN_WORD ||
      word & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_VERB))
    return FALSE;

  return word & QUOTH_CLASS_COMMON || !g_str_has_prefix (self->text->text + span.end - 2, "ed");
}

/* "Example Trust chief executive Ann Example", "the council’s leader, Ann Example" */
static guint
find_title_start (const RoleFinder *self,
                  guint             end)
{
  static const char * const articles[] = { "the", "its", "a", "their", NULL };
  guint start = end;

  for (guint n = 0; n < MAX_TITLE && start > self->first; n++)
    {
      guint32 name = quoth_referents_name_until (self->referents, start);

      if (name > 0 && self->referents->name_referents[name - 1] >= 0)
        {
          int referent = self->referents->name_referents[name - 1];

          if (quoth_referents_get (self->referents, referent)->kind == QUOTH_ENTITY_PERSON &&
              (self->classes[start] & QUOTH_CLASS_POSSESSIVE) == 0)
            break;
          start = g_array_index (self->referents->names, QuothName, name - 1).first;
          continue;
        }
      if (!may_precede (self, start - 1))
        break;
      start--;
    }
  if (start > self->first && start < end && quoth_token_is_any (self->text, start - 1, articles))
    start--;

  return start;
}

static gboolean
find_title_before (RoleFinder *self)
{
  guint end = self->name->first;
  QuothDescription phrase;
  guint start;

  if (end == self->first || (self->classes[end - 1] & QUOTH_CLASS_ROLE) == 0)
    return FALSE;
  start = find_title_start (self, end);
  for (; start < end; start++)
    {
      if (!quoth_description_read (self->referents, start, end, &phrase))
        return FALSE;
      if (phrase.end != end)
        continue;
      if (is_role (&phrase))
        add_role (self, &phrase);
      return TRUE;
    }

  return FALSE;
}

/* "the director of Example Trust, Ann Example," */
static gboolean
find_description_before (RoleFinder *self)
{
  static const char * const articles[] = { "the", "its", "a", NULL };
  guint comma = self->name->first - 1;
  QuothDescription phrase;

  if (self->name->first <= self->first + 1 || !quoth_token_equals (self->text, comma, ","))
    return FALSE;
  for (guint start = comma - 1, n = 0; n < MAX_BEFORE && start > self->first; n++, start--)
    {
      if (!quoth_token_is_any (self->text, start, articles) &&
          quoth_referents_name_at (self->referents, start) == 0)
        continue;
      if (quoth_description_read (self->referents, start, comma, &phrase) && phrase.end == comma &&
          is_role (&phrase) && phrase.flags & QUOTH_DESCRIPTION_DEFINITE)
        {
          add_role (self, &phrase);
          return TRUE;
        }
    }
  if (quoth_description_read (self->referents, self->first, comma, &phrase) &&
      phrase.end == comma &&
      phrase.head_kind == QUOTH_HEAD_BODY && phrase.flags & QUOTH_DESCRIPTION_DEFINITE)
    quoth_referents_confirm (self->referents, self->referent, QUOTH_ENTITY_ORGANISATION);
  if (phrase.end != comma || !is_role (&phrase) || (phrase.flags & QUOTH_DESCRIPTION_DEFINITE) == 0)
    return FALSE;
  add_role (self, &phrase);

  return TRUE;
}

static gboolean
begins_person (const RoleFinder *self,
               guint             token)
{
  guint32 name = token < self->end ? quoth_referents_name_at (self->referents, token) : 0;
  int referent = name > 0 ? self->referents->name_referents[name - 1] : -1;

  return referent >= 0 &&
         quoth_referents_get (self->referents, referent)->kind == QUOTH_ENTITY_PERSON;
}

static gboolean
may_follow_role (const RoleFinder *self,
                 guint             token)
{
  static const char * const links[] = { "and", "who", NULL };

  return token >= self->end ||
         (self->text->tokens[token].kind != QUOTH_TOKEN_WORD &&
          (self->classes[token] & QUOTH_CLASS_POSSESSIVE) == 0) ||
         quoth_token_is_any (self->text, token, links);
}

/* "chair and founder of Example Trust": both are of the trust. */
static void
share_body (RoleFinder       *self,
            QuothDescription *phrase)
{
  QuothDescription next;

  if (phrase->organisation >= 0 || phrase->end + 1 >= self->end ||
      !quoth_token_equals (self->text, phrase->end, "and"))
    return;
  if (quoth_description_read (self->referents, phrase->end + 1, self->end, &next) &&
      is_role (&next) &&
      next.status == phrase->status &&
      (next.flags & (QUOTH_DESCRIPTION_ARTICLE | QUOTH_DESCRIPTION_DEFINITE)) == 0 &&
      next.flags & QUOTH_DESCRIPTION_COMPLETED)
    phrase->organisation = next.organisation;
}

/* "Ann Example, chief executive of Example Trust and a former nurse," */
static void
find_apposition (RoleFinder *self)
{
  guint token = self->name->end;
  QuothDescription phrase;

  if (token >= self->end || (!quoth_token_equals (self->text, token, ",") &&
                             !quoth_token_equals (self->text, token, "(")))
    return;
  token++;
  if (token + 1 < self->end && self->text->tokens[token].kind == QUOTH_TOKEN_NUMBER &&
      quoth_token_equals (self->text, token + 1, ","))
    token += 2;
  for (; token < self->end; token = phrase.end + 1)
    {
      if (!quoth_description_read (self->referents, token, self->end, &phrase) ||
          !is_role (&phrase) ||
          begins_person (self, phrase.end) || !may_follow_role (self, phrase.end))
        return;
      share_body (self, &phrase);
      add_role (self, &phrase);
      if (phrase.end >= self->end || !quoth_token_equals (self->text, phrase.end, "and"))
        return;
    }
}

/* "Example Trust’s review of parking", up to the next comma */
static guint
find_object_end (const RoleFinder *self,
                 guint             token)
{
  if (token >= self->end || (self->classes[token] & QUOTH_CLASS_POSSESSIVE) == 0)
    return token;
  for (guint n = 0; n < MAX_RELATIVE && token < self->end; n++, token++)
    if (self->text->tokens[token].kind != QUOTH_TOKEN_WORD &&
        (self->classes[token] & QUOTH_CLASS_POSSESSIVE) == 0)
      break;

  return token;
}

/* "Ann Example, who chairs the Example Trust," */
static void
find_relative (RoleFinder *self)
{
  guint token = self->name->end;
  QuothDescription phrase = { .organisation = -1 };

  if (token < self->end && quoth_token_equals (self->text, token, ","))
    token++;
  if (token + 2 >= self->end || !quoth_token_equals (self->text, token, "who"))
    return;
  token++;
  if (!quoth_tokens_are_listed (self->text, "role-verbs", token, token + 1))
    return;
  phrase.first = phrase.title = phrase.head = token;
  for (guint i = token + 1; i < self->end && i < token + MAX_RELATIVE; i++)
    {
      guint32 name = quoth_referents_name_at (self->referents, i);
      int referent = name > 0 ? self->referents->name_referents[name - 1] : -1;

      if (self->text->tokens[i].kind == QUOTH_TOKEN_PUNCTUATION &&
          (self->classes[i] & QUOTH_CLASS_POSSESSIVE) == 0)
        break;
      if (referent < 0 ||
          quoth_referents_get (self->referents, referent)->kind != QUOTH_ENTITY_ORGANISATION)
        continue;
      phrase.organisation = referent;
      phrase.end =
        find_object_end (self, g_array_index (self->referents->names, QuothName, name - 1).end);
      phrase.title_end = phrase.end;
      phrase.head_kind = QUOTH_HEAD_ROLE;
      add_role (self, &phrase);
      return;
    }
}

static gboolean
is_any (const RoleFinder   *self,
        guint               token,
        const char * const *words)
{
  return token < self->end && quoth_token_is_any (self->text, token, words);
}

/* Over ", who left in May," to what is said of the name itself. */
static guint
skip_relative (const RoleFinder *self,
               guint             token)
{
  if (token + 1 >= self->end || !quoth_token_equals (self->text, token, ",") ||
      !quoth_token_equals (self->text, token + 1, "who"))
    return token;
  for (guint n = 0; n < MAX_CLAUSE && token + 1 < self->end; n++)
    if (quoth_token_equals (self->text, ++token, ","))
      return token + 1;

  return self->end;
}

/* "is to become", "has been named", "was": what makes somebody something, and since when. */
static guint
skip_copula (const RoleFinder *self,
             guint             token,
             QuothRoleStatus  *status)
{
  static const char * const verbs[] = {
    "also", "appointed", "as", "be", "became", "become", "becomes", "been", "currently", "elected",
    "has", "is", "named", "now", "to", "was", "will", NULL
  };
  static const char * const future[] = { "to", "will", NULL };
  static const char * const finite[] = { "is", "was", "has", "becomes", "became", "will", NULL };
  guint first = token;

  *status = QUOTH_ROLE_CURRENT;
  if (!is_any (self, token, finite))
    return first;
  for (; is_any (self, token, verbs); token++)
    if (is_any (self, token, future))
      *status = QUOTH_ROLE_INCOMING;
  if (token == first + 1 && quoth_token_equals (self->text, first, "was"))
    *status = QUOTH_ROLE_FORMER;

  return token;
}

static void
find_copula_at (RoleFinder *self,
                guint       token)
{
  QuothRoleStatus status;
  guint start = skip_copula (self, token, &status);
  QuothDescription phrase;

  if (start == token || start >= self->end ||
      !quoth_description_read (self->referents, start, self->end, &phrase) || !is_role (&phrase) ||
      begins_person (self, phrase.end) ||
      (phrase.flags & (QUOTH_DESCRIPTION_ARTICLE | QUOTH_DESCRIPTION_COMPLETED)) == 0)
    return;
  if (phrase.status == QUOTH_ROLE_CURRENT)
    phrase.status = status;
  add_role (self, &phrase);
}

/* "Ann Example is the chief executive of Example Trust." "Ann Example, who was its chair, …" */
static void
find_copula (RoleFinder *self)
{
  guint token = self->name->end;

  if (token + 2 >= self->end)
    return;
  if (quoth_token_equals (self->text, token, ",") &&
      quoth_token_equals (self->text, token + 1, "who"))
    find_copula_at (self, token + 2);
  token = skip_relative (self, token);
  if (token < self->end)
    find_copula_at (self, token);
}

/* "Ann Example, of Example Trust," is there without a role that is told. */
static void
find_affiliation (RoleFinder *self)
{
  static const char * const links[] = { "of", "from", "at", "for", NULL };
  guint token = self->name->end;
  guint32 name;
  int referent = -1;

  if (token < self->end && quoth_token_equals (self->text, token, ","))
    token++;
  if (!is_any (self, token, links))
    return;
  token++;
  if (token < self->end && quoth_token_equals (self->text, token, "the"))
    token++;
  name = token < self->end ? quoth_referents_name_at (self->referents, token) : 0;
  if (name > 0)
    referent = self->referents->name_referents[name - 1];
  else if (token < self->end && self->classes[token] & QUOTH_CLASS_BODY &&
           quoth_token_equals (self->text, token - 1, "the"))
    referent = quoth_referents_find_kind (self->referents, token);
  if (referent >= 0 &&
      quoth_referents_get (self->referents, referent)->kind == QUOTH_ENTITY_ORGANISATION)
    quoth_roles_add_affiliation (self->roles, self->referent, referent, token);
}

/* The roles that the text states around the names of people. */
void
quoth_roles_find (QuothRoles *self)
{
  QuothReferents *referents = self->referents;

  for (guint i = 0; i < referents->names->len; i++)
    {
      const QuothName *name = &g_array_index (referents->names, QuothName, i);
      const QuothSentence *sentence = &referents->text->sentences[name->sentence];
      RoleFinder finder = { self, referents, referents->text, referents->classes, name,
                            referents->name_referents[i], sentence->first, sentence->end };

      if (finder.referent < 0 || name->flags & (QUOTH_NAME_INSIDE | QUOTH_NAME_DETERMINED) ||
          quoth_referents_get (referents, finder.referent)->kind != QUOTH_ENTITY_PERSON)
        continue;
      if (!find_title_before (&finder))
        find_description_before (&finder);
      find_apposition (&finder);
      find_relative (&finder);
      find_copula (&finder);
      find_affiliation (&finder);
    }
}
