#include "quoth-speaker-phrase.h"

#include "cited-article.h"

static const CitedArticle bare = { QUOTH_ARTICLE_NEWSPAPER, { { NULL, NULL, NULL } },
                                   { LAST_FACT } };

static const QuothSpeakerForm brackets = {
  QUOTH_NAME_ADDRESSED, TRUE, " and ", NULL, NULL, FALSE, ", quoted by ", ", cited by ",
};
static const QuothSpeakerForm commas = {
  QUOTH_NAME_FULL, FALSE, " and ", NULL, NULL, TRUE, ", quoted by ", ", cited by ",
};
static const QuothSpeakerForm list = {
  QUOTH_NAME_INVERTED, TRUE, ", ", NULL, NULL, FALSE, ", quoted by ", ", cited by ",
};

/* A speaker and her organisations, and how a citation names her. */
typedef struct
{
  const char *path;
  const char *name;
  const char *honorific;
  struct { const char *title; const char *organisation; QuothRoleStatus status; } roles[3];
  const char *on_behalf_of;
  const char *expected;
} Case;

static const Case cases[] = {
  { "/speaker-phrase/role-and-organisation", "Una Quill", "Dr",
    { { "harbour master", "Saltby Port", 0 } }, NULL,
    "Dr Una Quill (harbour master, Saltby Port)" },
  { "/speaker-phrase/no-role", "Una Quill", NULL, { { NULL, NULL, 0 } }, NULL, "Una Quill" },
  { "/speaker-phrase/role-alone", "Una Quill", NULL, { { "harbour master", NULL, 0 } }, NULL,
    "Una Quill (harbour master)" },
  { "/speaker-phrase/organisation-alone", "Una Quill", NULL, { { NULL, NULL, 0 } }, "Saltby Port",
    "Una Quill (Saltby Port)" },
  { "/speaker-phrase/organisation-said-once", "Una Quill", NULL,
    { { "Saltby Port director", "Saltby Port", 0 } }, NULL,
    "Una Quill (Saltby Port director)" },
  { "/speaker-phrase/role-in-which-she-spoke", "Una Quill", NULL,
    { { "harbour master", "Saltby Port", 0 }, { "trustee", "Gull Trust", 0 } }, "Gull Trust",
    "Una Quill (trustee, Gull Trust)" },
  { "/speaker-phrase/present-role-first", "Una Quill", NULL,
    { { "pilot", NULL, QUOTH_ROLE_FORMER }, { "trustee", "Gull Trust", 0 } }, NULL,
    "Una Quill (trustee, Gull Trust)" },
  { "/speaker-phrase/former", "Una Quill", NULL, { { "pilot", NULL, QUOTH_ROLE_FORMER } }, NULL,
    "Una Quill (former pilot)" },
  { "/speaker-phrase/former-said-once", "Una Quill", NULL,
    { { "former pilot", NULL, QUOTH_ROLE_FORMER } }, NULL,
    "Una Quill (former pilot)" },
  { "/speaker-phrase/acting", "Una Quill", NULL, { { "chair", "Gull Trust", QUOTH_ROLE_ACTING } },
    NULL,
    "Una Quill (acting chair, Gull Trust)" },
  { "/speaker-phrase/unnamed", "a spokeswoman for Saltby Port", NULL, { { NULL, NULL, 0 } },
    "Saltby Port",
    "a spokeswoman for Saltby Port" },
  { "/speaker-phrase/description-said-once", "port spokesman", NULL,
    { { "spokesman", "Saltby Harbour Board", 0 } }, "Saltby Harbour Board",
    "port spokesman (Saltby Harbour Board)" },
  { "/speaker-phrase/description-alone", "director", NULL, { { "director", NULL, 0 } }, NULL,
    "director" },
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

static void
test_speaker (gconstpointer data)
{
  const Case *test_case = data;
  g_autoptr (QuothArticle) article = cited_article_new (&bare, QUOTH_QUOTE_DIRECT);
  QuothQuote *quote = cited_article_get_quote (article);
  QuothEntity *speaker = cited_article_add_person (article, quote, test_case->name, NULL, NULL);
  g_autofree char *phrase = NULL;

  quoth_entity_set_honorific (speaker, test_case->honorific);
  for (guint i = 0; i < G_N_ELEMENTS (test_case->roles) && test_case->roles[i].title != NULL; i++)
    quoth_entity_add_role (speaker, test_case->roles[i].title,
                           take_organisation (article, test_case->roles[i].organisation),
                           test_case->roles[i].status, (QuothSpan) { 0, 0 });
  quoth_quote_set_on_behalf_of (quote, take_organisation (article, test_case->on_behalf_of));

  phrase = quoth_speaker_phrase_dup (article, quote, &brackets);
  g_assert_cmpstr (phrase, ==, test_case->expected);
}

/* Names as lists and initials have them; only what is a person's name in Latin letters is taken
 * apart. */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *honorific;
    gboolean    named;
    const char *initials;
    const char *inverted;
    const char *full;
  } names[] = {
    { "Una Quill", NULL, TRUE, "U. Quill", "Quill U", "Una Quill" },
    { "Ann-Marie Joan O’Hare", "Dr", TRUE, "A.-M. J. O’Hare", "O’Hare AMJ",
      "Ann-Marie Joan O’Hare" },
    { "J. R. Tarn", NULL, TRUE, "J. R. Tarn", "Tarn JR", "J. R. Tarn" },
    { "Ludo van der Berg", NULL, TRUE, "L. van der Berg", "van der Berg L", "Ludo van der Berg" },
    { "Émile Zoé", NULL, TRUE, "É. Zoé", "Zoé É", "Émile Zoé" },
    { "Quill", "Mr", TRUE, "Quill", "Quill", "Quill" },
    { "Quill", "Lord", TRUE, "Lord Quill", "Lord Quill", "Lord Quill" },
    { "Анна Чайка", NULL, TRUE, "Анна Чайка", "Анна Чайка", "Анна Чайка" },
    { "A spokeswoman for the port", NULL, FALSE, "A spokeswoman for the port",
      "A spokeswoman for the port",
      "A spokeswoman for the port" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (QuothEntity) speaker = quoth_entity_new ("e", QUOTH_ENTITY_PERSON, names[i].name);
      g_autofree char *initials = NULL;
      g_autofree char *inverted = NULL;
      g_autofree char *full = NULL;

      quoth_entity_set_honorific (speaker, names[i].honorific);
      quoth_entity_set_named (speaker, names[i].named);
      initials = quoth_speaker_name_dup (speaker, QUOTH_NAME_INITIALS);
      inverted = quoth_speaker_name_dup (speaker, QUOTH_NAME_INVERTED);
      full = quoth_speaker_name_dup (speaker, QUOTH_NAME_FULL);
      g_assert_cmpstr (initials, ==, names[i].initials);
      g_assert_cmpstr (inverted, ==, names[i].inverted);
      g_assert_cmpstr (full, ==, names[i].full);
    }
}

/* Commas within a description want more than a comma between speakers. */
static void
test_joint (void)
{
  static const struct { guint n; gboolean roles; const QuothSpeakerForm *form; const char *expected; } joint[] = {
    { 2, FALSE, &commas, "Una Quill and Ned Reed" },
    { 3, FALSE, &commas, "Una Quill, Ned Reed, and Port & Sons" },
    { 3, FALSE, &list, "Quill U, Reed N, Port & Sons" },
    { 3, FALSE, &brackets, "Una Quill, Ned Reed and Port & Sons" },
    { 2, TRUE, &commas, "Una Quill, harbour master, Port & Sons, and Ned Reed" },
    { 3, TRUE, &commas, "Una Quill, harbour master, Port & Sons; Ned Reed; and Port & Sons" },
    { 3, TRUE, &brackets, "Una Quill (harbour master, Port & Sons), Ned Reed and Port & Sons" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (joint); i++)
    {
      g_autoptr (QuothArticle) article = cited_article_new (&bare, QUOTH_QUOTE_DIRECT);
      QuothQuote *quote = cited_article_get_quote (article);
      g_autofree char *phrase = NULL;

      cited_article_add_person (article, quote, "Una Quill",
                                joint[i].roles ? "harbour master" : NULL, "Port & Sons");
      cited_article_add_person (article, quote, "Ned Reed", NULL, NULL);
      if (joint[i].n > 2)
        cited_article_add_organisation (article, quote, "Port & Sons");
      phrase = quoth_speaker_phrase_dup (article, quote, joint[i].form);
      g_assert_cmpstr (phrase, ==, joint[i].expected);
    }
}

/* Somebody who quotes himself isn't named twice; nobody known is no phrase; a ring of quotations
 * ends. */
static void
test_nested (void)
{
  g_autoptr (QuothArticle) article = cited_article_new (&bare, QUOTH_QUOTE_DIRECT);
  QuothQuote *outer = cited_article_get_quote (article);
  QuothQuote *inner = cited_article_add_inner (article, QUOTH_QUOTE_INDIRECT);
  g_autofree char *nobody = quoth_speaker_phrase_dup (article, inner, &commas);
  g_autofree char *himself = NULL;
  g_autofree char *both = NULL;
  g_autofree char *ring = NULL;

  g_assert_null (nobody);
  cited_article_add_person (article, outer, "Ned Reed", NULL, NULL);
  cited_article_add_person (article, inner, "Ned Reed", NULL, NULL);
  himself = quoth_speaker_phrase_dup (article, inner, &commas);
  g_assert_cmpstr (himself, ==, "Ned Reed");
  g_assert_true (quoth_speaker_phrase_get_outer (article, inner) == inner);

  g_ptr_array_set_size (quoth_quote_get_speakers (inner), 0);
  cited_article_add_person (article, inner, "Una Quill", NULL, NULL);
  both = quoth_speaker_phrase_dup (article, inner, &commas);
  g_assert_cmpstr (both, ==, "Una Quill, cited by Ned Reed");
  g_assert_true (quoth_speaker_phrase_get_outer (article, inner) == outer);

  quoth_quote_set_parent (outer, quoth_quote_get_id (inner));
  ring = quoth_speaker_phrase_dup (article, inner, &commas);
  g_assert_true (g_str_has_prefix (ring, "Una Quill, cited by Ned Reed"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_speaker);
  g_test_add_func ("/speaker-phrase/names", test_names);
  g_test_add_func ("/speaker-phrase/joint", test_joint);
  g_test_add_func ("/speaker-phrase/nested", test_nested);

  return g_test_run ();
}
