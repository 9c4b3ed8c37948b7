#pragma once

#include "quoth-reference.h"

G_BEGIN_DECLS

/**
 * QuothTaggedEntry:
 *
 * One entry as RIS tags and their values, in the order of the file. What EndNote and refer write is
 * brought into RIS's tags, so that one mapping serves them all.
 */
typedef struct
{
  GArray *fields; /* of QuothTaggedField */
} QuothTaggedEntry;

typedef struct
{
  char     tag[3];
  GString *value;
} QuothTaggedField;

QuothTaggedEntry *quoth_tagged_entry_new       (void);
void              quoth_tagged_entry_free      (QuothTaggedEntry   *self);
void              quoth_tagged_entry_clear     (QuothTaggedEntry   *self);
void              quoth_tagged_entry_add       (QuothTaggedEntry   *self,
                                                const char         *tag,
                                                const char         *value,
                                                gsize               length);
void              quoth_tagged_entry_continue  (QuothTaggedEntry   *self,
                                                const char         *value,
                                                gsize               length);
gboolean          quoth_tagged_entry_has       (QuothTaggedEntry   *self,
                                                const char         *tag);
gboolean          quoth_tagged_entry_finish    (QuothTaggedEntry   *self,
                                                const QuothReading *reading,
                                                GPtrArray          *articles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothTaggedEntry, quoth_tagged_entry_free)

G_END_DECLS
