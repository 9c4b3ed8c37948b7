#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  QUOTH_OUTCOME_ADDED,          /* perhaps beside one that is nearly the same */
  QUOTH_OUTCOME_JOINED,         /* was the text of a reference that had none */
  QUOTH_OUTCOME_SAME,
  QUOTH_OUTCOME_NEAR_SAME,      /* one that is nearly the same is there: left out, or held back */
  QUOTH_OUTCOME_DELETED_BEFORE, /* was deleted by the person; not brought back without asking */
  QUOTH_OUTCOME_NOT_UNDERSTOOD, /* a part of a file, said beside what became of its articles */
  QUOTH_OUTCOME_FAILED,
} QuothOutcome;

/**
 * QuothImportEntry:
 * @file: name for people
 * @title: (nullable): the article's
 * @article_id: (nullable): of the new, same or deleted article, of the one that is nearly the same as one that
 *   was not added
 * @near_id: (nullable): of an article that is nearly the same as the one added
 * @near_title: (nullable): of the article that is nearly the same
 * @held: whether an article that is nearly the same as another waits for the person
 * @lacks_text: whether only a reference was added, its text still to come
 * @reason: (nullable): translated; why a file failed, or what was not understood
 *
 * One line of an import's report: what became of one article or, when it failed, of one file.
 */
typedef struct
{
  QuothOutcome  outcome;
  char         *file;
  char         *title;
  char         *article_id;
  char         *near_id;
  char         *near_title;
  gboolean      held;
  gboolean      lacks_text;
  char         *reason;
} QuothImportEntry;

QuothImportEntry *quoth_import_entry_new  (QuothOutcome      outcome,
                                           const char       *file);
void              quoth_import_entry_free (QuothImportEntry *self);

G_END_DECLS
