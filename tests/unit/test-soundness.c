#include <string.h>

#include "quoth-article-json.h"

/* Whatever the text is, what the JSON says of it is true: each span lies inside, on characters, and
 * holds the words that are given beside it. */

static const char *const PIECES[] = {
  "said", "“", "”", "‘", "’", "'", "\"", "''", "«", "»", "„", ",", ".", "?", ":", ";", " – ", "(", ")", "Ann Poole", "Mr Pellow",
  "he", "she", "who", "that", "to", "and", "but", "as", "according to", "the", "claim", "call", "for", "her", "asked", "by",
  "saying", "\n\n", "\n", "told", "reporters", "whether", "is", "not", "has", "😀", "👩‍👩‍👧", "e\u0301\u0323", "אמר", "قال",
  "\u202e", "\u200f", "\u00a0", "\u2028", "ﬁ", "İ", "ß", "日本語", "。", "\t", "…", "$5", "1,000", "—", "\u0301", "\ufeff", "x-x",
};

static QuothModel *model;

static void check_node (JsonNode    *node,
                        const glong  n_characters,
                        const char  *text);

static void
check_member (JsonObject *object,
              const char *name,
              JsonNode   *node,
              gpointer    text)
{
  (void) object;
  (void) name;
  check_node (node, g_utf8_strlen (text, -1), text);
}

static void
check_span (JsonObject *object,
            glong       n_characters,
            const char *text)
{
  gint64 start = json_object_get_int_member (object, "start"),
                 end = json_object_get_int_member (object, "end");
  g_autofree char *words = NULL;

  g_assert_cmpint (start, >=, 0);
  g_assert_cmpint (start, <=, end);
  g_assert_cmpint (end, <=, n_characters);
  words = g_utf8_substring (text, start, end);
  if (json_object_has_member (object, "text"))
    g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, words);
}

static void
check_node (JsonNode   *node,
            glong       n_characters,
            const char *text)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        check_node (json_array_get_element (array, i), n_characters, text);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);

      if (json_object_has_member (object, "start") && json_object_has_member (object, "end"))
        check_span (object, n_characters, text);
      json_object_foreach_member (object, check_member, (gpointer) text);
    }
}

/* Returns: how many quotations were found */
static guint
check_text (const char *text)
{
  g_autoptr (QuothArticle) article = quoth_article_new ("test");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  quoth_article_set_text (article, text);
  g_assert_true (quoth_article_analyse (article, model, NULL, &error));
  g_assert_no_error (error);
  node = quoth_article_to_json (article);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "text"), ==, text);
  check_node (node, g_utf8_strlen (text, -1), text);
  return quoth_article_get_quotes (article)->len;
}

static GString *
throw_together (guint n_pieces)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_pieces; i++)
    g_string_append_printf (text, "%s%s", PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))],
                            g_test_rand_int_range (0, 4) > 0 ? " " : "");
  return text;
}

static void
test_thrown_together (void)
{
  guint n_found = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = throw_together (1 + g_test_rand_int_range (0, 120));

      n_found += check_text (text->str);
    }
  g_assert_cmpuint (n_found, >, 0);
}

/* Long enough for several slices. */
static void
test_long (void)
{
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (GString) text = throw_together (9000);

      check_text (text->str);
    }
}

/* Real sentences with anything put in between. */
static void
test_disturbed (void)
{
  const char *sentences[] = {
    "“The ferry is late,” said Ann Poole, who runs the harbour. ", "Mr Pellow told reporters that the pier would open in May. ",
    "According to the board, “nobody has asked”. ", "‘It is shut,’ he said, ‘and so it stays.’\n\n",
  };
  guint n_found = 0;

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 8; i++)
        {
          const char *sentence = sentences[g_test_rand_int_range (0, G_N_ELEMENTS (sentences))];
          glong at = g_test_rand_int_range (0, g_utf8_strlen (sentence, -1));
          const char *middle = g_utf8_offset_to_pointer (sentence, at);

          g_string_append_len (text, sentence, middle - sentence);
          if (g_test_rand_bit ())
            g_string_append (text, PIECES[g_test_rand_int_range (0, G_N_ELEMENTS (PIECES))]);
          g_string_append (text, middle);
        }
      n_found += check_text (text->str);
    }
  g_assert_cmpuint (n_found, >, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  model = quoth_model_open_default (&error);
  g_assert_no_error (error);

  g_test_add_func ("/soundness/thrown-together", test_thrown_together);
  g_test_add_func ("/soundness/long", test_long);
  g_test_add_func ("/soundness/disturbed-sentences", test_disturbed);

  status = g_test_run ();
  quoth_model_unref (model);
  return status;
}
