#include "config.h"

#include "quoth-inputs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "quoth-folder-walk.h"

/* How much of a stream is read at a time when it isn't read by lines, and how much of it at most: a little
 * more than what readers take, so that they refuse it in their words. */
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

/* JSON Lines being handed out: its stream, and how far it is. */
typedef struct
{
  GDataInputStream *stream;
  char             *name;
  char             *hint;
  char             *first;       /* line that was read to see what the stream holds */
  gsize             first_length;
  guint             line;
  guint64           size;        /* of the whole, 0 when unknown */
} Lines;

struct _QuothInputs
{
  GPtrArray *entries;
  guint      next;
  Lines     *lines;
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

static void
lines_free (Lines *lines)
{
  g_clear_object (&lines->stream);
  g_free (lines->name);
  g_free (lines->hint);
  g_free (lines->first);
  g_free (lines);
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
  g_clear_pointer (&self->lines, lines_free);
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
 * Puts the files of each folder in the folder's place, references before others. Blocking; before the first quoth_inputs_next().
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
        g_file_query_file_type (entry->file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY;

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

/* Skips white space, and a byte-order mark before it. */
static void
skip_space (const char **bytes,
            gsize       *length)
{
  if (*length >= 3 && memcmp (*bytes, "\xef\xbb\xbf", 3) == 0)
    {
      *bytes += 3;
      *length -= 3;
    }
  while (*length > 0 && g_ascii_isspace (**bytes))
    {
      (*bytes)++;
      (*length)--;
    }
}

/* Whether a line holds one whole record, as far as its ends tell. */
static gboolean
looks_like_record (const char *line,
                   gsize       length)
{
  skip_space (&line, &length);
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;

  return length >= 2 && line[0] == '{' && line[length - 1] == '}';
}

/* Whether what the stream begins with could be a record: enough to read no line of what can't be one. */
static gboolean
begins_like_record (GDataInputStream *stream,
                    GCancellable     *cancellable)
{
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (stream);
  const char *bytes;
  gsize length;

  /* An error comes again when the stream is read. */
  g_buffered_input_stream_fill (buffered, -1, cancellable, NULL);
  bytes = g_buffered_input_stream_peek_buffer (buffered, &length);
  skip_space (&bytes, &length);
  if (length == 0 || *bytes != '{')
    return FALSE;

  bytes++;
  length--;
  skip_space (&bytes, &length);
  return length == 0 || *bytes == '"';
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

/* The next line, without its break; %NULL without an error at the end. */
static char *
read_line (Lines         *lines,
           gsize         *length,
           GCancellable  *cancellable,
           GError       **error)
{
  char *line;

  if (lines->first != NULL)
    {
      *length = lines->first_length;
      line = g_steal_pointer (&lines->first);
    }
  else
    {
      g_autoptr (GError) end = NULL;

      /* The line break before this line: the end of the stream may stand in its place. */
      g_data_input_stream_read_byte (lines->stream, cancellable, &end);
      if (end != NULL && !g_error_matches (end, G_IO_ERROR, G_IO_ERROR_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&end));
          return NULL;
        }
      line = g_data_input_stream_read_upto (lines->stream, "\n", 1, length, cancellable, error);
    }
  lines->line += line != NULL;
  return line;
}

static double
guess_fraction (Lines *lines)
{
  if (lines->size == 0)
    return 1;
  return MIN (1, (double) g_seekable_tell (G_SEEKABLE (lines->stream)) / lines->size);
}

/* The next record; %NULL when the stream is at its end. */
static QuothInput *
next_line (QuothInputs  *self,
           GCancellable *cancellable)
{
  Lines *lines = self->lines;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      gsize length = 0;
      g_autofree char *line = read_line (lines, &length, cancellable, &error);
      QuothInput *input;

      if (line == NULL && error == NULL)
        return NULL;
      if (line != NULL && strspn (line, " \t\r") >= length)
        continue;

      input = input_new (self, lines->name, lines->hint);
      input->fraction = (self->next - 1 + guess_fraction (lines)) / self->entries->len;
      if (line == NULL)
        {
          input->error = g_steal_pointer (&error);
          return input;
        }
      g_free (input->name);
      /* Translators: a file's name and the number of a line in it */
      input->name = g_strdup_printf (_("%s, line %u"), lines->name, lines->line);
      input->bytes = g_bytes_new_take (g_steal_pointer (&line), length);
      return input;
    }
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

/* Begins to hand out lines if there are records in them. Otherwise @first is what was read of the stream to
 * see that: %NULL when nothing was. */
static gboolean
begin_lines (QuothInputs       *self,
             Entry             *entry,
             GDataInputStream  *stream,
             char             **first,
             gsize             *first_length,
             GCancellable      *cancellable,
             GError           **error)
{
  *first = NULL;
  *first_length = 0;
  if (!begins_like_record (stream, cancellable))
    return FALSE;
  *first = g_data_input_stream_read_upto (stream, "\n", 1, first_length, cancellable, error);
  if (*first == NULL || !looks_like_record (*first, *first_length))
    return FALSE;

  self->lines = g_new0 (Lines, 1);
  self->lines->stream = g_object_ref (stream);
  self->lines->name = g_strdup (entry->name);
  self->lines->hint = dup_hint (entry);
  self->lines->first = g_steal_pointer (first);
  self->lines->first_length = *first_length;
  self->lines->size = find_size (entry, cancellable);
  return TRUE;
}

static gboolean
can_be_opened_again (Entry        *entry,
                     GCancellable *cancellable)
{
  return entry->file != NULL &&
         g_file_query_file_type (entry->file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_SPECIAL;
}

/* The stream of an entry that has one, or of its file; %NULL for bytes and where there is nothing to open. */
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

  if (stream != NULL &&
      begin_lines (self, entry, stream, &first, &first_length, cancellable, &error))
    return NULL;

  input = input_new (self, entry->name, hint);
  if (stream != NULL && !can_be_opened_again (entry, cancellable))
    {
      if (error == NULL)
        input->bytes = read_rest (first, first_length, G_INPUT_STREAM (stream), cancellable, &error);
      input->error = g_steal_pointer (&error);
      return input;
    }

  if (entry->file != NULL)
    input->root = entry->root != NULL ? g_object_ref (entry->root) : g_file_get_parent (entry->file);
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
            g_clear_pointer (&self->lines, lines_free);
        }
      else if (self->next < self->entries->len)
        {
          self->next++;
          input = begin_entry (self, g_ptr_array_index (self->entries, self->next - 1), cancellable);
        }
      else
        return NULL;
      if (input != NULL)
        return input;
    }
}
