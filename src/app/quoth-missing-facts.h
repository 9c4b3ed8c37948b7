#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothMissingFacts:
 *
 * Says which facts a full citation of an article lacks, with a button to fill them in; hides itself
 * when it lacks none.
 */
#define QUOTH_TYPE_MISSING_FACTS (quoth_missing_facts_get_type ())
G_DECLARE_FINAL_TYPE (QuothMissingFacts, quoth_missing_facts, QUOTH, MISSING_FACTS, AdwBin)

void quoth_missing_facts_set_article (QuothMissingFacts *self,
                                      QuothArticle      *article);

G_END_DECLS
