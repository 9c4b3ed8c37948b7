#pragma once

#include "quoth-database.h"

G_BEGIN_DECLS

/**
 * QuothCheckpointer:
 *
 * A thread that takes over what a connection has written from SQLite's log into the library's file,
 * so that nobody who writes has to wait for the disk.
 */
typedef struct _QuothCheckpointer QuothCheckpointer;

QuothCheckpointer *quoth_checkpointer_new  (const char        *path,
                                            QuothDatabase     *writer);
void               quoth_checkpointer_free (QuothCheckpointer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCheckpointer, quoth_checkpointer_free)

G_END_DECLS
