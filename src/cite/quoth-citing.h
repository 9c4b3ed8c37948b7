#pragma once

#include "quoth-copy.h"
#include "quoth-style-use.h"

G_BEGIN_DECLS

/**
 * QuothPart:
 * @QUOTH_PART_NOTE: in full, the speaker first and then the article, whatever the style keeps apart
 *   otherwise
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
 * QuothCiting:
 *
 * An article, or a quotation in it, ready to be cited in one style: it holds strings only and can
 * be cited on any thread.
 */
typedef struct _QuothCiting QuothCiting;

QuothCiting *quoth_citing_new    (QuothArticle         *article,
                                        QuothQuote           *quote,       /* (nullable) */
                                        const QuothStyleUse  *style);
void            quoth_citing_free   (QuothCiting       *self);
/* What was made before, or needs no processor; else NULL. Never waits. */
QuothCopy      *quoth_citing_recall (QuothCiting       *self,
                                        const QuothStyleUse  *style,
                                        QuothPart             part);
QuothCopy      *quoth_citing_cite   (QuothCiting       *self,
                                        const QuothStyleUse  *style,
                                        QuothPart             part,
                                        GCancellable         *cancellable,
                                        GError              **error);
/* (element-type QuothCiting) to (element-type QuothCopy): the list of references, sorted and
 * numbered as the style does it, each article once. */
GPtrArray      *quoth_citing_list   (GPtrArray            *references,
                                        const QuothStyleUse  *style,
                                        GCancellable         *cancellable,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothCiting, quoth_citing_free)

G_END_DECLS
