#include <glib/gstdio.h>

#include "cited-article.h"
#include "installed-styles.h"
#include "quoted-in-cases.h"
#include "quoth-citing.h"

static const char *const case_names[N_CASES] = {
  "direct", "reported", "role", "organisation", "joint", "no-byline", "nested", "no-date",
};

/* One for all: the processor starts once. */
static QuothCiter *citer;
static QuothStyleList *styles;

typedef struct
{
  const StyleCases *style;
  Case              which;
} Test;

static QuothArticle *
make_article (Case which)
{
  CitedArticle description = {
    QUOTH_ARTICLE_NEWSPAPER,
    { { "Joan", "Marsh", NULL } },
    { { QUOTH_FACT_TITLE, "Port to close in May" },
      { QUOTH_FACT_PUBLICATION, "The Saltby Courier" },
      { QUOTH_FACT_URL, URL },
      { QUOTH_FACT_ACCESSED, "2014-04-03T08:00:00Z" },
      { QUOTH_FACT_LANGUAGE, "en-GB" },
      { QUOTH_FACT_PUBLISHED, "2014-03-21" } },
  };

  if (which == CASE_NO_BYLINE)
    description.authors[0].family = NULL;
  if (which == CASE_NO_DATE)
    description.facts[5].value = NULL;

  return cited_article_new (&description,
                            which == CASE_REPORTED ? QUOTH_QUOTE_INDIRECT : QUOTH_QUOTE_DIRECT);
}

/* Who said it; the quotation to be cited. */
static QuothQuote *
add_speakers (QuothArticle *article,
              Case          which)
{
  QuothQuote *quote = cited_article_get_quote (article);

  if (which == CASE_NESTED)
    {
      cited_article_add_person (article, quote, "Ned Reed", NULL, NULL);
      quote = cited_article_add_inner (article, QUOTH_QUOTE_DIRECT);
    }
  if (which == CASE_ORGANISATION)
    cited_article_add_organisation (article, quote, "Saltby Port");
  else if (which == CASE_ROLE)
    cited_article_add_person (article, quote, "Una Quill", "harbour master", "Saltby Port");
  else
    cited_article_add_person (article, quote, "Una Quill", NULL, NULL);
  if (which == CASE_JOINT)
    cited_article_add_person (article, quote, "Ned Reed", NULL, NULL);

  return quote;
}

static char *
dup_part (QuothCiting      *reference,
          const QuothStyleUse *use,
          QuothPart            part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothCopy) copy = quoth_citing_cite (reference, use, part, NULL, &error);

  g_assert_no_error (error);
  return g_strdup (copy->plain);
}

static void
test_case (gconstpointer data)
{
  const Test *test = data;
  g_autoptr (QuothStyleUse) use = quoth_style_use_new (citer, test->style->style, NULL);
  g_autoptr (QuothArticle) article = make_article (test->which);
  QuothQuote *quote = add_speakers (article, test->which);
  g_autoptr (QuothCiting) reference = NULL;
  g_autofree char *note = NULL;
  g_autofree char *in_text = NULL;
  g_autofree char *entry = NULL;

  if (!g_str_has_prefix (test->style->style, "quoth-") && !installed_styles_or_skip (citer, styles))
    return;

  reference = quoth_citing_new (article, quote, use);
  note = dup_part (reference, use, QUOTH_PART_NOTE);
  in_text = dup_part (reference, use, QUOTH_PART_IN_TEXT);
  entry = dup_part (reference, use, QUOTH_PART_ENTRY);
  g_assert_cmpstr (note, ==, test->style->cases[test->which].note);
  g_assert_cmpstr (in_text, ==, test->style->cases[test->which].in_text);
  g_assert_cmpstr (entry, ==, test->style->cases[test->which].entry);
}

/* In another language: the form is the style's, the words are the language's. */
static void
test_languages (void)
{
  static const struct { const char *style; const char *locale; Case which; QuothPart part; const char *shown; } cases[] = {
    { "apa", "de-DE", CASE_DIRECT, QUOTH_PART_IN_TEXT,
      "(U. Quill, zitiert nach Marsh, 2014, Abs. 2)" },
    { "apa", "de-AT", CASE_REPORTED, QUOTH_PART_IN_TEXT,
      "(U. Quill, zitiert nach Marsh, 2014, Abs. 2)" },
    { "apa", "fr-FR", CASE_JOINT, QUOTH_PART_IN_TEXT,
      "(U. Quill & N. Reed, cité dans Marsh, 2014, paragr. 2)" },
    { "apa", "es-ES", CASE_DIRECT, QUOTH_PART_IN_TEXT,
      "(U. Quill, como se citó en Marsh, 2014, párr. 2)" },
    { "apa", "cy-GB", CASE_DIRECT, QUOTH_PART_IN_TEXT,
      "(U. Quill, dyfynnwyd yn Marsh, 2014, para. 2)" },
    { "apa", "de-DE", CASE_NESTED, QUOTH_PART_IN_TEXT,
      "(U. Quill, zitiert von N. Reed, zitiert nach Marsh, 2014, Abs. 2)" },
    { "modern-language-association", "de-DE", CASE_JOINT, QUOTH_PART_IN_TEXT,
      "Una Quill und Ned Reed (zitiert nach Marsh)" },
    { "modern-language-association", "fr-FR", CASE_REPORTED, QUOTH_PART_IN_TEXT,
      "Una Quill (rapporté dans Marsh)" },
    { "ieee", "es-ES", CASE_JOINT, QUOTH_PART_IN_TEXT,
      "U. Quill y N. Reed, citado en [1, Párr. 2]" },
    { "american-medical-association", "fr-FR", CASE_NESTED, QUOTH_PART_IN_TEXT,
      "Una Quill, cité par Ned Reed1" },
  };

  if (!installed_styles_or_skip (citer, styles))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuothStyleUse) use = quoth_style_use_new (citer, cases[i].style, cases[i].locale);
      g_autoptr (QuothArticle) article = make_article (cases[i].which);
      g_autoptr (QuothCiting) reference = quoth_citing_new (article,
                                                            add_speakers (article, cases[i].which),
                                                            use);
      g_autofree char *shown = dup_part (reference, use, cases[i].part);

      g_test_message ("%s, %s", cases[i].style, cases[i].locale);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* "y" and "e", "a" and "ac", by what follows */
static void
test_and (void)
{
  static const struct { const char *locale; const char *second; const char *shown; } cases[] = {
    { "es-ES", "Ned Reed", "Una Quill y Ned Reed" },
    { "es-ES", "Inés Roca", "Una Quill e Inés Roca" },
    { "es-ES", "Hilda Roca", "Una Quill e Hilda Roca" },
    { "es-ES", "Ian Reed", "Una Quill y Ian Reed" },
    { "cy-GB", "Ned Reed", "Una Quill a Ned Reed" },
    { "cy-GB", "Âna Rhys", "Una Quill ac Âna Rhys" },
    { "fr-FR", "Inès Roche", "Una Quill et Inès Roche" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const QuothQuotedIn *rules = quoth_quoted_in_find ("modern-language-association",
                                                         cases[i].locale);
      g_autoptr (QuothArticle) article = make_article (CASE_DIRECT);
      QuothQuote *quote = add_speakers (article, CASE_DIRECT);
      g_autofree char *phrase = NULL;

      cited_article_add_person (article, quote, cases[i].second, NULL, NULL);
      phrase = quoth_speaker_phrase_dup (article, quote, &rules->speakers);
      g_assert_cmpstr (phrase, ==, cases[i].shown);
    }
}

/* The row is the same whenever it is asked for; a language that has no words has no row. */
static void
test_find (void)
{
  const QuothQuotedIn *german = quoth_quoted_in_find ("apa", "de-CH");

  g_assert_true (german == quoth_quoted_in_find ("apa", "de-DE"));
  g_assert_cmpstr (german->manual, !=, quoth_quoted_in_find ("apa", "en-GB")->manual);
  g_assert_null (quoth_quoted_in_find ("apa", "it-IT"));
  g_assert_null (quoth_quoted_in_find ("nature", "de-DE"));
  g_assert_null (quoth_quoted_words_find ("apa", "des"));
}

static void
test_whole_dozen (void)
{
  const char *const *dozen = quoth_style_list_get_dozen ();

  for (guint i = 0; dozen[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        found = found || g_str_equal (expected[j].style, dozen[i]);
      g_assert_true (found);
      g_assert_nonnull (quoth_quoted_in_find (dozen[i], NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  Test tests[G_N_ELEMENTS (expected) * N_CASES];
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("quoth-quoted-in-XXXXXX", NULL);
  styles = installed_styles_new (folder);
  citer = quoth_citer_new (styles, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = NULL;

      tests[i] = (Test) { &expected[i / N_CASES], i % N_CASES };
      path = g_strdup_printf ("/quoted-in/%s/%s", tests[i].style->style,
                              case_names[tests[i].which]);
      g_test_add_data_func (path, &tests[i], test_case);
    }
  g_test_add_func ("/quoted-in/whole-dozen", test_whole_dozen);
  g_test_add_func ("/quoted-in/languages", test_languages);
  g_test_add_func ("/quoted-in/and-in-languages", test_and);
  g_test_add_func ("/quoted-in/find", test_find);

  status = g_test_run ();
  g_assert_finalize_object (citer);
  g_assert_finalize_object (styles);
  g_rmdir (folder);
  return status;
}
