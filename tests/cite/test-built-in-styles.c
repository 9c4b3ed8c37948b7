#include "quoth-wikipedia.h"

#include "cited-article.h"
#include "quoth-newsroom.h"

typedef struct
{
  const char   *path;
  CitedArticle  article;
  const char   *template;
  const char   *line;     /* the newsroom's */
} Case;

#define NOBODY { { NULL, NULL, NULL } }

static const Case cases[] = {
  { "/built-in/newspaper",
    { QUOTH_ARTICLE_NEWSPAPER, { { "Joan", "Marsh", NULL }, { "J. R.", "Tarn", NULL } },
      { { QUOTH_FACT_TITLE, "Wall to be mended" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_PUBLISHED, "2014-03-21" }, { QUOTH_FACT_EDITION, "Late" },
        { QUOTH_FACT_PAGE, "4–5" }, LAST_FACT } },
    "{{cite news |last1=Marsh |first1=Joan |last2=Tarn |first2=J. R. |date=21 March 2014 |title=Wall to be mended"
    " |newspaper=The Saltby Courier |edition=Late |pages=4–5}}",
    "‘Wall to be mended’, Joan Marsh and J. R. Tarn, The Saltby Courier, 21 March 2014" },
  { "/built-in/agency-has-a-parameter-of-its-own",
    { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
      { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_AGENCY, "Coast News" }, { QUOTH_FACT_PUBLISHED, "2014-03" },
        { QUOTH_FACT_PAGE, "4" }, LAST_FACT } },
    "{{cite news |date=March 2014 |title=Wall |newspaper=The Saltby Courier |agency=Coast News |page=4}}",
    "‘Wall’, Coast News, The Saltby Courier, March 2014" },
  { "/built-in/magazine",
    { QUOTH_ARTICLE_MAGAZINE, { { NULL, NULL, "The Wall Project" } },
      { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "Stone" },
        { QUOTH_FACT_PUBLISHED, "2014" }, LAST_FACT } },
    "{{cite magazine |author=The Wall Project |date=2014 |title=Wall |magazine=Stone}}",
    "‘Wall’, The Wall Project, Stone, 2014" },
  { "/built-in/web-page-in-welsh",
    { QUOTH_ARTICLE_WEB_PAGE, NOBODY,
      { { QUOTH_FACT_TITLE, "Wal" }, { QUOTH_FACT_PUBLICATION, "Mur" },
        { QUOTH_FACT_LANGUAGE, "cy" },
        { QUOTH_FACT_URL, "https://mur.example/{a}|b c" }, { QUOTH_FACT_ACCESSED, "2014-04-03" },
        LAST_FACT } },
    "{{cite web |title=Wal |url=https://mur.example/%7Ba%7D%7Cb%20c |website=Mur |language=cy"
    " |access-date=3 April 2014}}",
    "‘Wal’, Mur, undated, accessed 3 April 2014, https://mur.example/{a}|b c" },
  { "/built-in/journal",
    { QUOTH_ARTICLE_JOURNAL, NOBODY,
      { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "Annals of the Quay" },
        { QUOTH_FACT_VOLUME, "12" },
        { QUOTH_FACT_ISSUE, "3" }, { QUOTH_FACT_PAGE, "9" },
        { QUOTH_FACT_DOI, "10.9999/annals.12" },
        { QUOTH_FACT_URL, "https://doi.org/10.9999/annals.12" }, LAST_FACT } },
    "{{cite journal |title=Wall |journal=Annals of the Quay |volume=12 |issue=3 |doi=10.9999/annals.12 |page=9}}",
    "‘Wall’, Annals of the Quay, undated, https://doi.org/10.9999/annals.12" },
  { "/built-in/release",
    { QUOTH_ARTICLE_RELEASE, NOBODY,
      { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "Saltby Port" }, LAST_FACT } },
    "{{cite press release |title=Wall |publisher=Saltby Port}}", "‘Wall’, Saltby Port, undated" },
  { "/built-in/newspaper-is-not-its-own-author",
    { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, "The Saltby Courier" } },
      { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_PUBLISHED_PRINTED, "Spring 2014" }, LAST_FACT } },
    "{{cite news |date=Spring 2014 |title=Wall |newspaper=The Saltby Courier}}",
    "‘Wall’, The Saltby Courier, Spring 2014" },
  /* Only the first "=" of a parameter parts its name from its value: those behind it are text. */
  { "/built-in/wikitext-escaped",
    { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
      { { QUOTH_FACT_TITLE, "A|B = {{C}} [D] ''E'' ~~~~ <F> &amp; & G{H}" },
        { QUOTH_FACT_PUBLICATION, "Q}" }, LAST_FACT } },
    "{{cite news |title=A{{!}}B = &#123;&#123;C&#125;&#125; &#91;D&#93; &#39;&#39;E&#39;&#39; "
    "&#126;&#126;&#126;~ &lt;F> &amp;amp; & G{H&#125; |newspaper=Q&#125;}}",
    "‘A|B = {{C}} [D] ''E'' ~~~~ <F> &amp; & G{H}’, Q}, undated" },
};

#include "built-in-items.h"

static void
test_article (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = cited_article_new (&test_case->article, QUOTH_QUOTE_DIRECT);
  g_autofree char *template = quoth_wikipedia_dup_template (article, NULL);
  g_autofree char *line = quoth_newsroom_dup_line (article, NULL);

  g_assert_cmpstr (template, ==, test_case->template);
  g_assert_cmpstr (line, ==, test_case->line);
}

static void
test_speaker_escaped (void)
{
  static const CitedArticle description = { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
                                            { { QUOTH_FACT_TITLE, "Wall" }, LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&description, QUOTH_QUOTE_DIRECT);
  g_autofree char *ref = NULL;

  cited_article_add_organisation (article, cited_article_get_quote (article), "Port|Quay <Saltby>");
  ref = quoth_wikipedia_dup_ref (article, cited_article_get_quote (article));
  g_assert_cmpstr (ref, ==,
                   "<ref>Port{{!}}Quay &lt;Saltby>, quoted in {{cite news |title=Wall |at=para. 2"
                   " |quote=never waits}}</ref>");
}

/* A statement that is partly quoted is no quotation as a whole; nobody known is nobody named. */
static void
test_partly_quoted (void)
{
  static const CitedArticle description = { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
                                            { { QUOTH_FACT_TITLE, "Wall" }, LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&description, QUOTH_QUOTE_MIXED);
  g_autofree char *note = quoth_wikipedia_dup_note (article, cited_article_get_quote (article));

  g_assert_cmpstr (note, ==, "{{cite news |title=Wall |at=para. 2}}");
}

static void
test_addressed (void)
{
  static const CitedArticle description = {
    QUOTH_ARTICLE_NEWSPAPER, NOBODY,
    { { QUOTH_FACT_TITLE, "Wall" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
      { QUOTH_FACT_PUBLISHED, "2014-03-21" }, LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&description, QUOTH_QUOTE_DIRECT);
  QuothEntity *una = cited_article_add_person (article, cited_article_get_quote (article),
                                               "Una Quill", "harbour master",
                                               "Saltby Port");
  g_autofree char *line = NULL;

  quoth_entity_set_honorific (una, "Dr");
  line = quoth_newsroom_dup_in_text (article, cited_article_get_quote (article));
  g_assert_cmpstr (line, ==,
                   "Dr Una Quill, harbour master, Saltby Port, quoted in The Saltby Courier, 21 March 2014");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_article);
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    g_test_add_data_func (items[i].path, &items[i], test_article);
  g_test_add_func ("/built-in/speaker-escaped", test_speaker_escaped);
  g_test_add_func ("/built-in/partly-quoted-is-no-quotation", test_partly_quoted);
  g_test_add_func ("/built-in/newsroom-names-people-as-they-are-addressed", test_addressed);

  return g_test_run ();
}
