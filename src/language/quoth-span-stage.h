#pragma once

#include "quoth-cue-stage.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_PART_OUTSIDE,
  QUOTH_PART_SOURCE,
  QUOTH_PART_CONTENT,
} QuothPart;

/**
 * QuothWindow:
 * @first: first token
 * @end: one past the last token
 * @paths: (array): from the cue to each token through the tree, hashed
 * @downs: (array): the relation the path takes first on its way down
 * @edges: (array): 1 where that subtree begins, 2 where it ends, 3 both
 * @cues_up_to: (array): how many other cues begin up to each token
 *
 * The tokens around one cue in which its source and content may stand. Arrays grow and are used
 * again.
 */
typedef struct
{
  const QuothParsedText *parsed;
  QuothCueGuess            cue;
  guint32             cue_stem;
  guint32             sentence;
  guint32             first;
  guint32             end;
  guint               room;
  guint32            *paths;
  guint8             *downs;
  guint8             *edges;
  guint8             *cues_up_to;
} QuothWindow;

void quoth_window_move          (QuothWindow        *self,
                                 const QuothParsedText *parsed,
                                 const QuothCueGuess     *cue,
                                 const GArray       *cues);
void quoth_window_clear         (QuothWindow        *self);
gboolean quoth_window_is_cue    (const QuothWindow  *self,
                                 guint               token);
void quoth_span_node_features   (QuothFeatures      *features,
                                 const QuothWindow  *window,
                                 guint               token);
void quoth_span_edge_features   (QuothFeatures      *features,
                                 const QuothWindow  *window,
                                 guint               token);
void quoth_span_label           (const QuothCrf     *crf,
                                 const QuothWindow  *window,
                                 QuothLattice       *lattice);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothWindow, quoth_window_clear)

G_END_DECLS
