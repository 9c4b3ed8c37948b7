#include <glib/gstdio.h>
#include <string.h>

#include "quoth-model-format.h"
#include "quoth-model.h"

/* The program that packs the model file, named by QUOTH_PACK_MODEL */

typedef struct
{
  char *folder;
  char *list;
  char *base;
  char *output;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("quoth-pack-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->list = g_build_filename (fixture->folder, "pets.txt", NULL);
  fixture->base = g_build_filename (fixture->folder, "base.quoth-model", NULL);
  fixture->output = g_build_filename (fixture->folder, "out.quoth-model", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  (void) data;
  g_unlink (fixture->list);
  g_unlink (fixture->base);
  g_unlink (fixture->output);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->list);
  g_free (fixture->base);
  g_free (fixture->output);
}

static void
write_file (const char *path,
            const char *content,
            gssize      length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

/* Returns: what the program wrote to standard error, NULL when it succeeded */
static char *
pack (Fixture  *fixture,
      gboolean  with_base)
{
  const char *plain[] = { g_getenv ("QUOTH_PACK_MODEL"), "--output", fixture->output,
                          fixture->list, NULL };
  const char *based[] = { g_getenv ("QUOTH_PACK_MODEL"), "--base", fixture->base, "--output",
                          fixture->output, fixture->list, NULL };
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) (with_base ? based : plain), NULL, G_SPAWN_DEFAULT, NULL, NULL,
                NULL, &message, &status, &error);
  g_assert_no_error (error);

  return g_spawn_check_wait_status (status, NULL) ? NULL : g_steal_pointer (&message);
}

static QuothModel *
open_output (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QuothModel *model = quoth_model_open (fixture->output, &error);

  g_assert_no_error (error);

  return model;
}

/* A base with one section, which says "weights" */
static void
write_section (Fixture          *fixture,
               const char       *name,
               QuothSectionKind  kind,
               gsize             cut)
{
  guint8 file[256] = { 0 };
  QuothModelHeader *header = (QuothModelHeader *) (void *) file;
  QuothModelSection *section = (QuothModelSection *) (void *) (header + 1);

  memcpy (file + 128, "weights", 7);
  g_strlcpy (section->name, name, sizeof section->name);
  section->kind = GUINT32_TO_LE (kind);
  section->offset = GUINT64_TO_LE (128);
  section->length = GUINT64_TO_LE (7);
  section->checksum = GUINT64_TO_LE (quoth_model_checksum (file + 128, 7));
  memcpy (header->magic, QUOTH_MODEL_MAGIC, sizeof header->magic);
  header->version = GUINT32_TO_LE (QUOTH_MODEL_VERSION);
  header->n_sections = GUINT32_TO_LE (1);
  header->length = GUINT64_TO_LE (135);
  header->table_checksum =
    GUINT64_TO_LE (quoth_model_checksum ((const guint8 *) section, sizeof *section));
  write_file (fixture->base, (const char *) file, 135 - cut);
}

/* A base with one learned section, "tagger" */
static void
write_base (Fixture *fixture,
            gsize    cut)
{
  write_section (fixture, "tagger", QUOTH_SECTION_WEIGHTS, cut);
}

static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QuothModel) model = NULL;
  g_autofree char *message = NULL;
  const QuothWordList *list;

  (void) data;
  write_file (fixture->list, "# Pets\n\nCat\tmeows\r\nGuinea  Pig\tsqueaks \nÉclair\ndog’s\n", -1);
  message = pack (fixture, FALSE);
  g_assert_cmpstr (message, ==, NULL);
  model = open_output (fixture);
  list = quoth_model_find_list (model, "pets");
  g_assert_cmpstr (quoth_word_list_lookup (list, "CAT", -1), ==, "meows");
  g_assert_cmpstr (quoth_word_list_lookup (list, "guinea\npig", -1), ==, "squeaks");
  g_assert_cmpstr (quoth_word_list_lookup (list, "éclair", -1), ==, "");
  g_assert_true (quoth_word_list_contains (list, "Dog's", -1));
  g_assert_false (quoth_word_list_contains (list, "# pets", -1));
  g_assert_cmpuint (quoth_word_list_get_max_words (list), ==, 2);
}

static void
test_long_list (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autoptr (QuothModel) model = NULL;
  g_autofree char *message = NULL;
  const QuothWordList *list;

  (void) data;
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (content, "pet%u\t%u\n", i, i);
  write_file (fixture->list, content->str, -1);
  message = pack (fixture, FALSE);
  g_assert_cmpstr (message, ==, NULL);
  model = open_output (fixture);
  list = quoth_model_find_list (model, "pets");
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *key = g_strdup_printf ("pet%u", i);

      g_assert_cmpstr (quoth_word_list_lookup (list, key, -1), ==, key + 3);
    }
  g_assert_false (quoth_word_list_contains (list, "pet3000", -1));
}

static void
test_base (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (QuothModel) model = NULL;
  g_autofree char *message = NULL;
  const char *section;
  gsize size = 0;

  (void) data;
  write_file (fixture->list, "cat\n", -1);
  write_base (fixture, 0);
  message = pack (fixture, TRUE);
  g_assert_cmpstr (message, ==, NULL);
  model = open_output (fixture);
  section = quoth_model_find_section (model, "tagger", &size);
  g_assert_cmpmem (section, size, "weights", 7);
  g_assert_cmpuint (GPOINTER_TO_SIZE (section) % 16, ==, 0);
  g_assert_true (quoth_word_list_contains (quoth_model_find_list (model, "pets"), "cat", -1));
}

/* The index of the lists is made anew; one that is none is refused. */
static void
test_index (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QuothModel) model = NULL;
  g_autoptr (QuothModel) damaged = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  write_section (fixture, QUOTH_MODEL_INDEX, QUOTH_SECTION_INDEX, 0);
  damaged = quoth_model_open (fixture->base, &error);
  g_assert_null (damaged);
  g_assert_error (error, QUOTH_MODEL_ERROR, QUOTH_MODEL_ERROR_DAMAGED);

  write_file (fixture->list, "cat\tmeows\n", -1);
  message = pack (fixture, TRUE);
  g_assert_cmpstr (message, ==, NULL);
  model = open_output (fixture);
  g_assert_cmpstr (quoth_word_list_lookup (quoth_model_find_list (model, "pets"), "cat", -1), ==,
                   "meows");
}

static void
test_same_bytes (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *message = NULL;
  gsize first_length, second_length;

  (void) data;
  write_base (fixture, 0);
  write_file (fixture->list, "cat\ndog\tbarks\n", -1);
  message = pack (fixture, TRUE);
  g_assert_cmpstr (message, ==, NULL);
  g_file_get_contents (fixture->output, &first, &first_length, NULL);
  write_file (fixture->list, "# in another order\ndog\tbarks\ncat\n", -1);
  message = pack (fixture, TRUE);
  g_assert_cmpstr (message, ==, NULL);
  g_file_get_contents (fixture->output, &second, &second_length, NULL);
  g_assert_cmpmem (first, first_length, second, second_length);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  const char *const lists[] = { "cat\ndog\nCat\n", "\377\n", "\tmeows\n" };
  g_autofree char *message = NULL;

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *said = NULL;

      write_file (fixture->list, lists[i], -1);
      said = pack (fixture, FALSE);
      g_assert_nonnull (said);
      g_assert_nonnull (strstr (said, "pets.txt"));
    }
  write_file (fixture->list, "cat\n", -1);
  write_base (fixture, 3);
  message = pack (fixture, TRUE);
  g_assert_nonnull (message);
  g_assert_false (g_file_test (fixture->output, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/pack-model/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/pack-model/long-list", Fixture, NULL, set_up, test_long_list, tear_down);
  g_test_add ("/pack-model/base", Fixture, NULL, set_up, test_base, tear_down);
  g_test_add ("/pack-model/index", Fixture, NULL, set_up, test_index, tear_down);
  g_test_add ("/pack-model/same-bytes", Fixture, NULL, set_up, test_same_bytes, tear_down);
  g_test_add ("/pack-model/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
