#pragma once

#include "quoth-article.h"
#include "quoth-shingles.h"

G_BEGIN_DECLS

/**
 * QuothIncoming:
 * @article: has its blocks, and its quotes once it is analysed
 * @text_hash: of its words
 * @shingles: of its words
 * @packed: (nullable): its source's bytes, compressed
 *
 * An article on its way into the library, with what can be known of it before the library's one
 * writer has it: made on any thread, so that the writer has less to do.
 */
typedef struct
{
  QuothArticle  *article;
  char          *text_hash;
  QuothShingles *shingles;
  GBytes        *packed;
} QuothIncoming;

QuothIncoming *quoth_incoming_new  (QuothArticle   *article);
void           quoth_incoming_free (QuothIncoming  *self);
gboolean       quoth_incoming_pack (QuothIncoming  *self,
                                    GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothIncoming, quoth_incoming_free)

G_END_DECLS
