#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothBibEntry:
 * @type: "article", lower case
 * @key: what the file calls it
 * @fields: (element-type utf8 utf8): by their lower-case names; LaTeX as it stands
 */
typedef struct
{
  char       *type;
  char       *key;
  GHashTable *fields;
} QuothBibEntry;

/**
 * QuothBibFile:
 * @entries: (element-type QuothBibEntry): in the order of the file, what they take over from one
 *   another filled in
 * @undefined: (element-type utf8): abbreviations that are used and not defined
 * @n_damaged: how many entries end before they are closed
 */
typedef struct
{
  GPtrArray  *entries;
  GHashTable *undefined;
  guint       n_damaged;
} QuothBibFile;

QuothBibFile *quoth_bib_file_parse (const char   *text);
void          quoth_bib_file_free  (QuothBibFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothBibFile, quoth_bib_file_free)

G_END_DECLS
