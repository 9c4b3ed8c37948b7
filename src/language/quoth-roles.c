#include "quoth-roles.h"

#include <string.h>

#include "quoth-fold.h"

#define MAX_BEARERS 40

/**
 * quoth_role_head:
 * @folded: (out caller-allocates): room for #QUOTH_FOLD_MAX bytes
 *
 * The noun of a role without number and gender: "chairs", "chairwoman" are "chair".
 *
 * Returns: @folded
 */
const char *
quoth_role_head (QuothReferents *referents,
                 guint           token,
                 char           *folded)
{
  static const char * const endings[] = { "women", "men", "people", "woman", "person", "man",
                                          NULL };
  QuothSpan span = referents->text->tokens[token].span;
  gsize length = quoth_fold (referents->text->text + span.start, quoth_span_length (span), folded);

  folded[length] = '\0';
  if (g_str_has_prefix (folded, "ex-"))
    {
      memmove (folded, folded + 3, length - 2);
      length -= 3;
    }
  for (guint i = 0; endings[i] != NULL; i++)
    if (length > strlen (endings[i]) + 2 && g_str_has_suffix (folded, endings[i]))
      {
        folded[length - strlen (endings[i])] = '\0';
        return folded;
      }
  if (referents->classes[token] & QUOTH_CLASS_PLURAL && length > 2 && folded[length - 1] == 's')
    folded[length - 1] = '\0';

  return folded;
}

QuothRoles *
quoth_roles_new (QuothReferents *referents)
{
  QuothRoles *self = g_new0 (QuothRoles, 1);

  self->referents = referents;
  self->stated = g_array_new (FALSE, FALSE, sizeof (QuothRoleStated));
  self->last = g_hash_table_new (NULL, NULL);
  self->heads =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  return self;
}

void
quoth_roles_free (QuothRoles *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->stated);
  g_hash_table_unref (self->heads);
  g_hash_table_unref (self->last);
  g_free (self);
}

static QuothSpan
get_span (QuothReferents *referents,
          guint           first,
          guint           end)
{
  const QuothToken *tokens = referents->text->tokens;

  return (QuothSpan) { tokens[first].span.start, tokens[end - 1].span.end };
}

static void
put_title (QuothRoles             *self,
           QuothReferent          *referent,
           const QuothDescription *phrase)
{
  guint title = phrase->title < phrase->title_end ? phrase->title : phrase->head;
  QuothSpan words = get_span (self->referents, title, MAX (phrase->title_end, title + 1));
  QuothRoleFound role = { NULL, phrase->organisation, phrase->status,
                          get_span (self->referents, phrase->first, phrase->end) };

  role.title = g_strndup (self->referents->text->text + words.start, quoth_span_length (words));
  for (guint i = 0; i < referent->roles->len; i++)
    {
      QuothRoleFound *known = &g_array_index (referent->roles, QuothRoleFound, i);

      if (g_ascii_strcasecmp (known->title, role.title) == 0 && known->status == role.status &&
          (known->organisation == role.organisation || role.organisation < 0))
        {
          g_free (role.title);
          return;
        }
    }
  g_array_append_val (referent->roles, role);
}

static void
append_stated (QuothRoles      *self,
               QuothRoleStated *stated)
{
  gpointer referent = GINT_TO_POINTER (stated->referent);

  stated->before = GPOINTER_TO_UINT (g_hash_table_lookup (self->last, referent));
  g_array_append_val (self->stated, *stated);
  g_hash_table_insert (self->last, referent, GUINT_TO_POINTER (self->stated->len));
}

/**
 * quoth_roles_add:
 * @referent: a person
 * @phrase: a description of that person
 */
void
quoth_roles_add (QuothRoles             *self,
                 int                     referent,
                 const QuothDescription *phrase)
{
  QuothReferent *person = quoth_referents_get (self->referents, referent);
  guint32 head = self->referents->classes[phrase->head];
  char folded[QUOTH_FOLD_MAX];
  QuothRoleStated stated = { .referent = referent, .phrase = *phrase };
  guint place = self->stated->len;
  GArray *same;

  quoth_role_head (self->referents, phrase->head, folded);
  same = g_hash_table_lookup (self->heads, folded);
  if (same == NULL)
    {
      same = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->heads, g_strdup (folded), same);
    }
  g_array_append_val (same, place);
  append_stated (self, &stated);

  if (person->gender == QUOTH_GENDER_UNKNOWN && head & QUOTH_CLASS_TITLE_FEMALE)
    person->gender = QUOTH_GENDER_FEMALE;
  else if (person->gender == QUOTH_GENDER_UNKNOWN && head & QUOTH_CLASS_TITLE_MALE)
    person->gender = QUOTH_GENDER_MALE;
  put_title (self, person, phrase);
}

/**
 * quoth_roles_add_affiliation:
 * @referent: a person
 * @organisation: whom the person is said to be of, without saying as what
 * @token: where
 */
void
quoth_roles_add_affiliation (QuothRoles *self,
                             int         referent,
                             int         organisation,
                             guint       token)
{
  QuothRoleStated stated = { .referent = referent };

  stated.phrase.first = stated.phrase.title = stated.phrase.head = token;
  stated.phrase.end = stated.phrase.title_end = token + 1;
  stated.phrase.organisation = organisation;
  append_stated (self, &stated);
}

static gboolean
genders_agree (QuothGender gender,
               guint32     head)
{
  return !(gender == QUOTH_GENDER_FEMALE && head & QUOTH_CLASS_TITLE_MALE) &&
         !(gender == QUOTH_GENDER_MALE && head & QUOTH_CLASS_TITLE_FEMALE);
}

/* How many words the two titles share, less those that the description has more. */
static int
compare_titles (QuothReferents         *referents,
                const QuothDescription *described,
                const QuothDescription *stated)
{
  int n = 0;

  for (guint i = described->title; i < described->title_end; i++)
    {
      if (i == described->head ||
          referents->classes[i] & (QUOTH_CLASS_FUNCTION | QUOTH_CLASS_STATUS))
        continue;
      n += quoth_tokens_have_word (referents->text, stated->title, stated->title_end, i) ? 1 : -1;
    }

  return n;
}

/* Negative when the description cannot mean the person. */
static double
score_bearer (QuothRoles             *self,
              const QuothDescription *described,
              const QuothRoleStated  *stated,
              gboolean                general)
{
  const QuothReferent *person = quoth_referents_get (self->referents, stated->referent);
  gboolean same_body = described->organisation >= 0 &&
                       described->organisation == stated->phrase.organisation;
  int shared = compare_titles (self->referents, described, &stated->phrase);

  if (!genders_agree (person->gender, self->referents->classes[described->head]))
    return -1;
  if (described->organisation >= 0 && stated->phrase.organisation >= 0 && !same_body)
    return -1;
  if ((described->status == QUOTH_ROLE_FORMER) != (stated->phrase.status == QUOTH_ROLE_FORMER) &&
      described->status != QUOTH_ROLE_CURRENT)
    return -1;
  if (described->status == QUOTH_ROLE_INCOMING && stated->phrase.status != QUOTH_ROLE_INCOMING)
    return -1;
  if (general && !same_body)
    return -1;
  if (shared < -1)
    return -1;

  return 1.0 + shared * 0.5 + (same_body ? 1.5 : 0) - (general ? 0.5 : 0)
    - (stated->phrase.status == QUOTH_ROLE_FORMER &&
       described->status == QUOTH_ROLE_CURRENT ? 0.7 : 0);
}

/* Of equals the one stated last before the description, else the first after it. */
static void
search_bearers (QuothRoles             *self,
                const QuothDescription *described,
                GArray                 *places,
                gboolean                general,
                int                    *best,
                double                 *best_score)
{
  guint count = places != NULL ? places->len : self->stated->len;
  guint first = count > MAX_BEARERS ? count - MAX_BEARERS : 0;

  for (guint i = first; i < count; i++)
    {
      guint place = places != NULL ? g_array_index (places, guint, i) : i;
      const QuothRoleStated *stated = &g_array_index (self->stated, QuothRoleStated, place);
      gboolean before = stated->phrase.first <= described->first;
      double score;

      if (stated->phrase.first == described->first)
        continue;
      score = score_bearer (self, described, stated, general);
      if (score > 0 && (score > *best_score + 1e-6 || (before && score > *best_score - 1e-6)))
        {
          *best = stated->referent;
          *best_score = score;
        }
    }
}

/**
 * quoth_description_is_general:
 *
 * Returns: whether a description could be of many: "a top manager"
 */
gboolean
quoth_description_is_general (QuothReferents         *referents,
                              const QuothDescription *phrase)
{
  return quoth_tokens_are_listed (referents->text, "general-roles", phrase->head, phrase->head + 1);
}

/**
 * quoth_roles_find_bearer:
 * @phrase: a definite description of a person
 * @evidence: (out): how well the description fits
 *
 * Returns: the person of whom the text says so, before or after; or -1
 */
int
quoth_roles_find_bearer (QuothRoles             *self,
                         const QuothDescription *phrase,
                         QuothSpeakerEvidence   *evidence)
{
  char folded[QUOTH_FOLD_MAX];
  double score = 0;
  int best = -1;
  GArray *same =
    g_hash_table_lookup (self->heads, quoth_role_head (self->referents, phrase->head, folded));

  if (same != NULL)
    search_bearers (self, phrase, same, FALSE, &best, &score);
  if (best < 0 && phrase->organisation >= 0 &&
      quoth_description_is_general (self->referents, phrase))
    search_bearers (self, phrase, NULL, TRUE, &best, &score);
  *evidence = score >= 2.0 ? QUOTH_EVIDENCE_ROLE : score >= 1.0 ? QUOTH_EVIDENCE_ROLE_ALONE
              : QUOTH_EVIDENCE_ROLE_GENERAL;

  return best;
}

/**
 * quoth_roles_find_employer:
 * @token: the place of a statement
 *
 * Returns: the organisation that @referent has a present role in, as stated last before @token or
 *   else first after it; or -1
 */
int
quoth_roles_find_employer (QuothRoles *self,
                           int         referent,
                           guint       token)
{
  guint place = quoth_roles_find_last (self, referent);
  int best = -1;

  for (guint n = 0; place > 0 && n < MAX_BEARERS; n++)
    {
      const QuothRoleStated *stated = &g_array_index (self->stated, QuothRoleStated, place - 1);

      place = stated->before;
      if (stated->phrase.organisation < 0 ||
          (stated->phrase.status != QUOTH_ROLE_CURRENT &&
           stated->phrase.status != QUOTH_ROLE_ACTING))
        continue;
      best = stated->phrase.organisation;
      if (stated->phrase.first <= token)
        break;
    }

  return best;
}

/**
 * quoth_roles_find_last:
 *
 * Returns: one more than the place of what was last stated of @referent, or 0
 */
guint
quoth_roles_find_last (QuothRoles *self,
                       int         referent)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->last, GINT_TO_POINTER (referent)));
}
