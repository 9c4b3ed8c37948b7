#include "quoth-extracted.h"

QuothExtracted *
quoth_extracted_new (QuothInput *input)
{
  QuothExtracted *self = g_new0 (QuothExtracted, 1);

  self->input = input;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->joined = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
quoth_extracted_free (QuothExtracted *self)
{
  g_return_if_fail (self != NULL);

  quoth_input_free (self->input);
  g_clear_pointer (&self->articles, g_ptr_array_unref);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->joined);
  g_clear_pointer (&self->prepared, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

gsize
quoth_extracted_count_bytes (const QuothExtracted *self)
{
  const QuothSource *source;

  if (self->articles == NULL || self->articles->len == 0)
    return 0;
  source = quoth_article_get_source (g_ptr_array_index (self->articles, 0));
  return source->bytes != NULL ? g_bytes_get_size (source->bytes) : 0;
}
