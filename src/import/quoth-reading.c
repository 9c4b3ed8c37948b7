#include "config.h"

#include "quoth-decode.h"
#include "quoth-reader.h"

#include <string.h>

/* As much of a file as is decoded to know its format by */
#define HEAD_LENGTH 8192

/**
 * quoth_import_reading_new:
 *
 * Begins to read @input, which must outlive the reading.
 */
QuothReading *
quoth_import_reading_new (const QuothImportInput *input,
                          GPtrArray              *notes,
                          GCancellable           *cancellable)
{
  QuothReading *self = g_new0 (QuothReading, 1);

  self->data = g_bytes_get_data (input->bytes, &self->length);
  self->name = input->name;
  self->plain_unchanged = input->plain_unchanged;
  self->address = input->address;
  self->charset = input->charset;
  self->notes = notes;
  self->cancellable = cancellable;
  if (self->data == NULL)
    self->data = (const guint8 *) "";
  self->head = g_strchug (quoth_decode (self->data, MIN (self->length, HEAD_LENGTH), self->charset,
                                        NULL, NULL));
  return self;
}

void
quoth_import_reading_free (QuothReading *self)
{
  g_free (self->head);
  g_free (self);
}

/**
 * quoth_reading_note:
 *
 * Keeps a translated sentence about something that was not understood and does not stop the
 * reading.
 */
void
quoth_reading_note (const QuothReading *self,
                    const char         *format,
                    ...)
{
  va_list arguments;

  if (self->notes == NULL)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * quoth_reading_new_article:
 *
 * Makes the article that a file holds. When texts are kept unchanged, so that results can be laid
 * beside their files, its id is the file's name without the ending; else the id is a new one.
 *
 * Returns: (transfer full): an empty article
 */
QuothArticle *
quoth_reading_new_article (const QuothReading *self)
{
  g_autofree char *id = NULL;
  QuothArticle *article;
  char *dot;

  if (self->plain_unchanged && self->name != NULL)
    {
      id = g_path_get_basename (self->name);
      dot = strrchr (id, '.');
      if (dot != NULL && dot > id)
        *dot = '\0';
    }
  article = quoth_article_new (id);
  quoth_article_set_fact (article, QUOTH_FACT_URL, self->address);
  return article;
}
