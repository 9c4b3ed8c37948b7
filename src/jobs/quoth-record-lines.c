#include "config.h"

#include "quoth-record-lines.h"

#include <string.h>

struct _QuothRecordLines
{
  GDataInputStream *stream;
  char             *first;       /* line that was read to see what the stream holds */
  gsize             first_length;
  guint             line;
  guint64           size;        /* of the whole, 0 when unknown */
};

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

/* Whether what the stream begins with could be a record: enough to read no line of what can't be
 * one. */
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

/* The next line, without its break; %NULL without an error at the end. */
static char *
read_line (QuothRecordLines  *self,
           gsize             *length,
           GCancellable      *cancellable,
           GError           **error)
{
  char *line;

  if (self->first != NULL)
    {
      *length = self->first_length;
      line = g_steal_pointer (&self->first);
    }
  else
    {
      g_autoptr (GError) end = NULL;

      /* The line break before this line: the end of the stream may stand in its place. */
      g_data_input_stream_read_byte (self->stream, cancellable, &end);
      if (end != NULL && !g_error_matches (end, G_IO_ERROR, G_IO_ERROR_FAILED))
        {
          g_propagate_error (error, g_steal_pointer (&end));
          return NULL;
        }
      line = g_data_input_stream_read_upto (self->stream, "\n", 1, length, cancellable, error);
    }
  self->line += line != NULL;
  return line;
}

/**
 * quoth_record_lines_begin:
 * @first: (out) (transfer full) (nullable): where the lines are no records, what was read of the
 *   stream to see that
 * @first_length: (out): how many bytes @first has
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): the lines, or %NULL if there are no records in them; also with @error set, when
 *   the stream can't be read
 */
QuothRecordLines *
quoth_record_lines_begin (GDataInputStream  *stream,
                          char             **first,
                          gsize             *first_length,
                          GCancellable      *cancellable,
                          GError           **error)
{
  QuothRecordLines *self;

  g_return_val_if_fail (G_IS_DATA_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (first != NULL && first_length != NULL, NULL);

  *first = NULL;
  *first_length = 0;
  if (!begins_like_record (stream, cancellable))
    return NULL;
  *first = g_data_input_stream_read_upto (stream, "\n", 1, first_length, cancellable, error);
  if (*first == NULL || !looks_like_record (*first, *first_length))
    return NULL;

  self = g_new0 (QuothRecordLines, 1);
  self->stream = g_object_ref (stream);
  self->first = g_steal_pointer (first);
  self->first_length = *first_length;
  return self;
}

void
quoth_record_lines_free (QuothRecordLines *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->stream);
  g_free (self->first);
  g_free (self);
}

/**
 * quoth_record_lines_set_size:
 * @size: how many bytes the whole stream has, or 0 when that is unknown
 */
void
quoth_record_lines_set_size (QuothRecordLines *self,
                             guint64           size)
{
  g_return_if_fail (self != NULL);

  self->size = size;
}

/**
 * quoth_record_lines_next:
 *
 * Blocking.
 *
 * Returns: (transfer full) (nullable): the next line that isn't blank, or %NULL without an error at
 *   the end
 */
GBytes *
quoth_record_lines_next (QuothRecordLines  *self,
                         GCancellable      *cancellable,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (;;)
    {
      gsize length = 0;
      g_autofree char *line = read_line (self, &length, cancellable, error);

      if (line == NULL)
        return NULL;
      if (strspn (line, " \t\r") < length)
        return g_bytes_new_take (g_steal_pointer (&line), length);
    }
}

/**
 * quoth_record_lines_get_line:
 *
 * Returns: the number of the line that was read last, from 1
 */
guint
quoth_record_lines_get_line (QuothRecordLines *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

/**
 * quoth_record_lines_get_fraction:
 *
 * Returns: how much of the stream has been read, 0…1
 */
double
quoth_record_lines_get_fraction (QuothRecordLines *self)
{
  g_return_val_if_fail (self != NULL, 1);

  if (self->size == 0)
    return 1;
  return MIN (1, (double) g_seekable_tell (G_SEEKABLE (self->stream)) / self->size);
}
