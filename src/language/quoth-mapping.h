#pragma once

#include "quoth-candidate.h"

G_BEGIN_DECLS

void     quoth_candidate_map   (QuothCandidate        *candidate,
                                const QuothParsedText *parsed,
                                const GArray          *candidates);
void     quoth_candidate_cut_predicate (QuothCandidate        *candidate,
                                        const QuothParsedText *parsed);
void     quoth_candidate_run_on (QuothCandidate        *candidate,
                                 const QuothParsedText *parsed,
                                 const GArray          *candidates);
gboolean quoth_candidate_split (QuothCandidate        *candidate,
                                const QuothParsedText *parsed,
                                QuothCandidate        *rest);

G_END_DECLS
