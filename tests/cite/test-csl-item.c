#include "quoth-csl-item.h"

#include <string.h>

#include "cited-article.h"

typedef struct
{
  const char   *path;
  CitedArticle  article;
  const char   *json;
} Case;

static const Case cases[] = {
  { "/csl-item/newspaper",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Joan", "Marsh", NULL } },
      { { QUOTH_FACT_TITLE, "‘Unsafe’ wall\n stays" },
        { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_PUBLISHER, "Courier Press" }, { QUOTH_FACT_PUBLISHED, "2014-03-21T09:30:00Z" },
        { QUOTH_FACT_SECTION, "Business" }, { QUOTH_FACT_EDITION, "Late" },
        { QUOTH_FACT_PAGE, "A4" }, { QUOTH_FACT_LANGUAGE, "en-GB" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-newspaper\",\"title\":\"‘Unsafe’ wall stays\","
    "\"author\":[{\"family\":\"Marsh\",\"given\":\"Joan\"}],\"container-title\":\"The Saltby Courier\","
    "\"publisher\":\"Courier Press\",\"section\":\"Business\",\"edition\":\"Late\",\"page\":\"A4\","
    "\"issued\":{\"date-parts\":[[2014,3,21]]},\"language\":\"en-GB\"}" },
  { "/csl-item/accessed-goes-with-an-address",
    { QUOTH_ARTICLE_WEB_PAGE, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "Saltby Online" },
        { QUOTH_FACT_PUBLISHED, "2014-03" },
        { QUOTH_FACT_URL, "https://saltby.example/it's?a=1&b=2" },
        { QUOTH_FACT_ACCESSED, "2014-04-03" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"webpage\",\"title\":\"Tides\",\"container-title\":\"Saltby Online\","
    "\"issued\":{\"date-parts\":[[2014,3]]},\"URL\":\"https://saltby.example/it's?a=1&b=2\","
    "\"accessed\":{\"date-parts\":[[2014,4,3]]}}" },
  { "/csl-item/file-of-ones-own-is-no-address",
    { QUOTH_ARTICLE_MAGAZINE, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_URL, "file:///home/reader/tides.html" },
        { QUOTH_FACT_ACCESSED, "2014-04-03" }, { QUOTH_FACT_PUBLISHED, "2014" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-magazine\",\"title\":\"Tides\",\"issued\":{\"date-parts\":[[2014]]}}" },
  { "/csl-item/unsigned-agency-copy",
    { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_AGENCY, "Coast & Country News" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-newspaper\",\"title\":\"Tides\","
    "\"author\":[{\"literal\":\"Coast & Country News\"}],\"container-title\":\"The Saltby Courier\"}" },
  { "/csl-item/newspaper-is-not-its-own-author",
    { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, "The Saltby Courier" } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-newspaper\",\"title\":\"Tides\",\"container-title\":\"The Saltby Courier\"}" },
  { "/csl-item/site-as-author-is-named-once",
    { QUOTH_ARTICLE_WEB_PAGE, { { NULL, NULL, "Saltby Council" } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "Saltby Council" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"webpage\",\"title\":\"Tides\",\"author\":[{\"literal\":\"Saltby Council\"}]}" },
  { "/csl-item/printed-date",
    { QUOTH_ARTICLE_REPORT, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLISHED_PRINTED, "Spring 2014" },
        LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"report\",\"title\":\"Tides\",\"issued\":{\"literal\":\"Spring 2014\"}}" },
  { "/csl-item/release-on-the-web",
    { QUOTH_ARTICLE_RELEASE, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_URL, "http://port.example/1" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"webpage\",\"genre\":\"Press release\",\"title\":\"Tides\","
    "\"URL\":\"http://port.example/1\"}" },
  { "/csl-item/release-on-paper",
    { QUOTH_ARTICLE_RELEASE, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"report\",\"genre\":\"Press release\",\"title\":\"Tides\"}" },
  { "/csl-item/blog",
    { QUOTH_ARTICLE_BLOG, { { NULL, NULL, NULL } }, { { QUOTH_FACT_TITLE, "Tides" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"post-weblog\",\"title\":\"Tides\"}" },
  { "/csl-item/hearing",
    { QUOTH_ARTICLE_HEARING, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"hearing\",\"title\":\"Tides\"}" },
  { "/csl-item/journal",
    { QUOTH_ARTICLE_JOURNAL, { { "Joan", "Marsh", NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "Annals of the Quay" },
        { QUOTH_FACT_VOLUME, "12" },
        { QUOTH_FACT_ISSUE, "3" }, { QUOTH_FACT_PAGE, "201-219" },
        { QUOTH_FACT_DOI, "10.9999/annals.12" },
        { QUOTH_FACT_URL, "https://doi.org/10.9999/Annals.12" },
        { QUOTH_FACT_ACCESSED, "2016-03-04" },
        { QUOTH_FACT_PUBLISHED, "2016" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-journal\",\"title\":\"Tides\","
    "\"author\":[{\"family\":\"Marsh\",\"given\":\"Joan\"}],\"container-title\":\"Annals of the Quay\","
    "\"volume\":\"12\",\"issue\":\"3\",\"page\":\"201-219\",\"DOI\":\"10.9999/annals.12\","
    "\"issued\":{\"date-parts\":[[2016]]}}" },
  { "/csl-item/journal-at-another-address",
    { QUOTH_ARTICLE_JOURNAL, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_DOI, "10.9999/annals.12" }, { QUOTH_FACT_URL, "https://annals.example/12" },
        LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-journal\",\"DOI\":\"10.9999/annals.12\","
    "\"URL\":\"https://annals.example/12\"}" },
  { "/csl-item/unknown-type-printed-somewhere",
    { QUOTH_ARTICLE_OTHER, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_PUBLICATION, "The Saltby Courier" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"article-newspaper\",\"container-title\":\"The Saltby Courier\"}" },
  { "/csl-item/nothing-known",
    { QUOTH_ARTICLE_OTHER, { { NULL, NULL, NULL } }, { LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"document\"}" },
  { "/csl-item/what-looks-like-a-tag-stays",
    { QUOTH_ARTICLE_OTHER, { { NULL, NULL, NULL } },
      { { QUOTH_FACT_TITLE, "Why <i>not</i> \"x\" & y?" }, LAST_FACT } },
    "{\"id\":\"a1\",\"type\":\"document\",\"title\":\"Why <i>not</i> \\\"x\\\" & y?\"}" },
};

static void
test_item (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = cited_article_new (&test_case->article, QUOTH_QUOTE_DIRECT);
  g_autofree char *json = quoth_csl_item_dup_json (article, FALSE);

  g_assert_cmpstr (json, ==, test_case->json);
}

static void
test_drops_the (void)
{
  static const struct { QuothArticleType type; const char *name; const char *expected; } names[] = {
    { QUOTH_ARTICLE_NEWSPAPER, "The Saltby Courier", "\"container-title\":\"Saltby Courier\"" },
    { QUOTH_ARTICLE_NEWSPAPER, "The Times", "\"container-title\":\"The Times\"" },
    { QUOTH_ARTICLE_NEWSPAPER, "Theatre Daily", "\"container-title\":\"Theatre Daily\"" },
    { QUOTH_ARTICLE_MAGAZINE, "The Tide", "\"container-title\":\"The Tide\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CitedArticle description = { names[i].type, { { NULL, NULL, NULL } },
                                   { { QUOTH_FACT_PUBLICATION, names[i].name }, LAST_FACT } };
      g_autoptr (QuothArticle) article = cited_article_new (&description, QUOTH_QUOTE_DIRECT);
      g_autofree char *json = quoth_csl_item_dup_json (article, TRUE);

      g_assert_nonnull (strstr (json, names[i].expected));
    }
}

/* Other programs read tags in an item; the kind of each quotation goes along. */
static void
test_export (void)
{
  static const CitedArticle description = {
    QUOTH_ARTICLE_WEB_PAGE, { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "<i>x</i> < 3 <b" }, LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&description, QUOTH_QUOTE_INDIRECT);
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();
  g_autofree char *json = NULL;

  g_ptr_array_add (quotes, cited_article_get_quote (article));
  cited_article_add_person (article, cited_article_get_quote (article), "Una Quill", NULL, NULL);
  json = quoth_csl_item_dup_export (article, quotes);
  g_assert_nonnull (strstr (json, "\"title\": \"<\u2060i>x<\u2060/i> < 3 <b\""));
  g_assert_nonnull (strstr (json,
                            "\"annote\": \"Una Quill, reported statement, para. 2: the port would close\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_item);
  g_test_add_func ("/csl-item/newspapers-without-the", test_drops_the);
  g_test_add_func ("/csl-item/for-other-programs", test_export);

  return g_test_run ();
}
