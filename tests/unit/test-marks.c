#include <string.h>

#include "text-cases.h"

/*
 * Expected: the quoted spans in order, parted by " | "; a "-" before each level below the
 * outermost; after one, in braces: o opening mark missing, c closing mark missing, > goes on in the
 * next, < goes on from the one before.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  /* Each form of marks */
  { "double", "“We won,” said Ms Orrin.", "“We won,”" },
  { "single", "‘We won,’ said Ms Orrin.", "‘We won,’" },
  { "straight-double", "\"We won,\" said Ms Orrin.", "\"We won,\"" },
  { "straight-single", "'We won,' said Ms Orrin.", "'We won,'" },
  { "two-apostrophes", "''We won,'' said Ms Orrin.", "''We won,''" },
  { "backticks", "``We won,'' said Ms Orrin.", "``We won,''" },
  { "one-backtick", "`We won,' said Ms Orrin.", "`We won,'" },
  { "guillemets", "«We won», said Ms Orrin.", "«We won»" },
  { "guillemets-inward", "»We won«, said Ms Orrin.", "»We won«" },
  { "low-nine", "„We won“, said Ms Orrin.", "„We won“" },
  { "two-pairs", "“We won,” she said. “At last.”", "“We won,” | “At last.”" },
  { "brackets", "It was (“almost”) over [‘nearly’].", "“almost” | ‘nearly’" },
  { "dashes", "The plan—“a disgrace,” he said—failed.", "“a disgrace,”" },
  { "broken-off", "“I never—” he began.", "“I never—”" },
  { "ellipsis-first", "‘… and so on,’ he said.", "‘… and so on,’" },
  { "turns", "“POOLE: Why now?\n\n“MARSH: We waited.\n\n“We waited long.”",
    "Why now?{c} | We waited.{c>} | “We waited long.”{<}" },
  { "none", "Nobody said a word.", "" },

  /* Apostrophes are no marks */
  { "contractions", "‘I don’t, can’t and won’t,’ he said.", "‘I don’t, can’t and won’t,’" },
  { "straight-contractions", "'I don't and won't,' he said.", "'I don't and won't,'" },
  { "possessive", "The nurses’ rota is Mr Voss’s.", "" },
  { "straight-possessive", "The nurses' rota is the doctors' too.", "" },
  { "possessive-inside", "‘The nurses’ rota is full,’ he said.", "‘The nurses’ rota is full,’" },
  { "straight-possessive-inside", "'The nurses' rota is full,' he said.",
    "'The nurses' rota is full,'" },
  { "possessive-after", "He saw ‘real flaws’ in the nurses’ rota.", "‘real flaws’" },
  { "possessive-between", "‘Yes’ was the nurses’ answer, ‘no’ the porters’ one.", "‘Yes’ | ‘no’" },
  { "decade", "It was the ’90s, or the '80s.", "" },
  { "decade-inside", "‘It was the ’90s,’ he said.", "‘It was the ’90s,’" },
  { "tis", "’Tis the season, and 'twas before.", "" },
  { "them", "‘Tell ’em we won,’ he said.", "‘Tell ’em we won,’" },
  { "rock-n-roll", "He likes rock ’n’ roll and rock 'n' roll.", "" },
  { "dropped-g", "‘We’re goin’ home,’ he said.", "‘We’re goin’ home,’" },
  { "possessive-of-initials", "The M.P.'s house and the B.A.’s rules.", "" },
  { "inches", "The shelf is 5'10\" by 6' 2\" long.", "" },
  { "inches-inside", "\"It is 5'10\" long,\" he said.", "\"It is 5'10\" long,\"" },
  { "backtick-apostrophe", "It is mama`s house.", "" },

  /* Nesting */
  { "nested", "“She said ‘no’ to me,” he said.", "“She said ‘no’ to me,” | -‘no’" },
  { "nested-british", "‘She said “no” to me,’ he said.", "‘She said “no” to me,’ | -“no”" },
  { "nested-straight", "'She said \"no\" to me,' he said.", "'She said \"no\" to me,' | -\"no\"" },
  { "nested-at-end", "“He told me ‘never again.’”",
    "“He told me ‘never again.’” | -‘never again.’" },
  { "nested-at-begin", "“‘Never’ is a word I like.”", "“‘Never’ is a word I like.” | -‘Never’" },
  { "nested-two-apostrophes", "''He said 'go' and left,'' she said.",
    "''He said 'go' and left,'' | -'go'" },
  { "three-apostrophes", "''He said 'go.''' Then he left.", "''He said 'go.''' | -'go.'" },
  { "three-levels", "“She said ‘I read “Ash” twice’ to me.”",
    "“She said ‘I read “Ash” twice’ to me.” | -‘I read “Ash” twice’ | --“Ash”" },

  /* Mixtures of forms */
  { "curly-straight", "‘We won,' said Ms Orrin.", "‘We won,'" },
  { "straight-curly", "\"We won,” said Ms Orrin.", "\"We won,”" },
  { "single-double", "‘We won,\" said Ms Orrin.", "‘We won,\"" },
  { "turned", "”We won,” said Ms Orrin.", "”We won,”" },
  { "both-styles", "“We won,” she said. ‘At last,’ he added.", "“We won,” | ‘At last,’" },

  /* Speech over several paragraphs */
  { "runs-on", "“We won.\n“We won again,” she said.", "“We won.{c>} | “We won again,”{<}" },
  { "runs-on-british", "‘We won.\n‘We won again,’ she said.", "‘We won.{c>} | ‘We won again,’{<}" },
  { "runs-on-other-type", "‘We won.\n'We won again,’ she said.",
    "‘We won.{c>} | 'We won again,’{<}" },
  { "runs-on-twice", "“One.\n“Two.\n“Three.”", "“One.{c>} | “Two.{c<>} | “Three.”{<}" },
  { "runs-on-with-possessive", "‘The nurses’ rota is full.\n‘We need more,’ she said.",
    "‘The nurses’ rota is full.{c>} | ‘We need more,’{<}" },
  { "runs-on-after-cue", "She said: “One.\n“Two.”", "“One.{c>} | “Two.”{<}" },
  { "runs-on-unopened", "“One thing is clear.\nAnother is not,” she said.",
    "“One thing is clear.{c>} | Another is not,”{o<}" },
  { "closed-then-new", "“One.”\n“Two.”", "“One.” | “Two.”" },

  /* Missing and stray marks cost no more than their paragraph */
  { "no-close", "“We won, she said.\nHe left. “Why?”", "“We won, she said.{c} | “Why?”" },
  { "no-close-then-new", "“We won, she said. “At last,” he said.",
    "“We won, she said.{c} | “At last,”" },
  { "no-open", "He smiled. We won,” she said.\n“At last.”", "We won,”{o} | “At last.”" },
  { "no-open-first", "We won,” she said. “At last.”", "We won,”{o} | “At last.”" },
  { "no-open-after-title", "He met Dr. Orrin. Mr. A. Voss won,” she said.",
    "Mr. A. Voss won,”{o}" },
  { "no-close-in-sentence", "She was “rather late and tired. He was not.",
    "“rather late and tired.{c}" },
  { "stray-close", "“We won,” she said.”", "“We won,”" },
  { "stray-open", "She said we won. “", "" },
  { "inner-unclosed", "“She said ‘no and left,” he said.",
    "“She said ‘no and left,” | -‘no and left,{c}" },
  { "lone", "”\n“\n\"\n'\n’", NULL },
};

static void
append_flags (GString           *string,
              const QuothQuoted *quoted)
{
  if (quoted->flags == 0)
    return;
  g_string_append_c (string, '{');
  if (quoted->flags & QUOTH_QUOTED_OPEN_MISSING)
    g_string_append_c (string, 'o');
  if (quoted->flags & QUOTH_QUOTED_CLOSE_MISSING)
    g_string_append_c (string, 'c');
  if (quoted->flags & QUOTH_QUOTED_CONTINUED)
    g_string_append_c (string, '<');
  if (quoted->flags & QUOTH_QUOTED_CONTINUES)
    g_string_append_c (string, '>');
  g_string_append_c (string, '}');
}

static char *
print_quoted (const QuothText *text)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < text->n_quoted; i++)
    {
      const QuothQuoted *quoted = &text->quoted[i];

      if (i > 0)
        g_string_append (string, " | ");
      for (guint level = 0; level < quoted->level; level++)
        g_string_append_c (string, '-');
      g_string_append_len (string, text->text + quoted->span.start,
                           quoth_span_length (quoted->span));
      append_flags (string, quoted);
    }

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs (test->text, model);
  g_autofree char *found = print_quoted (text);

  assert_sound (text);
  if (test->expected != NULL)
    g_assert_cmpstr (found, ==, test->expected);
}

/* The levels and flags of tokens follow the pairs. */
static void
test_levels (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs ("He: “a ‘b’ c” d", model);
  const guint levels[] = { 0, 0, 0, 1, 1, 2, 1, 1, 0, 0 };

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (levels));
  for (guint i = 0; i < text->n_tokens; i++)
    {
      g_assert_cmpuint (text->tokens[i].level, ==, levels[i]);
      g_assert_cmpint ((text->tokens[i].flags & QUOTH_TOKEN_QUOTED) != 0, ==, levels[i] > 0);
    }
  g_assert_cmpuint (text->tokens[2].kind, ==, QUOTH_TOKEN_OPENING_MARK);
  g_assert_cmpuint (text->tokens[8].kind, ==, QUOTH_TOKEN_CLOSING_MARK);
}

static void
test_hostile (void)
{
  const char *const parts[] = {
    "”", "“", "\"", "'", "’", "‘", "\" ", "' ", "” ", "‘a ", "a’ ", "“a", "''", "'''", "`", "«", "»“‘",
    "’s ", "5' 6\" ", "“a.\n", "a.”\n", "\"\n", ". ” ",
  };
  g_autoptr (QuothModel) model = open_test_model ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_linear (parts[i], 192 * 1024, model);
}

static void
test_without_model (void)
{
  g_autoptr (QuothText) text = read_paragraphs ("‘Tell ’em we won,’ he said.", NULL);

  assert_sound (text);
  g_assert_cmpuint (text->n_quoted, >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/marks/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/marks/levels", test_levels);
  g_test_add_func ("/marks/hostile", test_hostile);
  g_test_add_func ("/marks/without-model", test_without_model);

  return g_test_run ();
}
