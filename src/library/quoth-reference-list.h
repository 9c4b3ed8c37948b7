#pragma once

#include "quoth-store.h"

G_BEGIN_DECLS

/**
 * QuothReferenceEntry:
 * @title: (nullable)
 * @author: (nullable): as printed
 * @publication: (nullable)
 * @published: (nullable)
 *
 * An article that only its reference is there of: its text is still to come.
 */
typedef struct
{
  char *id;
  char *title;
  char *author;
  char *publication;
  char *published;
} QuothReferenceEntry;

void       quoth_reference_entry_free  (QuothReferenceEntry  *self);
/* Of QuothReferenceEntry, in the order in which they came */
GPtrArray *quoth_store_list_references (QuothStore           *self,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReferenceEntry, quoth_reference_entry_free)

G_END_DECLS
