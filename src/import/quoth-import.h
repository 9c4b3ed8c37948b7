#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

#define QUOTH_IMPORT_ERROR (quoth_import_error_quark ())
GQuark quoth_import_error_quark (void);

typedef enum
{
  QUOTH_IMPORT_ERROR_UNSUPPORTED, /* a format not read yet; the message names it */
  QUOTH_IMPORT_ERROR_EMPTY,       /* nothing to read in it */
  QUOTH_IMPORT_ERROR_DAMAGED,
  QUOTH_IMPORT_ERROR_LIMIT,       /* larger, deeper … than a limit; the message names it */
} QuothImportError;

/**
 * QuothImportInput:
 * @bytes: the file's content
 * @name: the file's name without its folders, or the address; used for messages and as a hint
 * @plain_unchanged: keep a plain text's decoded characters as they are (BOM and NULs aside), and
 *   take the file's name without its ending for the article's id: for `extract`
 * @address: (nullable): where on the web it was found
 * @charset: (nullable): the character set that the server named
 */
typedef struct
{
  GBytes     *bytes;
  const char *name;
  gboolean    plain_unchanged;
  const char *address;
  const char *charset;
} QuothImportInput;

/* Reads bytes of any known format, chosen by content. Articles come with facts, text, blocks (none
 * where only the text's shape could tell) and their source; not analysed. Blocking; any thread. */
GPtrArray *quoth_import_read (const QuothImportInput *input,
                              GPtrArray *notes, /* of char *: what was not understood; or NULL */
                              GCancellable *cancellable,
                              GError **error);
/* The same for a local file or address that GIO can open; refuses what is over the size limit. */
GPtrArray *quoth_import_read_file (GFile                   *file,
                                   gboolean                 plain_unchanged,
                                   GPtrArray               *notes,
                                   GCancellable            *cancellable,
                                   GError                 **error);

G_END_DECLS
