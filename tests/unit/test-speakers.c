#include "speaker-cases.h"

typedef struct
{
  const char *name;
  const char *article;
  const char *speakers;
} Case;

static const Case cases[] = {
  { "name/full", "<1:Ann Example> said [1:it rained].", "Ann Example" },
  { "name/surname", "Ann Example came. <1:Ms Example> said [1:it rained].", "Ann Example" },
  { "name/in-capitals",
    "Ms Example met the mayor.\n\n<1:EXAMPLE>: [1:It rained all day long here.]", "Example" },
  { "name/surname-before-full",
    "<1:Example> said [1:it rained]. Later Ann Example left with the mayor.", "Ann Example" },
  { "name/unknown-first-name", "It was late. <1:Quorbin Plessett> said [1:it rained].",
    "Quorbin Plessett" },
  { "name/initial", "A. B. Sample came. <1:Mr Sample> said [1:it rained].", "A. B. Sample" },
  { "name/headline-in-titles",
    "# <1:Tidewell> Says [1:Harbour Plan Was Late]\nLord Tidewell opened the harbour with the "
    "mayor.", "Tidewell" },
  { "name/acronym",
    "The Royal Guild of Bakers (RGB) met. <1:The RGB> said [1:bread was dear].",
    "Royal Guild of Bakers" },
  { "name/acronym-by-initials",
    "The Royal Guild of Bakers met. <1:The RGB> said [1:bread was dear].",
    "Royal Guild of Bakers" },
  { "name/short-form",
    "The Royal Guild of Bakers met. <1:The Royal Guild> said [1:bread was dear].",
    "Royal Guild of Bakers" },

  { "namesakes/by-honorific",
    "Ann Marlow and her brother Peter Marlow came. <1:Mr Marlow> said [1:it rained]. "
    "<2:Ms Marlow> said [2:it did not].", "Peter Marlow; Ann Marlow" },
  { "namesakes/nearest",
    "Ann Marlow came. Peter Marlow left. <1:Marlow> said [1:it rained].", "Peter Marlow" },
  { "namesakes/established",
    "Ann Marlow came. Marlow sat. Marlow stood. She has a son, Peter Marlow. <1:Marlow> said "
    "[1:it rained].",
    "Ann Marlow" },

  { "pronoun/he", "Peter Marlow came. <1:He> said [1:it rained].", "Peter Marlow" },
  { "pronoun/gender-of-first-name",
    "Peter Marlow met Ann Example. <1:She> said [1:it rained].", "Ann Example" },
  { "pronoun/gender-of-honorific",
    "Dame Kit Sample met Mr Brook. <1:He> said [1:it rained]. <2:She> said [2:it did not].",
    "Brook; Kit Sample" },
  { "pronoun/gender-of-role",
    "The spokeswoman, Kit Sample, met Mr Brook. <1:She> said [1:it rained].", "Kit Sample" },
  { "pronoun/subject-before-object",
    "Peter Marlow, who followed John Brook as leader, spoke last. <1:He> said [1:it rained].",
    "Peter Marlow" },
  { "pronoun/last-speaker",
    "<1:Peter Marlow> said [1:it rained]. The talk turned to John Brook. <2:He> added [2:it was "
    "cold].",
    "Peter Marlow; Peter Marlow" },
  { "pronoun/not-from-a-quotation",
    "<1:Peter Marlow> said [1:‘John Brook was late’]. <2:He> added [2:it was cold].",
    "Peter Marlow; Peter Marlow" },
  { "pronoun/i-inside-a-statement",
    "<1:Ann Example> said: [1:‘As <2:I> said, [2:it rained].’]", "Ann Example; Ann Example" },
  { "pronoun/i-outside", "Ann Example came. <1:I> said [1:it rained].", "?" },
  { "pronoun/nobody-before", "<1:She> said [1:it rained].", "?" },
  { "pronoun/wrong-gender-only", "Peter Marlow came. <1:She> said [1:it rained].", "?" },
  { "pronoun/it", "The Harbour Trust met. <1:It> said [1:bread was dear].", "Harbour Trust" },
  { "name/begun-too-late", "The Board for Bread and <1:Cheese> said [1:no].",
    "Board for Bread and Cheese" },
  { "name/no-place-is-who", "Ann Example came to <1:Northern Ireland>, who said [1:no].",
    "Ann Example" },
  { "name/sir-and-first-name", "Sir Peter Marlow came. <1:Sir Peter> said [1:no].",
    "Peter Marlow" },
  { "name/dock-workers", "<1:The Road and Dock Workers’ Union> said [1:no].",
    "Road and Dock Workers’ Union" },
  { "pronoun/relative", "Ann Example, <1:who> said [1:it rained], left.", "Ann Example" },

  { "cueless/goes-on",
    "<1:Ann Example> said [1:it rained].\n[2:‘It was cold too.’]\n[3:‘And dark.’]",
    "Ann Example; Ann Example; Ann Example" },
  { "cueless/not-the-nested-one",
    "<1:Ann Example> said that [1:<2:Peter Marlow> had said [2:it rained]].\n[3:‘It was cold.’]",
    "Ann Example; Peter Marlow; Ann Example" },
  { "cueless/introduced",
    "<1:Ann Example> said [1:it rained].\nPeter Marlow did not agree. [2:‘It was dry.’]",
    "Ann Example; Peter Marlow" },
  { "cueless/nobody-before", "[1:‘It rained.’]", "?" },
  { "cueless/unknown-stays-unknown", "<1:Critics> said [1:it rained].\n[2:‘It was cold.’]",
    "?; ?" },

  { "joint/two", "<1:Ann Example and Peter Marlow> said [1:it rained].",
    "Ann Example + Peter Marlow" },
  { "joint/three", "<1:Ann Example, Kit Sample and Peter Marlow> said [1:it rained].",
    "Ann Example + Kit Sample + Peter Marlow" },
  { "joint/with-their-bodies",
    "<1:Ann Example of the Bread and Cheese Board and Peter Marlow of Eastwick council> said "
    "[1:it rained].",
    "Ann Example + Peter Marlow for Bread and Cheese Board" },
  { "joint/body-of-two-words",
    "<1:A report by the Centre for Bread and Cheese> said [1:it rained].",
    "report by the Centre for Bread and Cheese" },
  { "joint/one-with-two-roles",
    "<1:Ann Example, a former nurse and councillor for Eastwick,> said [1:it rained].",
    "Ann Example" },
  { "joint/role-of-another",
    "<1:Ann Example, a nurse and Peter Marlow’s adviser,> said [1:it rained].", "Ann Example" },
  { "joint/group-with-examples",
    "<1:Other members, including Ann Example and Peter Marlow,> said [1:it rained].", "?" },

  { "description/role-before",
    "Harbour Trust director Ann Example came. <1:The director> said [1:it rained].",
    "Ann Example for Harbour Trust" },
  { "description/role-after",
    "<1:The trust’s director> said [1:it rained]. Ann Example, director of the Harbour Trust, "
    "was late.",
    "Ann Example for Harbour Trust" },
  { "description/other-role",
    "Harbour Trust director Ann Example came. <1:The treasurer> said [1:it rained].", "treasurer" },
  { "description/other-body",
    "Ann Example, director of the Harbour Trust, and the Bakers’ Guild met. "
    "<1:The director of the Bakers’ Guild> said [1:it rained].",
      "director of the Bakers’ Guild for Bakers’ Guild" },
  { "description/other-gender",
    "The chairman, Peter Marlow, came. <1:The chairwoman> said [1:it rained].", "chairwoman" },
  { "description/named-in-next-paragraph",
    "Bread is dear, <1:its new director> of the Harbour Trust has said.[1: ]\n"
    "Ann Example, who came in May, spoke to bakers.", "Ann Example" },
  { "description/general-in-the-lead",
    "[1:Bread is dear], <1:a top manager> has admitted.\nAnn Example told bakers that it rained.",
    "Ann Example" },
  { "description/whoever-speaks-next",
    "[1:Bread is dear], <1:its new director> has said.\nPeter Marlow was late, but <2:Kit "
    "Sample> said [2:no].",
    "Kit Sample; Kit Sample" },
  { "description/role-from-the-lead",
    "[1:Bread is dear], <1:its new baker> has said.\nAnn Example came in May.\nPeter Marlow left. "
    "<2:The baker> said [2:no].", "Ann Example; Ann Example" },
  { "description/incoming-is-not-the-current-one",
    "The director, Ann Example, left. <1:The incoming director> said [1:no].",
    "incoming director" },
  { "description/not-a-spokeswoman",
    "[1:Bread is dear], <1:a spokeswoman> has said.\nAnn Example told bakers that it rained.",
    "spokeswoman" },
  { "description/woman-who-was-speaking",
    "<1:Ann Example> said [1:it rained]. [2:‘It was cold,’] said <2:the former chairwoman>.",
    "Ann Example; Ann Example" },
  { "description/man-was-speaking",
    "<1:Peter Marlow> said [1:it rained]. [2:‘It was cold,’] said <2:the former chairwoman>.",
    "Peter Marlow; former chairwoman" },
  { "description/unnamed-comes-back",
    "<1:A spokeswoman for the Harbour Trust> said [1:it rained]. <2:The spokeswoman> added [2:it "
    "was cold].",
    "spokeswoman for the Harbour Trust for Harbour Trust; spokeswoman for the Harbour Trust for "
    "Harbour Trust" },
  { "description/two-unnamed",
    "<1:One resident> said [1:it rained]. <2:Another resident> said [2:it was dry].",
    "resident; resident" },
  { "description/group", "<1:Residents> said [1:it rained].", "?" },
  { "description/body", "The Harbour Trust met. <1:The trust> said [1:bread was dear].",
    "Harbour Trust" },
  { "description/other-kind-of-body",
    "The Harbour Trust met. <1:The council> said [1:bread was dear].", "council" },
  { "description/body-with-its-name", "<1:The company, Quorbin Quays,> said [1:no].",
    "Quorbin Quays" },
  { "description/company",
    "Quorbin Quays Ltd met Eastwick Council. <1:The company> said [1:no].", "Quorbin Quays Ltd" },
  { "description/no-company", "Eastwick Council met. <1:The company> said [1:no].", "company" },
  { "description/survey", "<1:A survey> found [1:bread was dear].", "survey" },
  { "description/her-body",
    "Ann Example and the Example campaign met Peter Marlow. <1:Her campaign> said [1:it rained].",
    "Example campaign" },

  { "behalf/role", "<1:Ann Example, director of the Harbour Trust,> said [1:it rained].",
    "Ann Example for Harbour Trust" },
  { "behalf/former-role",
    "<1:Ann Example, former director of the Harbour Trust,> said [1:it rained].",
    "Ann Example" },
  { "behalf/affiliation", "<1:Ann Example, of the Harbour Trust,> said [1:it rained].",
    "Ann Example for Harbour Trust" },
  { "behalf/council-spokeswoman",
    "Eastwick Council met. <1:A council spokeswoman> said [1:it rained].",
    "council spokeswoman for Eastwick Council" },
  { "behalf/of-a-described-body",
    "The Harbour Trust met. Ann Example left. The trust voted. <1:Its director, Kit Sample,> "
    "said [1:no].",
    "Kit Sample for Harbour Trust" },
  { "behalf/a-spokesman", "The Harbour Trust met. <1:A spokesman> said [1:no].",
    "spokesman for Harbour Trust" },
  { "behalf/body-itself", "<1:The Harbour Trust> said [1:it rained].", "Harbour Trust" },
  { "behalf/its",
    "The Harbour Trust met. <1:Its director, Ann Example,> said [1:it rained].",
    "Ann Example for Harbour Trust" },
  { "behalf/shared-by-two-roles",
    "<1:Ann Example, chair and founder of the Harbour Trust,> said [1:it rained].",
    "Ann Example for Harbour Trust" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article = speaker_case_new (test->article, model);
  g_autofree char *speakers = describe_speakers (article);

  g_assert_cmpstr (speakers, ==, test->speakers);
}

/* Twice "one resident" is two people. */
static void
test_unnamed_apart (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article =
    speaker_case_new ("<1:One resident> said [1:it rained]. <2:One resident> said [2:it was dry].",
                      model);
  const QuothAttribution *first = g_ptr_array_index (article->analysis->attributions, 0);
  const QuothAttribution *second = g_ptr_array_index (article->analysis->attributions, 1);
  const QuothReferent *resident = g_ptr_array_index (article->analysis->referents, 0);

  g_assert_cmpint (quoth_short_array_index (&first->speakers, int, 0), !=,
                   quoth_short_array_index (&second->speakers, int, 0));
  g_assert_false (resident->named);
  g_assert_cmpint (resident->kind, ==, QUOTH_ENTITY_PERSON);
}

static void
test_confidence (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (SpeakerCase) article =
    speaker_case_new ("<1:Ann Example> said [1:it rained]. <2:She> said [2:it was cold].\n"
                      "[3:‘And dark.’]\n"
                      "<4:Critics> said [4:it was dry].", model);
  float confidence[4];

  for (guint i = 0; i < 4; i++)
    {
      const QuothAttribution *attribution = g_ptr_array_index (article->analysis->attributions, i);

      confidence[i] = attribution->speaker_confidence;
    }
  g_assert_cmpfloat (confidence[0], >, confidence[1]);
  g_assert_cmpfloat (confidence[1], >, confidence[2]);
  g_assert_cmpfloat (confidence[2], >, 0);
  g_assert_cmpfloat (confidence[0], <=, 1);
  g_assert_cmpfloat (confidence[3], ==, 0);
}

static void
test_odd_inputs (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autofree char *names = repeat ("Ann Example’s Harbour Trust of the ", 40000);
  const char *inputs[] = { "", "\n", "’", "‘", "of", "The", "Mr", "<1:Mr> said [1:no].",
                           "<1:’s> said [1:no].",
                           "<1:,> [1:,]", "<1:of the> said [1:no].", "<1:and> [1:and]", names };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr (SpeakerCase) article = speaker_case_new (inputs[i], model);
      g_autofree char *speakers = describe_speakers (article);

      g_assert_nonnull (speakers);
    }
}

/* Without word lists little is known, but nothing breaks. */
static void
test_no_model (void)
{
  g_autoptr (SpeakerCase) article =
    speaker_case_new ("It rained. <1:Zorblat Quex> said [1:no].", NULL);
  g_autofree char *speakers = describe_speakers (article);

  g_assert_cmpstr (speakers, ==, "Zorblat Quex");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/speakers/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/speakers/unnamed-apart", test_unnamed_apart);
  g_test_add_func ("/speakers/confidence-falls", test_confidence);
  g_test_add_func ("/speakers/odd-inputs", test_odd_inputs);
  g_test_add_func ("/speakers/no-model", test_no_model);

  return g_test_run ();
}
