#include "quoth-incoming.h"

#include "quoth-source-file.h"

/**
 * quoth_incoming_new:
 * @article: (transfer none): with its blocks
 *
 * Returns: (transfer full)
 */
QuothIncoming *
quoth_incoming_new (QuothArticle *article)
{
  QuothIncoming *self;
  GArray *blocks;

  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), NULL);

  self = g_new0 (QuothIncoming, 1);
  self->article = g_object_ref (article);
  self->text_hash = quoth_article_dup_text_hash (article);
  blocks = quoth_article_get_blocks (article);
  self->shingles = quoth_shingles_new (quoth_article_get_text (article),
                                       quoth_article_get_length (article),
                                       (const QuothBlock *) (gpointer) blocks->data, blocks->len);

  return self;
}

void
quoth_incoming_free (QuothIncoming *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->article);
  g_free (self->text_hash);
  quoth_shingles_free (self->shingles);
  g_clear_pointer (&self->packed, g_bytes_unref);
  g_free (self);
}

/**
 * quoth_incoming_pack:
 *
 * Compresses the source's bytes, which the writer does otherwise.
 */
gboolean
quoth_incoming_pack (QuothIncoming  *self,
                     GError        **error)
{
  const QuothSource *source = quoth_article_get_source (self->article);

  if (self->packed != NULL || source->bytes == NULL)
    return TRUE;

  self->packed = quoth_source_file_pack (source->bytes, error);
  return self->packed != NULL;
}
