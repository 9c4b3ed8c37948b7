#include "cited-article.h"
#include "quoth-bibtex.h"
#include "quoth-ris.h"

typedef struct
{
  const char   *path;
  CitedArticle  article;
  const char   *bibtex;
  const char   *biblatex;
  const char   *ris;
} Case;

#define NOBODY { { NULL, NULL, NULL } }

static const Case cases[] = {
  { "/reference-formats/newspaper",
    { QUOTH_ARTICLE_NEWSPAPER,
      { { "Ann-Marie J.", "O’Hare", NULL }, { NULL, NULL, "The Wall Project" } },
      { { QUOTH_FACT_TITLE, "Harbour wall ‘unsafe’" },
        { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
        { QUOTH_FACT_PUBLISHER, "Courier Press" }, { QUOTH_FACT_PUBLISHED, "2014-03-21" },
        { QUOTH_FACT_SECTION, "Business" }, { QUOTH_FACT_EDITION, "Late" },
        { QUOTH_FACT_PAGE, "4–5" }, { QUOTH_FACT_LANGUAGE, "en-GB" },
        { QUOTH_FACT_URL, "https://courier.example/a?b=1&c='2'" },
        { QUOTH_FACT_ACCESSED, "2014-04-03" }, LAST_FACT } },
    "@article{ohare2014harbour,\n"
    "  author = {O’Hare, Ann-Marie J. and {The Wall Project}},\n"
    "  title = {{Harbour wall ‘unsafe’}},\n"
    "  journal = {The Saltby Courier},\n"
    "  publisher = {Courier Press},\n"
    "  edition = {Late},\n"
    "  year = {2014},\n"
    "  month = mar,\n"
    "  day = {21},\n"
    "  pages = {4--5},\n"
    "  url = {https://courier.example/a?b=1&c='2'},\n"
    "  urldate = {2014-04-03},\n"
    "  language = {en-GB},\n"
    "  note = {Section: Business}\n"
    "}\n",
    "@article{ohare2014harbour,\n"
    "  author = {O’Hare, Ann-Marie J. and {The Wall Project}},\n"
    "  title = {{Harbour wall ‘unsafe’}},\n"
    "  journaltitle = {The Saltby Courier},\n"
    "  publisher = {Courier Press},\n"
    "  edition = {Late},\n"
    "  entrysubtype = {newspaper},\n"
    "  date = {2014-03-21},\n"
    "  pages = {4--5},\n"
    "  url = {https://courier.example/a?b=1&c='2'},\n"
    "  urldate = {2014-04-03},\n"
    "  langid = {british},\n"
    "  note = {Section: Business}\n"
    "}\n",
    "TY  - NEWS\r\n"
    "AU  - O’Hare, Ann-Marie J.\r\n"
    "AU  - The Wall Project\r\n"
    "TI  - Harbour wall ‘unsafe’\r\n"
    "T2  - The Saltby Courier\r\n"
    "PB  - Courier Press\r\n"
    "PY  - 2014\r\n"
    "DA  - 2014/03/21/\r\n"
    "EP  - 5\r\n"
    "SP  - 4\r\n"
    "SE  - Business\r\n"
    "ET  - Late\r\n"
    "UR  - https://courier.example/a?b=1&c='2'\r\n"
    "Y2  - 2014/04/03/\r\n"
    "LA  - en-GB\r\n"
    "ID  - a1\r\n"
    "ER  - \r\n" },
  { "/reference-formats/web-page-of-a-month",
    { QUOTH_ARTICLE_WEB_PAGE, NOBODY,
      { { QUOTH_FACT_TITLE, "Fog\n at  noon" }, { QUOTH_FACT_PUBLICATION, "Saltby Online" },
        { QUOTH_FACT_PUBLISHED, "2014-11" }, { QUOTH_FACT_LANGUAGE, "kw" }, LAST_FACT } },
    "@misc{saltby2014noon,\n"
    "  title = {{Fog at noon}},\n"
    "  howpublished = {Saltby Online},\n"
    "  year = {2014},\n"
    "  month = nov,\n"
    "  language = {kw}\n"
    "}\n",
    "@online{saltby2014noon,\n"
    "  title = {{Fog at noon}},\n"
    "  organization = {Saltby Online},\n"
    "  date = {2014-11},\n"
    "  language = {kw}\n"
    "}\n",
    "TY  - ELEC\r\nTI  - Fog at noon\r\nT2  - Saltby Online\r\nPY  - 2014\r\nDA  - 2014/11//\r\nLA  - kw\r\nID  - a1\r\n"
    "ER  - \r\n" },
  { "/reference-formats/printed-date",
    { QUOTH_ARTICLE_RELEASE, NOBODY,
      { { QUOTH_FACT_TITLE, "Fog" }, { QUOTH_FACT_PUBLISHED_PRINTED, "Spring 2014" }, LAST_FACT } },
    "@misc{article,\n  title = {{Fog}},\n  type = {Press release},\n  year = {Spring 2014}\n}\n",
    "@online{article,\n  title = {{Fog}},\n  type = {Press release},\n  year = {Spring 2014}\n}\n",
    "TY  - PRESS\r\nTI  - Fog\r\nDA  - ///Spring 2014\r\nID  - a1\r\nER  - \r\n" },
  { "/reference-formats/what-tex-takes-for-itself",
    { QUOTH_ARTICLE_REPORT, { { "D", "Dogwood and Sons, Ltd", NULL } },
      { { QUOTH_FACT_TITLE, "A & {b}: 5% of $9_0 #1 ~ ^ \\ -- ''c''" },
        { QUOTH_FACT_PUBLISHER, "Lone } Press" },
        { QUOTH_FACT_PUBLISHED, "2014" }, LAST_FACT } },
    "@techreport{dogwood2014,\n"
    "  author = {{Dogwood and Sons, Ltd}, D},\n"
    "  title = {{A \\& \\{b\\}: 5\\% of \\$9\\_0 \\#1 \\textasciitilde{} \\textasciicircum{} \\textbackslash{} "
    "-{}- '{}'c'{}'}},\n"
    "  institution = {Lone \\textbraceright{} Press},\n"
    "  year = {2014}\n"
    "}\n",
    "@report{dogwood2014,\n"
    "  author = {{Dogwood and Sons, Ltd}, D},\n"
    "  title = {{A \\& \\{b\\}: 5\\% of \\$9\\_0 \\#1 \\textasciitilde{} \\textasciicircum{} \\textbackslash{} "
    "-{}- '{}'c'{}'}},\n"
    "  institution = {Lone \\textbraceright{} Press},\n"
    "  type = {Report},\n"
    "  date = {2014}\n"
    "}\n",
    "TY  - RPRT\r\nAU  - Dogwood and Sons, Ltd, D\r\nTI  - A & {b}: 5% of $9_0 #1 ~ ^ \\ -- ''c''\r\nT2  - Lone } Press\r\n"
    "PY  - 2014\r\nDA  - 2014///\r\nID  - a1\r\nER  - \r\n" },
  { "/reference-formats/journal",
    { QUOTH_ARTICLE_JOURNAL, { { "Joan", "Marsh", NULL } },
      { { QUOTH_FACT_TITLE, "Tides" }, { QUOTH_FACT_PUBLICATION, "Annals of the Quay" },
        { QUOTH_FACT_VOLUME, "12" },
        { QUOTH_FACT_ISSUE, "3" }, { QUOTH_FACT_PAGE, "201-219" },
        { QUOTH_FACT_DOI, "10.9999/annals_12" },
        { QUOTH_FACT_URL, "https://doi.org/10.9999/annals_12" },
        { QUOTH_FACT_ACCESSED, "2016-03-04" },
        { QUOTH_FACT_PUBLISHED, "2016" }, LAST_FACT } },
    "@article{marsh2016tides,\n"
    "  author = {Marsh, Joan},\n"
    "  title = {{Tides}},\n"
    "  journal = {Annals of the Quay},\n"
    "  volume = {12},\n"
    "  number = {3},\n"
    "  year = {2016},\n"
    "  pages = {201--219},\n"
    "  doi = {10.9999/annals_12}\n"
    "}\n",
    "@article{marsh2016tides,\n"
    "  author = {Marsh, Joan},\n"
    "  title = {{Tides}},\n"
    "  journaltitle = {Annals of the Quay},\n"
    "  volume = {12},\n"
    "  number = {3},\n"
    "  date = {2016},\n"
    "  pages = {201--219},\n"
    "  doi = {10.9999/annals_12}\n"
    "}\n",
    "TY  - JOUR\r\nAU  - Marsh, Joan\r\nTI  - Tides\r\nT2  - Annals of the Quay\r\nPY  - 2016\r\nDA  - 2016///\r\n"
    "VL  - 12\r\nIS  - 3\r\nEP  - 219\r\nSP  - 201\r\nDO  - 10.9999/annals_12\r\nID  - a1\r\nER  - \r\n" },
  { "/reference-formats/nothing-known",
    { QUOTH_ARTICLE_OTHER, NOBODY, { LAST_FACT } },
    "@misc{article\n}\n", "@misc{article\n}\n", "TY  - GEN\r\nID  - a1\r\nER  - \r\n" },
};

static void
test_article (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = cited_article_new (&test_case->article, QUOTH_QUOTE_DIRECT);
  g_autofree char *bibtex = quoth_bibtex_format (article, NULL, QUOTH_BIBTEX);
  g_autofree char *biblatex = quoth_bibtex_format (article, NULL, QUOTH_BIBLATEX);
  g_autofree char *ris = quoth_ris_format (article, NULL);

  g_assert_cmpstr (bibtex, ==, test_case->bibtex);
  g_assert_cmpstr (biblatex, ==, test_case->biblatex);
  g_assert_cmpstr (ris, ==, test_case->ris);
}

/* Each quotation states its kind. */
static void
test_quotes (void)
{
  static const CitedArticle fog = { QUOTH_ARTICLE_NEWSPAPER, NOBODY,
                                    { { QUOTH_FACT_TITLE, "Fog" }, LAST_FACT } };
  g_autoptr (QuothArticle) article = cited_article_new (&fog, QUOTH_QUOTE_DIRECT);
  QuothQuote *quote = cited_article_get_quote (article);
  QuothQuote *inner = cited_article_add_inner (article, QUOTH_QUOTE_INDIRECT);
  g_autofree char *bibtex = NULL;
  g_autofree char *biblatex = NULL;
  g_autofree char *ris = NULL;

  cited_article_add_person (article, quote, "Una Quill", "harbour master", "Port & Sons");
  cited_article_add_person (article, inner, "Ned Reed", NULL, NULL);
  bibtex = quoth_bibtex_format (article, quoth_article_get_quotes (article), QUOTH_BIBTEX);
  biblatex = quoth_bibtex_format (article, quoth_article_get_quotes (article), QUOTH_BIBLATEX);
  ris = quoth_ris_format (article, quoth_article_get_quotes (article));
#define FIRST(ampersand) "Una Quill (harbour master, Port " ampersand " Sons), direct quotation, para. 2: ‘never waits’"
#define SECOND(ampersand) "Ned Reed, cited by Una Quill (harbour master, Port " ampersand " Sons), reported statement, para. 2: waits"
  g_assert_cmpstr (bibtex, ==,
                   "@article{article,\n  title = {{Fog}},\n  annote = {" FIRST ("\\&") ";\n    "
                   SECOND ("\\&") "}\n}\n");
  g_assert_cmpstr (biblatex, ==, "@article{article,\n  title = {{Fog}},\n  entrysubtype = {newspaper},\n  annotation = {"
                   FIRST ("\\&") ";\n    " SECOND ("\\&") "}\n}\n");
  g_assert_cmpstr (ris, ==,
                   "TY  - NEWS\r\nTI  - Fog\r\nN1  - " FIRST ("&") "\r\nN1  - " SECOND ("&")
                   "\r\nID  - a1\r\nER  - \r\n");
}

static void
test_unlike_keys (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *last = NULL;

  for (guint i = 0; i < 28; i++)
    {
      g_free (last);
      last = quoth_bibtex_dup_unique ("@misc{key,\n}\n", keys);
    }
  g_assert_cmpstr (last, ==, "@misc{keyaa,\n}\n");
  g_assert_true (g_hash_table_contains (keys, "key"));
  g_assert_true (g_hash_table_contains (keys, "keyz"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_article);
  g_test_add_func ("/reference-formats/quotations-with-their-kind", test_quotes);
  g_test_add_func ("/reference-formats/unlike-keys", test_unlike_keys);

  return g_test_run ();
}
