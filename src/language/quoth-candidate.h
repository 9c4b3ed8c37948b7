#pragma once

#include "quoth-analysis.h"
#include "quoth-span-stage.h"

G_BEGIN_DECLS

#define QUOTH_CANDIDATE_PIECES 8
#define QUOTH_ALTERNATIVES 5 /* proposals for one cue */

/* Tokens [first, end). */
typedef struct
{
  guint32 first;
  guint32 end;
} QuothRange;

/**
 * QuothCandidate:
 * @content_mean: mean probability of the content's tokens to be content
 * @content_least: the least of them
 * @source_mean: mean probability of the source's tokens to be source; 0 without one
 * @group: candidates of one cue have the same
 * @rank: 0 for the best of its cue by the span stage, 1 for the next …
 * @gap: how much worse than the best it scored
 * @posterior: probability of just this proposal among all sequences
 * @expected: summed over the proposals of its cue that agree with it by half
 * @margin: how much better than the next of its cue the ranker finds it
 * @support: what share of the ranker's probability goes to proposals that agree with it by half
 * @rule_index: where @by_rule, the attribution's place among those of the rules
 * @rule: confidence of the rule that proposes it too, or alone; 0 when no rule does
 * @by_rule: 1 when a rule alone proposes it
 * @agreement: how far a rule agrees: 0 not at all, 1 something of the content, 2 most, 3 and on the
 *   source too
 * @probability: that the candidate is right; set by the acceptor
 *
 * One attribution as the cue and span stages propose it.
 */
typedef struct
{
  QuothCueGuess   cue;
  QuothRange contents[QUOTH_CANDIDATE_PIECES];
  QuothRange sources[QUOTH_CANDIDATE_PIECES];
  guint      n_contents;
  guint      n_sources;
  float      content_mean;
  float      content_least;
  float      source_mean;
  float      gap;
  float      posterior;
  float      expected;
  float      margin;
  float      support;
  guint32    group;
  guint8     rank;
  guint32    rule_index;
  float      rule;
  guint8     by_rule;
  guint8     agreement;
  float      probability;
} QuothCandidate;

/* The learned stages of one model file, or of training. */
typedef struct
{
  QuothCrf cues;
  QuothCrf spans;
} QuothStages;

GArray   *quoth_candidates_propose        (const QuothStages    *stages,
                                           const QuothParsedText   *parsed,
                                           const GArray         *cues);
void      quoth_candidates_keep_best      (GArray               *candidates);
gboolean  quoth_candidate_agrees          (const QuothCandidate *self,
                                           const QuothCandidate *other);
guint     quoth_candidate_count_content   (const QuothCandidate *self);
gboolean  quoth_candidate_holds           (const QuothCandidate *self,
                                           guint                 token);
gboolean  quoth_candidate_overlaps        (const QuothCandidate *self,
                                           const QuothCandidate *other);
guint     quoth_candidate_count_quoted    (const QuothCandidate *self,
                                           const QuothParsedText   *parsed);
void      quoth_candidates_add_rules      (GArray               *candidates,
                                           const QuothParsedText *parsed,
                                           GPtrArray            *attributions);
void      quoth_candidates_share          (GArray               *candidates,
                                           const QuothParsedText *parsed);
void      quoth_candidates_part           (GArray               *candidates,
                                           const QuothParsedText *parsed);
void      quoth_candidates_contest        (GArray               *candidates,
                                           const QuothParsedText   *parsed);

G_END_DECLS
