#pragma once

#include "quoth-analysis.h"
#include "quoth-names.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_MENTION_SUBJECT     = 1 << 0, /* begins its clause */
  QUOTH_MENTION_QUOTED      = 1 << 1, /* stands inside quotation marks */
  QUOTH_MENTION_OWNER       = 1 << 2, /* "Example’s" */
  QUOTH_MENTION_DESCRIPTION = 1 << 3, /* not by name */
  QUOTH_MENTION_ASIDE       = 1 << 4, /* in a headline, a caption or furniture */
  QUOTH_MENTION_INSIDE      = 1 << 5, /* part of another name */
  QUOTH_MENTION_PLURAL      = 1 << 6,
} QuothMentionFlags;

/**
 * QuothMention:
 *
 * Where the text speaks of a referent, by name or description.
 */
typedef struct
{
  int     referent;
  guint32 first;
  guint32 end;
  guint32 sentence;
  guint32 flags; /* QuothMentionFlags */
} QuothMention;

/**
 * QuothReferents:
 * @names: (element-type QuothName) (owned)
 * @name_referents: for each name the referent, or -1
 * @begins: a bit for each token: does a name begin there
 * @ends: a bit for each token: does a name end before it
 * @by_end: the names by the token they end before, then by their order
 * @referents: (element-type QuothReferent): being filled
 * @mentions: (element-type QuothMention) (owned): sorted
 * @late: (element-type QuothMention) (owned): not yet sorted in
 *
 * The people and bodies of a text while it is worked out who they are.
 */
typedef struct _QuothReferentIndex QuothReferentIndex;

typedef struct
{
  const QuothText    *text;
  const guint32      *classes;
  GArray             *names;
  int                *name_referents;
  guint8             *begins;
  guint8             *ends;
  guint32            *by_end;
  GPtrArray          *referents;
  GArray             *mentions;
  GArray             *late;
  QuothReferentIndex *index;
} QuothReferents;

QuothReferents *quoth_referents_new          (const QuothText *text,
                                              const guint32   *classes,
                                              GPtrArray       *referents);
void            quoth_referents_free         (QuothReferents  *self);
QuothReferent  *quoth_referents_get          (QuothReferents  *self,
                                              int              referent);
int             quoth_referents_add          (QuothReferents  *self,
                                              QuothEntityKind  kind,
                                              guint            first,
                                              guint            end);
void            quoth_referents_confirm      (QuothReferents  *self,
                                              int              referent,
                                              QuothEntityKind  kind);
gboolean        quoth_referents_is_confirmed (QuothReferents  *self,
                                              int              referent);
void            quoth_referents_add_mention  (QuothReferents  *self,
                                              int              referent,
                                              guint            first,
                                              guint            end,
                                              guint            flags);
void            quoth_referents_sort         (QuothReferents  *self);
guint           quoth_referents_find_mention (QuothReferents  *self,
                                              guint            token);
guint           quoth_referents_name_at      (QuothReferents  *self,
                                              guint            token);
guint           quoth_referents_name_until   (QuothReferents  *self,
                                              guint            token);
void            quoth_referents_finish       (QuothReferents  *self,
                                              GPtrArray       *attributions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReferents, quoth_referents_free)

G_END_DECLS
