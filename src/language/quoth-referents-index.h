#pragma once

#include "quoth-referents.h"

G_BEGIN_DECLS

/**
 * QuothReferentRecord:
 * @words: (array length=n_words): of the fullest name, folded
 * @last_seen: one more than the token where it was last named
 * @n_bare: how often it was named by one word only
 * @tentative: only a name so far; no person or organisation is known to bear it
 */
typedef struct
{
  const char **words;
  guint        n_words;
  guint32      first;
  guint32      end;
  guint32      last_seen;
  guint        n_bare;
  gboolean     tentative;
} QuothReferentRecord;

QuothReferentIndex  *quoth_referent_index_new          (void);
void                 quoth_referent_index_free         (QuothReferentIndex *self);
QuothReferentRecord *quoth_referent_index_get          (QuothReferentIndex *self,
                                                        int                 referent);
void                 quoth_referent_index_append       (QuothReferentIndex *self,
                                                        gboolean            tentative);
int                  quoth_referent_index_find_person  (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        const QuothName    *name);
int                  quoth_referent_index_find_surname (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        const QuothName    *name);
int                  quoth_referent_index_find_body    (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        guint               first,
                                                        guint               end);
void                 quoth_referent_index_put_person   (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        int                 referent,
                                                        const QuothName    *name);
void                 quoth_referent_index_put_body     (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        int                 referent,
                                                        guint               first,
                                                        guint               end);
void                 quoth_referent_index_put_alias    (QuothReferentIndex *self,
                                                        QuothReferents     *referents,
                                                        int                 referent,
                                                        guint               token);

G_END_DECLS
