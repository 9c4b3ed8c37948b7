/*
 * Runs a fuzz target without libFuzzer: over the files given, then over random changes of them. The
 * same seed gives the same inputs.
 *
 *   fuzz-NAME [--runs=N] [--seed=N] FILE…
 */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz-target.h"

#define MAX_LENGTH 16384

static void
insert_piece (GRand      *rand,
              GByteArray *input,
              GByteArray *other)
{
  guint length = g_rand_int_range (rand, 0, MIN (64, other->len) + 1);
  guint from = g_rand_int_range (rand, 0, other->len - length + 1);
  guint at = g_rand_int_range (rand, 0, input->len + 1);
  guint rest = input->len - at;

  g_byte_array_set_size (input, input->len + length);
  memmove (input->data + at + length, input->data + at, rest);
  memcpy (input->data + at, other->data + from, length);
}

static void
remove_piece (GRand      *rand,
              GByteArray *input)
{
  guint length = g_rand_int_range (rand, 0, MIN (64, input->len) + 1);

  if (length > 0)
    g_byte_array_remove_range (input, g_rand_int_range (rand, 0, input->len - length + 1), length);
}

static void
change_byte (GRand      *rand,
             GByteArray *input)
{
  if (input->len > 0)
    input->data[g_rand_int_range (rand, 0, input->len)] = g_rand_int_range (rand, 0, 256);
}

static void
mutate (GRand      *rand,
        GByteArray *input,
        GByteArray *other)
{
  for (int n = g_rand_int_range (rand, 1, 12); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 4))
      {
      case 0:
        change_byte (rand, input);
        break;
      case 1:
        remove_piece (rand, input);
        break;
      default:
        insert_piece (rand, input, other);
        break;
      }
  if (input->len > MAX_LENGTH)
    g_byte_array_set_size (input, MAX_LENGTH);
}

static GPtrArray *
read_files (char   **paths,
            GError **error)
{
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      char *content = NULL;
      gsize length;

      if (!g_file_get_contents (paths[i], &content, &length, error))
        return NULL;
      g_ptr_array_add (files, g_byte_array_new_take ((guint8 *) content, length));
    }

  return g_steal_pointer (&files);
}

static void
run (GPtrArray *files,
     int        runs,
     int        seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  LLVMFuzzerTestOneInput ((const uint8_t *) "", 0);
  for (guint i = 0; i < files->len; i++)
    {
      GByteArray *file = g_ptr_array_index (files, i);

      LLVMFuzzerTestOneInput (file->data, file->len);
    }
  for (int i = 0; i < runs && files->len > 0; i++)
    {
      GByteArray *file = g_ptr_array_index (files, g_rand_int_range (rand, 0, files->len));
      GByteArray *other = g_ptr_array_index (files, g_rand_int_range (rand, 0, files->len));
      g_autoptr (GByteArray) input = g_byte_array_new ();

      g_byte_array_append (input, file->data, file->len);
      mutate (rand, input, other);
      LLVMFuzzerTestOneInput (input->data, input->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  int runs = 0;
  int seed = 1;
  g_auto (GStrv) paths = NULL;
  const GOptionEntry options[] = {
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "Try N changed inputs", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Begin the random numbers with N", "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FILE…" },
    { 0 }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) ||
      (files = read_files (paths, &error)) == NULL)
    {
      g_printerr ("%s: %s\n", argv[0], error->message);
      return EXIT_FAILURE;
    }
  run (files, runs, seed);
  g_print ("%u files and %d changed ones read\n", files->len, runs);

  return EXIT_SUCCESS;
}
