#pragma once

#include "quoth-candidate.h"

G_BEGIN_DECLS

/**
 * QuothGoldQuote:
 * @statement: counts as a statement (direct, mixed, or with a reporting cue)
 *
 * A quotation marked by hand, as tokens of a parsed.
 */
typedef struct
{
  QuothRange cue;       /* first = end when there is none */
  QuothRange contents[QUOTH_CANDIDATE_PIECES];
  QuothRange sources[QUOTH_CANDIDATE_PIECES];
  guint      n_contents;
  guint      n_sources;
  gboolean   statement;
} QuothGoldQuote;

/**
 * QuothGoldArticle:
 *
 * An article of the exchange format with its parsed, as stages A to C learn from it.
 */
typedef struct
{
  char         *id;
  guint         fold;
  char         *content;
  GArray       *blocks;
  QuothText    *text;
  QuothParsedText *parsed;
  GPtrArray    *rules;      /* of QuothAttribution: what the rules find */
  GArray       *quotes;     /* of QuothGoldQuote */
  GArray       *cues;       /* of QuothCueGuess: found by a model that had not seen the article */
  GArray       *candidates; /* of QuothCandidate: likewise */
} QuothGoldArticle;

guint      quoth_fold_of           (const char        *id,
                                    guint              n_folds);
GPtrArray *quoth_gold_read         (const char        *path,
                                    const QuothModel  *lists,
                                    GError           **error);
double     quoth_gold_measure      (const QuothGoldArticle *article,
                                    const QuothCandidate   *candidate,
                                    gboolean               *right,
                                    gboolean               *statement);
gboolean   quoth_gold_is_right     (const QuothGoldArticle *article,
                                    const QuothCandidate   *candidate,
                                    gboolean               *statement);

G_END_DECLS
