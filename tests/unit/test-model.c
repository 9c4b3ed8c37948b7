#include <glib.h>
#include <string.h>

#include "quoth-model-format.h"
#include "quoth-model.h"

static QuothModel *
open_model (void)
{
  g_autoptr (GError) error = NULL;
  QuothModel *model = quoth_model_open_default (&error);

  g_assert_no_error (error);
  g_assert_nonnull (model);

  return model;
}

static GBytes *
read_model (void)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (g_getenv ("QUOTH_MODEL"), &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (g_steal_pointer (&content), length);
}

static void
assert_refused (const guint8 *data,
                gsize         length,
                int           code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_new_from_bytes (bytes, &error);

  g_assert_null (model);
  g_assert_error (error, QUOTH_MODEL_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_lookup (void)
{
  g_autoptr (QuothModel) model = open_model ();
  const QuothWordList *list = quoth_model_find_list (model, "abbreviations");

  g_assert_nonnull (list);
  g_assert_true (quoth_word_list_contains (list, "mr", -1));
  g_assert_true (quoth_word_list_contains (list, "Mr", -1));
  g_assert_true (quoth_word_list_contains (list, "Mrs and others", 3));
  g_assert_false (quoth_word_list_contains (list, "mrr", -1));
  g_assert_false (quoth_word_list_contains (list, "", -1));
  g_assert_cmpstr (quoth_word_list_lookup (list, "Dr", -1), ==, "title");
  g_assert_cmpstr (quoth_word_list_lookup (list, "etc", -1), ==, "");
  g_assert_cmpstr (quoth_word_list_lookup (list, "house", -1), ==, NULL);
}

static void
test_folding (void)
{
  g_autoptr (QuothModel) model = open_model ();
  const QuothWordList *list = quoth_model_find_list (model, "caption-markers");

  g_assert_true (quoth_word_list_contains (list, "Photo by", -1));
  g_assert_true (quoth_word_list_contains (list, "PHOTO\n  by", -1));
  g_assert_true (quoth_word_list_contains (list, "photo\302\240by", -1));
  g_assert_cmpuint (quoth_word_list_get_max_words (list), >=, 2);
  list = quoth_model_find_list (model, "elisions");
  g_assert_true (quoth_word_list_contains (list, "ol’", -1));
}

static void
test_missing (void)
{
  g_autoptr (QuothModel) model = open_model ();
  gsize size = 7;

  g_assert_null (quoth_model_find_list (model, "no-such-list"));
  g_assert_null (quoth_model_find_list (NULL, "abbreviations"));
  g_assert_false (quoth_word_list_contains (NULL, "mr", -1));
  g_assert_null (quoth_word_list_lookup (NULL, "mr", -1));
  g_assert_null (quoth_model_find_section (model, "no-such-section", &size));
  g_assert_cmpuint (size, ==, 0);
}

static void
test_not_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuothModel) model = quoth_model_open ("/nowhere/en.quoth-model", &error);

  g_assert_null (model);
  g_assert_error (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nowhere/en.quoth-model"));
}

static void
test_cut_off (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize cut = 0; cut < length; cut += 1 + cut / 16)
    assert_refused (data, cut, QUOTH_MODEL_ERROR_DAMAGED);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_memdup2 (data, length);
  const QuothModelHeader *header = (const QuothModelHeader *) (const void *) data;
  const QuothModelSection *table = (const QuothModelSection *) (const void *) (header + 1);

  copy[0] ^= 1;
  assert_refused (copy, length, QUOTH_MODEL_ERROR_DAMAGED);
  copy[0] ^= 1;
  for (guint i = 0; i < GUINT32_FROM_LE (header->n_sections); i++)
    {
      gsize offset = GUINT64_FROM_LE (table[i].offset);
      gsize middle = offset + GUINT64_FROM_LE (table[i].length) / 2;

      copy[middle] ^= 0x10;
      assert_refused (copy, length, QUOTH_MODEL_ERROR_DAMAGED);
      copy[middle] ^= 0x10;
    }
  for (gsize i = sizeof *header; i < sizeof *header + sizeof *table; i++)
    {
      copy[i] ^= 0x10;
      assert_refused (copy, length, QUOTH_MODEL_ERROR_DAMAGED);
      copy[i] ^= 0x10;
    }
}

static void
test_newer_version (void)
{
  g_autoptr (GBytes) bytes = read_model ();
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_memdup2 (data, length);

  ((QuothModelHeader *) (void *) copy)->version = GUINT32_TO_LE (QUOTH_MODEL_VERSION + 1);
  assert_refused (copy, length, QUOTH_MODEL_ERROR_VERSION);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/lookup", test_lookup);
  g_test_add_func ("/model/folding", test_folding);
  g_test_add_func ("/model/missing", test_missing);
  g_test_add_func ("/model/not-found", test_not_found);
  g_test_add_func ("/model/cut-off", test_cut_off);
  g_test_add_func ("/model/damaged", test_damaged);
  g_test_add_func ("/model/newer-version", test_newer_version);

  return g_test_run ();
}
