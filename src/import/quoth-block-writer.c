#include "quoth-block-writer.h"

#include <string.h>

QuothBlockWriter *
quoth_block_writer_new (void)
{
  QuothBlockWriter *self = g_new0 (QuothBlockWriter, 1);

  self->text = g_string_new (NULL);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (QuothBlock));
  return self;
}

void
quoth_block_writer_free (QuothBlockWriter *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->blocks);
  g_free (self);
}

/**
 * quoth_block_writer_add:
 * @text: valid UTF-8; white space at its ends is cut off, and nothing is added if nothing is left
 * @page: printed page from 1, or 0
 */
void
quoth_block_writer_add (QuothBlockWriter *self,
                        QuothBlockKind    kind,
                        const char       *text,
                        guint32           page)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  QuothBlock block = { .kind = kind, .page = page };

  if (*stripped == '\0')
    return;
  if (self->text->len > 0)
    g_string_append (self->text, "\n\n");
  block.span.start = (guint32) self->text->len;
  g_string_append (self->text, stripped);
  block.span.end = (guint32) self->text->len;
  g_array_append_val (self->blocks, block);
}

/**
 * quoth_block_writer_length:
 *
 * Returns: bytes in what counts as the article's body: paragraphs, list items and block quotations
 */
gsize
quoth_block_writer_length (QuothBlockWriter *self)
{
  gsize length = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (self->blocks, QuothBlock, i);

      if (block->kind == QUOTH_BLOCK_PARAGRAPH || block->kind == QUOTH_BLOCK_LIST_ITEM
          || block->kind == QUOTH_BLOCK_BLOCK_QUOTATION)
        length += quoth_span_length (block->span);
    }
  return length;
}

/**
 * quoth_block_writer_finish:
 *
 * Gives the text and its blocks to @article.
 */
void
quoth_block_writer_finish (QuothBlockWriter *self,
                           QuothArticle     *article)
{
  quoth_article_set_text (article, self->text->str);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const QuothBlock *block = &g_array_index (self->blocks, QuothBlock, i);

      quoth_article_add_block (article, block->kind, block->span.start, block->span.end,
                               block->page);
    }
}
