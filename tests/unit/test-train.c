#include <gio/gio.h>
#include <string.h>

#include "quoth-analysis.h"
#include "quoth-model-format.h"

/* Trains every stage on twenty made-up sentences, as the shipped model is trained on the corpora. */
static char *
train (const char *threads)
{
  g_autofree char *folder = g_dir_make_tmp ("quoth-train-XXXXXX", NULL);
  g_autofree char *output = g_build_filename (folder, "model", NULL);
  g_autofree char *treebank = g_test_build_filename (G_TEST_DIST, "unit", "train",
                                                     "sentences.conllu", NULL);
  g_autofree char *articles = g_test_build_filename (G_TEST_DIST, "unit", "train", "articles.jsonl",
                                                     NULL);
  g_autofree char *corpora = g_test_build_filename (G_TEST_DIST, "unit", "train", "corpora.txt",
                                                    NULL);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { g_getenv ("QUOTH_TRAIN"), "--lists", g_getenv ("QUOTH_MODEL"),
                         "--treebank", treebank,
                         "--articles", articles, "--bits", "12", "--threads", threads, "--output", output,
                         "--corpora", corpora, "--dev-treebank", treebank, NULL };
  int status = -1;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
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
  for (guint i = 0; i < 7; i++)
    {
      const char *sections[] = { "tagger", "parser", "relations", "cues", "spans", "ranker",
                                 "acceptor" };

      g_assert_nonnull (quoth_model_find_section (model, sections[i], &size));
      g_assert_cmpuint (size, >, 0);
    }
  {
    g_autoptr (QuothAnalysis) analysis = quoth_analyse (text, strlen (text), NULL, 0, model, NULL,
                                                        &error);

    g_assert_no_error (error);
    g_assert_nonnull (analysis);
  }
}

static void
assert_has (const char *record,
            const char *line)
{
  if (strstr (record, line) == NULL)
    g_error ("“%s” is missing from the record:\n%s", line, record);
}

/* The file tells what it was made from and how, and nothing of the machine that made it. */
static void
test_record (void)
{
  g_autofree char *path = train ("2"), *record = NULL, *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open (path, &error);

  g_assert_no_error (error);
  record = quoth_model_dup_record (model);
  g_assert_nonnull (record);
  assert_has (record, "Twenty sentences, made up: no rights reserved");
  assert_has (record, "--treebank sentences.conllu sha256:");
  assert_has (record, "--articles articles.jsonl sha256:");
  assert_has (record, "--bits 12\n");
  assert_has (record, "measured on sentences.conllu: tags ");
  assert_has (record, "measured on folds left out: statements accepted ");
  g_assert_null (strstr (record, folder));
  g_assert_null (strstr (record, "threads"));
}

/* Changes one section of a model file, its checksums made right again. */
static GBytes *
damage (GBytes     *whole,
        const char *name,
        gsize       length)
{
  gsize size;
  guint8 *data = g_memdup2 (g_bytes_get_data (whole, &size), g_bytes_get_size (whole));
  QuothModelHeader *header = (QuothModelHeader *) (void *) data;
  QuothModelSection *table = (QuothModelSection *) (void *) (header + 1);
  guint n = GUINT32_FROM_LE (header->n_sections);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (table[i].name, name))
      {
        guint8 *section = data + GUINT64_FROM_LE (table[i].offset);

        if (length == 0)
          memset (section, 0xff, 16);
        else
          table[i].length = GUINT64_TO_LE ((guint64) length);
        table[i].checksum = GUINT64_TO_LE (quoth_model_checksum (section, GUINT64_FROM_LE (table[i].length)));
      }
  header->table_checksum = GUINT64_TO_LE (quoth_model_checksum ((const guint8 *) table,
                                                                n * sizeof *table));
  return g_bytes_new_take (data, size);
}

/* A section that cannot be used is said to be damaged, and the rules don't run in silence. */
static void
test_damaged_is_refused (void)
{
  const char *sections[] = { "tagger", "parser", "relations", "cues", "spans", "ranker",
                             "acceptor" };
  const gsize lengths[] = { 0, 4, 40 };
  const char *text = "Mr Pellow said the ferry would sail.";
  g_autofree char *path = train ("2");
  g_autoptr (GBytes) whole = read_bytes (path);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    for (guint k = 0; k < G_N_ELEMENTS (lengths); k++)
      {
        g_autoptr (GBytes) bytes = damage (whole, sections[i], lengths[k]);
        g_autoptr (GError) error = NULL;
        g_autoptr (QuothModel) model = quoth_model_new_from_bytes (bytes, &error);
        g_autoptr (QuothAnalysis) analysis = NULL;

        g_assert_no_error (error);
        analysis = quoth_analyse (text, strlen (text), NULL, 0, model, NULL, &error);
        g_assert_null (analysis);
        g_assert_error (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_DAMAGED);
        g_assert_nonnull (strstr (error->message, "damaged"));
      }
}

/* So does the one that is shipped. */
static void
test_shipped_record (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open_default (&error);
  g_autofree char *record = NULL;
  gsize size;

  g_assert_no_error (error);
  if (quoth_model_find_section (model, "parser", &size) == NULL)
    {
      g_test_skip ("built without a learned model");
      return;
    }
  record = quoth_model_dup_record (model);
  g_assert_nonnull (record);
  assert_has (record, "Universal Dependencies English EWT");
  assert_has (record, "PolNeAR");
  assert_has (record, "CC BY-SA 4.0");
  assert_has (record, "no licence stated");
  assert_has (record, "--treebank ");
  assert_has (record, "measured on folds left out: statements accepted ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/train/same-bytes-whatever-the-threads", test_same_bytes);
  g_test_add_func ("/train/learned-is-used", test_learned_is_used);
  g_test_add_func ("/train/record-tells-of-it", test_record);
  g_test_add_func ("/train/damaged-is-refused", test_damaged_is_refused);
  g_test_add_func ("/train/shipped-record-tells-of-it", test_shipped_record);

  return g_test_run ();
}
