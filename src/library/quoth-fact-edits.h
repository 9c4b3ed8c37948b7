#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothFactEdits:
 * @touched: which facts are decided on
 * @values: (nullable): what they shall be; %NULL for one that the article does not have
 * @authors: (nullable) (element-type QuothAuthor): who the authors shall be; %NULL leaves them
 *
 * What a person decides on an article's facts, all at once.
 */
typedef struct
{
  gboolean   touched[QUOTH_N_FACTS];
  char      *values[QUOTH_N_FACTS];
  GPtrArray *authors;
} QuothFactEdits;

QuothFactEdits *quoth_fact_edits_new         (void);
QuothFactEdits *quoth_fact_edits_new_reverse (const QuothFactEdits *self,
                                              QuothArticle         *article);
QuothFactEdits *quoth_fact_edits_copy        (const QuothFactEdits *self);
void            quoth_fact_edits_free        (QuothFactEdits       *self);
void            quoth_fact_edits_set         (QuothFactEdits       *self,
                                              QuothFact             fact,
                                              const char           *value);
void            quoth_fact_edits_set_authors (QuothFactEdits       *self,
                                              GPtrArray            *authors);
gboolean        quoth_fact_edits_is_empty    (const QuothFactEdits *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothFactEdits, quoth_fact_edits_free)

G_END_DECLS
