#include "quoth-names-private.h"

#define MAX_PERSON 5

/* A run of capitals may hold a body, a title and a person: "Example Council Leader Ann Example". */
typedef struct
{
  const QuothText *text;
  const guint32   *classes;
  GArray          *names;
  guint            sentence;
} RunSplitter;

/* Whose gender a first name tells; an initial before it tells nothing. */
static guint
find_gender (const RunSplitter *self,
             const QuothName   *name)
{
  guint32 titles = 0;
  guint first = name->core;

  for (guint i = name->first; i < name->core; i++)
    titles |= self->classes[i];
  if (titles & QUOTH_CLASS_TITLE_FEMALE)
    return QUOTH_NAME_FEMALE;
  if (titles & QUOTH_CLASS_TITLE_MALE)
    return QUOTH_NAME_MALE;
  while (first + 1 < name->core_end &&
         (self->classes[first] & QUOTH_CLASS_INITIAL ||
          (self->classes[first] & QUOTH_CLASS_CAPITAL) == 0))
    first++;
  if (self->classes[first] & QUOTH_CLASS_FIRST_FEMALE && name->core_end - first > 1)
    return QUOTH_NAME_FEMALE;
  if (self->classes[first] & QUOTH_CLASS_FIRST_MALE && name->core_end - first > 1)
    return QUOTH_NAME_MALE;

  return 0;
}

static gboolean
is_determined (const RunSplitter *self,
               guint              token)
{
  guint first = self->text->sentences[self->sentence].first;

  return token > first && (quoth_token_equals (self->text, token - 1, "the") ||
                           quoth_token_equals (self->text, token - 1, "a") ||
                           quoth_token_equals (self->text, token - 1, "an"));
}

static void
add_name (RunSplitter   *self,
          guint          first,
          guint          core,
          guint          end,
          QuothNameKind  kind,
          guint          flags)
{
  QuothName name = { first, end, core, end, self->sentence, kind, flags };

  while (name.core_end - name.core > 1 &&
         self->classes[name.core_end - 1] & QUOTH_CLASS_POST_NOMINAL)
    name.core_end--;
  if (kind == QUOTH_NAME_PERSON || kind == QUOTH_NAME_OTHER)
    name.flags |= find_gender (self, &name);
  if (core > first)
    name.flags |= QUOTH_NAME_HONORIFIC;
  if (is_determined (self, first))
    name.flags |= QUOTH_NAME_DETERMINED;

  g_array_append_val (self->names, name);
}

static gboolean
has_initial (const RunSplitter *self,
             guint              first,
             guint              end)
{
  for (guint i = first; i + 1 < end; i++)
    if (self->classes[i] & QUOTH_CLASS_INITIAL)
      return TRUE;

  return FALSE;
}

/* "Example Trust", "Board of Examples", but not "Ann Church". */
static gboolean
names_body (const RunSplitter *self,
            guint              first,
            guint              end)
{
  guint32 last = self->classes[end - 1];

  if (self->classes[first] & QUOTH_CLASS_FIRST_NAME && last & QUOTH_CLASS_SURNAME &&
      end - first <= 3)
    return FALSE;
  if (last & QUOTH_CLASS_BODY)
    return end - first > 1;
  for (guint i = first + 1; i + 1 < end; i++)
    if ((self->classes[i] & QUOTH_CLASS_CAPITAL) == 0 && self->classes[i - 1] & QUOTH_CLASS_BODY)
      return TRUE;

  return FALSE;
}

static gboolean
is_plural_role (const RunSplitter *self,
                guint              token)
{
  const guint32 plural = QUOTH_CLASS_ROLE | QUOTH_CLASS_PLURAL;

  return (self->classes[token] & plural) == plural &&
         (self->classes[token] & QUOTH_CLASS_BODY) == 0;
}

static QuothNameKind
find_kind (const RunSplitter *self,
           guint              first,
           guint              end)
{
  guint32 word = self->classes[first];
  guint n = end - first;

  if (quoth_tokens_are_listed (self->text, "organisations", first, end))
    return QUOTH_NAME_ORGANISATION;
  if (quoth_tokens_are_listed (self->text, "places", first, end))
    return QUOTH_NAME_PLACE;
  if (names_body (self, first, end))
    return QUOTH_NAME_ORGANISATION;
  if (word & QUOTH_CLASS_ACRONYM && (word & QUOTH_CLASS_INITIAL) == 0)
    {
      if (word & QUOTH_CLASS_ROLE || (n > 1 && word & QUOTH_CLASS_FIRST_NAME))
        return QUOTH_NAME_OTHER;
      return QUOTH_NAME_ORGANISATION;
    }
  if (word & QUOTH_CLASS_BODY && (word & QUOTH_CLASS_FIRST_NAME) == 0 && n > 1)
    return QUOTH_NAME_ORGANISATION;
  if (n > 1 && is_plural_role (self, end - 1) &&
      (word & (QUOTH_CLASS_FIRST_NAME | QUOTH_CLASS_COMMON)) == 0)
    return QUOTH_NAME_ORGANISATION;
  if (n > 1 && (word & QUOTH_CLASS_FIRST_NAME) == 0 &&
      (self->classes[end - 1] & (QUOTH_CLASS_ACRONYM | QUOTH_CLASS_ROLE)) == QUOTH_CLASS_ACRONYM)
    return QUOTH_NAME_ORGANISATION;
  if (n <= MAX_PERSON && n > 1 &&
      (word & QUOTH_CLASS_FIRST_NAME || has_initial (self, first, end)) &&
      !is_determined (self, first))
    return QUOTH_NAME_PERSON;

  return QUOTH_NAME_OTHER;
}

static void
add_plain (RunSplitter *self,
           guint        first,
           guint        end)
{
  guint32 word = self->classes[first];
  QuothNameKind kind;
  guint flags = 0;

  while (end - first > 1 && self->classes[end - 1] & QUOTH_CLASS_POST_NOMINAL &&
         self->classes[end - 1] & QUOTH_CLASS_ROLE)
    end--;
  kind = find_kind (self, first, end);

  if (end - first == 1)
    {
      if (word & (QUOTH_CLASS_DEMONYM | QUOTH_CLASS_ROLE | QUOTH_CLASS_INITIAL |
                  QUOTH_CLASS_BODY) &&
          (kind == QUOTH_NAME_OTHER ||
           (word & (QUOTH_CLASS_ACRONYM | QUOTH_CLASS_KNOWN_BODY)) == 0))
        flags |= QUOTH_NAME_WEAK;
      if (word & QUOTH_CLASS_FIRST && (word & QUOTH_CLASS_NAME_SEEN) == 0 &&
          kind == QUOTH_NAME_OTHER)
        flags |= QUOTH_NAME_WEAK;
      if (word & QUOTH_CLASS_ACRONYM &&
          self->text->text[self->text->tokens[first].span.end - 1] == 's')
        flags |= QUOTH_NAME_GENERIC;
    }
  add_name (self, first, first, end, kind, flags);
}

/* "Example Council Finance Director" to "Example Council": what comes before a title. */
static void
add_before_title (RunSplitter *self,
                  guint        first,
                  guint        end)
{
  for (guint n = MIN (end - first, 3); n > 1; n--)
    if (quoth_tokens_are_listed (self->text, "organisations", first, first + n) ||
        quoth_tokens_are_listed (self->text, "places", first, first + n))
      {
        add_plain (self, first, first + n);
        return;
      }
  while (end > first &&
         (self->classes[end - 1] & (QUOTH_CLASS_ROLE | QUOTH_CLASS_STATUS) ||
          ((self->classes[end - 1] & QUOTH_CLASS_COMMON) &&
           (self->classes[end - 1] & QUOTH_CLASS_BODY) == 0) ||
          (self->classes[end - 1] & QUOTH_CLASS_CAPITAL) == 0))
    end--;
  if (end > first)
    add_plain (self, first, end);
}

/* A title of office is an honorific too ("Bishop", "King"), unless it is somebody's surname. */
static gboolean
is_honorific (const RunSplitter *self,
              guint              first,
              guint              token,
              guint              end)
{
  guint32 word = self->classes[token];
  guint32 next = token + 1 < end ? self->classes[token + 1] : QUOTH_CLASS_POSSESSIVE;

  if ((word & QUOTH_CLASS_HONORIFIC) == 0 || next & QUOTH_CLASS_POSSESSIVE)
    return FALSE;
  if ((word & QUOTH_CLASS_ROLE) && token > first &&
      self->classes[token - 1] & QUOTH_CLASS_FIRST_NAME)
    return FALSE;
  if (word & QUOTH_CLASS_FIRST_NAME)
    return next & QUOTH_CLASS_FIRST_NAME && token + 2 < end;

  return (next & (QUOTH_CLASS_BODY | QUOTH_CLASS_SURNAME)) != QUOTH_CLASS_BODY &&
         ((next & QUOTH_CLASS_ROLE) == 0 || (word & QUOTH_CLASS_ROLE) == 0);
}

static gboolean
add_with_honorific (RunSplitter *self,
                    guint        first,
                    guint        end)
{
  guint core = end;
  guint start;

  while (core > first && !is_honorific (self, first, core - 1, end))
    core--;
  if (core == first)
    return FALSE;
  start = core - 1;
  while (start > first &&
         (is_honorific (self, first, start - 1, end) ||
          quoth_token_equals (self->text, start - 1, ".")))
    start--;
  if (quoth_token_equals (self->text, core, ".") && core + 1 < end)
    core++;

  if (start > first)
    add_before_title (self, first, start);
  if (end - core > MAX_PERSON || (self->classes[end - 1] & QUOTH_CLASS_BODY && end - core > 2))
    add_plain (self, start, end);
  else
    add_name (self, start, core, end, QUOTH_NAME_PERSON, 0);

  return TRUE;
}

static gboolean
may_be_person (const RunSplitter *self,
               guint              first,
               guint              end)
{
  guint32 word = self->classes[first];

  return end - first <= MAX_PERSON && !names_body (self, first, end) &&
         (word & (QUOTH_CLASS_BODY | QUOTH_CLASS_ACRONYM | QUOTH_CLASS_DEMONYM)) == 0 &&
         !quoth_tokens_are_listed (self->text, "organisations", first, end) &&
         !quoth_tokens_are_listed (self->text, "places", first, end);
}

/* "Health Secretary Ann Example" */
static gboolean
add_with_title (RunSplitter *self,
                guint        first,
                guint        end)
{
  for (guint i = end - 1; i > first; i--)
    {
      guint title = i - 1;
      guint32 word = self->classes[title];

      if ((word & QUOTH_CLASS_ROLE) == 0 || (word & QUOTH_CLASS_FIRST_NAME && title == first))
        continue;
      if (title > first && self->classes[title - 1] & QUOTH_CLASS_FIRST_NAME)
        continue;
      if (!may_be_person (self, i, end))
        return FALSE;
      add_before_title (self, first, i);
      add_name (self, i, i, end, QUOTH_NAME_PERSON, 0);
      return TRUE;
    }

  return FALSE;
}

/* Nation or party before a title or person: "British", "Republican". */
static guint
skip_demonyms (const RunSplitter *self,
               guint              first,
               guint              end)
{
  const guint32 named = QUOTH_CLASS_FIRST_NAME | QUOTH_CLASS_ROLE | QUOTH_CLASS_HONORIFIC;
  guint next = first;

  while (next < end && self->classes[next] & QUOTH_CLASS_DEMONYM &&
         (self->classes[next] & QUOTH_CLASS_FIRST_NAME) == 0)
    next++;
  if (next == first || next == end)
    return first;

  return self->classes[next] & named &&
         !names_body (self, first, end) ? next : first;
}

/**
 * quoth_names_add_run:
 * @names: (element-type QuothName): gets what is found
 * @first: the run's first token
 * @end: one past its last
 *
 * Adds the names that a run of capitalised words consists of.
 */
void
quoth_names_add_run (const QuothText *text,
                     const guint32   *classes,
                     GArray          *names,
                     guint            sentence,
                     guint            first,
                     guint            end)
{
  RunSplitter self = { text, classes, names, sentence };
  guint rest = skip_demonyms (&self, first, end);

  for (guint i = first; i < rest; i++)
    add_plain (&self, i, i + 1);
  first = rest;

  if (add_with_honorific (&self, first, end) || add_with_title (&self, first, end))
    return;
  if (end - first > 1 && classes[end - 1] & QUOTH_CLASS_ROLE && !is_plural_role (&self, end - 1) &&
      (classes[first] & QUOTH_CLASS_FIRST_NAME) == 0 && !names_body (&self, first, end))
    add_before_title (&self, first, end);
  else
    add_plain (&self, first, end);
}
