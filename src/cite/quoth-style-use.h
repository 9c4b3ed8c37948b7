#pragma once

#include "quoth-citer.h"
#include "quoth-quoted-in.h"

G_BEGIN_DECLS

/**
 * QuothStyleUse:
 * @citer: (nullable): the processor; %NULL for a style that is Quoth's own code
 * @id: the style
 * @locale: (nullable): the locale asked for; %NULL for the style's own
 * @rules: (nullable): how it cites a source within a source, where that is known
 * @notes: its citations are notes
 * @numeric: they are numbers
 * @open: the mark that opens speech
 * @close: the one that closes it
 *
 * A citation style as it is used: what is asked of it before anything is cited.
 */
typedef struct
{
  QuothCiter          *citer;
  char                *id;
  char                *locale;
  const QuothQuotedIn *rules;
  gboolean             notes;
  gboolean             numeric;
  const char          *open;
  const char          *close;
} QuothStyleUse;

/* Without a processor the newsroom's line stands for every CSL style. */
QuothStyleUse *quoth_style_use_new  (QuothCiter    *citer,    /* (nullable) */
                                     const char    *style,
                                     const char    *locale);  /* (nullable) */
void           quoth_style_use_free (QuothStyleUse *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothStyleUse, quoth_style_use_free)

G_END_DECLS
