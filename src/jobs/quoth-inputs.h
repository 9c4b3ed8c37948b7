#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * QuothInput:
 * @name: for people
 * @hint: the file's own name, without its folders: a hint for the reader
 * @file: (nullable): what to read, or else
 * @address: (nullable): what to fetch, or else
 * @root: (nullable): the folder that @file was found in, by way of others perhaps, or that it
 *   stands in
 * @bytes: (nullable): what was read
 * @error: (nullable): why there is nothing to read
 * @fraction: how much of all inputs this and those before it make up, 0…1
 *
 * One file, address, pasted text or line of JSON Lines.
 */
typedef struct
{
  char   *name;
  char   *hint;
  GFile  *file;
  char   *address;
  GFile  *root;
  GBytes *bytes;
  GError *error;
  double  fraction;
} QuothInput;

void quoth_input_free (QuothInput *self);

/**
 * QuothInputs:
 *
 * What a job has to read, one after another, in the order in which it was added. Folders are walked
 * in the order of names, hidden files left out. Files of JSON Lines are handed out line by line, as
 * is such a stream, so that a file of any size takes the memory of its longest line.
 */
typedef struct _QuothInputs QuothInputs;

QuothInputs *quoth_inputs_new          (void);
void         quoth_inputs_free         (QuothInputs   *self);
void         quoth_inputs_add_file     (QuothInputs   *self,
                                        GFile         *file,
                                        const char    *name);   /* (nullable) */
/* Of the web, as a person gave it */
void         quoth_inputs_add_address  (QuothInputs   *self,
                                        const char    *address);
void         quoth_inputs_add_bytes    (QuothInputs   *self,
                                        GBytes        *bytes,
                                        const char    *name);
void         quoth_inputs_add_stream   (QuothInputs   *self,
                                        GInputStream  *stream,
                                        const char    *name);
gboolean     quoth_inputs_walk_folders (QuothInputs   *self,
                                        GCancellable  *cancellable,
                                        GError       **error);
QuothInput  *quoth_inputs_next         (QuothInputs   *self,
                                        GCancellable  *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothInput, quoth_input_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothInputs, quoth_inputs_free)

G_END_DECLS
