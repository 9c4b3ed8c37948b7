#include "speaker-cases.h"

typedef struct
{
  const char *name;
  const char *article;
  const char *roles;
} Case;

static const Case cases[] = {
  { "before/plain", "So director Ann Example left.", "Ann Example: director" },
  { "before/body", "So Harbour Trust director Ann Example left.",
    "Ann Example: director @ Harbour Trust" },
  { "before/possessive", "So the Harbour Trust’s deputy director Ann Example left.",
    "Ann Example: deputy director @ Harbour Trust" },
  { "before/its", "The Harbour Trust met. Its director Ann Example left.",
    "Ann Example: director @ Harbour Trust" },
  { "before/capitals", "So Harbour Trust Finance Director Ann Example left.",
    "Ann Example: Finance Director @ Harbour Trust" },
  { "before/comma", "So the director of the Harbour Trust, Ann Example, left.",
    "Ann Example: director @ Harbour Trust" },
  { "before/owner-and-comma", "So the Harbour Trust’s director, Ann Example, left.",
    "Ann Example: director @ Harbour Trust" },
  { "before/after-a-verb", "It rained, said director Ann Example.", "Ann Example: director" },
  { "before/not-a-plural", "So directors Ann Example and Peter Marlow left.", "" },

  { "after/of", "So Ann Example, director of the Harbour Trust, left.",
    "Ann Example: director @ Harbour Trust" },
  { "after/field", "So Ann Example, director of bread at the Harbour Trust, left.",
    "Ann Example: director of bread @ Harbour Trust" },
  { "after/body", "So Ann Example, the Harbour Trust director, left.",
    "Ann Example: director @ Harbour Trust" },
  { "after/two", "So Ann Example, a former nurse and chair of the Harbour Trust, left.",
    "Ann Example: former nurse, chair @ Harbour Trust" },
  { "after/shared", "So Ann Example, chair and founder of the Harbour Trust, left.",
    "Ann Example: chair @ Harbour Trust, founder @ Harbour Trust" },
  { "after/age", "So Ann Example, 45, a nurse, left.", "Ann Example: nurse" },
  { "after/not-the-next-persons", "So Ann Example, director Peter Marlow and a dog left.",
    "Peter Marlow: director" },
  { "after/not-a-clause", "So Ann Example, the director said, left.", "" },
  { "after/not-of-a-group", "So Ann Example, residents and dogs left.", "" },

  { "status/former", "So former director Ann Example left.", "Ann Example: former director" },
  { "status/ex", "So ex-director Ann Example left.", "Ann Example: former ex-director" },
  { "status/acting", "So acting director Ann Example left.", "Ann Example: acting director" },
  { "status/interim", "So Ann Example, interim director of the Harbour Trust, left.",
    "Ann Example: acting director @ Harbour Trust" },
  { "status/incoming", "So incoming director Ann Example left.", "Ann Example: incoming director" },
  { "status/new", "So new director Ann Example left.", "Ann Example: director" },
  { "status/shadow-is-a-title", "So shadow minister Ann Example left.",
    "Ann Example: shadow minister" },

  { "clause/who-chairs", "So Ann Example, who chairs the Harbour Trust, left.",
    "Ann Example: chairs the Harbour Trust @ Harbour Trust" },
  { "clause/who-left", "So Ann Example, who left the Harbour Trust, came.", "" },
  { "clause/is", "Ann Example is the director of the Harbour Trust.",
    "Ann Example: director @ Harbour Trust" },
  { "clause/who-is-also", "So Ann Example, who is also director of the Harbour Trust, left.",
    "Ann Example: director @ Harbour Trust" },
  { "clause/who-was", "So Ann Example, who was the director of the Harbour Trust, left.",
    "Ann Example: former director @ Harbour Trust" },
  { "clause/is-to-become",
    "Ann Example, who left in May, is to become director of the Harbour Trust.",
    "Ann Example: incoming director @ Harbour Trust" },
  { "clause/is-happy", "Ann Example, who left in May, is happy with the Harbour Trust.", "" },
  { "body/general-noun", "The Harbour Trust met. So the charity’s director, Ann Example, left.",
    "Ann Example: director @ Harbour Trust" },
  { "body/by-its-role", "So Ann Example, director of Quorbin Quays, left.",
    "Ann Example: director @ Quorbin Quays" },
  { "body/not-a-mayors", "So Ann Example, mayor of Quorbin, left.",
    "Ann Example: mayor of Quorbin" },
  { "clause/is-not-one", "Ann Example is late.", "" },
};

static char *
describe_roles (SpeakerCase *self)
{
  static const char * const statuses[] = { "", "former ", "acting ", "incoming " };
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < self->analysis->referents->len; i++)
    {
      const QuothReferent *referent = g_ptr_array_index (self->analysis->referents, i);

      for (guint k = 0; k < referent->roles->len; k++)
        {
          const QuothRoleFound *role = &g_array_index (referent->roles, QuothRoleFound, k);

          if (k == 0)
            g_string_append_printf (result, "%s%s: ", result->len > 0 ? "; " : "", referent->name);
          g_string_append_printf (result, "%s%s%s", k > 0 ? ", " : "", statuses[role->status],
                                  role->title);
          if (role->organisation >= 0)
            g_string_append_printf (result, " @ %s", get_referent_name (self, role->organisation));
        }
    }

  return g_string_free (result, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article = speaker_case_new (test->article, model);
  g_autofree char *roles = describe_roles (article);

  g_assert_cmpstr (roles, ==, test->roles);
}

/* The words that state a role, so that a reader can be shown them. */
static void
test_span (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article =
    speaker_case_new ("So Ann Example, a former director of the Harbour Trust, left.", model);
  const QuothReferent *referent = g_ptr_array_index (article->analysis->referents, 0);
  const QuothRoleFound *role = &g_array_index (referent->roles, QuothRoleFound, 0);
  g_autofree char *words =
    g_strndup (article->text->str + role->span.start, quoth_span_length (role->span));

  g_assert_cmpstr (words, ==, "a former director of the Harbour Trust");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/roles/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/roles/span", test_span);

  return g_test_run ();
}
