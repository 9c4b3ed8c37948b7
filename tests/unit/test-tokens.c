#include <string.h>

#include "text-cases.h"

/* Expected: the tokens, parted by spaces; a blank inside a token is shown as "_". */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "empty", "", "" },
  { "blank", " \t ", "" },
  { "plain", "The dog barked.", "The dog barked ." },
  { "commas", "Yes, no; maybe: so", "Yes , no ; maybe : so" },
  { "brackets", "It (the dog) [sic] {x}", "It ( the dog ) [ sic ] { x }" },

  /* Clitics */
  { "possessive", "Ann's and Ann’s", "Ann 's and Ann ’s" },
  { "plural-possessive", "The nurses’ rota", "The nurses ’ rota" },
  { "not", "don't can't won’t isn’t", "do n't ca n't wo n’t is n’t" },
  { "verbs", "I'm we’re you've he'll she’d", "I 'm we ’re you 've he 'll she ’d" },
  { "two-clitics", "I'd've wouldn't've", "I 'd 've would n't 've" },
  { "upper-clitics", "DON'T IT'S", "DO N'T IT 'S" },
  { "no-clitics", "O’Brien o'clock ma’am D'Arcy rock'n'roll",
    "O’Brien o'clock ma’am D'Arcy rock'n'roll" },
  { "cannot", "We cannot but gonna wanna", "We can not but gon na wan na" },
  { "not-cannot", "Canning gonnas", "Canning gonnas" },
  { "decades", "the ’90s and 1990s and 1990's", "the ’90s and 1990s and 1990 's" },
  { "elision", "tell ’em 'tis", "tell ’em 'tis" },

  /* Hyphens and dashes */
  { "hyphens", "a well-known 20-year-old co-op", "a well-known 20-year-old co-op" },
  { "non-breaking-hyphen", "well‑known", "well‑known" },
  { "dashes", "yes—no yes – no yes--no yes - no", "yes — no yes – no yes -- no yes - no" },
  { "range", "pages 4–7", "pages 4 – 7" },
  { "negative", "It was -3 degrees", "It was -3 degrees" },

  /* Abbreviations */
  { "titles", "Mr. and Mrs. Orrin saw Dr. Voss.", "Mr. and Mrs. Orrin saw Dr. Voss ." },
  { "initials", "J. R. Orrin and J.R. Voss", "J. R. Orrin and J.R. Voss" },
  { "not-an-initial", "It was plan B. We left.", "It was plan B . We left ." },
  { "pronoun", "Older than I. We left.", "Older than I . We left ." },
  { "countries", "the U.S. and U.K.-based", "the U.S. and U.K.-based" },
  { "times", "at 4.30 p.m. today", "at 4.30 p.m. today" },
  { "latin", "fruit, e.g. pears, etc. and more", "fruit , e.g. pears , etc. and more" },
  { "months", "on Sept. 4 and 5 Dec. too", "on Sept. 4 and 5 Dec. too" },
  { "not-a-month", "They sat in the sun. Mar the surface.",
    "They sat in the sun . Mar the surface ." },
  { "number", "No. 7 and No. 10", "No. 7 and No. 10" },
  { "not-a-number", "He said no. We left.", "He said no . We left ." },
  { "states", "Salem, Ore., and Springfield, Mass.", "Salem , Ore. , and Springfield , Mass." },
  { "not-a-state", "They mined ore. It was ill.", "They mined ore . It was ill ." },
  { "party", "Sen. Voss (D-Ore.) left", "Sen. Voss ( D-Ore. ) left" },
  { "degree", "a Ph.D. student", "a Ph.D. student" },
  { "company", "Brack Ltd. and Orrin Inc. merged", "Brack Ltd. and Orrin Inc. merged" },

  /* Numbers and money */
  { "numbers", "1,000 and 2.5 and 1,234,567.89", "1,000 and 2.5 and 1,234,567.89" },
  { "list-of-numbers", "in 2013,2014", "in 2013 , 2014" },
  { "money", "$5 £3.50 €2m US$7", "$ 5 £ 3.50 € 2m US $ 7" },
  { "percent", "over 40% of", "over 40 % of" },
  { "time", "at 9:30am and 17:45", "at 9:30am and 17:45" },
  { "fractions", "9/11 or 1/2", "9/11 or 1/2" },
  { "ordinals", "the 21st and 3rd", "the 21st and 3rd" },
  { "ampersand", "the A&E and AT&T", "the A&E and AT&T" },
  { "ampersand-apart", "Orrin & Voss", "Orrin & Voss" },
  { "slash", "the BBC/ITV poll", "the BBC/ITV poll" },

  /* Addresses */
  { "url", "See https://example.org/a?b=c#d, then", "See https://example.org/a?b=c#d , then" },
  { "url-in-brackets", "(see http://example.org/)", "( see http://example.org/ )" },
  { "www", "at www.example.org.", "at www.example.org ." },
  { "domain", "at example.co.uk or Example.com.", "at example.co.uk or Example.com ." },
  { "mail", "write to a.voss_1@example.org now", "write to a.voss_1@example.org now" },
  { "mail-after-apostrophe", "’tis@example.org", "’tis@example.org" },
  { "handle", "@annvoss said #winning", "@annvoss said #winning" },
  { "number-sign", "#2 of @ 3", "# 2 of @ 3" },

  /* Stops */
  { "ellipsis", "Well... so… and . . . then", "Well ... so … and ._._. then" },
  { "four-dots", "Well.... So", "Well .... So" },
  { "cries", "No!! Why?! What?", "No !! Why ?! What ?" },
  { "no-space", "It ended.Then it began.", "It ended . Then it began ." },
  { "stars", "f *** and ___", "f *** and ___" },

  /* Quotation marks */
  { "marks", "“Yes,” he said.", "“ Yes , ” he said ." },
  { "marks-single", "‘It’s the nurses’ rota.’", "‘ It ’s the nurses ’ rota . ’" },
  { "marks-two-apostrophes", "''Yes,'' he said.", "'' Yes , '' he said ." },

  /* Other scripts and signs */
  { "accents", "café naïve Übung", "café naïve Übung" },
  { "combining", "cafe\u0301 A\u030ar", "cafe\u0301 A\u030ar" },
  { "no-break-space", "Mr\u00a0Voss\u202fleft", "Mr Voss left" },
  { "soft-hyphen", "hospi\u00adtal", "hospi\u00adtal" },
  { "emoji", "Yes 👍🏽 and 👩‍👧!", "Yes 👍🏽 and 👩‍👧 !" },
  { "hebrew", "שלום עולם.", "שלום עולם ." },
  { "byte-order-mark", "\ufeffYes", "Yes" },
};

static char *
print_tokens (const QuothText *text)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < text->n_tokens; i++)
    {
      QuothSpan span = text->tokens[i].span;
      g_autofree char *token = g_strndup (text->text + span.start, quoth_span_length (span));

      if (i > 0)
        g_string_append_c (string, ' ');
      g_string_append (string, g_strdelimit (token, " ", '_'));
    }

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs (test->text, model);
  g_autofree char *found = print_tokens (text);

  assert_sound (text);
  g_assert_cmpstr (found, ==, test->expected);
}

static void
test_kinds (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs ("‘Two 2nd 3 $, nurses’ 4.5’", model);
  const QuothTokenKind kinds[] = {
    QUOTH_TOKEN_OPENING_MARK, QUOTH_TOKEN_WORD, QUOTH_TOKEN_WORD, QUOTH_TOKEN_NUMBER,
    QUOTH_TOKEN_SYMBOL, QUOTH_TOKEN_PUNCTUATION, QUOTH_TOKEN_WORD, QUOTH_TOKEN_WORD,
    QUOTH_TOKEN_NUMBER, QUOTH_TOKEN_CLOSING_MARK,
  };

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < text->n_tokens; i++)
    g_assert_cmpuint (text->tokens[i].kind, ==, kinds[i]);
}

static void
test_flags (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs ("The NHS’s élan Éire A", model);
  const guint8 space = QUOTH_TOKEN_SPACE_BEFORE;
  const guint8 flags[] = {
    space | QUOTH_TOKEN_CAPITALISED,
    space | QUOTH_TOKEN_CAPITALISED | QUOTH_TOKEN_UPPER_CASE,
    0,
    space,
    space | QUOTH_TOKEN_CAPITALISED,
    space | QUOTH_TOKEN_CAPITALISED,
  };

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (flags));
  for (guint i = 0; i < text->n_tokens; i++)
    g_assert_cmpuint (text->tokens[i].flags, ==, flags[i]);
}

static void
test_find_token (void)
{
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = read_paragraphs ("One, two.\nThree.", model);

  g_assert_cmpuint (quoth_text_find_token (text, 0), ==, 0);
  g_assert_cmpuint (quoth_text_find_token (text, 2), ==, 0);
  g_assert_cmpuint (quoth_text_find_token (text, 3), ==, 1);
  g_assert_cmpuint (quoth_text_find_token (text, 4), ==, 2);
  g_assert_cmpuint (quoth_text_find_token (text, 15), ==, 5);
  g_assert_cmpuint (quoth_text_find_token (text, 99), ==, 6);
  g_assert_cmpuint (quoth_text_find_sentence (text, 8), ==, 0);
  g_assert_cmpuint (quoth_text_find_sentence (text, 9), ==, 1);
  g_assert_cmpuint (quoth_text_find_sentence (text, 99), ==, 2);
}

static void
test_hostile (void)
{
  const char *const parts[] = {
    "a", "A", "9", ".", "-", "a.", "a-", "A.-", "http://", "a@", "a/", "1,000", ". ", "! ", "a b ",
    "don't", "’", "a’", "é", "👍", "\u0301", "\u200b", "\u00ad", "\r\n", "a\n", "www.", "Mr. ",
    "#a", "@", "( ", "_", "<b>",
  };
  g_autoptr (QuothModel) model = open_test_model ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_linear (parts[i], 1024 * 1024, model);
}

/* A line drawn with marks holds nothing, and its neighbours are read as ever; a short one may be a
 * mark on its own. */
static void
test_wordless (void)
{
  g_autoptr (GString) string = g_string_new ("“Yes,” he said.\n\n");
  g_autoptr (QuothText) text = NULL;
  g_autoptr (QuothText) drawn = NULL;

  for (guint i = 0; i < 4; i++)
    g_string_append (string, "\"");
  g_string_append (string, "\n\nThey left.");
  text = quoth_text_new (string->str, string->len, NULL, 0, NULL);
  g_assert_cmpuint (text->n_tokens, ==, 7 + 4 + 3);

  g_string_assign (string, "“Yes,” he said.\n\n");
  for (guint i = 0; i < 5000; i++)
    g_string_append (string, i % 2 ? "“" : "\"");
  g_string_append (string, "\n\nThey left.");
  drawn = quoth_text_new (string->str, string->len, NULL, 0, NULL);
  g_assert_cmpuint (drawn->n_tokens, ==, 7 + 3);
  g_assert_cmpuint (drawn->n_quoted, ==, 1);
  g_assert_cmpuint (drawn->n_sentences, ==, 2);
}

static void
test_without_model (void)
{
  g_autoptr (QuothText) text = read_paragraphs ("Mr. Voss cannot come.", NULL);

  assert_sound (text);
  g_assert_cmpuint (text->n_tokens, ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/tokens/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/tokens/kinds", test_kinds);
  g_test_add_func ("/tokens/flags", test_flags);
  g_test_add_func ("/tokens/find", test_find_token);
  g_test_add_func ("/tokens/hostile", test_hostile);
  g_test_add_func ("/tokens/wordless", test_wordless);
  g_test_add_func ("/tokens/without-model", test_without_model);

  return g_test_run ();
}
