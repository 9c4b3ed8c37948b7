#include "quoth-citation.h"

#include "quoted-article.h"

static const QuotedArticle statement = {
  "The headline\nMs Quill said ‘no’.", QUOTH_QUOTE_DIRECT, { "‘no’" }, "said", "Ms Quill",
};

typedef struct
{
  const char *given;
  const char *family;
  const char *literal;
} Author;

typedef struct
{
  const char       *path;
  QuothArticleType  type;
  Author            authors[5];
  struct { QuothFact fact; const char *value; } facts[8];
  const char       *text;
  const char       *html;
  const char       *bibtex;
} Case;

#define LAST { QUOTH_N_FACTS, NULL }

static const Case cases[] = {
  { "/citation/newspaper/whole", QUOTH_ARTICLE_NEWSPAPER,
    { { "Ann-Marie J.", "O’Hare", NULL } },
    { { QUOTH_FACT_TITLE, "Harbour wall ‘unsafe’" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
      { QUOTH_FACT_PUBLISHED, "2014-03-21T09:30:00Z" }, { QUOTH_FACT_PAGE, "4" },
      { QUOTH_FACT_URL, "https://courier.example/a?b=1&c='2'" }, { QUOTH_FACT_ACCESSED, "2014-04-03T10:00:00Z" }, LAST },
    "O’Hare, A.-M.J. (2014) ‘Harbour wall ‘unsafe’’, The Saltby Courier, 21 March, p. 4. "
    "Available at: https://courier.example/a?b=1&c='2' (Accessed: 3 April 2014).",
    "O’Hare, A.-M.J. (2014) ‘Harbour wall ‘unsafe’’, <i>The Saltby Courier</i>, 21 March, p. 4. "
    "Available at: <a href=\"https://courier.example/a?b=1&amp;c='2'\">"
    "https://courier.example/a?b=1&amp;c='2'</a> (Accessed: 3 April 2014).",
    "@article{ohare2014harbour,\n"
    "  author = {O’Hare, Ann-Marie J.},\n"
    "  title = {{Harbour wall ‘unsafe’}},\n"
    "  journal = {The Saltby Courier},\n"
    "  year = {2014},\n"
    "  month = mar,\n"
    "  day = {21},\n"
    "  pages = {4},\n"
    "  url = {https://courier.example/a?b=1&c='2'},\n"
    "  urldate = {2014-04-03}\n"
    "}\n" },
  { "/citation/newspaper/no-author-begins-with-the-newspaper", QUOTH_ARTICLE_NEWSPAPER,
    { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "Wall to be mended" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
      { QUOTH_FACT_PUBLISHED, "2014-03" }, LAST },
    "The Saltby Courier (2014) ‘Wall to be mended’, March.",
    "<i>The Saltby Courier</i> (2014) ‘Wall to be mended’, March.",
    "@article{saltby2014wall,\n"
    "  title = {{Wall to be mended}},\n"
    "  journal = {The Saltby Courier},\n"
    "  year = {2014},\n"
    "  month = mar\n"
    "}\n" },
  { "/citation/newspaper/agency-is-the-author", QUOTH_ARTICLE_NEWSPAPER,
    { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "Wall to be mended" }, { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
      { QUOTH_FACT_AGENCY, "Coast & Country News" }, { QUOTH_FACT_PUBLISHED, "2014" },
      { QUOTH_FACT_PAGE, "4–5" }, LAST },
    "Coast & Country News (2014) ‘Wall to be mended’, The Saltby Courier, pp. 4–5.",
    "Coast &amp; Country News (2014) ‘Wall to be mended’, <i>The Saltby Courier</i>, pp. 4–5.",
    "@article{coast2014wall,\n"
    "  author = {{Coast \\& Country News}},\n"
    "  title = {{Wall to be mended}},\n"
    "  journal = {The Saltby Courier},\n"
    "  year = {2014},\n"
    "  pages = {4--5}\n"
    "}\n" },
  { "/citation/web-page/three-authors", QUOTH_ARTICLE_WEB_PAGE,
    { { "Zoë", "Müller", NULL }, { "J. R. R.", "Tarn", NULL }, { NULL, NULL, "The Wall Project" } },
    { { QUOTH_FACT_TITLE, "Stone & {lime}: 50% of $9_000 #1 ~ ^ \\" }, { QUOTH_FACT_PUBLICATION, "Walls Online" },
      { QUOTH_FACT_PUBLISHED, "2020-11-05" }, { QUOTH_FACT_CANONICAL_URL, "https://walls.example/{x}_y%20z#top" },
      { QUOTH_FACT_URL, "https://walls.example/x?utm=1" }, LAST },
    "Müller, Z., Tarn, J.R.R. and The Wall Project (2020) ‘Stone & {lime}: 50% of $9_000 #1 ~ ^ \\’, "
    "Walls Online, 5 November. Available at: https://walls.example/{x}_y%20z#top",
    "Müller, Z., Tarn, J.R.R. and The Wall Project (2020) ‘Stone &amp; {lime}: 50% of $9_000 #1 ~ ^ \\’, "
    "<i>Walls Online</i>, 5 November. Available at: <a href=\"https://walls.example/{x}_y%20z#top\">"
    "https://walls.example/{x}_y%20z#top</a>",
    "@misc{muller2020stone,\n"
    "  author = {Müller, Zoë and Tarn, J. R. R. and {The Wall Project}},\n"
    "  title = {{Stone \\& \\{lime\\}: 50\\% of \\$9\\_000 \\#1 "
    "\\textasciitilde{} \\textasciicircum{} \\textbackslash{}}},\n"
    "  howpublished = {Walls Online},\n"
    "  year = {2020},\n"
    "  month = nov,\n"
    "  day = {5},\n"
    "  url = {https://walls.example/%7Bx%7D_y%20z#top}\n"
    "}\n" },
  { "/citation/newspaper/many-authors", QUOTH_ARTICLE_NEWSPAPER,
    { { "A", "Ash", NULL }, { "B", "Birch", NULL }, { "C", "Cedar", NULL }, { "D", "Dogwood and Sons, Ltd", NULL } },
    { { QUOTH_FACT_TITLE, "Trees" }, { QUOTH_FACT_PUBLICATION, "Bark Inc." }, { QUOTH_FACT_PUBLISHED, "2001" }, LAST },
    "Ash, A. et al. (2001) ‘Trees’, Bark Inc.",
    "Ash, A. <i>et al.</i> (2001) ‘Trees’, <i>Bark Inc.</i>",
    "@article{ash2001trees,\n"
    "  author = {Ash, A and Birch, B and Cedar, C and {Dogwood and Sons, Ltd}, D},\n"
    "  title = {{Trees}},\n"
    "  journal = {Bark Inc.},\n"
    "  year = {2001}\n"
    "}\n" },
  { "/citation/facts/outlet-as-author-is-named-once", QUOTH_ARTICLE_WEB_PAGE,
    { { NULL, NULL, "Saltby Today" } },
    { { QUOTH_FACT_TITLE, "Fog" }, { QUOTH_FACT_PUBLICATION, "Saltby Today" }, { QUOTH_FACT_PUBLISHED, "2001-01" }, LAST },
    "Saltby Today (2001) ‘Fog’, January.", "Saltby Today (2001) ‘Fog’, January.",
    "@misc{saltby2001,\n"
    "  author = {{Saltby Today}},\n"
    "  title = {{Fog}},\n"
    "  howpublished = {Saltby Today},\n"
    "  year = {2001},\n"
    "  month = jan\n"
    "}\n" },
  { "/citation/facts/no-date", QUOTH_ARTICLE_WEB_PAGE,
    { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "Fog\n  at  noon" }, { QUOTH_FACT_PUBLISHER, "Saltby Council" },
      { QUOTH_FACT_URL, "http://saltby.example/" }, { QUOTH_FACT_ACCESSED, "2021-01-02" }, LAST },
    "Saltby Council (no date) ‘Fog at noon’. Available at: http://saltby.example/ (Accessed: 2 January 2021).",
    "<i>Saltby Council</i> (no date) ‘Fog at noon’. Available at: "
    "<a href=\"http://saltby.example/\">http://saltby.example/</a> (Accessed: 2 January 2021).",
    "@misc{saltbynoon,\n"
    "  title = {{Fog at noon}},\n"
    "  howpublished = {Saltby Council},\n"
    "  url = {http://saltby.example/},\n"
    "  urldate = {2021-01-02}\n"
    "}\n" },
  { "/citation/facts/printed-date-and-no-web-address", QUOTH_ARTICLE_OTHER,
    { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "Fog" }, { QUOTH_FACT_PUBLISHED_PRINTED, "Spring 2014" },
      { QUOTH_FACT_URL, "file:///home/reader/fog.html" }, { QUOTH_FACT_AUTHOR, "A reader" }, LAST },
    "A reader (Spring 2014) ‘Fog’.", "A reader (Spring 2014) ‘Fog’.",
    "@misc{reader,\n"
    "  author = {{A reader}},\n"
    "  title = {{Fog}},\n"
    "  year = {Spring 2014}\n"
    "}\n" },
  { "/citation/facts/title-only", QUOTH_ARTICLE_OTHER, { { NULL, NULL, NULL } },
    { { QUOTH_FACT_TITLE, "Night & fog" }, { QUOTH_FACT_UPDATED, "2014-03-21" }, LAST },
    "‘Night & fog’ (2014), 21 March.", "‘Night &amp; fog’ (2014), 21 March.",
    "@misc{2014night,\n"
    "  title = {{Night \\& fog}},\n"
    "  year = {2014},\n"
    "  month = mar,\n"
    "  day = {21}\n"
    "}\n" },
  { "/citation/facts/none", QUOTH_ARTICLE_OTHER, { { NULL, NULL, NULL } }, { LAST },
    "[no title] (no date).", "[no title] (no date).", "@misc{article\n}\n" },
};

static QuothArticle *
make_article (const Case *test_case)
{
  QuothArticle *article = quoted_article_new (&statement);

  quoth_article_set_article_type (article, test_case->type);
  for (guint i = 0; i < G_N_ELEMENTS (test_case->authors); i++)
    {
      const Author *author = &test_case->authors[i];

      if (author->family != NULL || author->literal != NULL)
        quoth_article_add_author (article, author->given, author->family, author->literal);
    }
  for (guint i = 0; test_case->facts[i].value != NULL; i++)
    quoth_article_set_fact (article, test_case->facts[i].fact, test_case->facts[i].value);
  return article;
}

static void
test_article (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = make_article (test_case);
  g_autofree char *text = quoth_citation_format (article, NULL, QUOTH_CITATION_TEXT);
  g_autofree char *html = quoth_citation_format (article, NULL, QUOTH_CITATION_HTML);
  g_autofree char *bibtex = quoth_citation_format (article, NULL, QUOTH_CITATION_BIBTEX);

  g_assert_cmpstr (text, ==, test_case->text);
  g_assert_cmpstr (html, ==, test_case->html);
  g_assert_cmpstr (bibtex, ==, test_case->bibtex);
}

/* A speaker and her organisations, and how a citation names her. */
typedef struct
{
  const char      *path;
  const char      *name;
  const char      *honorific;
  struct { const char *title; const char *organisation; QuothRoleStatus status; } roles[3];
  const char      *on_behalf_of;
  QuothQuoteKind   kind;
  const char      *expected;
} SpeakerCase;

static const SpeakerCase speaker_cases[] = {
  { "/citation/speaker/role-and-organisation", "Una Quill", "Dr", { { "harbour master", "Saltby Port", 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "Dr Una Quill (harbour master, Saltby Port), quoted in " },
  { "/citation/speaker/partly-quoted", "Una Quill", NULL, { { "harbour master", "Saltby Port", 0 } }, NULL,
    QUOTH_QUOTE_MIXED, "Una Quill (harbour master, Saltby Port), quoted in " },
  { "/citation/speaker/reported-words-are-cited", "Una Quill", NULL, { { "harbour master", "Saltby Port", 0 } }, NULL,
    QUOTH_QUOTE_INDIRECT, "Una Quill (harbour master, Saltby Port), cited in " },
  { "/citation/speaker/no-role", "Una Quill", NULL, { { NULL, NULL, 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill, quoted in " },
  { "/citation/speaker/role-alone", "Una Quill", NULL, { { "harbour master", NULL, 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (harbour master), quoted in " },
  { "/citation/speaker/organisation-alone", "Una Quill", NULL, { { NULL, NULL, 0 } }, "Saltby Port",
    QUOTH_QUOTE_DIRECT, "Una Quill (Saltby Port), quoted in " },
  { "/citation/speaker/organisation-said-once", "Una Quill", NULL, { { "Saltby Port director", "Saltby Port", 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (Saltby Port director), quoted in " },
  { "/citation/speaker/role-in-which-she-spoke", "Una Quill", NULL,
    { { "harbour master", "Saltby Port", 0 }, { "trustee", "Gull Trust", 0 } }, "Gull Trust",
    QUOTH_QUOTE_DIRECT, "Una Quill (trustee, Gull Trust), quoted in " },
  { "/citation/speaker/present-role-first", "Una Quill", NULL,
    { { "pilot", NULL, QUOTH_ROLE_FORMER }, { "trustee", "Gull Trust", 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (trustee, Gull Trust), quoted in " },
  { "/citation/speaker/former", "Una Quill", NULL, { { "pilot", NULL, QUOTH_ROLE_FORMER } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (former pilot), quoted in " },
  { "/citation/speaker/former-said-once", "Una Quill", NULL, { { "former pilot", NULL, QUOTH_ROLE_FORMER } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (former pilot), quoted in " },
  { "/citation/speaker/acting", "Una Quill", NULL, { { "chair", "Gull Trust", QUOTH_ROLE_ACTING } }, NULL,
    QUOTH_QUOTE_DIRECT, "Una Quill (acting chair, Gull Trust), quoted in " },
  { "/citation/speaker/unnamed", "a spokeswoman for Saltby Port", NULL, { { NULL, NULL, 0 } }, "Saltby Port",
    QUOTH_QUOTE_DIRECT, "a spokeswoman for Saltby Port, quoted in " },
  { "/citation/speaker/description-said-once", "port spokesman", NULL, { { "spokesman", "Saltby Harbour Board", 0 } },
    "Saltby Harbour Board", QUOTH_QUOTE_DIRECT, "port spokesman (Saltby Harbour Board), quoted in " },
  { "/citation/speaker/description-alone", "director", NULL, { { "director", NULL, 0 } }, NULL,
    QUOTH_QUOTE_DIRECT, "director, quoted in " },
};

/* The organisation of that name, once. */
static QuothEntity *
take_organisation (QuothArticle *article,
                   const char   *name)
{
  GPtrArray *entities = quoth_article_get_entities (article);

  if (name == NULL)
    return NULL;
  for (guint i = 0; i < entities->len; i++)
    if (g_str_equal (quoth_entity_get_name (g_ptr_array_index (entities, i)), name))
      return g_ptr_array_index (entities, i);

  g_ptr_array_add (entities, quoth_entity_new (name, QUOTH_ENTITY_ORGANISATION, name));
  return g_ptr_array_index (entities, entities->len - 1);
}

static QuothQuote *
get_quote (QuothArticle *article)
{
  return g_ptr_array_index (quoth_article_get_quotes (article), 0);
}

static void
test_speaker (gconstpointer data)
{
  const SpeakerCase *test_case = data;
  QuotedArticle description = statement;
  g_autoptr (QuothArticle) article = NULL;
  g_autoptr (QuothEntity) speaker = quoth_entity_new ("e", QUOTH_ENTITY_PERSON, test_case->name);
  g_autofree char *citation = NULL;
  g_autofree char *expected = g_strconcat (test_case->expected, "Courier (no date) [no title], para. 2.", NULL);

  description.kind = test_case->kind;
  article = quoted_article_new (&description);
  quoth_article_set_fact (article, QUOTH_FACT_PUBLICATION, "Courier");
  quoth_entity_set_honorific (speaker, test_case->honorific);
  for (guint i = 0; i < G_N_ELEMENTS (test_case->roles) && test_case->roles[i].title != NULL; i++)
    quoth_entity_add_role (speaker, test_case->roles[i].title,
                           take_organisation (article, test_case->roles[i].organisation),
                           test_case->roles[i].status, (QuothSpan) { 0, 0 });
  g_ptr_array_add (quoth_quote_get_speakers (get_quote (article)), g_object_ref (speaker));
  quoth_quote_set_on_behalf_of (get_quote (article), take_organisation (article, test_case->on_behalf_of));

  citation = quoth_citation_format (article, get_quote (article), QUOTH_CITATION_TEXT);
  g_assert_cmpstr (citation, ==, expected);
}

static void
test_joint_speakers (void)
{
  g_autoptr (QuothArticle) article = quoted_article_new (&statement);
  GPtrArray *speakers = quoth_quote_get_speakers (get_quote (article));
  g_autofree char *html = NULL;
  g_autofree char *bibtex = NULL;

  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Talks");
  g_ptr_array_add (speakers, quoth_entity_new ("e1", QUOTH_ENTITY_PERSON, "Una Quill"));
  g_ptr_array_add (speakers, quoth_entity_new ("e2", QUOTH_ENTITY_PERSON, "Ned <Reed>"));
  g_ptr_array_add (speakers, quoth_entity_new ("e3", QUOTH_ENTITY_ORGANISATION, "Port & Sons"));

  html = quoth_citation_format (article, get_quote (article), QUOTH_CITATION_HTML);
  g_assert_cmpstr (html, ==,
                   "Una Quill, Ned &lt;Reed&gt; and Port &amp; Sons, quoted in ‘Talks’ (no date), para. 2.");
  bibtex = quoth_citation_format (article, get_quote (article), QUOTH_CITATION_BIBTEX);
  g_assert_cmpstr (bibtex, ==,
                   "@misc{talks,\n"
                   "  title = {{Talks}},\n"
                   "  annote = {Una Quill, Ned <Reed> and Port \\& Sons, direct quotation, para. 2: ‘no’}\n"
                   "}\n");
}

static void
test_unknown_speaker (void)
{
  g_autoptr (QuothArticle) article = quoted_article_new (&statement);
  g_autofree char *text = NULL;

  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Talks");
  text = quoth_citation_format (article, get_quote (article), QUOTH_CITATION_TEXT);
  g_assert_cmpstr (text, ==, "‘Talks’ (no date), para. 2.");
}

static void
test_format_names (void)
{
  QuothCitationFormat format = QUOTH_CITATION_TEXT;

  g_assert_true (quoth_citation_format_from_string ("bibtex", &format));
  g_assert_cmpint (format, ==, QUOTH_CITATION_BIBTEX);
  g_assert_true (quoth_citation_format_from_string ("html", &format));
  g_assert_cmpint (format, ==, QUOTH_CITATION_HTML);
  g_assert_true (quoth_citation_format_from_string ("text", &format));
  g_assert_cmpint (format, ==, QUOTH_CITATION_TEXT);
  g_assert_false (quoth_citation_format_from_string ("", &format));
  g_assert_false (quoth_citation_format_from_string ("BibTeX", &format));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_article);
  for (guint i = 0; i < G_N_ELEMENTS (speaker_cases); i++)
    g_test_add_data_func (speaker_cases[i].path, &speaker_cases[i], test_speaker);
  g_test_add_func ("/citation/speaker/joint", test_joint_speakers);
  g_test_add_func ("/citation/speaker/unknown", test_unknown_speaker);
  g_test_add_func ("/citation/format-names", test_format_names);

  return g_test_run ();
}
