#include "quoth-import-entry.h"

QuothImportEntry *
quoth_import_entry_new (QuothOutcome  outcome,
                        const char   *file)
{
  QuothImportEntry *self = g_new0 (QuothImportEntry, 1);

  self->outcome = outcome;
  self->file = g_strdup (file);

  return self;
}

void
quoth_import_entry_free (QuothImportEntry *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->file);
  g_free (self->title);
  g_free (self->article_id);
  g_free (self->near_id);
  g_free (self->near_title);
  g_free (self->reason);
  g_free (self);
}
