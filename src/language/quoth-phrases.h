#pragma once

#include "quoth-reading.h"

G_BEGIN_DECLS

/**
 * QuothSubject:
 * @phrase: who or what, with role and apposition; empty when there is none
 * @clause: the first token of the clause that it begins
 * @relative: who reports is a relative pronoun; @phrase is what it stands for
 */
typedef struct
{
  QuothPhrase phrase;
  guint       clause;
  gboolean    relative;
} QuothSubject;

QuothPhrase  quoth_phrase_find_before  (const QuothReading *reading,
                                        guint               floor,
                                        guint               end);
QuothPhrase  quoth_phrase_find_after   (const QuothReading *reading,
                                        guint               first,
                                        guint               limit);
gboolean     quoth_phrase_begins_clause     (const QuothReading *reading,
                                        guint               floor,
                                        guint               first);
gboolean     quoth_phrase_begins_apposition (const QuothReading *reading,
                                        guint               first,
                                        guint               limit);
QuothSubject quoth_subject_find_before (const QuothReading *reading,
                                        guint               floor,
                                        guint               verb);
QuothSubject quoth_subject_find_parted (const QuothReading *reading,
                                        guint               floor,
                                        guint               end);
QuothPhrase  quoth_subject_find_first  (const QuothReading *reading,
                                        guint               first,
                                        guint               limit);

G_END_DECLS
