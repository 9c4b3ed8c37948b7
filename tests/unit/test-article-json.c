#include "quoth-article-json.h"

static QuothArticle *
parse (const char *json)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = quoth_json_parse (json, -1, &error);
  QuothArticle *article;

  g_assert_no_error (error);
  article = quoth_article_from_json (node, &error);
  g_assert_no_error (error);

  return article;
}

static void
assert_error (const char *json,
              int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = quoth_json_parse (json, -1, &error);
  g_autoptr(QuothArticle) article = NULL;

  if (node != NULL)
    article = quoth_article_from_json (node, &error);
  g_assert_null (article);
  g_assert_error (error, QUOTH_JSON_ERROR, code);
}

/* Letters of one to four bytes stand before every span. */
#define TEXT "🌍🌍 Été. “C’est où?” asked Zoë Ünal of Planète."

static QuothArticle *
make_article (void)
{
  QuothArticle *article = quoth_article_new ("one");
  QuothSource *source = quoth_article_get_source (article);
  QuothEntity *zoe = quoth_entity_new ("e1", QUOTH_ENTITY_PERSON, "Zoë Ünal");
  QuothEntity *planet = quoth_entity_new ("e2", QUOTH_ENTITY_ORGANISATION, "Planète");
  QuothQuote *quote = quoth_quote_new ("q1", QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT);
  QuothQuote *inner = quoth_quote_new ("q2", QUOTH_QUOTE_INDIRECT, QUOTH_QUOTE_ATTITUDE);
  const QuothSpan content = { 16, 34 };
  const QuothSpan cue = { 35, 40 };
  const QuothSpan name = { 41, 51 };
  const QuothSpan body = { 55, 63 };

  quoth_article_set_text (article, TEXT);
  quoth_article_set_fact (article, QUOTH_FACT_TITLE, "Où?");
  quoth_article_set_fact (article, QUOTH_FACT_LANGUAGE, "fr");
  quoth_article_set_article_type (article, QUOTH_ARTICLE_WEB_PAGE);
  quoth_article_add_author (article, "Ann", "Writer", NULL);
  quoth_article_add_author (article, NULL, NULL, "Island Wire");
  source->name = g_strdup ("où.txt");
  source->sha256 = g_strdup ("abc");
  quoth_article_add_block (article, QUOTH_BLOCK_FURNITURE, 0, 8, 0);
  quoth_article_add_block (article, QUOTH_BLOCK_PARAGRAPH, 9, (guint32) strlen (TEXT), 3);

  quoth_entity_set_honorific (zoe, "Dr");
  quoth_entity_set_person (zoe, "uuid");
  quoth_entity_add_alias (zoe, "Dr Ünal");
  quoth_entity_add_mention (zoe, name);
  quoth_entity_add_role (zoe, "guide", planet, QUOTH_ROLE_CURRENT, body);
  quoth_entity_add_role (zoe, "pilot", planet, QUOTH_ROLE_FORMER, (QuothSpan) { 0, 0 });
  quoth_entity_set_named (planet, FALSE);
  g_ptr_array_add (quoth_article_get_entities (article), zoe);
  g_ptr_array_add (quoth_article_get_entities (article), planet);

  g_array_append_val (quoth_quote_get_contents (quote), content);
  g_array_append_val (quoth_quote_get_sources (quote), name);
  quoth_quote_set_cue (quote, cue);
  g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (zoe));
  g_ptr_array_add (quoth_quote_get_speakers (quote), g_object_ref (planet));
  quoth_quote_set_on_behalf_of (quote, planet);
  quoth_quote_set_confidence (quote, 0.5);
  quoth_quote_set_state (quote, QUOTH_STATE_CONFIRMED);
  g_array_append_val (quoth_quote_get_contents (inner), body);
  quoth_quote_set_parent (inner, "q1");
  g_ptr_array_add (quoth_article_get_quotes (article), quote);
  g_ptr_array_add (quoth_article_get_quotes (article), inner);

  return article;
}

static const char expected_line[] =
  "{\"id\":\"one\",\"textHash\":\"%s\",\"language\":\"fr\",\"type\":\"web-page\",\"title\":\"Où?\","
  "\"subtitle\":null,\"section\":null,\"edition\":null,\"volume\":null,\"issue\":null,\"page\":null,"
  "\"publication\":null,\"publisher\":null,\"agency\":null,\"author\":null,\"published\":null,\"publishedPrinted\":null,\"updated\":null,"
  "\"updatedPrinted\":null,\"url\":null,\"canonicalUrl\":null,\"doi\":null,\"accessed\":null,"
  "\"authors\":[{\"given\":\"Ann\",\"family\":\"Writer\",\"literal\":null},"
  "{\"given\":null,\"family\":null,\"literal\":\"Island Wire\"}],"
  "\"source\":{\"name\":\"où.txt\",\"mediaType\":null,\"sha256\":\"abc\",\"part\":null},"
  "\"text\":\"" TEXT "\","
  "\"boilerplate\":[{\"start\":0,\"end\":2,\"text\":\"🌍🌍\"}],"
  "\"blocks\":[{\"kind\":\"furniture\",\"start\":0,\"end\":2,\"number\":null,\"page\":null},"
  "{\"kind\":\"paragraph\",\"start\":3,\"end\":46,\"number\":1,\"page\":3}],"
  "\"quotes\":[{\"id\":\"q1\",\"parent\":null,\"kind\":\"direct\",\"type\":\"statement\","
  "\"cue\":{\"start\":20,\"end\":25,\"text\":\"asked\"},"
  "\"sources\":[{\"start\":26,\"end\":34,\"text\":\"Zoë Ünal\"}],"
  "\"contents\":[{\"start\":8,\"end\":19,\"text\":\"“C’est où?”\"}],"
  "\"speakers\":[\"e1\",\"e2\"],\"speaker\":\"e1\",\"onBehalfOf\":\"e2\",\"confidence\":0.5,"
  "\"speakerConfidence\":0,\"state\":\"confirmed\",\"speakerState\":\"found\"},"
  "{\"id\":\"q2\",\"parent\":\"q1\",\"kind\":\"indirect\",\"type\":\"attitude\",\"cue\":null,"
  "\"sources\":[],\"contents\":[{\"start\":38,\"end\":45,\"text\":\"Planète\"}],\"speakers\":[],"
  "\"speaker\":null,\"onBehalfOf\":null,\"confidence\":0,\"speakerConfidence\":0,"
  "\"state\":\"found\",\"speakerState\":\"found\"}],"
  "\"entities\":[{\"id\":\"e1\",\"person\":\"uuid\",\"kind\":\"person\",\"named\":true,"
  "\"name\":\"Zoë Ünal\",\"honorific\":\"Dr\",\"aliases\":[\"Dr Ünal\"],"
  "\"roles\":[{\"title\":\"guide\",\"organisation\":\"e2\",\"status\":\"current\","
  "\"span\":{\"start\":38,\"end\":45,\"text\":\"Planète\"}},"
  "{\"title\":\"pilot\",\"organisation\":\"e2\",\"status\":\"former\",\"span\":null}],"
  "\"role\":\"guide; former pilot\",\"affiliations\":[\"e2\"],"
  "\"mentions\":[{\"start\":26,\"end\":34,\"text\":\"Zoë Ünal\"}]},"
  "{\"id\":\"e2\",\"person\":null,\"kind\":\"organisation\",\"named\":false,\"name\":\"Planète\","
  "\"honorific\":null,\"aliases\":[],\"roles\":[],\"role\":null,\"affiliations\":[],\"mentions\":[]}]}";

static void
test_written (void)
{
  g_autoptr(QuothArticle) article = make_article ();
  g_autofree char *hash = quoth_article_dup_text_hash (article);
  g_autofree char *expected = NULL;
  g_autofree char *line = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  expected = g_strdup_printf (expected_line, hash);
#pragma GCC diagnostic pop
  line = quoth_article_to_json_line (article);
  g_assert_cmpstr (line, ==, expected);
  g_assert_null (strchr (line, '\n'));
}

/* Short numbers, and every character that JSON must not hold as it is */
static void
test_numbers_and_strings (void)
{
  g_autoptr(QuothArticle) article = quoth_article_new ("\"\\\x01\t\n\x7f é");
  QuothQuote *quote = quoth_quote_new ("q", QUOTH_QUOTE_DIRECT, QUOTH_QUOTE_STATEMENT);
  g_autoptr(QuothArticle) again = NULL;
  g_autofree char *line = NULL;

  quoth_article_set_text (article, "x");
  g_array_append_val (quoth_quote_get_contents (quote), ((QuothSpan[]) { { 0, 1 } })[0]);
  quoth_quote_set_confidence (quote, 0.7f);
  g_ptr_array_add (quoth_article_get_quotes (article), quote);

  line = quoth_article_to_json_line (article);
  g_assert_nonnull (strstr (line, "\"confidence\":0.7,"));
  g_assert_true (g_str_has_prefix (line, "{\"id\":\"\\\"\\\\\\u0001\\u0009\\n\\u007f é\","));
  again = parse (line);
  g_assert_cmpstr (quoth_article_get_id (again), ==, quoth_article_get_id (article));
}

static void
test_round_trip (void)
{
  g_autoptr(QuothArticle) article = make_article ();
  g_autofree char *line = quoth_article_to_json_line (article);
  g_autofree char *pretty = quoth_article_to_json_pretty (article);
  g_autoptr(QuothArticle) from_line = parse (line);
  g_autoptr(QuothArticle) from_pretty = parse (pretty);
  g_autofree char *line_again = quoth_article_to_json_line (from_line);
  g_autofree char *pretty_again = quoth_article_to_json_pretty (from_pretty);

  g_assert_cmpstr (line_again, ==, line);
  g_assert_cmpstr (pretty_again, ==, pretty);
}

static void
test_tolerant (void)
{
  g_autoptr(QuothArticle) bare = parse ("{\"text\": \"Hello\"}");
  g_autoptr(QuothArticle) odd = parse (
    "{\"id\": 7, \"title\": [], \"authors\": {}, \"source\": 3, \"text\": \"Hello you\", \"blocks\": [1,"
    " {\"kind\": \"paragraph\", \"start\": 2, \"end\": 900}, {\"kind\": \"song\"}, {\"kind\": []},"
    " {\"kind\": \"paragraph\", \"start\": 8, \"end\": 3}], \"quotes\": [null, {}, {\"id\": 1,"
    " \"contents\": [{\"start\": -5, \"end\": 5}], \"speaker\": \"e9\", \"confidence\": \"x\"},"
    " {\"contents\": [{\"start\": 99999999999, \"end\": 2}]}, {\"id\": 3, \"kind\": \"direct\","
    " \"cue\": null, \"contents\": [{\"start\": 1, \"end\": 2}], \"speaker\": \"e1\"}],"
    " \"entities\": [{\"id\": \"e1\", \"named\": 4}, {\"id\": \"e1\"}, {\"name\": \"No id\"}, 5]}");
  QuothQuote *quote;

  g_assert_cmpstr (quoth_article_get_text (bare), ==, "Hello");
  g_assert_true (g_uuid_string_is_valid (quoth_article_get_id (bare)));

  g_assert_cmpstr (quoth_article_get_id (odd), ==, "7");
  g_assert_cmpuint (quoth_article_get_blocks (odd)->len, ==, 1);
  g_assert_cmpuint (g_array_index (quoth_article_get_blocks (odd), QuothBlock, 0).span.end, ==, 9);
  g_assert_cmpuint (quoth_article_get_entities (odd)->len, ==, 1);
  g_assert_cmpuint (quoth_article_get_quotes (odd)->len, ==, 2);
  quote = g_ptr_array_index (quoth_article_get_quotes (odd), 0);
  g_assert_cmpstr (quoth_quote_get_id (quote), ==, "1");
  g_assert_cmpuint (g_array_index (quoth_quote_get_contents (quote), QuothSpan, 0).start, ==, 0);
  g_assert_null (quoth_quote_get_speaker (quote));
  quote = g_ptr_array_index (quoth_article_get_quotes (odd), 1);
  g_assert_cmpstr (quoth_entity_get_id (quoth_quote_get_speaker (quote)), ==, "e1");
}

static void
test_plain_roles (void)
{
  g_autoptr(QuothArticle) article = parse (
    "{\"text\": \"x\", \"entities\": [{\"id\": \"p\", \"role\": \"mayor; former clerk\","
    " \"affiliations\": [\"o\"]}, {\"id\": \"o\", \"kind\": \"organisation\", \"role\": null}]}");
  QuothEntity *entity = g_ptr_array_index (quoth_article_get_entities (article), 0);
  g_autofree char *role = quoth_entity_dup_role (entity);
  QuothRole *last = g_ptr_array_index (quoth_entity_get_roles (entity), 2);

  g_assert_cmpstr (role, ==, "mayor; former clerk");
  g_assert_cmpstr (quoth_entity_get_id (last->organisation), ==, "o");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *json;
    int         code;
  } cases[] = {
    { "", QUOTH_JSON_ERROR_SYNTAX },
    { "{", QUOTH_JSON_ERROR_SYNTAX },
    { "\xff", QUOTH_JSON_ERROR_SYNTAX },
    { "[]", QUOTH_JSON_ERROR_SHAPE },
    { "{}", QUOTH_JSON_ERROR_SHAPE },
    { "{\"text\": [\"a\"]}", QUOTH_JSON_ERROR_SHAPE },
    { "{\"text\": \"half a pair: \\ud800\"}", QUOTH_JSON_ERROR_SYNTAX },
    { "{\"text\": \"half a pair: \\udfff\"}", QUOTH_JSON_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_error (cases[i].json, cases[i].code);
}

static void
test_deep (void)
{
  g_autoptr(GString) json = g_string_new (NULL);
  g_autofree char *brackets = g_strnfill (600, '[');
  g_autoptr(QuothArticle) article = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append (json, i % 2 == 0 ? "[" : "{\"a\":");
  assert_error (json->str, QUOTH_JSON_ERROR_DEPTH);

  g_string_printf (json, "{\"text\": \"\\\"%s\"}", brackets);
  article = parse (json->str);
  g_assert_cmpuint (quoth_article_get_length (article), ==, 601);
}

static void
test_text_only (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(QuothArticle) article = make_article ();
  g_autofree char *line = quoth_article_to_json_line (article);
  g_autoptr(QuothArticle) read = quoth_article_from_json_text (line, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (quoth_article_get_id (read), ==, "one");
  g_assert_cmpstr (quoth_article_get_text (read), ==, TEXT);
  g_assert_cmpstr (quoth_article_get_fact (read, QUOTH_FACT_TITLE), ==, "Où?");
  g_assert_cmpuint (quoth_article_get_authors (read)->len, ==, 2);
  g_assert_cmpuint (quoth_article_get_blocks (read)->len, ==, 0);
  g_assert_cmpuint (quoth_article_get_quotes (read)->len, ==, 0);
  g_assert_cmpuint (quoth_article_get_entities (read)->len, ==, 0);
}

/* Hand-made files: every span's words must be where its offsets say. */
static void
check_words (QuothArticle *article,
             JsonObject   *object)
{
  JsonArray *quotes = json_object_get_array_member (object, "quotes");

  g_assert_cmpuint (quoth_article_get_quotes (article)->len, ==, json_array_get_length (quotes));
  for (guint i = 0; i < json_array_get_length (quotes); i++)
    {
      QuothQuote *quote = g_ptr_array_index (quoth_article_get_quotes (article), i);
      JsonObject *expected = json_array_get_object_element (quotes, i);
      JsonArray *contents = json_object_get_array_member (expected, "contents");

      g_assert_cmpuint (quoth_quote_get_contents (quote)->len, ==,
                        json_array_get_length (contents));
      for (guint j = 0; j < json_array_get_length (contents); j++)
        {
          QuothSpan span = g_array_index (quoth_quote_get_contents (quote), QuothSpan, j);
          g_autofree char *words = quoth_article_dup_span (article, span);

          g_assert_cmpstr (words, ==, json_object_get_string_member (
                                        json_array_get_object_element (contents, j), "text"));
        }
      g_assert_cmpint (quoth_quote_get_speaker (quote) == NULL, ==,
                       json_object_get_null_member (expected, "speaker"));
    }
}

static void
test_gold (void)
{
  const char *shared = g_getenv ("QUOTH_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : "", "seeds", "gold.jsonl",
                                            NULL);
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("The gold files are not beside the project");
      return;
    }

  lines = g_strsplit (g_strstrip (content), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = quoth_json_parse (lines[i], -1, &error);
      g_autoptr(QuothArticle) article = NULL;
      g_autoptr(QuothArticle) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *written_again = NULL;

      g_assert_no_error (error);
      article = quoth_article_from_json (node, &error);
      g_assert_no_error (error);
      check_words (article, json_node_get_object (node));

      written = quoth_article_to_json_line (article);
      again = parse (written);
      written_again = quoth_article_to_json_line (again);
      g_assert_cmpstr (written_again, ==, written);
    }
  g_assert_cmpuint (g_strv_length (lines), >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/article-json/written-letter-by-letter", test_written);
  g_test_add_func ("/article-json/numbers-and-strings", test_numbers_and_strings);
  g_test_add_func ("/article-json/round-trip", test_round_trip);
  g_test_add_func ("/article-json/odd-and-missing-members", test_tolerant);
  g_test_add_func ("/article-json/roles-as-one-string", test_plain_roles);
  g_test_add_func ("/article-json/refused", test_refused);
  g_test_add_func ("/article-json/too-deep", test_deep);
  g_test_add_func ("/article-json/facts-and-text-only", test_text_only);
  g_test_add_func ("/article-json/gold-files", test_gold);

  return g_test_run ();
}
