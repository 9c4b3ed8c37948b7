#pragma once

#include "quoth-copy.h"
#include "quoth-style-use.h"

G_BEGIN_DECLS

/**
 * QuothPart:
 * @QUOTH_PART_NOTE: in full, the speaker first and then the article, whatever the style keeps apart otherwise
 * @QUOTH_PART_IN_TEXT: as it stands in the text; the note itself, where citations are notes
 * @QUOTH_PART_ENTRY: as it stands in the list of references
 */
typedef enum
{
  QUOTH_PART_NOTE,
  QUOTH_PART_IN_TEXT,
  QUOTH_PART_ENTRY,
  QUOTH_N_PARTS,
} QuothPart;

/**
 * QuothReference:
 *
 * An article, or a quotation in it, ready to be cited in one style: it holds strings only and can be cited on any
 * thread.
 */
typedef struct _QuothReference QuothReference;

QuothReference *quoth_reference_new    (QuothArticle         *article,
                                        QuothQuote           *quote,       /* (nullable) */
                                        const QuothStyleUse  *style);
void            quoth_reference_free   (QuothReference       *self);
/* What was made before, or needs no processor; else NULL. Never waits. */
QuothCopy      *quoth_reference_recall (QuothReference       *self,
                                        const QuothStyleUse  *style,
                                        QuothPart             part);
QuothCopy      *quoth_reference_cite   (QuothReference       *self,
                                        const QuothStyleUse  *style,
                                        QuothPart             part,
                                        GCancellable         *cancellable,
                                        GError              **error);
/* (element-type QuothReference) to (element-type QuothCopy): the list of references, sorted and numbered as the style
 * does it, each article once. */
GPtrArray      *quoth_reference_list   (GPtrArray            *references,
                                        const QuothStyleUse  *style,
                                        GCancellable         *cancellable,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReference, quoth_reference_free)

G_END_DECLS
