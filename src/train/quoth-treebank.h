#pragma once

#include <gio/gio.h>

#include "quoth-syntax.h"

G_BEGIN_DECLS

/**
 * QuothTree:
 *
 * One sentence of a treebank, as the tagger and parser learn from it. Heads are positions, -1 for
 * the root.
 */
typedef struct
{
  guint        n;
  QuothLexeme *lexemes;
  guint8      *tags;
  guint8      *predicted; /* tags that a tagger gave which had not seen the sentence */
  gint32      *heads;
  guint8      *relations;
  guint32      document;  /* hash of the document's name */
} QuothTree;

typedef enum
{
  QUOTH_TREEBANK_UD,       /* hyphenated words are merged, flat names turned to compounds */
  QUOTH_TREEBANK_STANFORD, /* basic dependencies of 2016 with older names */
} QuothTreebankKind;

char      *quoth_read_text_file (const char           *path,
                                 GError              **error);
GPtrArray *quoth_treebank_read  (const char           *path,
                                 QuothTreebankKind     kind,
                                 const QuothWordList  *irregular,
                                 GError              **error);

G_END_DECLS
