#pragma once

#include "quoth-mark.h"

G_BEGIN_DECLS

#define QUOTH_MARK_SECTION "marks"
#define QUOTH_MARK_FEATURES 17
#define QUOTH_MARK_SCALE 4      /* a weight is a quarter of a cost */

typedef enum
{
  QUOTH_MARK_READING_OPEN,
  QUOTH_MARK_READING_CLOSE,
  QUOTH_MARK_READING_NONE,
  QUOTH_MARK_READING_NONE_INSIDE,
} QuothMarkReading;

/* The rows of a mark's features in the table of weights. The section of the model file is that
 * table, byte for byte. */
typedef guint16 QuothMarkFeatures[QUOTH_MARK_FEATURES];

const QuothMarkWeights *quoth_mark_weights_find    (const QuothModel       *model);
void                    quoth_mark_features_gather (const char             *text,
                                                    QuothSpan               span,
                                                    gboolean                runs_on,
                                                    const QuothMark        *marks,
                                                    gsize                   n_marks,
                                                    QuothMarkFeatures      *features);
void                    quoth_mark_add_learned     (QuothMark              *mark,
                                                    const int              *learned);
void                    quoth_marks_weigh          (const QuothMarkWeights *weights,
                                                    const char             *text,
                                                    QuothSpan               span,
                                                    gboolean                runs_on,
                                                    QuothMark              *marks,
                                                    gsize                   n_marks);

G_END_DECLS
