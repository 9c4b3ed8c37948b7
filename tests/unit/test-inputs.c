#include "quoth-inputs.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quoth-inputs-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    folder = g_dir_open (path, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static GFile *
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0777), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

/* Name and content of each input: "a.txt <one>|b.txt <file>|". */
static char *
describe (QuothInputs *inputs)
{
  GString *description = g_string_new (NULL);
  QuothInput *next;

  while ((next = quoth_inputs_next (inputs, NULL)) != NULL)
    {
      g_autoptr (QuothInput) input = next;
      gsize length = 0;
      const char *bytes = input->bytes != NULL ? g_bytes_get_data (input->bytes, &length) : NULL;

      g_string_append_printf (description, "%s <%.*s>|", input->name,
                              input->bytes != NULL ? (int) length : 4,
                              input->bytes != NULL ? bytes : "file");
      if (input->error != NULL)
        g_string_append (description, "error|");
      g_assert_cmpfloat (input->fraction, >, 0);
      g_assert_cmpfloat (input->fraction, <=, 1);
    }

  return g_string_free (description, FALSE);
}

static void
test_order (Fixture       *fixture,
            gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) first = write_file (fixture, "z.txt", "Z");
  g_autoptr (GFile) second = write_file (fixture, "a.txt", "A");
  g_autoptr (GBytes) pasted = g_bytes_new_static ("P", 1);
  g_autofree char *description = NULL;

  quoth_inputs_add_file (inputs, first, NULL);
  quoth_inputs_add_bytes (inputs, pasted, "Pasted");
  quoth_inputs_add_file (inputs, second, "the second");
  description = describe (inputs);
  g_assert_cmpstr (description, ==, "z.txt <file>|Pasted <P>|the second <file>|");
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) file = write_file (fixture, "many.txt", data);
  g_autofree char *description = NULL;

  quoth_inputs_add_file (inputs, file, NULL);
  description = describe (inputs);
  g_assert_cmpstr (description, ==,
                   "many.txt, line 1 <{\"text\": \"1\"}>|many.txt, line 3 <{broken>|"
                   "many.txt, line 4 <{\"text\": \"4\"}>|");
}

static void
test_not_lines (Fixture       *fixture,
                gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) pretty = write_file (fixture, "pretty.jsonl", "{\n  \"text\": \"1\"\n}\n");
  g_autoptr (GFile) rich = write_file (fixture, "rich.jsonl", "{\\rtf1 One line}\n{\\rtf1 Two}\n");
  g_autoptr (GFile) empty = write_file (fixture, "empty.jsonl", "");
  g_autoptr (GFile) absent = g_file_get_child (pretty, "absent.jsonl");
  g_autofree char *description = NULL;

  quoth_inputs_add_file (inputs, pretty, NULL);
  quoth_inputs_add_file (inputs, rich, NULL);
  quoth_inputs_add_file (inputs, empty, NULL);
  quoth_inputs_add_file (inputs, absent, NULL);
  description = describe (inputs);
  g_assert_cmpstr (description, ==,
                   "pretty.jsonl <file>|rich.jsonl <file>|empty.jsonl <file>|absent.jsonl <file>|");
}

static void
test_stream (void)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GInputStream) lines =
    g_memory_input_stream_new_from_data ("\xef\xbb\xbf{\"text\": \"1\"}\r\n{\"text\": \"2\"}", -1,
                                         NULL);
  g_autoptr (GInputStream) text = g_memory_input_stream_new_from_data ("One\n\nTwo\n", -1, NULL);
  g_autoptr (GInputStream) unbroken = g_memory_input_stream_new_from_data ("One", -1, NULL);
  g_autoptr (GInputStream) empty = g_memory_input_stream_new ();
  g_autofree char *description = NULL;

  quoth_inputs_add_stream (inputs, lines, "a");
  quoth_inputs_add_stream (inputs, text, "b");
  quoth_inputs_add_stream (inputs, unbroken, "c");
  quoth_inputs_add_stream (inputs, empty, "d");
  description = describe (inputs);
  g_assert_cmpstr (description, ==,
                   "a, line 1 <\xef\xbb\xbf{\"text\": \"1\"}\r>|a, line 2 <{\"text\": \"2\"}>|"
                   "b <One\n\nTwo\n>|c <One>|d <>|");
}

static gpointer
write_pipe (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (G_OUTPUT_STREAM (stream), "One\n\nTwo", 8, NULL, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

/* As a shell hands over what another program prints: it can be read only once. */
static void
test_pipe (Fixture       *fixture,
           gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *description = NULL;
  GThread *writer;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  writer = g_thread_new ("pipe", write_pipe, path);
  quoth_inputs_add_file (inputs, file, NULL);
  description = describe (inputs);
  g_assert_cmpstr (description, ==, "pipe <One\n\nTwo>|");
  g_thread_join (writer);
}

static void
test_folders (Fixture       *fixture,
              gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) b = write_file (fixture, "b.txt", "B");
  g_autofree char *loop = g_build_filename (fixture->folder, "sub", "loop", NULL);
  g_autofree char *pipe_path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (write_file (fixture, "sub/deep/a.txt", "A"));
  g_object_unref (write_file (fixture, "sub/z.txt", "Z"));
  g_object_unref (write_file (fixture, ".hidden.txt", "H"));
  g_object_unref (write_file (fixture, ".git/x.txt", "X"));
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  quoth_inputs_add_file (inputs, folder, "f");
  quoth_inputs_add_file (inputs, b, NULL);
  g_assert_true (quoth_inputs_walk_folders (inputs, NULL, &error));
  g_assert_no_error (error);
  description = describe (inputs);
  g_assert_cmpstr (description, ==,
                   "f/b.txt <file>|f/sub/deep/a.txt <file>|f/sub/z.txt <file>|b.txt <file>|");
}

static void
test_unreadable_folder (Fixture       *fixture,
                        gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) a = write_file (fixture, "closed/a.txt", "A");
  g_autoptr (GFile) closed = g_file_get_parent (a);
  g_autofree char *description = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root can read every folder");
      return;
    }
  g_object_unref (write_file (fixture, "open.txt", "B"));
  g_assert_cmpint (g_chmod (g_file_peek_path (closed), 0), ==, 0);
  quoth_inputs_add_file (inputs, folder, "f");
  g_assert_true (quoth_inputs_walk_folders (inputs, NULL, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (closed), 0700), ==, 0);
  description = describe (inputs);
  g_assert_cmpstr (description, ==, "f/closed <file>|error|f/open.txt <file>|");
}

static void
test_walk_cancelled (Fixture       *fixture,
                     gconstpointer  data G_GNUC_UNUSED)
{
  g_autoptr (QuothInputs) inputs = quoth_inputs_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  quoth_inputs_add_file (inputs, folder, NULL);
  g_assert_false (quoth_inputs_walk_folders (inputs, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/inputs/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/inputs/lines/one-by-one", Fixture,
              "{\"text\": \"1\"}\n\n{broken\n{\"text\": \"4\"}\n",
              set_up, test_lines, tear_down);
  g_test_add ("/inputs/lines/no-break-at-the-end", Fixture,
              "{\"text\": \"1\"}\n \t\n{broken\n{\"text\": \"4\"}",
              set_up, test_lines, tear_down);
  g_test_add ("/inputs/lines/not-by-name", Fixture, NULL, set_up, test_not_lines, tear_down);
  g_test_add_func ("/inputs/stream", test_stream);
  g_test_add ("/inputs/pipe", Fixture, NULL, set_up, test_pipe, tear_down);
  g_test_add ("/inputs/folders/walked-in-order", Fixture, NULL, set_up, test_folders, tear_down);
  g_test_add ("/inputs/folders/unreadable", Fixture, NULL, set_up, test_unreadable_folder,
              tear_down);
  g_test_add ("/inputs/folders/cancelled", Fixture, NULL, set_up, test_walk_cancelled, tear_down);

  return g_test_run ();
}
