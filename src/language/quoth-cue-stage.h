#pragma once

#include "quoth-crf.h"
#include "quoth-parsed-text.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_CUE_OUTSIDE,
  QUOTH_CUE_BEGIN,
  QUOTH_CUE_INSIDE,
} QuothCueLabel;

/**
 * QuothCueGuess:
 * @first: first token
 * @end: one past the last token
 * @head: the token whose tree the cue stands in: its last verb, or its head
 * @probability: that a cue begins at @first
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 head;
  float   probability;
} QuothCueGuess;

void    quoth_cue_stage_node_features (QuothFeatures      *features,
                                 const QuothParsedText *parsed,
                                 guint               sentence,
                                 guint               token);
void    quoth_cue_stage_edge_features (QuothFeatures      *features,
                                 const QuothParsedText *parsed,
                                 guint               sentence,
                                 guint               token);
guint32 quoth_cue_guess_find_head     (const QuothParsedText *parsed,
                                 guint               first,
                                 guint               end);
void    quoth_cue_stage_find         (const QuothCrf     *crf,
                                 const QuothParsedText *parsed,
                                 float               threshold,
                                 GArray             *cues);
void    quoth_cue_stage_find_in      (const QuothCrf     *crf,
                                 const QuothParsedText *parsed,
                                 guint               sentence,
                                 float               threshold,
                                 QuothLattice       *lattice,
                                 GArray             *cues);

G_END_DECLS
