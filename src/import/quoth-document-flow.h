#pragma once

#include "quoth-document.h"

G_BEGIN_DECLS

/**
 * QuothDocumentRole:
 *
 * What a paragraph is by the name of its style.
 */
typedef enum
{
  QUOTH_ROLE_PLAIN,
  QUOTH_ROLE_HEADLINE,
  QUOTH_ROLE_STANDFIRST,
  QUOTH_ROLE_HEADING,
  QUOTH_ROLE_LIST_ITEM,
  QUOTH_ROLE_QUOTATION,
  QUOTH_ROLE_CAPTION,
  QUOTH_ROLE_FURNITURE,
  QUOTH_ROLE_BYLINE,
  QUOTH_ROLE_DATE,
} QuothDocumentRole;

QuothDocumentRole quoth_document_role_from_style (const char *name);

typedef struct _QuothDocumentFlow QuothDocumentFlow;

QuothDocumentFlow *quoth_document_flow_new       (QuothDocument     *document);
void               quoth_document_flow_free      (QuothDocumentFlow *self);

gboolean           quoth_document_flow_is_full   (QuothDocumentFlow *self);
void               quoth_document_flow_begin     (QuothDocumentFlow *self);
GString           *quoth_document_flow_get_text  (QuothDocumentFlow *self);
void               quoth_document_flow_end       (QuothDocumentFlow *self,
                                                  QuothDocumentRole  role);
void               quoth_document_flow_end_joined (QuothDocumentFlow *self);

void               quoth_document_flow_begin_row (QuothDocumentFlow *self);
void               quoth_document_flow_begin_cell (QuothDocumentFlow *self);
void               quoth_document_flow_end_row   (QuothDocumentFlow *self,
                                                  gboolean           is_deleted);

void               quoth_document_flow_begin_note (QuothDocumentFlow *self,
                                                   const char        *id);
void               quoth_document_flow_end_note  (QuothDocumentFlow *self);
void               quoth_document_flow_use_note  (QuothDocumentFlow *self,
                                                  const char        *id);
gboolean           quoth_document_flow_finish    (QuothDocumentFlow *self,
                                                  GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothDocumentFlow, quoth_document_flow_free)

G_END_DECLS
