#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothFolderWalk:
 *
 * The files of a folder and of the folders in it, in the order of their names; hidden ones are left
 * out. A folder that is reached a second time, over a link, isn't walked again.
 */
typedef struct _QuothFolderWalk QuothFolderWalk;

/* Called for each file, or, with @error, for a folder that can't be read. @name is relative to
 * where the walk began, with that folder's own name in front. */
typedef void (*QuothFolderFunc) (GFile        *file,
                                 const char   *name,
                                 const GError *error,
                                 gpointer      data);

QuothFolderWalk *quoth_folder_walk_new  (QuothFolderFunc   func,
                                         gpointer          data);
void             quoth_folder_walk_free (QuothFolderWalk  *self);
gboolean         quoth_folder_walk_run  (QuothFolderWalk  *self,
                                         GFile            *folder,
                                         const char       *name,
                                         GCancellable     *cancellable,
                                         GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothFolderWalk, quoth_folder_walk_free)

G_END_DECLS
