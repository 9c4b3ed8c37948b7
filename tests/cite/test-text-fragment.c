#include "quoth-text-fragment.h"

#include "quoted-article.h"

typedef struct
{
  const char    *path;
  QuotedArticle  article;
  const char    *url;
  const char    *link;
} Case;

#define PAGE "https://port.example/a"

static const Case cases[] = {
  { "/text-fragment/words-without-outer-marks",
    { "‘We don’t dredge,’ she said.", QUOTH_QUOTE_DIRECT, { "‘We don’t dredge,’" }, "said", "she" },
    PAGE,
    PAGE "#:~:text=We%20don%E2%80%99t%20dredge" },
  { "/text-fragment/what-parts-terms-is-encoded",
    { "“Well-made, safe & sound, no?” he said.", QUOTH_QUOTE_DIRECT,
      { "“Well-made, safe & sound, no?”" }, "said", "he" },
    PAGE, PAGE "#:~:text=Well%2Dmade%2C%20safe%20%26%20sound%2C%20no" },
  { "/text-fragment/own-fragment-stays",
    { "“So it is.”", QUOTH_QUOTE_DIRECT, { "“So it is.”" }, NULL, NULL }, PAGE "#top",
    PAGE "#top:~:text=So%20it%20is" },
  { "/text-fragment/older-directive-goes",
    { "“So it is.”", QUOTH_QUOTE_DIRECT, { "“So it is.”" }, NULL, NULL }, PAGE "#:~:text=old",
    PAGE "#:~:text=So%20it%20is" },
  { "/text-fragment/pieces-are-directives-of-their-own",
    { "“We dredge,” she said, “or we close.”", QUOTH_QUOTE_DIRECT,
      { "“We dredge,”", "“or we close.”" }, "said", "she" },
    PAGE, PAGE "#:~:text=We%20dredge&text=or%20we%20close" },
  { "/text-fragment/long-words-by-their-ends",
    { "“One two three four five six seven eight nine ten eleven twelve thirteen.”",
      QUOTH_QUOTE_DIRECT,
      { "“One two three four five six seven eight nine ten eleven twelve thirteen.”" }, NULL,
      NULL }, PAGE,
    PAGE "#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen" },
  { "/text-fragment/two-paragraphs-by-their-ends",
    { "“First things first.\n“Then the rest.”", QUOTH_QUOTE_DIRECT,
      { "“First things first.\n“Then the rest.”" }, NULL, NULL },
    PAGE, PAGE "#:~:text=First%20things%20first,Then%20the%20rest" },
  { "/text-fragment/prefix-where-the-words-stand-elsewhere-too",
    { "Some say never. She said “never” twice.", QUOTH_QUOTE_DIRECT, { "“never”" }, "said", "She" },
    PAGE,
    PAGE "#:~:text=said%20%E2%80%9C-,never" },
  { "/text-fragment/prefix-long-enough",
    { "He said “never” once. She said “never” twice.", QUOTH_QUOTE_DIRECT, { "“never” twice" },
      NULL, NULL }, PAGE,
    PAGE "#:~:text=never%E2%80%9D%20twice" },
  { "/text-fragment/suffix-where-nothing-stands-before",
    { "“Never” was the word. Never.", QUOTH_QUOTE_DIRECT, { "“Never”" }, NULL, NULL }, PAGE,
    PAGE "#:~:text=Never,-%E2%80%9D%20was" },
  { "/text-fragment/part-of-a-longer-word-is-no-other-place",
    { "Nevermore. “Never”, she said.", QUOTH_QUOTE_DIRECT, { "“Never”" }, "said", "she" }, PAGE,
    PAGE "#:~:text=Never" },
  { "/text-fragment/reported-words",
    { "She said the quay would close.", QUOTH_QUOTE_INDIRECT, { "the quay would close" }, "said",
      "She" }, PAGE,
    PAGE "#:~:text=the%20quay%20would%20close" },
  { "/text-fragment/marks-alone-give-the-page",
    { "“…” she said.", QUOTH_QUOTE_DIRECT, { "“…”" }, "said", "she" }, PAGE, PAGE },
  { "/text-fragment/no-content", { "She said.", QUOTH_QUOTE_DIRECT, { NULL }, NULL, NULL }, PAGE,
    PAGE },
  { "/text-fragment/no-address",
    { "“So it is.”", QUOTH_QUOTE_DIRECT, { "“So it is.”" }, NULL, NULL }, "file:///tmp/a", NULL },
};

static void
test_link (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = quoted_article_new (&test_case->article);
  g_autofree char *link = NULL;

  quoth_article_set_fact (article, QUOTH_FACT_URL, test_case->url);
  link = quoth_text_fragment_dup_link (article,
                                       g_ptr_array_index (quoth_article_get_quotes (article), 0));
  g_assert_cmpstr (link, ==, test_case->link);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_link);

  return g_test_run ();
}
