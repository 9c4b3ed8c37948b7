#include <glib/gstdio.h>

#include "cited-article.h"
#include "installed-styles.h"
#include "quoth-copy-request.h"
#include "quoted-article.h"

#define URL "https://courier.example/port"
#define CHARSET "<meta charset=\"utf-8\">"

static const CitedArticle port = {
  QUOTH_ARTICLE_NEWSPAPER,
  { { "Joan", "Marsh", NULL } },
  { { QUOTH_FACT_TITLE, "Port <to> close" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
    { QUOTH_FACT_PUBLISHED, "2014-03-21" }, { QUOTH_FACT_URL, URL }, LAST_FACT },
};

static char *folder;
static QuothStyleList *styles;
static QuothCiter *citer;

static QuothArticle *
make_article (QuothQuoteKind kind)
{
  QuothArticle *article = cited_article_new (&port, kind);

  cited_article_add_person (article, cited_article_get_quote (article), "Una Quill", NULL, NULL);
  return article;
}

static QuothCopy *
make_copy (QuothPreset   preset,
           const char   *style,
           const char   *locale,
           QuothArticle *article,
           QuothQuote   *quote)
{
  g_autoptr (QuothCopyRequest) request = quoth_copy_request_new (preset, citer, style, locale);
  g_autoptr (GError) error = NULL;
  QuothCopy *copy = NULL;

  quoth_copy_request_add (request, article, quote);
  copy = quoth_copy_make (request, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

/* The presets with the newsroom's line, which needs no processor. */
typedef struct
{
  const char     *path;
  QuothPreset     preset;
  QuothQuoteKind  kind;
  const char     *plain;
  const char     *html;
} Case;

#define LINE_END "‘Port <to> close’, Joan Marsh, The Saltby Courier, 21 March 2014, " URL
#define HTML_END "‘Port &lt;to&gt; close’, Joan Marsh, The Saltby Courier, 21 March 2014, " URL
#define MARKDOWN_END "‘Port \\<to> close’, Joan Marsh, The Saltby Courier, 21 March 2014, " URL

static const Case cases[] = {
  { "/copy-request/citation", QUOTH_PRESET_CITATION, QUOTH_QUOTE_DIRECT,
    "Una Quill, quoted in " LINE_END, "Una Quill, quoted in " HTML_END },
  { "/copy-request/in-text", QUOTH_PRESET_IN_TEXT, QUOTH_QUOTE_DIRECT,
    "Una Quill, quoted in The Saltby Courier, 21 March 2014", "Una Quill, quoted in The Saltby Courier, 21 March 2014" },
  { "/copy-request/quotation", QUOTH_PRESET_QUOTATION, QUOTH_QUOTE_DIRECT,
    "‘never waits’", "<blockquote><p>‘never waits’</p></blockquote>" },
  { "/copy-request/reported-statement-has-no-marks", QUOTH_PRESET_QUOTATION, QUOTH_QUOTE_INDIRECT,
    "the port would close", "<p>the port would close</p>" },
  { "/copy-request/quotation-with-citation", QUOTH_PRESET_QUOTATION_WITH_CITATION,
    QUOTH_QUOTE_DIRECT,
    "‘never waits’\nUna Quill, quoted in " LINE_END,
    "<blockquote><p>‘never waits’</p></blockquote><p>Una Quill, quoted in " HTML_END "</p>" },
  { "/copy-request/markdown", QUOTH_PRESET_MARKDOWN, QUOTH_QUOTE_DIRECT,
    "> ‘never waits’\n>\n> — Una Quill, quoted in " MARKDOWN_END "\n",
    "<blockquote><p>‘never waits’</p></blockquote><p>Una Quill, quoted in " HTML_END "</p>" },
  { "/copy-request/markdown-of-a-reported-statement-is-no-block-quotation", QUOTH_PRESET_MARKDOWN,
    QUOTH_QUOTE_INDIRECT,
    "the port would close\n\n— Una Quill, as reported in " MARKDOWN_END "\n",
    "<p>the port would close</p><p>Una Quill, as reported in " HTML_END "</p>" },
  { "/copy-request/link", QUOTH_PRESET_LINK, QUOTH_QUOTE_DIRECT,
    URL "#:~:text=never%20waits",
    "<p><a href=\"" URL "#:~:text=never%20waits\">‘never waits’</a></p>" },
  { "/copy-request/bibliography", QUOTH_PRESET_BIBLIOGRAPHY, QUOTH_QUOTE_DIRECT, LINE_END,
    HTML_END },
};

static void
test_preset (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = make_article (test_case->kind);
  g_autoptr (QuothCopy) copy = make_copy (test_case->preset, QUOTH_STYLE_NEWSROOM, NULL, article,
                                          cited_article_get_quote (article));
  g_autofree char *html = g_strconcat (CHARSET, test_case->html, NULL);

  g_assert_cmpstr (copy->plain, ==, test_case->plain);
  g_assert_cmpstr (copy->html, ==, html);
}

static void
test_formats (void)
{
  static const struct { QuothPreset preset; const char *start; } formats[] = {
    { QUOTH_PRESET_WIKIPEDIA, "<ref>Una Quill, quoted in {{cite news |last=Marsh" },
    { QUOTH_PRESET_BIBTEX, "@article{marsh2014port,\n" },
    { QUOTH_PRESET_BIBLATEX, "@article{marsh2014port,\n" },
    { QUOTH_PRESET_RIS, "TY  - NEWS\r\nAU  - Marsh, Joan\r\n" },
    { QUOTH_PRESET_CSL_JSON, "[\n{\n \"id\": \"a1\",\n" },
  };
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (QuothCopy) copy = make_copy (formats[i].preset, QUOTH_STYLE_NEWSROOM, NULL,
                                              article,
                                              cited_article_get_quote (article));

      g_assert_true (g_str_has_prefix (copy->plain, formats[i].start));
      g_assert_true (g_str_has_prefix (copy->html, CHARSET "<pre>"));
      g_assert_true (formats[i].preset == QUOTH_PRESET_WIKIPEDIA ||
                     g_strstr_len (copy->plain, -1,
                                   "direct quotation, para. 2: ‘never waits’") != NULL);
    }
}

static void
test_article_alone (void)
{
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothCopy) citation = make_copy (QUOTH_PRESET_CITATION, QUOTH_STYLE_NEWSROOM, NULL,
                                              article, NULL);
  g_autoptr (QuothCopy) link = make_copy (QUOTH_PRESET_LINK, QUOTH_STYLE_NEWSROOM, NULL, article,
                                          NULL);

  g_assert_cmpstr (citation->plain, ==, LINE_END);
  g_assert_cmpstr (link->html, ==, CHARSET "<p><a href=\"" URL "\">Port &lt;to&gt; close</a></p>");
}

/* Several: each citation a line, quotations parted by an empty one, keys of entries unlike, an
 * article listed once. */
static void
test_several (void)
{
  static const struct { QuothPreset preset; const char *plain; } several[] = {
    { QUOTH_PRESET_IN_TEXT,
      "Una Quill, quoted in The Saltby Courier, 21 March 2014\nUna Quill, quoted in The Saltby Courier, 21 March 2014" },
    { QUOTH_PRESET_QUOTATION, "‘never waits’\n\n‘never waits’" },
    { QUOTH_PRESET_BIBLIOGRAPHY, LINE_END },
  };
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);

  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_autoptr (QuothCopyRequest) request =
        quoth_copy_request_new (several[i].preset, NULL, QUOTH_STYLE_NEWSROOM, NULL);
      g_autoptr (QuothCopy) copy = NULL;

      quoth_copy_request_add (request, article, cited_article_get_quote (article));
      quoth_copy_request_add (request, article, cited_article_get_quote (article));
      copy = quoth_copy_recall (request);
      g_assert_cmpstr (copy->plain, ==, several[i].plain);
    }
}

static void
test_entries_of_several (void)
{
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothCopyRequest) bibtex = quoth_copy_request_new (QUOTH_PRESET_BIBTEX, NULL,
                                                                QUOTH_STYLE_NEWSROOM, NULL);
  g_autoptr (QuothCopyRequest) json = quoth_copy_request_new (QUOTH_PRESET_CSL_JSON, NULL,
                                                              QUOTH_STYLE_NEWSROOM, NULL);
  g_autoptr (QuothCopy) entries = NULL;
  g_autoptr (QuothCopy) items = NULL;

  for (guint i = 0; i < 2; i++)
    {
      quoth_copy_request_add (bibtex, article, NULL);
      quoth_copy_request_add (json, article, NULL);
    }
  entries = quoth_copy_recall (bibtex);
  items = quoth_copy_recall (json);
  g_assert_nonnull (g_strstr_len (entries->plain, -1, "@article{marsh2014port,"));
  g_assert_nonnull (g_strstr_len (entries->plain, -1, "@article{marsh2014porta,"));
  g_assert_nonnull (g_strstr_len (items->plain, -1, "\n},\n{\n"));
}

/* Marks are those of the locale that is cited in; what stands inside them isn't touched. */
static void
test_marks (void)
{
  static const QuotedArticle speech = {
    "“He told me ‘no’ – \"never\".”", QUOTH_QUOTE_DIRECT, { "“He told me ‘no’ – \"never\".”" }, NULL, NULL,
  };
  static const struct { const char *style; const char *locale; const char *plain; } marks[] = {
    { "harvard-cite-them-right", NULL, "‘He told me ‘no’ – \"never\".’" },
    { "apa", NULL, "“He told me ‘no’ – \"never\".”" },
    { "apa", "en-GB", "‘He told me ‘no’ – \"never\".’" },
    { "apa", "de-DE", "„He told me ‘no’ – \"never\".“" },
    { "apa", "fr-FR", "«\u00a0He told me ‘no’ – \"never\".\u00a0»" },
  };
  g_autoptr (QuothArticle) article = quoted_article_new (&speech);

  if (!installed_styles_or_skip (citer, styles))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (QuothCopy) copy = make_copy (QUOTH_PRESET_QUOTATION, marks[i].style,
                                              marks[i].locale, article,
                                              cited_article_get_quote (article));

      g_assert_cmpstr (copy->plain, ==, marks[i].plain);
    }
}

#define HARVARD "Marsh, J. (2014) ‘Port <to> close’, The Saltby Courier, 21 March. Available at: " URL "."
#define HARVARD_HTML \
  "Marsh, J. (2014) ‘Port &#60;to&#62; close’, <i>The Saltby Courier</i>, 21 March. Available at: " \
  "<a href=\"" URL "\">" URL "</a>."
#define HARVARD_MARKDOWN \
  "Marsh, J. (2014) ‘Port \\<to> close’, *The Saltby Courier*, 21 March. Available at: <" URL ">."

static void
test_italics (void)
{
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothCopyRequest) request =
    quoth_copy_request_new (QUOTH_PRESET_CITATION, citer, "harvard-cite-them-right", NULL);
  g_autoptr (QuothCopy) copy = NULL;
  g_autoptr (QuothCopy) again = NULL;
  g_autoptr (QuothCopy) markdown = NULL;
  g_autoptr (GError) error = NULL;

  if (!installed_styles_or_skip (citer, styles))
    return;

  quoth_copy_request_add (request, article, cited_article_get_quote (article));
  g_assert_null (quoth_copy_recall (request));
  copy = quoth_copy_make (request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->plain, ==, "Una Quill, quoted in " HARVARD);
  g_assert_cmpstr (copy->html, ==, CHARSET "Una Quill, quoted in " HARVARD_HTML);
  again = quoth_copy_recall (request);
  g_assert_cmpstr (again->html, ==, copy->html);
  markdown = make_copy (QUOTH_PRESET_MARKDOWN, "harvard-cite-them-right", NULL, article,
                        cited_article_get_quote (article));
  g_assert_cmpstr (markdown->plain, ==,
                   "> ‘never waits’\n>\n> — Una Quill, quoted in " HARVARD_MARKDOWN "\n");
}

/* Sorted by author, years told apart, each article once. */
static void
test_bibliography (void)
{
  CitedArticle other = port;
  g_autoptr (QuothCopyRequest) request =
    quoth_copy_request_new (QUOTH_PRESET_BIBLIOGRAPHY, citer, "harvard-cite-them-right", NULL);
  g_autoptr (QuothArticle) first = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothArticle) second = NULL;
  g_autoptr (QuothArticle) third = NULL;
  g_autoptr (QuothCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  if (!installed_styles_or_skip (citer, styles))
    return;

  other.facts[0].value = "Quay to close";
  other.facts[3].value = NULL;
  second = cited_article_new_with_id ("a2", &other, QUOTH_QUOTE_DIRECT);
  other.authors[0].family = "Able";
  third = cited_article_new_with_id ("a3", &other, QUOTH_QUOTE_DIRECT);
  quoth_copy_request_add (request, second, NULL);
  quoth_copy_request_add (request, first, cited_article_get_quote (first));
  quoth_copy_request_add (request, third, NULL);
  quoth_copy_request_add (request, first, NULL);
  copy = quoth_copy_make (request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->plain, ==,
                   "Able, J. (2014) ‘Quay to close’, The Saltby Courier, 21 March.\n"
                   "Marsh, J. (2014a) ‘Port <to> close’, The Saltby Courier, 21 March. Available at: " URL ".\n"
                   "Marsh, J. (2014b) ‘Quay to close’, The Saltby Courier, 21 March.");
  g_assert_nonnull (g_strstr_len (copy->html, -1,
                                  "<p>Able, J. (2014) ‘Quay to close’, <i>The Saltby Courier</i>"));
}

/* A style whose manual isn't known, and one in a language whose wording isn't: the speaker before
 * the plain citation, and the person is told. */
static void
test_no_known_form (void)
{
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothCopy) nature = NULL;
  g_autoptr (QuothCopy) italian = NULL;

  if (!installed_styles_or_skip (citer, styles))
    return;

  g_assert_nonnull (quoth_copy_get_remark (citer, "elsevier-harvard", NULL));
  g_assert_nonnull (quoth_copy_get_remark (citer, "apa", "it-IT"));
  g_assert_nonnull (quoth_copy_get_remark (citer, "apa", "cy-GB"));
  g_assert_null (quoth_copy_get_remark (citer, "apa", "de-DE"));
  g_assert_null (quoth_copy_get_remark (citer, "apa", NULL));
  g_assert_null (quoth_copy_get_remark (citer, QUOTH_STYLE_NEWSROOM, NULL));

  nature = make_copy (QUOTH_PRESET_IN_TEXT, "elsevier-harvard", NULL, article,
                      cited_article_get_quote (article));
  g_assert_cmpstr (nature->plain, ==, "Una Quill (Marsh, 2014)");
  italian = make_copy (QUOTH_PRESET_IN_TEXT, "apa", "it-IT", article,
                       cited_article_get_quote (article));
  g_assert_cmpstr (italian->plain, ==, "Una Quill (Marsh, 2014)");
}

/* A journal's style that only names APA has APA's form. */
static void
test_dependent_style (void)
{
  static const char style[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" default-locale=\"en-US\">\n"
    "  <info>\n"
    "    <title>Quay Quarterly</title>\n"
    "    <id>http://www.zotero.org/styles/quay-quarterly</id>\n"
    "    <link href=\"http://www.zotero.org/styles/apa\" rel=\"independent-parent\"/>\n"
    "    <category citation-format=\"author-date\"/>\n"
    "    <updated>2020-01-01T00:00:00+00:00</updated>\n"
    "  </info>\n"
    "</style>\n";
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autofree char *path = g_build_filename (folder, "quay-quarterly.csl", NULL);
  g_autoptr (QuothCopy) copy = NULL;

  if (!installed_styles_or_skip (citer, styles))
    return;

  g_assert_true (g_file_set_contents (path, style, -1, NULL));
  g_assert_null (quoth_copy_get_remark (citer, "quay-quarterly", NULL));
  copy = make_copy (QUOTH_PRESET_IN_TEXT, "quay-quarterly", NULL, article,
                    cited_article_get_quote (article));
  g_unlink (path);
  g_assert_cmpstr (copy->plain, ==, "(U. Quill, as cited in Marsh, 2014, para. 2)");
}

static void
test_no_processor (void)
{
  g_autoptr (QuothCiter) none = quoth_citer_new (styles, "/nonexistent/citeproc.js");
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (QuothCopyRequest) request = quoth_copy_request_new (QUOTH_PRESET_CITATION, none, "apa",
                                                                 NULL);
  g_autoptr (QuothCopy) copy = NULL;

  quoth_copy_request_add (request, article, NULL);
  copy = quoth_copy_recall (request);
  g_assert_cmpstr (copy->plain, ==, LINE_END);
  g_assert_nonnull (quoth_copy_get_remark (none, "apa", NULL));
}

static void
on_made_cb (GObject      *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (QuothArticle) article = make_article (QUOTH_QUOTE_DIRECT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[2] = { NULL, NULL };
  g_autoptr (QuothCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (QuothCopyRequest) request =
        quoth_copy_request_new (QUOTH_PRESET_QUOTATION, NULL, QUOTH_STYLE_NEWSROOM, NULL);

      quoth_copy_request_add (request, article, cited_article_get_quote (article));
      quoth_copy_make_async (request, i == 0 ? NULL : cancellable, on_made_cb, &results[i]);
    }
  while (results[0] == NULL || results[1] == NULL)
    g_main_context_iteration (NULL, TRUE);

  copy = quoth_copy_make_finish (results[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (copy->plain, ==, "‘never waits’");
  g_assert_null (quoth_copy_make_finish (results[1], &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (results[0]);
  g_object_unref (results[1]);
}

static void
test_available (void)
{
  static const CitedArticle bare = { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, NULL } },
                                     { LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&bare, QUOTH_QUOTE_DIRECT);
  QuothQuote *quote = cited_article_get_quote (article);
  QuothPreset preset;

  g_assert_false (quoth_preset_is_available (QUOTH_PRESET_LINK, article, quote));
  quoth_article_set_fact (article, QUOTH_FACT_URL, URL);
  g_assert_true (quoth_preset_is_available (QUOTH_PRESET_LINK, article, NULL));
  g_assert_false (quoth_preset_is_available (QUOTH_PRESET_QUOTATION, article, NULL));
  g_assert_true (quoth_preset_is_available (QUOTH_PRESET_QUOTATION, article, quote));
  for (guint i = 0; i < QUOTH_N_PRESETS; i++)
    {
      g_assert_true (quoth_preset_from_id (quoth_preset_get_id (i), &preset));
      g_assert_cmpint (preset, ==, i);
    }
  g_assert_false (quoth_preset_from_id ("none", &preset));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("quoth-copy-XXXXXX", NULL);
  styles = installed_styles_new (folder);
  citer = quoth_citer_new (styles, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_preset);
  g_test_add_func ("/copy-request/formats-state-the-kind", test_formats);
  g_test_add_func ("/copy-request/article-alone", test_article_alone);
  g_test_add_func ("/copy-request/several", test_several);
  g_test_add_func ("/copy-request/entries-of-several", test_entries_of_several);
  g_test_add_func ("/copy-request/marks-of-the-locale", test_marks);
  g_test_add_func ("/copy-request/italics", test_italics);
  g_test_add_func ("/copy-request/bibliography-sorted", test_bibliography);
  g_test_add_func ("/copy-request/no-known-form", test_no_known_form);
  g_test_add_func ("/copy-request/dependent-style", test_dependent_style);
  g_test_add_func ("/copy-request/no-processor", test_no_processor);
  g_test_add_func ("/copy-request/async", test_async);
  g_test_add_func ("/copy-request/available", test_available);

  status = g_test_run ();
  g_assert_finalize_object (citer);
  g_assert_finalize_object (styles);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
