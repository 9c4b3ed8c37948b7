#pragma once

#include "quoth-import.h"
#include "quoth-inputs.h"

G_BEGIN_DECLS

/**
 * QuothExtracted:
 * @input: what was read
 * @articles: (element-type QuothArticle) (nullable): analysed; or
 * @error: (nullable): why there are none
 * @notes: (element-type utf8): what the reader did not understand
 * @joined: (element-type utf8): paths of further files that texts were taken of, for references
 *   that name them
 * @prepared: (nullable): what a #QuothExtractPrepare made of each article
 */
typedef struct
{
  QuothInput *input;
  GPtrArray  *articles;
  GPtrArray  *notes;
  GPtrArray  *joined;
  GPtrArray  *prepared;
  GError     *error;
} QuothExtracted;

QuothExtracted *quoth_extracted_new         (QuothInput           *input); /* owned from now on */
void            quoth_extracted_free        (QuothExtracted       *self);
gsize           quoth_extracted_count_bytes (const QuothExtracted *self);  /* of the file that was read */

G_END_DECLS
