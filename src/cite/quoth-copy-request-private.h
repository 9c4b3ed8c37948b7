#pragma once

#include "quoth-copy-request.h"

#include "quoth-citing.h"

G_BEGIN_DECLS

/* What one article or quotation gives to the copy. */
typedef struct
{
  QuothCiting *reference;  /* for presets that cite */
  GPtrArray   *paragraphs; /* for presets with the words */
  gboolean     speech;     /* a direct quotation */
  char        *text;       /* for the others */
  char        *title;
} QuothCopyPart;

struct _QuothCopyRequest
{
  QuothPreset    preset;
  QuothStyleUse *style;
  GPtrArray     *parts;       /* of QuothCopyPart */
  GHashTable    *keys;        /* of BibTeX entries */
};

G_END_DECLS
