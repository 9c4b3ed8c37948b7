#include <gio/gio.h>

#include "quoth-analysis.h"

/* Trains every stage on twenty made-up sentences, as the shipped model is trained on the corpora. */
static char *
train (const char *threads)
{
  g_autofree char *folder = g_dir_make_tmp ("quoth-train-XXXXXX", NULL);
  g_autofree char *output = g_build_filename (folder, "model", NULL);
  g_autofree char *treebank = g_test_build_filename (G_TEST_DIST, "unit", "train", "sentences.conllu", NULL);
  g_autofree char *articles = g_test_build_filename (G_TEST_DIST, "unit", "train", "articles.jsonl", NULL);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { g_getenv ("QUOTH_TRAIN"), "--lists", g_getenv ("QUOTH_MODEL"), "--treebank", treebank,
                         "--articles", articles, "--bits", "12", "--threads", threads, "--output", output, NULL };
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  return g_steal_pointer (&output);
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

static void
test_same_bytes (void)
{
  g_autofree char *one = train ("1"), *two = train ("2");
  g_autoptr (GBytes) first = read_bytes (one), second = read_bytes (two);

  g_assert_cmpuint (g_bytes_get_size (first), >, 10000);
  g_assert_true (g_bytes_equal (first, second));
}

/* What was learned is loaded and taken over the rules' word. */
static void
test_learned_is_used (void)
{
  const char *text = "Mr Pellow said the ferry would sail.";
  g_autofree char *path = train ("2");
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open (path, &error);
  gsize size;

  g_assert_no_error (error);
  for (guint i = 0; i < 6; i++)
    {
      const char *sections[] = { "tagger", "parser", "cues", "spans", "ranker", "acceptor" };

      g_assert_nonnull (quoth_model_find_section (model, sections[i], &size));
      g_assert_cmpuint (size, >, 0);
    }
  {
    g_autoptr (QuothAnalysis) analysis = quoth_analyse (text, strlen (text), NULL, 0, model, NULL, &error);

    g_assert_no_error (error);
    g_assert_nonnull (analysis);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/train/same-bytes-whatever-the-threads", test_same_bytes);
  g_test_add_func ("/train/learned-is-used", test_learned_is_used);

  return g_test_run ();
}
