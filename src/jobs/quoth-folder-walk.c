#include "quoth-folder-walk.h"

#include <string.h>

#define ATTRIBUTES                                                                                  \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME ","                     \
  G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_ID_FILE

struct _QuothFolderWalk
{
  QuothFolderFunc  func;
  gpointer         data;
  GHashTable      *seen; /* of char *: the folders' identities */
};

typedef struct
{
  GFile    *file;
  char     *name;
  char     *identity;
  gboolean  is_folder;
} Child;

static void
child_free (Child *child)
{
  g_object_unref (child->file);
  g_free (child->name);
  g_free (child->identity);
  g_free (child);
}

static int
compare_children (gconstpointer a,
                  gconstpointer b)
{
  const Child *first = *(const Child *const *) a;
  const Child *second = *(const Child *const *) b;

  return strcmp (first->name, second->name);
}

static Child *
child_new (GFile      *folder,
           GFileInfo  *info,
           const char *folder_name)
{
  Child *child = g_new0 (Child, 1);

  child->file = g_file_get_child (folder, g_file_info_get_name (info));
  child->name = g_build_filename (folder_name, g_file_info_get_display_name (info), NULL);
  child->identity = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE));
  child->is_folder = g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY;
  return child;
}

/* Hidden files are left out, and pipes and devices: reading them could wait forever. */
static gboolean
is_wanted (GFileInfo *info)
{
  return !g_file_info_get_is_hidden (info) &&
         g_file_info_get_file_type (info) != G_FILE_TYPE_SPECIAL;
}

/* The folder's children by name; %NULL with @error when it can't be read. */
static GPtrArray *
list_children (GFile         *folder,
               const char    *name,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) child_free);
  g_autoptr (GFileEnumerator) enumerator =
    g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, error);
  GFileInfo *info = NULL;

  if (enumerator == NULL)
    return NULL;
  do
    {
      if (!g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, error))
        return NULL;
      if (info != NULL && is_wanted (info))
        g_ptr_array_add (children, child_new (folder, info, name));
    }
  while (info != NULL);

  g_ptr_array_sort (children, compare_children);
  return g_steal_pointer (&children);
}

QuothFolderWalk *
quoth_folder_walk_new (QuothFolderFunc func,
                       gpointer        data)
{
  QuothFolderWalk *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (QuothFolderWalk, 1);
  self->func = func;
  self->data = data;
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
quoth_folder_walk_free (QuothFolderWalk *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->seen);
  g_free (self);
}

/* Puts the children on the stack so that the first is next. */
static void
push_children (GPtrArray *stack,
               GPtrArray *children)
{
  while (children->len > 0)
    g_ptr_array_add (stack, g_ptr_array_steal_index (children, children->len - 1));
}

/**
 * quoth_folder_walk_run:
 * @folder: where to begin
 * @name: the folder's name for people
 *
 * A folder that can't be read is handed to the function and the walk goes on.
 *
 * Returns: %FALSE when cancelled
 */
gboolean
quoth_folder_walk_run (QuothFolderWalk  *self,
                       GFile            *folder,
                       const char       *name,
                       GCancellable     *cancellable,
                       GError          **error)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new_with_free_func ((GDestroyNotify) child_free);
  g_autoptr (GFileInfo) info = NULL;
  Child *root;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (folder), FALSE);

  root = g_new0 (Child, 1);
  root->file = g_object_ref (folder);
  root->name = g_strdup (name);
  root->is_folder = TRUE;
  info = g_file_query_info (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  if (info != NULL)
    root->identity = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE));
  g_ptr_array_add (stack, root);

  while (stack->len > 0)
    {
      Child *child = g_ptr_array_steal_index (stack, stack->len - 1);
      g_autoptr (GPtrArray) children = NULL;
      g_autoptr (GError) failure = NULL;

      if (!child->is_folder)
        self->func (child->file, child->name, NULL, self->data);
      else if (child->identity == NULL || g_hash_table_add (self->seen, g_strdup (child->identity)))
        {
          children = list_children (child->file, child->name, cancellable, &failure);
          if (children != NULL)
            push_children (stack, children);
          else if (!g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            self->func (child->file, child->name, failure, self->data);
        }
      child_free (child);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }

  return TRUE;
}
