#include "speaker-cases.h"

typedef struct
{
  const char *name;
  const char *article;
  const char *referents;
} Case;

static const Case cases[] = {
  { "person/one", "Dr Ann Example came. Then Dr Example left.",
    "Dr Ann Example (Dr Ann Example, Dr Example)" },
  { "person/fullest-name", "Then Mr Marlow came. Peter J. Marlow left.",
    "Mr Peter J. Marlow (Mr Marlow)" },
  { "person/middle-initial", "Peter Marlow came. Then Peter J. Marlow left.",
    "Peter J. Marlow (Peter Marlow)" },
  { "person/short-first-name", "Tim Marlow came. Then Timothy Marlow left.",
    "Tim Marlow (Timothy Marlow)" },
  { "person/two", "Ann Marlow came. Then Peter Marlow left.", "Ann Marlow; Peter Marlow" },
  { "person/initial-of-another", "Ann Marlow came. Then P. Marlow left.", "Ann Marlow; P. Marlow" },
  { "person/first-name-alone", "Ann Example came. Then Ann left.", "Ann Example (Ann)" },
  { "person/first-name-of-two", "Ann Example came with Ann Marlow.", "Ann Example; Ann Marlow" },

  { "body/acronym-in-brackets", "The Royal Guild of Bakers (RGB) met. The RGB left.",
    "Royal Guild of Bakers (RGB)" },
  { "body/acronym-by-initials", "The RGB met. The Royal Guild of Bakers left.",
    "Royal Guild of Bakers (RGB)" },
  { "body/other-acronym", "The RGB met. The Royal College of Bakers left.",
    "RGB; Royal College of Bakers" },
  { "body/plural-of-an-acronym", "The QXBs met. Each QXB left.", "QXBs (QXB)" },
  { "body/beginning", "The Royal Guild of Bakers met. The Royal Guild left.",
    "Royal Guild of Bakers (Royal Guild)" },
  { "body/without-its-suffix", "They left Quorbin plc early. Then Quorbin met.",
    "Quorbin plc (Quorbin)" },
  { "body/possessor", "The Harbour Trust’s planning team met.",
    "Harbour Trust’s planning team; Harbour Trust" },
  { "body/of-a-person", "Then Ann Example’s campaign met.", "Ann Example’s campaign" },

  { "none/word-at-a-start", "Critics left. Residents came.", "" },
  { "none/place", "They left Northern Ireland.", "" },
  { "furniture/counts-last", "~ Ann Example\nMs Marlow came. Then Ann Marlow left.",
    "Ann Example; Ms Ann Marlow (Ms Marlow)" },
  { "headline/known-names-only", "# Marlow Tells Harbour Board Plan Was Late\nAnn Marlow left.",
    "Ann Marlow (Marlow)" },
};

static char *
describe_referents (SpeakerCase *self)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < self->analysis->referents->len; i++)
    {
      const QuothReferent *referent = g_ptr_array_index (self->analysis->referents, i);
      g_autofree char **aliases = g_new0 (char *, referent->aliases->len + 1);
      g_autofree char *joined = NULL;

      for (guint k = 0; k < referent->aliases->len; k++)
        aliases[k] = g_ptr_array_index (referent->aliases, k);
      joined = g_strjoinv (", ", aliases);
      g_string_append_printf (result, "%s%s%s%s", i > 0 ? "; " : "",
                              referent->honorific != NULL ? referent->honorific : "",
                              referent->honorific != NULL ? " " : "", referent->name);
      if (*joined != '\0')
        g_string_append_printf (result, " (%s)", joined);
    }

  return g_string_free (result, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article = speaker_case_new (test->article, model);
  g_autofree char *referents = describe_referents (article);

  g_assert_cmpstr (referents, ==, test->referents);
}

/* Sorted, none twice, names with their honorific and without an article, descriptions with it. */
static void
test_mentions (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article =
    speaker_case_new ("So Harbour Trust director Dr Ann Example left. <1:The director> said "
                      "[1:it rained]. "
                      "Ann Example’s mother came.", model);
  const QuothReferent *referent = NULL;
  GString *mentions = g_string_new (NULL);
  g_autofree char *printed = NULL;

  for (guint i = 0; i < article->analysis->referents->len && referent == NULL; i++)
    {
      referent = g_ptr_array_index (article->analysis->referents, i);
      if (!g_str_equal (referent->name, "Ann Example"))
        referent = NULL;
    }
  g_assert_nonnull (referent);
  for (guint i = 0; i < referent->mentions->len; i++)
    {
      QuothSpan span = g_array_index (referent->mentions, QuothSpan, i);

      g_string_append_len (mentions, article->text->str + span.start, quoth_span_length (span));
      g_string_append_c (mentions, '|');
    }
  printed = g_string_free (mentions, FALSE);
  g_assert_cmpstr (printed, ==, "Dr Ann Example|The director|Ann Example|");
  g_assert_cmpint (referent->gender, ==, QUOTH_GENDER_FEMALE);
  g_assert_true (referent->named);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/referents/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/referents/mentions", test_mentions);

  return g_test_run ();
}
