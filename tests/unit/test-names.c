#include "quoth-names.h"
#include "text-cases.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *names;
} Case;

/* P person, O organisation, L place, N other name; "?": perhaps none; "f" and "m": the gender */
static const Case cases[] = {
  { "person/first-name", "So Ann Example left.", "P f Ann Example" },
  { "person/first-name-of-either", "So Robin Example left.", "P Robin Example" },
  { "person/honorific", "So Mr Plessett left.", "P m Mr Plessett" },
  { "person/honorifics", "So Prof Dame Kit Example left.", "P f Prof Dame Kit Example" },
  { "person/honorific-with-stop", "So Mrs. Plessett left.", "P f Mrs. Plessett" },
  { "person/initials", "So Q. X. Plessett left.", "P Q. X. Plessett" },
  { "person/particles", "So Ursula van der Berg left.", "P f Ursula van der Berg" },
  { "person/hyphen", "So Ann Example-Smith left.", "P f Ann Example-Smith" },
  { "person/post-nominal", "So Ann Example OBE left.", "P f Ann Example OBE" },
  { "person/sentence-start", "Ann Example left.", "P f Ann Example" },
  { "person/surname-like-a-body", "So Ann Church left.", "P f Ann Church" },
  { "person/surname-like-a-role", "So Tim Cook left.", "P m Tim Cook" },
  { "person/title-before", "So Finance Director Quorbin Plessett left.", "P Quorbin Plessett" },
  { "person/body-and-title-before", "So Harbour Trust Director Ann Example left.",
    "O Harbour Trust, P f Ann Example" },
  { "person/party-before", "So Conservative Ann Example left.",
    "N ? Conservative, P f Ann Example" },
  { "person/month", "So Ann Example left on Monday in May.", "P f Ann Example" },

  { "body/noun", "They asked the Harbour Trust.", "O Harbour Trust" },
  { "body/of", "They asked the Royal College of Bakers.", "O Royal College of Bakers" },
  { "body/of-the", "They asked the Society of the Harbour.", "O Society of the Harbour" },
  { "body/for-and", "They asked the Department for Bread and Cheese.",
    "O Department for Bread and Cheese" },
  { "body/and-before-noun", "They asked the Bread and Cheese Board.", "O Bread and Cheese Board" },
  { "body/two", "They asked Ann Example and Harbour Trust.", "P f Ann Example, O Harbour Trust" },
  { "body/acronym", "They asked the QXB.", "O QXB" },
  { "body/acronym-last", "They asked Eastwick QXB.", "O Eastwick QXB" },
  { "body/acronym-first", "They asked QXB Eastwick.", "O QXB Eastwick" },
  { "body/possessive-in-name", "They asked the Baker’s Guild.", "O Baker’s Guild" },
  { "body/possessor", "They asked Harbour Trust’s planning team.",
    "O Harbour Trust’s planning team, O Harbour Trust" },
  { "body/lower-case-noun", "They asked Eastwick council.", "O Eastwick council, N Eastwick" },
  { "body/not-a-persons-work", "They read Ann Example’s new book.", "P f Ann Example" },
  { "body/ampersand", "They asked Bread & Cheese Ltd about it.", "O Bread & Cheese Ltd" },
  { "body/listed", "They asked the House of Lords.", "O House of Lords" },

  { "place/listed", "They left Northern Ireland.", "L Northern Ireland" },

  { "none/question", "Will Britain pay? May Ms Example ask?", "L Britain, P f Ms Example" },
  { "start/will", "Will Plessett left.", "P m Will Plessett" },
  { "none/sentence-start", "Critics left. However, nobody cared.", "N ? Critics" },
  { "none/common-at-start", "Nothing was left. Changes came.", "" },
  { "none/i", "Then I left.", "" },
  { "none/title-alone", "So the Prime Minister left.", "" },
  { "none/titled-headline", "Harbour Plan Was Late Says Board", "" },
  { "start/seen-inside-too", "Plessett left. So Plessett left.", "N Plessett, N Plessett" },
  { "start/lower-case-too", "Plessett left. It was a plessett.", "" },
};

static char *
describe_names (const QuothText *text,
                GArray          *names)
{
  static const char * const kinds[] = { "N", "P", "O", "L" };
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const QuothName *name = &g_array_index (names, QuothName, i);
      guint32 start = text->tokens[name->first].span.start;

      g_string_append_printf (result, "%s%s%s%s%s ", i > 0 ? ", " : "", kinds[name->kind],
                              name->flags & QUOTH_NAME_WEAK ? " ?" : "",
                              name->flags & QUOTH_NAME_FEMALE ? " f" : "",
                              name->flags & QUOTH_NAME_MALE ? " m" : "");
      g_string_append_len (result, text->text + start,
                           text->tokens[name->end - 1].span.end - start);
    }

  return g_string_free (result, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs (test->text, model);
  g_autofree guint32 *classes = quoth_word_classes_new (text);
  g_autoptr (GArray) names = quoth_names_find (text, classes);
  g_autofree char *found = describe_names (text, names);

  g_assert_cmpstr (found, ==, test->names);
}

/* Honorific and post-nominals are of the mention, not of the name. */
static void
test_core (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs ("So Dr Ann Example OBE left.", model);
  g_autofree guint32 *classes = quoth_word_classes_new (text);
  g_autoptr (GArray) names = quoth_names_find (text, classes);
  const QuothName *name = &g_array_index (names, QuothName, 0);

  g_assert_cmpuint (names->len, ==, 1);
  g_assert_true (quoth_token_equals (text, name->first, "dr"));
  g_assert_true (quoth_token_equals (text, name->core, "ann"));
  g_assert_true (quoth_token_equals (text, name->core_end - 1, "example"));
  g_assert_true (quoth_token_equals (text, name->end - 1, "obe"));
}

static void
test_classes (void)
{
  static const struct
  {
    const char *word;
    guint32     has;
    guint32     has_not;
  } words[] = {
    { "councils", QUOTH_CLASS_BODY | QUOTH_CLASS_PLURAL, QUOTH_CLASS_ROLE },
    { "agencies", QUOTH_CLASS_BODY | QUOTH_CLASS_PLURAL, QUOTH_CLASS_ROLE },
    { "spokeswomen", QUOTH_CLASS_ROLE | QUOTH_CLASS_PLURAL | QUOTH_CLASS_TITLE_FEMALE,
      QUOTH_CLASS_TITLE_MALE },
    { "ex-minister", QUOTH_CLASS_ROLE | QUOTH_CLASS_STATUS, QUOTH_CLASS_PLURAL },
    { "co-chair", QUOTH_CLASS_ROLE, QUOTH_CLASS_STATUS },
    { "QXBs", QUOTH_CLASS_ACRONYM | QUOTH_CLASS_CAPITAL, QUOTH_CLASS_COMMON },
    { "NOTHING", QUOTH_CLASS_COMMON, QUOTH_CLASS_ACRONYM },
    { "ann", 0, QUOTH_CLASS_FIRST_NAME },
    { "the", QUOTH_CLASS_FUNCTION, QUOTH_CLASS_CAPITAL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (QuothModel) model = open_test_model ();
      g_autofree char *line = g_strdup_printf ("so %s", words[i].word);
      g_autoptr (QuothText) text = read_paragraphs (line, model);
      g_autofree guint32 *classes = quoth_word_classes_new (text);

      g_assert_cmphex (classes[1] & words[i].has, ==, words[i].has);
      g_assert_cmphex (classes[1] & words[i].has_not, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/names/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/names/core", test_core);
  g_test_add_func ("/names/word-classes", test_classes);

  return g_test_run ();
}
