#include "quoth-markdown.h"

static void
test_escape (void)
{
  static const struct { const char *text; const char *markdown; } cases[] = {
    { "plain, with (brackets) – and ‘marks’!", "plain, with (brackets) – and ‘marks’!" },
    { "a *b* _c_ `d` [e] <f> \\ ~g~ $h$",
      "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\] \\<f> \\\\ \\~g\\~ \\$h\\$" },
    { "# no heading", "\\# no heading" },
    { "- no list", "\\- no list" },
    { "> no quotation", "\\> no quotation" },
    { "1. no list", "1\\. no list" },
    { "1914 was a year. 1. It was", "1914 was a year. 1. It was" },
    { "AT&T &amp; Co", "AT&T \\&amp; Co" },
    { "~ so", "\\~ so" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = quoth_markdown_escape (cases[i].text);

      g_assert_cmpstr (markdown, ==, cases[i].markdown);
    }
}

static void
test_html (void)
{
  static const struct { const char *html; const char *markdown; } cases[] = {
    { "Quill, <i>The Bell</i>, <b>4</b>", "Quill, *The Bell*, **4**" },
    { "1<sup>2</sup>", "1<sup>2</sup>" },
    { "a &#38; b &#60;i&#62; *", "a & b \\<i> \\*" },
    { "<a href=\"https://a.example/?b=1&#38;c_d\">https://a.example/?b=1&#38;c_d</a>.",
      "<https://a.example/?b=1&c_d>." },
    { "<a href=\"https://a.example/\">the_page</a>", "[the\\_page](<https://a.example/>)" },
    { "<span style=\"font-variant:small-caps;\">Quill</span> x", "Quill x" },
    { "a <i>- b</i>", "a *- b*" },
    { "broken <i", "broken " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markdown = quoth_markdown_from_html (cases[i].html);

      g_assert_cmpstr (markdown, ==, cases[i].markdown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/text-stays-text", test_escape);
  g_test_add_func ("/markdown/citations", test_html);

  return g_test_run ();
}
