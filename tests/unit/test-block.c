#include <string.h>

#include "text-cases.h"

#define PROSE_1 "The harbour board of Tarn Quay agreed on Monday to widen its northern gate, two years late."
#define PROSE_2 "Its chair, Odile Brack, told members that the money had been found in the reserve fund."
#define PROSE_3 "“It was never in doubt,” she said, although the minutes of the last meeting say otherwise."

/*
 * Expected: the kinds of the blocks in order, a letter each: H headline, S standfirst, h heading,
 * p paragraph, l list item, b block quotation, c caption, f furniture.
 */
typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Case;

static const Case cases[] = {
  { "empty", "", "" },
  { "blank", " \n\t\n\u00a0\r\n", "" },
  { "one-paragraph", PROSE_1, "p" },
  { "one-short", "Harbour gate to be widened", "p" },

  /* Lines, with and without blank lines between them */
  { "lines", PROSE_1 "\n" PROSE_2 "\n" PROSE_3, "ppp" },
  { "blank-lines", PROSE_1 "\n\n" PROSE_2 "\n\n\n" PROSE_3 "\n", "ppp" },
  { "crlf", PROSE_1 "\r\n\r\n" PROSE_2 "\r\n" PROSE_3 "\r\n", "ppp" },
  { "cr", PROSE_1 "\r" PROSE_2, "pp" },
  { "separators", PROSE_1 "\u2028" PROSE_2 "\u2029" PROSE_3, "ppp" },

  /* Headline and standfirst */
  { "headline", "Harbour gate to be widened\n\n" PROSE_1 "\n\n" PROSE_2, "Hpp" },
  { "headline-stop", "Harbour Gate at Tarn Quay to Be Widened.\n\n" PROSE_1 "\n\n" PROSE_2, "Hpp" },
  { "headline-quote", "‘We have the money’, says harbour chair\n" PROSE_1 "\n" PROSE_2, "Hpp" },
  { "headline-after-notice", "Skip to main content\n\nHarbour gate to be widened\n\n" PROSE_1,
    "fHp" },
  { "no-headline", PROSE_1 "\n\nIt rained.\n\n" PROSE_2, "ppp" },
  { "lead-in-quotes", "“It is done,” she said.\n\n" PROSE_1 "\n\n" PROSE_2, "ppp" },
  { "standfirst",
    "Harbour gate to be widened\n\nBoard finds the money in its reserve fund after all\n\n"
    PROSE_1 "\n\n" PROSE_2, "HSpp" },
  { "second-line", "Harbour gate to be widened;\nBoard finds money.\n\n" PROSE_1 "\n\n" PROSE_2,
    "HSpp" },

  /* Crossheads */
  { "heading", PROSE_1 "\n\nWhere the money was\n\n" PROSE_2, "php" },
  { "heading-question", PROSE_1 "\n\nWho pays for it?\n\n" PROSE_2, "php" },
  { "not-a-heading-stop", PROSE_1 "\n\nNobody had asked.\n\n" PROSE_2, "ppp" },
  { "not-a-heading-colon", PROSE_1 "\n\nBRACK: No comment\n\n" PROSE_2, "ppp" },
  { "not-a-heading-last", PROSE_1 "\n\n" PROSE_2 "\n\nThe Tarn Quay Gazette", "ppp" },
  { "not-headings-together", PROSE_1 "\n\nThe Old Gate\n\nTarn Quay\n\nNorthern Road", "pppp" },

  /* Lists */
  { "bullets", PROSE_1 "\n• a gate\n• two lamps\n" PROSE_2, "pllp" },
  { "one-bullet", PROSE_1 "\n• a gate\n" PROSE_2, "plp" },
  { "dashes", PROSE_1 "\n- a gate\n- two lamps\n" PROSE_2, "pllp" },
  { "one-dash", PROSE_1 "\n— Odile Brack, chair of the board.\n" PROSE_2, "ppp" },
  { "numbers", "1. Open the gate and go in.\n2. Shut it again behind you.", "ll" },
  { "one-number", "7. It was the seventh gate to be widened.\n" PROSE_2, "pp" },
  { "mail", PROSE_1 "\n> Shall we widen the gate?\n" PROSE_2, "pbp" },

  /* Captions */
  { "caption", PROSE_1 "\n\nThe northern gate (Photo: A. Voss)\n\n" PROSE_2, "pcp" },
  { "caption-first", "Picture: The northern gate last winter\n\n" PROSE_2, "cp" },
  { "caption-doubled",
    PROSE_1 "\n\nThe northern gate at dusk\nThe northern gate at dusk\n\n" PROSE_2,
    "pcfp" },
  { "not-a-caption", PROSE_1 "\n\nThe photo shows the gate as it was before the storm (left).",
    "pp" },

  /* Furniture */
  { "byline", "Harbour gate to be widened\n\nBy Ann Voss, harbour correspondent\n\n" PROSE_1,
    "Hfp" },
  { "not-a-byline",
    "Harbour gate to be widened\n\nBy Monday the board had found the money.\n\n" PROSE_1,
    "Hpp" },
  { "date-line",
    "Harbour gate to be widened\n\n4 March 2014, last updated at 10:30 GMT\n\n" PROSE_1, "Hfp" },
  { "not-a-date-line", PROSE_1 "\n\nOn 4 March 2014 the gate fell.\n\n" PROSE_2, "ppp" },
  { "cookies", "We use cookies to make this site better. By staying here you agree to them.\n" PROSE_1,
    "fp" },
  { "notice", "This page is intended for harbour masters only\n" PROSE_1, "fp" },
  { "sign-in", PROSE_1 "\n\n" PROSE_2 "\n\nHave you registered yet?\n\nIt is quick\n\nSign in",
    "ppfff" },
  { "comments", PROSE_1 "\n\nComments (12)\n\n3 shares", "pff" },
  { "not-sign-in",
    PROSE_1 "\n\nSign in sheets were kept at the gate, the chair of the board said, so that "
    "each of the masters could be told apart from the crews.", "pp" },
  { "rule", PROSE_1 "\n\n* * *\n\n" PROSE_2, "pfp" },
  { "copyright", PROSE_1 "\n\n© 2014 The Tarn Quay Gazette", "pf" },
  { "read-more", PROSE_1 "\n\nRead more: How the old gate was built\n\n" PROSE_2, "pfp" },
  { "quoted-phrase", PROSE_1 "\n\n“Read more books,” she told them.\n\n" PROSE_2, "ppp" },
};

static const char letters[] = "HShplbcf";

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = quoth_text_new (test->text, strlen (test->text), NULL, 0, model);
  g_autoptr (GString) found = g_string_new (NULL);

  assert_sound (text);
  for (guint i = 0; i < text->n_blocks; i++)
    g_string_append_c (found, letters[text->blocks[i].kind]);
  g_assert_cmpstr (found->str, ==, test->expected);
}

/* Wrapped lines are joined where blank lines part the paragraphs. */
static void
test_wrapped (void)
{
  const char *wrapped =
    "Harbour gate to be widened\n"
    "\n"
    "The harbour board of Tarn Quay agreed on Monday to widen\n"
    "its northern gate, two years later than it had promised\n"
    "when the old one was hit by a barge in a storm of March.\n"
    "\n"
    "Its chair, Odile Brack, told members that the money had\n"
    "been found in the reserve fund, where nobody had looked\n"
    "for it.\n"
    "    An indented line begins another paragraph, as it did\n"
    "in books.\n";
  g_autoptr (QuothModel) model = open_test_model ();
  g_autoptr (QuothText) text = quoth_text_new (wrapped, strlen (wrapped), NULL, 0, model);

  assert_sound (text);
  g_assert_cmpuint (text->n_blocks, ==, 4);
  g_assert_cmpint (text->blocks[0].kind, ==, QUOTH_BLOCK_HEADLINE);
  g_assert_true (g_str_has_prefix (wrapped + text->blocks[2].span.start, "Its chair"));
  g_assert_true (g_str_has_prefix (wrapped + text->blocks[2].span.end, "\n    An indented"));
}

static void
test_spans (void)
{
  const char *lines = " \ufeffOne two.\u00a0 \r\n\tThree.\n";
  g_autoptr (GArray) blocks = quoth_blocks_classify (lines, strlen (lines), NULL);
  const QuothBlock *block = (const QuothBlock *) (const void *) blocks->data;

  g_assert_cmpuint (blocks->len, ==, 2);
  g_assert_true (g_str_has_prefix (lines + block[0].span.start, "One"));
  g_assert_true (g_str_has_prefix (lines + block[0].span.end, "\u00a0"));
  g_assert_true (g_str_has_prefix (lines + block[1].span.end, "\n"));
  g_assert_cmpuint (block[0].number, ==, 1);
  g_assert_cmpuint (block[1].number, ==, 2);
}

static void
test_numbers (void)
{
  QuothBlock blocks[] = {
    { .kind = QUOTH_BLOCK_HEADLINE, .number = 9 }, { .kind = QUOTH_BLOCK_PARAGRAPH },
    { .kind = QUOTH_BLOCK_CAPTION },               { .kind = QUOTH_BLOCK_LIST_ITEM },
    { .kind = QUOTH_BLOCK_BLOCK_QUOTATION },       { .kind = QUOTH_BLOCK_FURNITURE },
  };
  const guint32 numbers[] = { 0, 1, 0, 2, 3, 0 };

  quoth_blocks_number (blocks, G_N_ELEMENTS (blocks));
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_assert_cmpuint (blocks[i].number, ==, numbers[i]);
}

static void
test_names (void)
{
  QuothBlockKind kind = QUOTH_BLOCK_FURNITURE;

  for (int i = QUOTH_BLOCK_HEADLINE; i <= QUOTH_BLOCK_FURNITURE; i++)
    {
      g_assert_true (quoth_block_kind_from_string (quoth_block_kind_to_string (i), &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (quoth_block_kind_from_string ("sidebar", &kind));
  g_assert_cmpint (kind, ==, QUOTH_BLOCK_FURNITURE);
}

static void
test_hostile (void)
{
  const char *const parts[] = {
    "\n", "\r", "\n\n", "a\n", "a\n\n", "• a\n", "1. a\n", "- ", "By A B\n", "Photo: a\n", "(", "(Photo ",
    "Sign in\n", "3 March 2014\n", "A. ", "> a\n", "\u2028", "same line here\n", " ", "\ufeff",
  };
  g_autoptr (QuothModel) model = open_test_model ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_linear (parts[i], 1024 * 1024, model);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/block/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/block/wrapped", test_wrapped);
  g_test_add_func ("/block/spans", test_spans);
  g_test_add_func ("/block/numbers", test_numbers);
  g_test_add_func ("/block/names", test_names);
  g_test_add_func ("/block/hostile", test_hostile);

  return g_test_run ();
}
