#pragma once

#include "quoth-acceptor.h"
#include "quoth-analysis.h"
#include "quoth-parser.h"

G_BEGIN_DECLS

/* Cues less likely than this are not looked at further. */
#define QUOTH_CUE_THRESHOLD 0.06f
/* Candidates from this raw probability on are attributions: near the best F1 on held-out folds of
 * the training text. */
#define QUOTH_ACCEPTED 0.45f
/* Wishes, plans and beliefs, which are shown on request only, from this one on. */
#define QUOTH_ACCEPTED_ATTITUDE 0.70f

/**
 * QuothLearned:
 *
 * The learned stages of a model file: tagger, parser, cues (A), spans (B), the ranker of what B
 * proposes for one cue, and the acceptor (C).
 */
typedef struct
{
  QuothWeights  tagger;
  QuothParser   parser;
  QuothStages   stages;
  QuothAcceptor ranker;
  QuothAcceptor acceptor;
} QuothLearned;

gboolean          quoth_learned_find              (QuothLearned         *self,
                                                   const QuothModel     *model);
gboolean          quoth_learned_check             (const QuothModel     *model,
                                                   GError              **error);
QuothParsedText  *quoth_learned_parse             (const QuothLearned   *self,
                                                   const QuothText      *text);
GArray           *quoth_learned_propose           (const QuothLearned   *self,
                                                   const QuothParsedText *parsed,
                                                   GPtrArray            *rules);
char             *quoth_learned_explain           (const QuothText      *text);
GPtrArray        *quoth_attributions_find_sliced  (const QuothText      *text);
void              quoth_attributions_join         (GPtrArray            *found,
                                                   GPtrArray            *rules,
                                                   const QuothText      *text);
void              quoth_attributions_join_begun   (GPtrArray            *found,
                                                   const QuothText      *text);
void              quoth_attributions_drop_crossheads (GPtrArray         *found,
                                                   const QuothText      *text);
void              quoth_candidates_rank           (GArray               *candidates,
                                                   const QuothParsedText *parsed,
                                                   const QuothAcceptor  *ranker);
void              quoth_candidates_rate           (GArray               *candidates,
                                                   const QuothParsedText   *parsed,
                                                   const QuothAcceptor  *acceptor);
GArray           *quoth_candidates_choose         (GArray               *candidates,
                                                   const QuothParsedText *parsed,
                                                   float                 threshold);
QuothAttribution *quoth_candidate_to_attribution  (const QuothCandidate *candidate,
                                                   const QuothParsedText   *parsed);

G_END_DECLS
