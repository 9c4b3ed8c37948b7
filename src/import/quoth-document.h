#pragma once

#include "quoth-reader.h"

G_BEGIN_DECLS

/**
 * QuothDocument:
 * @article: takes the facts that the document states as such
 * @blocks: (element-type QuothDocumentBlock): its text
 * @title: (nullable): among the properties, where it may be another document's
 * @author: (nullable): among the properties, where it may be who typed it
 * @created: (nullable): ISO 8601
 * @page: of the text that is added next, from 1; 0 where the document has none
 *
 * A document of a word processor or the like, as far as it is read.
 */
typedef struct
{
  QuothArticle *article;
  GPtrArray    *blocks;
  char         *title;
  char         *author;
  char         *created;
  guint         page;
} QuothDocument;

QuothDocument *quoth_document_new    (const QuothReading  *reading);
void           quoth_document_free   (QuothDocument       *self);
void           quoth_document_add    (QuothDocument       *self,
                                      QuothBlockKind       kind,
                                      const char          *text);
GPtrArray     *quoth_document_finish (QuothDocument       *self,
                                      const QuothReading  *reading,
                                      GError             **error);

void           quoth_document_append_words (GString       *text,
                                            const char    *words,
                                            gssize         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothDocument, quoth_document_free)

G_END_DECLS
