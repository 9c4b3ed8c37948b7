#include "quoth-names-private.h"

#define MAX_PARTICLES 3
#define MAX_AND 5

/* Where a name may begin and what may be its next word. Runs of such words are then taken apart by
 * quoth_names_add_run(). */
typedef struct
{
  const QuothText *text;
  const guint32   *classes;
  guint            end; /* of the sentence */
} NameReader;

static gboolean
is_capital (const NameReader *self,
            guint             token)
{
  guint32 word = token < self->end ? self->classes[token] : 0;

  if ((word & QUOTH_CLASS_CAPITAL) == 0)
    return FALSE;
  if (word & QUOTH_CLASS_CALENDAR)
    return (word & QUOTH_CLASS_FIRST_NAME) && token + 1 < self->end &&
           self->classes[token + 1] & QUOTH_CLASS_CAPITAL &&
           (self->classes[token + 1] & QUOTH_CLASS_CALENDAR) == 0;
  if (word & QUOTH_CLASS_FUNCTION)
    return (word & (QUOTH_CLASS_FIRST_NAME | QUOTH_CLASS_ACRONYM)) != 0;

  return !quoth_token_equals (self->text, token, "i");
}

/* Whether some tokens are the name of a body or place that the lists hold. */
static gboolean
is_listed (const NameReader *self,
           guint             first,
           guint             end)
{
  return end <= self->end && (quoth_tokens_are_listed (self->text, "organisations", first, end) ||
                              quoth_tokens_are_listed (self->text, "places", first, end));
}

/* "Will Britain …", "May Ms Example …" ask about somebody; nobody is called so. */
static gboolean
names_another (const NameReader *self,
               guint             token)
{
  const guint32 others = QUOTH_CLASS_ACRONYM | QUOTH_CLASS_PLACE | QUOTH_CLASS_DEMONYM |
    QUOTH_CLASS_BODY | QUOTH_CLASS_KNOWN_BODY | QUOTH_CLASS_HONORIFIC | QUOTH_CLASS_FIRST_NAME;

  return (self->classes[token] & others) != 0;
}

/* At a sentence's start a capital alone says nothing. */
static gboolean
starts_sentence_name (const NameReader *self,
                      guint             token)
{
  guint32 word = self->classes[token];
  gboolean followed = is_capital (self, token + 1);

  if (word & (QUOTH_CLASS_ACRONYM | QUOTH_CLASS_INITIAL | QUOTH_CLASS_PLACE |
              QUOTH_CLASS_DEMONYM | QUOTH_CLASS_KNOWN_BODY))
    return TRUE;
  if (word & QUOTH_CLASS_FUNCTION)
    return followed && word & QUOTH_CLASS_FIRST_NAME && !names_another (self, token + 1);
  if (word & (QUOTH_CLASS_HONORIFIC | QUOTH_CLASS_FIRST_NAME | QUOTH_CLASS_ROLE) && followed)
    return TRUE;
  if (followed && word & QUOTH_CLASS_COMMON && is_listed (self, token, token + 2))
    return TRUE;
  if (word & QUOTH_CLASS_NAME_SEEN)
    return followed || (word & QUOTH_CLASS_LOWER_SEEN) == 0;
  if (word & QUOTH_CLASS_COMMON)
    return followed && (self->classes[token + 1] & (QUOTH_CLASS_ROLE | QUOTH_CLASS_BODY)) != 0;

  return (word & QUOTH_CLASS_LOWER_SEEN) == 0;
}

static gboolean
starts_name (const NameReader *self,
             guint             token)
{
  return is_capital (self, token) &&
         ((self->classes[token] & QUOTH_CLASS_FIRST) == 0 || starts_sentence_name (self, token));
}

/* "van der", "de": how many such words lead on to a capital. */
static guint
count_particles (const NameReader *self,
                 guint             token)
{
  guint n = 0;

  while (n < MAX_PARTICLES && token + n < self->end &&
         self->classes[token + n] & QUOTH_CLASS_PARTICLE &&
         (self->classes[token + n] & QUOTH_CLASS_CAPITAL) == 0)
    n++;

  return n > 0 && is_capital (self, token + n) ? n : 0;
}

static gboolean
is_body_link (const NameReader *self,
              guint             token)
{
  return quoth_token_equals (self->text, token, "of") ||
         quoth_token_equals (self->text, token, "for") ||
         quoth_token_equals (self->text, token, "on");
}

static gboolean
has_class (const NameReader *self,
           guint             first,
           guint             end,
           guint32           classes)
{
  for (guint i = first; i < end; i++)
    if (self->classes[i] & classes)
      return TRUE;

  return FALSE;
}

/* "Baker’s Guild", "Dock Workers’ Union": not a body with its board. */
static gboolean
owns_body (const NameReader *self,
           guint             first,
           guint             token)
{
  guint32 owner = self->classes[token - 1];

  if (token + 1 >= self->end || !is_capital (self, token + 1) ||
      (self->classes[token + 1] & QUOTH_CLASS_BODY) == 0 ||
      has_class (self, first, token, QUOTH_CLASS_HONORIFIC | QUOTH_CLASS_FIRST_NAME))
    return FALSE;
  if (owner & (QUOTH_CLASS_ACRONYM | QUOTH_CLASS_KNOWN_BODY | QUOTH_CLASS_BODY))
    return FALSE;

  return token == first + 1 || owner & QUOTH_CLASS_PLURAL ||
         self->text->text[self->text->tokens[token - 1].span.end - 1] == 's';
}

/* "Culture and *Sport Committee*", "Department for Business *and Trade*" */
static gboolean
continues_after_and (const NameReader *self,
                     guint             first,
                     guint             token,
                     gboolean          linked)
{
  guint last = token + 1;

  if (has_class (self, first, token, QUOTH_CLASS_HONORIFIC | QUOTH_CLASS_FIRST_NAME) ||
      !is_capital (self, token + 1) ||
      (self->classes[token + 1] & (QUOTH_CLASS_HONORIFIC | QUOTH_CLASS_FIRST_NAME)))
    return FALSE;
  if (linked)
    return TRUE;
  if (has_class (self, first, token, QUOTH_CLASS_BODY | QUOTH_CLASS_ACRONYM | QUOTH_CLASS_ROLE))
    return FALSE;
  while (last < self->end && last - token < MAX_AND &&
         (is_capital (self, last) || self->classes[last] & QUOTH_CLASS_POSSESSIVE))
    last++;

  return last - token >= 3 && (self->classes[last - 1] & QUOTH_CLASS_BODY);
}

/* How many tokens of connection lead on from @token to the name's next capital; 0 when it ends. */
static guint
count_links (const NameReader *self,
             guint             first,
             guint             token,
             gboolean         *linked)
{
  guint32 last = self->classes[token - 1];
  guint n;

  if (token >= self->end)
    return 0;
  if (last & QUOTH_CLASS_BODY && is_body_link (self, token))
    {
      n = token + 1 < self->end && quoth_token_equals (self->text, token + 1, "the") ? 2 : 1;
      *linked = *linked || is_capital (self, token + n);
      return is_capital (self, token + n) ? n : 0;
    }
  if (quoth_token_equals (self->text, token, "of"))
    return is_listed (self, first, token + 2) ? 1 : 0;
  if (quoth_token_equals (self->text, token, "and"))
    return continues_after_and (self, first, token, *linked) ? 1 : 0;
  if (quoth_token_equals (self->text, token, "&"))
    return is_capital (self, token + 1) ? 1 : 0;
  if (quoth_token_equals (self->text, token, ".") && last & QUOTH_CLASS_INITIAL)
    return is_capital (self, token + 1) ? 1 : 0;
  if (self->classes[token] & QUOTH_CLASS_POSSESSIVE)
    return owns_body (self, first, token) ? 1 : 0;

  return (last & (QUOTH_CLASS_BODY | QUOTH_CLASS_ACRONYM)) == 0 ? count_particles (self, token) : 0;
}

static guint
find_run_end (const NameReader *self,
              guint             first)
{
  gboolean linked = FALSE;
  guint end = first + 1;

  while (end < self->end)
    {
      guint n = is_capital (self, end) ? 0 : count_links (self, first, end, &linked);

      if (n == 0 && !is_capital (self, end))
        break;
      end += n + 1;
    }

  return end;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const QuothName *name_a = a;
  const QuothName *name_b = b;

  if (name_a->first != name_b->first)
    return name_a->first < name_b->first ? -1 : 1;

  return name_a->end > name_b->end ? -1 : name_a->end < name_b->end;
}

/**
 * quoth_names_find:
 * @classes: of the tokens of @text
 *
 * Finds the names in a text, except in sentences that Capitalise Every Word. Which of them are the
 * same one's is for others to say.
 *
 * Returns: (transfer full) (element-type QuothName): sorted, an outer one before those inside it
 */
GArray *
quoth_names_find (const QuothText *text,
                  const guint32   *classes)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (QuothName));

  for (guint s = 0; s < text->n_sentences; s++)
    {
      const QuothSentence *sentence = &text->sentences[s];
      NameReader self = { text, classes, sentence->end };
      guint i = sentence->first;

      if (quoth_sentence_is_titled (text, s))
        continue;
      while (i < sentence->end)
        {
          guint end = i + 1;

          if (starts_name (&self, i))
            {
              end = find_run_end (&self, i);
              quoth_names_add_run (text, classes, names, s, i, end);
            }
          i = end;
        }
    }
  quoth_names_add_compounds (text, classes, names);
  g_array_sort (names, compare_names);

  return names;
}
