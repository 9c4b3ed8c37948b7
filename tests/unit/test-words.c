#include "quoth-span-list.h"
#include "quoth-words.h"

static void
test_shortened (void)
{
  static const struct
  {
    const char *words;
    guint       n;
    const char *expected;
  } cases[] = {
    { "", 5, "" },
    { "short", 5, "short" },
    { "one two three", 9, "one two…" },
    { "one two three", 7, "one two…" },
    { "one two three", 13, "one two three" },
    { "äöü ßéè", 5, "äöü…" },
    { "unbreakable", 4, "unbr…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = quoth_words_shorten (cases[i].words, cases[i].n);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_one_line (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new (NULL);
  g_autoptr(QuothQuote) quote = quoth_quote_new (NULL, QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_STATEMENT);
  const QuothSpan content = { 3, 18 };
  const QuothSpan source = { 0, 2 };
  const QuothSpan beyond = { 5, 900 };
  g_autofree char *words = NULL;
  g_autofree char *sources = NULL;

  quoth_article_set_text (article, "He\tthe  boat\n is\xc2\xa0new");
  g_array_append_val (quoth_quote_get_contents (quote), content);
  g_array_append_val (quoth_quote_get_sources (quote), source);
  g_array_append_val (quoth_quote_get_sources (quote), beyond);
  words = quoth_words_dup (article, quote);
  g_assert_cmpstr (words, ==, "the boat is");
  sources = quoth_words_dup_sources (article, quote);
  g_assert_cmpstr (sources, ==, "He");
}

static void
test_span_lists (void)
{
  static const char * const broken[] = { NULL, "", "[", "1,2", "[1,2", "[1]", "[1,2]x", "[a,b]",
                                         "[1,99999999999]" };
  static const char * const whole[] = { "[]", "[0,1]", "[3,7,9,4294967295]" };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));

      g_assert_false (quoth_span_list_parse (broken[i], spans));
    }
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (QuothSpan));
      g_autofree char *again = NULL;

      g_assert_true (quoth_span_list_parse (whole[i], spans));
      again = quoth_span_list_to_string (spans);
      g_assert_cmpstr (again, ==, whole[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/shortened-at-a-word", test_shortened);
  g_test_add_func ("/words/on-one-line", test_one_line);
  g_test_add_func ("/words/span-lists-both-ways", test_span_lists);

  return g_test_run ();
}
