#include "quoth-copy.h"

#include "quoted-article.h"

typedef struct
{
  const char    *path;
  QuotedArticle  article;
  const char    *words;
} Case;

static const Case cases[] = {
  /* The outer pair */
  { "/copy/marks/single-curly",
    { "‘We don’t dredge here,’ Ms Quill said.", QUOTH_QUOTE_DIRECT, { "‘We don’t dredge here,’" },
      "said", "Ms Quill" },
    "‘We don’t dredge here,’" },
  { "/copy/marks/double-curly-become-the-outer-pair",
    { "“We don’t dredge here,” Ms Quill said.", QUOTH_QUOTE_DIRECT, { "“We don’t dredge here,”" },
      "said", "Ms Quill" },
    "‘We don’t dredge here,’" },
  { "/copy/marks/straight-double",
    { "\"No harbour, no town.\"", QUOTH_QUOTE_DIRECT, { "\"No harbour, no town.\"" }, NULL, NULL },
    "‘No harbour, no town.’" },
  { "/copy/marks/straight-single",
    { "'No harbour, no town.'", QUOTH_QUOTE_DIRECT, { "'No harbour, no town.'" }, NULL, NULL },
    "‘No harbour, no town.’" },
  { "/copy/marks/two-straight-ones",
    { "''No harbour, no town.''", QUOTH_QUOTE_DIRECT, { "''No harbour, no town.''" }, NULL, NULL },
    "‘No harbour, no town.’" },
  { "/copy/marks/backticks",
    { "``No harbour, no town.''", QUOTH_QUOTE_DIRECT, { "``No harbour, no town.''" }, NULL, NULL },
    "‘No harbour, no town.’" },
  { "/copy/marks/guillemets",
    { "«No harbour, no town.»", QUOTH_QUOTE_DIRECT, { "«No harbour, no town.»" }, NULL, NULL },
    "‘No harbour, no town.’" },
  { "/copy/marks/mixture",
    { "‘We can’t wait,' she said.", QUOTH_QUOTE_DIRECT, { "‘We can’t wait,'" }, "said", "she" },
    "‘We can’t wait,’" },
  { "/copy/marks/mixture-of-widths",
    { "'We can’t wait,” she said.", QUOTH_QUOTE_DIRECT, { "'We can’t wait,”" }, "said", "she" },
    "‘We can’t wait,’" },
  { "/copy/marks/missing-close-is-closed",
    { "“The tide won’t wait.", QUOTH_QUOTE_DIRECT, { "“The tide won’t wait." }, NULL, NULL },
    "‘The tide won’t wait.’" },
  { "/copy/marks/missing-open-is-opened",
    { "The tide won’t wait,’ she said.", QUOTH_QUOTE_DIRECT, { "The tide won’t wait,’" }, "said",
      "she" },
    "‘The tide won’t wait,’" },
  { "/copy/marks/block-quotation-without-marks",
    { "The tide won’t wait.", QUOTH_QUOTE_DIRECT, { "The tide won’t wait." }, NULL, NULL },
    "‘The tide won’t wait.’" },
  { "/copy/marks/apostrophe-at-the-start-stays",
    { "’Twas the tide.", QUOTH_QUOTE_DIRECT, { "’Twas the tide." }, NULL, NULL },
    "‘’Twas the tide.’" },
  { "/copy/marks/two-pairs-stay-as-printed",
    { "“Slow” and “dear”, she said.", QUOTH_QUOTE_DIRECT, { "“Slow” and “dear”" }, "said", "she" },
    "“Slow” and “dear”" },
  { "/copy/marks/pair-that-ends-in-the-middle",
    { "“Slow”, and dear at that.", QUOTH_QUOTE_DIRECT, { "“Slow”, and dear at that" }, NULL, NULL },
    "“Slow”, and dear at that" },
  { "/copy/marks/two-straight-pairs-stay-as-printed",
    { "\"Slow\" and \"dear\", she said.", QUOTH_QUOTE_DIRECT, { "\"Slow\" and \"dear\"" }, "said",
      "she" },
    "\"Slow\" and \"dear\"" },

  /* What stands inside */
  { "/copy/inside/other-marks-untouched",
    { "‘He told me “never”,’ she said.", QUOTH_QUOTE_DIRECT, { "‘He told me “never”,’" }, "said",
      "she" },
    "‘He told me “never”,’" },
  { "/copy/inside/same-marks-untouched",
    { "“He told me ‘never’,” she said.", QUOTH_QUOTE_DIRECT, { "“He told me ‘never’,”" }, "said",
      "she" },
    "‘He told me ‘never’,’" },
  { "/copy/inside/same-marks-at-the-end",
    { "“He told me ‘never’”", QUOTH_QUOTE_DIRECT, { "“He told me ‘never’”" }, NULL, NULL },
    "‘He told me ‘never’’" },
  { "/copy/inside/nested-end-without-outer-close",
    { "“He told me ‘never’", QUOTH_QUOTE_DIRECT, { "“He told me ‘never’" }, NULL, NULL },
    "‘He told me ‘never’’" },
  { "/copy/inside/straight-in-straight",
    { "\"They said \"go\" and we went.\"", QUOTH_QUOTE_DIRECT,
      { "\"They said \"go\" and we went.\"" }, NULL, NULL },
    "‘They said \"go\" and we went.’" },
  { "/copy/inside/bytes-untouched",
    { "‘It cost  £3\u00a0m\u2009–\u2009or [more] … so\u200bwhat?’", QUOTH_QUOTE_DIRECT,
      { "‘It cost  £3\u00a0m\u2009–\u2009or [more] … so\u200bwhat?’" }, NULL, NULL },
    "‘It cost  £3\u00a0m\u2009–\u2009or [more] … so\u200bwhat?’" },
  { "/copy/inside/decomposed-letters-untouched",
    { "‘The cafe\u0301 stays.’", QUOTH_QUOTE_DIRECT, { "‘The cafe\u0301 stays.’" }, NULL, NULL },
    "‘The cafe\u0301 stays.’" },

  /* Pieces */
  { "/copy/pieces/parted-by-cue-and-source",
    { "‘We dredge,’ Ms Quill said, ‘or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge,’", "‘or we close.’" }, "said", "Ms Quill" },
    "‘We dredge, or we close.’" },
  { "/copy/pieces/other-words-are-shown-as-a-cut",
    { "‘We dredge,’ Ms Quill said on the quay. ‘Or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge,’", "‘Or we close.’" }, "said", "Ms Quill" },
    "‘We dredge, […] Or we close.’" },
  { "/copy/pieces/three",
    { "‘We dredge,’ she said, ‘we dig,’ with a sigh, ‘or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge,’", "‘we dig,’", "‘or we close.’" }, "said", "she" },
    "‘We dredge, we dig, […] or we close.’" },
  { "/copy/pieces/marks-of-each-piece-are-taken-off",
    { "“We dredge,” she said. 'Or we close.”", QUOTH_QUOTE_DIRECT,
      { "“We dredge,”", "'Or we close.”" }, "said", "she" },
    "‘We dredge, Or we close.’" },

  /* Paragraphs */
  { "/copy/paragraphs/opened-again-and-closed-once",
    { "‘We dredge.\n‘Or we close.’", QUOTH_QUOTE_DIRECT, { "‘We dredge.", "‘Or we close.’" }, NULL,
      NULL },
    "‘We dredge.\n‘Or we close.’" },
  { "/copy/paragraphs/empty-lines-between",
    { "“We dredge.\n\n“Or we close.", QUOTH_QUOTE_DIRECT, { "“We dredge.", "“Or we close." }, NULL,
      NULL },
    "‘We dredge.\n‘Or we close.’" },
  { "/copy/paragraphs/one-span-over-two",
    { "‘We dredge.\n‘Or we close.’", QUOTH_QUOTE_DIRECT, { "‘We dredge.\n‘Or we close.’" }, NULL,
      NULL },
    "‘We dredge.\n‘Or we close.’" },
  { "/copy/paragraphs/cue-before-the-break",
    { "‘We dredge,’ she said.\n‘Or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge,’", "‘Or we close.’" }, "said", "she" },
    "‘We dredge,\n‘Or we close.’" },
  { "/copy/paragraphs/cut-before-the-break",
    { "‘We dredge,’ she said.\nA gull called.\n‘Or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge,’", "‘Or we close.’" }, "said", "she" },
    "‘We dredge, […]\n‘Or we close.’" },
  { "/copy/paragraphs/a-caption-between-cuts-nothing",
    { "‘We dredge.\n[The quay last week]\n‘Or we close.’", QUOTH_QUOTE_DIRECT,
      { "‘We dredge.", "‘Or we close.’" }, NULL, NULL },
    "‘We dredge.\n‘Or we close.’" },
  { "/copy/paragraphs/windows-line-ends",
    { "‘We dredge.\r\n‘Or we close.’", QUOTH_QUOTE_DIRECT, { "‘We dredge.\r\n‘Or we close.’" },
      NULL, NULL },
    "‘We dredge.\n‘Or we close.’" },

  /* Reported statements */
  { "/copy/reported/indirect-has-no-marks",
    { "Ms Quill said the quay would close.", QUOTH_QUOTE_INDIRECT, { "the quay would close" },
      "said", "Ms Quill" },
    "the quay would close" },
  { "/copy/reported/indirect-in-two-pieces",
    { "The quay, she said, would close.", QUOTH_QUOTE_INDIRECT, { "The quay", "would close" },
      "said", "she" },
    "The quay would close" },
  { "/copy/reported/indirect-with-a-cut",
    { "The quay, she said in May, would close.", QUOTH_QUOTE_INDIRECT,
      { "The quay", "would close" }, "said", "she" },
    "The quay […] would close" },
  { "/copy/reported/mixed-keeps-inner-marks",
    { "She said the plan was ‘a leaky boat’.", QUOTH_QUOTE_MIXED, { "the plan was ‘a leaky boat’" },
      "said", "She" },
    "the plan was ‘a leaky boat’" },
  { "/copy/reported/mixed-that-begins-and-ends-with-marks",
    { "She called it “slow” but not “dear”.", QUOTH_QUOTE_MIXED, { "“slow” but not “dear”" },
      "called", "She" },
    "“slow” but not “dear”" },
  { "/copy/reported/mixed-in-two-pieces",
    { "The plan was ‘a leaky boat’, she said, and ‘costly’.", QUOTH_QUOTE_MIXED,
      { "The plan was ‘a leaky boat’", "and ‘costly’" }, "said", "she" },
    "The plan was ‘a leaky boat’ and ‘costly’" },
  { "/copy/reported/mixed-over-paragraphs",
    { "She said the plan was bad:\n‘a leaky boat’.", QUOTH_QUOTE_MIXED,
      { "the plan was bad:\n‘a leaky boat’" }, "said", "She" },
    "the plan was bad:\n‘a leaky boat’" },

  { "/copy/nothing/no-content", { "She said nothing.", QUOTH_QUOTE_DIRECT, { NULL }, NULL, NULL },
    "" },
  { "/copy/nothing/lone-marks", { "‘’", QUOTH_QUOTE_DIRECT, { "‘’" }, NULL, NULL }, "‘’" },
  { "/copy/nothing/lone-mark", { "‘", QUOTH_QUOTE_DIRECT, { "‘" }, NULL, NULL }, "‘’" },
};

static QuothQuote *
get_quote (QuothArticle *article)
{
  return g_ptr_array_index (quoth_article_get_quotes (article), 0);
}

static void
test_words (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = quoted_article_new (&test_case->article);
  g_autofree char *words = quoth_copy_dup_words (article, get_quote (article));

  g_assert_cmpstr (words, ==, test_case->words);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_words);

  return g_test_run ();
}
