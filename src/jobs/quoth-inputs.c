#include "config.h"

#include "quoth-inputs.h"

#include <glib/gi18n-lib.h>

#include "quoth-folder-walk.h"
#include "quoth-record-lines.h"

/* How much of a stream is read at a time when it isn't read by lines, and how much of it at most: a
 * little more than what readers take, so that they refuse it in their words. */
#define CHUNK (256 * 1024)
#define MAX_STREAM (65 * 1024 * 1024)

/* What was added: a file, an address, bytes or a stream. */
typedef struct
{
  char         *name;
  GFile        *file;
  char         *address;
  GFile        *root;    /* the folder that was walked */
  GBytes       *bytes;
  GInputStream *stream;
  GError       *error;
} Entry;

struct _QuothInputs
{
  GPtrArray        *entries;
  guint             next;
  QuothRecordLines *lines;     /* (nullable): of the entry before @next, being handed out */
};

static void
entry_free (Entry *entry)
{
  g_free (entry->name);
  g_clear_object (&entry->file);
  g_free (entry->address);
  g_clear_object (&entry->root);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_clear_object (&entry->stream);
  g_clear_error (&entry->error);
  g_free (entry);
}

void
quoth_input_free (QuothInput *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->hint);
  g_clear_object (&self->file);
  g_free (self->address);
  g_clear_object (&self->root);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_error (&self->error);
  g_free (self);
}

QuothInputs *
quoth_inputs_new (void)
{
  QuothInputs *self = g_new0 (QuothInputs, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  return self;
}

void
quoth_inputs_free (QuothInputs *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->entries);
  g_clear_pointer (&self->lines, quoth_record_lines_free);
  g_free (self);
}

static Entry *
add_entry (QuothInputs *self,
           const char  *name)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->name = g_strdup (name);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static char *
dup_display_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/**
 * quoth_inputs_add_file:
 * @file: a file, a folder, or an address of the web
 * @name: (nullable): the name to use in messages, or %NULL for the file's own
 */
void
quoth_inputs_add_file (QuothInputs *self,
                       GFile       *file,
                       const char  *name)
{
  g_autofree char *display_name = NULL;
  g_autofree char *address = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (file));

  if (g_file_has_uri_scheme (file, "http") || g_file_has_uri_scheme (file, "https"))
    {
      address = g_file_get_uri (file);
      quoth_inputs_add_address (self, address);
      return;
    }
  if (name == NULL)
    name = display_name = dup_display_name (file);
  add_entry (self, name)->file = g_object_ref (file);
}

void
quoth_inputs_add_address (QuothInputs *self,
                          const char  *address)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (address != NULL);

  add_entry (self, address)->address = g_strdup (address);
}

void
quoth_inputs_add_bytes (QuothInputs *self,
                        GBytes      *bytes,
                        const char  *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (name != NULL);

  add_entry (self, name)->bytes = g_bytes_ref (bytes);
}

void
quoth_inputs_add_stream (QuothInputs  *self,
                         GInputStream *stream,
                         const char   *name)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_INPUT_STREAM (stream));
  g_return_if_fail (name != NULL);

  add_entry (self, name)->stream = g_object_ref (stream);
}

/* Whether a file's name is that of a list of references, which may name other files for its texts */
static gboolean
may_be_references (Entry *entry)
{
  static const char *const endings[] = { ".ris", ".bib", ".enw", ".json", ".xml" };
  g_autofree char *name = entry->file != NULL ? g_file_get_basename (entry->file) : NULL;
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (folded, endings[i]))
      return TRUE;
  return FALSE;
}

/* References go first, so that a text they name comes in as theirs and not by itself. */
static void
put_references_first (GPtrArray *entries)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);

      if (may_be_references (entry))
        entries->pdata[n++] = entry;
      else
        g_ptr_array_add (others, entry);
    }
  for (guint i = 0; i < others->len; i++)
    entries->pdata[n++] = g_ptr_array_index (others, i);
}

typedef struct
{
  GPtrArray *entries;
  GFile     *root;
} Walked;

static void
add_walked_cb (GFile        *file,
               const char   *name,
               const GError *error,
               gpointer      data)
{
  Walked *to = data;
  Entry *entry = g_new0 (Entry, 1);

  entry->name = g_strdup (name);
  entry->file = g_object_ref (file);
  entry->error = error != NULL ? g_error_copy (error) : NULL;
  entry->root = g_object_ref (to->root);
  g_ptr_array_add (to->entries, entry);
}

/**
 * quoth_inputs_walk_folders:
 *
 * Puts the files of each folder in the folder's place, references before others. Blocking; before
 * the first quoth_inputs_next().
 *
 * Returns: %FALSE when cancelled
 */
gboolean
quoth_inputs_walk_folders (QuothInputs   *self,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GPtrArray) walked = NULL;
  g_autoptr (QuothFolderWalk) walk = NULL;
  Walked to = { 0 };

  g_return_val_if_fail (self != NULL && self->next == 0, FALSE);

  walked = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  to.entries = walked;
  walk = quoth_folder_walk_new (add_walked_cb, &to);
  while (self->entries->len > 0)
    {
      Entry *entry = g_ptr_array_index (self->entries, 0);
      gboolean is_folder = entry->file != NULL &&
        g_file_query_file_type (entry->file, G_FILE_QUERY_INFO_NONE,
                                cancellable) == G_FILE_TYPE_DIRECTORY;

      to.root = entry->file;
      if (!is_folder)
        g_ptr_array_add (walked, g_ptr_array_steal_index (self->entries, 0));
      else if (!quoth_folder_walk_run (walk, entry->file, entry->name, cancellable, error))
        return FALSE;
      else
        g_ptr_array_remove_index (self->entries, 0);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  g_ptr_array_unref (self->entries);
  self->entries = g_steal_pointer (&walked);
  put_references_first (self->entries);
  return TRUE;
}

static QuothInput *
input_new (QuothInputs *self,
           const char  *name,
           const char  *hint)
{
  QuothInput *input = g_new0 (QuothInput, 1);

  input->name = g_strdup (name);
  input->hint = g_strdup (hint);
  input->fraction = (double) self->next / self->entries->len;
  return input;
}

/* All of a stream, of which @first was read already. */
static GBytes *
read_rest (const char    *first,
           gsize          first_length,
           GInputStream  *stream,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n = 0;

  g_byte_array_append (bytes, (const guint8 *) first, first_length);
  while (bytes->len < MAX_STREAM &&
         (n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    g_byte_array_append (bytes, chunk, n);

  return n >= 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static char *
dup_hint (Entry *entry)
{
  return entry->file != NULL ? dup_display_name (entry->file) : g_strdup (entry->name);
}

static guint64
find_size (Entry        *entry,
           GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  if (entry->file != NULL)
    info = g_file_query_info (entry->file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                              cancellable, NULL);
  return info != NULL ? g_file_info_get_size (info) : 0;
}

/* The next record of the entry that is being handed out; %NULL when it is at its end. */
static QuothInput *
next_line (QuothInputs  *self,
           GCancellable *cancellable)
{
  Entry *entry = g_ptr_array_index (self->entries, self->next - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) line = quoth_record_lines_next (self->lines, cancellable, &error);
  g_autofree char *hint = NULL;
  QuothInput *input;

  if (line == NULL && error == NULL)
    return NULL;

  hint = dup_hint (entry);
  input = input_new (self, entry->name, hint);
  input->fraction = (self->next - 1 + quoth_record_lines_get_fraction (self->lines)) /
                    self->entries->len;
  if (line == NULL)
    {
      input->error = g_steal_pointer (&error);
      return input;
    }
  g_free (input->name);
  /* Translators: a file's name and the number of a line in it */
  input->name = g_strdup_printf (_("%s, line %u"), entry->name,
                                 quoth_record_lines_get_line (self->lines));
  input->bytes = g_steal_pointer (&line);
  return input;
}

static gboolean
can_be_opened_again (Entry        *entry,
                     GCancellable *cancellable)
{
  return entry->file != NULL &&
         g_file_query_file_type (entry->file, G_FILE_QUERY_INFO_NONE,
                                 cancellable) != G_FILE_TYPE_SPECIAL;
}

/* The stream of an entry that has one, or of its file; %NULL for bytes and where there is nothing
 * to open. */
static GDataInputStream *
open_stream (Entry        *entry,
             GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = NULL;

  if (entry->stream != NULL)
    return g_data_input_stream_new (entry->stream);
  /* Why it can't be opened is what the reader says, who tries again. */
  if (entry->file != NULL && entry->error == NULL)
    stream = g_file_read (entry->file, cancellable, NULL);
  return stream != NULL ? g_data_input_stream_new (G_INPUT_STREAM (stream)) : NULL;
}

/* An input of the entry, or %NULL when its lines are to be handed out. */
static QuothInput *
begin_entry (QuothInputs  *self,
             Entry        *entry,
             GCancellable *cancellable)
{
  g_autoptr (GDataInputStream) stream = open_stream (entry, cancellable);
  g_autoptr (GError) error = NULL;
  g_autofree char *hint = dup_hint (entry);
  g_autofree char *first = NULL;
  gsize first_length = 0;
  QuothInput *input;

  if (stream != NULL)
    self->lines = quoth_record_lines_begin (stream, &first, &first_length, cancellable, &error);
  if (self->lines != NULL)
    {
      quoth_record_lines_set_size (self->lines, find_size (entry, cancellable));
      return NULL;
    }

  input = input_new (self, entry->name, hint);
  if (stream != NULL && !can_be_opened_again (entry, cancellable))
    {
      if (error == NULL)
        input->bytes = read_rest (first, first_length, G_INPUT_STREAM (stream), cancellable,
                                  &error);
      input->error = g_steal_pointer (&error);
      return input;
    }

  if (entry->file != NULL)
    input->root = entry->root != NULL
                  ? g_object_ref (entry->root) : g_file_get_parent (entry->file);
  input->file = entry->file != NULL ? g_object_ref (entry->file) : NULL;
  input->address = g_strdup (entry->address);
  input->bytes = entry->bytes != NULL ? g_bytes_ref (entry->bytes) : NULL;
  input->error = entry->error != NULL ? g_error_copy (entry->error) : NULL;
  return input;
}

/**
 * quoth_inputs_next:
 *
 * Blocking where a stream is read. One thread at a time.
 *
 * Returns: (transfer full) (nullable): the next input, or %NULL at the end
 */
QuothInput *
quoth_inputs_next (QuothInputs  *self,
                   GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (;;)
    {
      QuothInput *input = NULL;

      if (self->lines != NULL)
        {
          input = next_line (self, cancellable);
          if (input == NULL || input->error != NULL)
            g_clear_pointer (&self->lines, quoth_record_lines_free);
        }
      else if (self->next < self->entries->len)
        {
          self->next++;
          input = begin_entry (self, g_ptr_array_index (self->entries, self->next - 1),
                               cancellable);
        }
      else
        return NULL;
      if (input != NULL)
        return input;
    }
}
