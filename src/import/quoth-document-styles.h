#pragma once

#include "quoth-document-flow.h"

G_BEGIN_DECLS

/**
 * QuothDocumentStyle:
 * @name: (nullable): as its document shows it to people
 * @parent: (nullable): the id of the style it is derived from
 * @is_heading: it says of itself that it is one
 * @is_list: its paragraphs are numbered or have bullets
 * @is_hidden: its text is not shown
 * @role: what it makes of a paragraph, once that has been asked
 */
typedef struct
{
  char    *name;
  char    *parent;
  gboolean is_heading;
  gboolean is_list;
  gboolean is_hidden;

  QuothDocumentRole role;
  gboolean          has_role;
} QuothDocumentStyle;

GHashTable         *quoth_document_styles_new  (void);
QuothDocumentStyle *quoth_document_styles_add  (GHashTable *styles,
                                                const char *id);
QuothDocumentRole   quoth_document_styles_role (GHashTable *styles,
                                                const char *id);
gboolean            quoth_document_styles_is_list   (GHashTable *styles,
                                                     const char *id);
gboolean            quoth_document_styles_is_hidden (GHashTable *styles,
                                                     const char *id);

G_END_DECLS
