#pragma once

#include <gio/gio.h>

#include "quoth-short-array.h"
#include "quoth-text.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_QUOTE_DIRECT,
  QUOTH_QUOTE_MIXED,
  QUOTH_QUOTE_INDIRECT,
} QuothQuoteKind;

typedef enum
{
  QUOTH_QUOTE_STATEMENT,
  QUOTH_QUOTE_ATTITUDE,
} QuothQuoteType;

typedef enum
{
  QUOTH_ENTITY_PERSON,
  QUOTH_ENTITY_ORGANISATION,
  QUOTH_ENTITY_EVENT,
  QUOTH_ENTITY_PLACE,
} QuothEntityKind;

typedef enum
{
  QUOTH_ROLE_CURRENT,
  QUOTH_ROLE_FORMER,
  QUOTH_ROLE_ACTING,
  QUOTH_ROLE_INCOMING,
} QuothRoleStatus;

typedef enum
{
  QUOTH_GENDER_UNKNOWN,
  QUOTH_GENDER_FEMALE,
  QUOTH_GENDER_MALE,
} QuothGender;

/**
 * QuothRoleFound:
 * @title: (owned): what the person is, as printed: "medical director"
 * @organisation: index of a referent, or -1
 * @status: current unless the article says otherwise
 * @span: the words that say so
 */
typedef struct
{
  char            *title;
  int              organisation;
  QuothRoleStatus  status;
  QuothSpan        span;
} QuothRoleFound;

/**
 * QuothReferent:
 * @name: (owned): the fullest name the article gives, without honorific; the description if unnamed
 * @honorific: (owned) (nullable): "Dr", "Sir"
 * @aliases: (element-type utf8) (owned): every other way the article names it
 * @roles: (element-type QuothRoleFound) (owned)
 * @mentions: (element-type QuothSpan) (owned): sorted, without duplicates
 *
 * A person or an organisation of one article.
 */
typedef struct
{
  QuothEntityKind  kind;
  gboolean         named;
  QuothGender      gender;
  char            *name;
  char            *honorific;
  GPtrArray       *aliases;
  GArray          *roles;
  GArray          *mentions;
} QuothReferent;

QuothReferent *quoth_referent_new  (QuothEntityKind  kind);
void           quoth_referent_free (QuothReferent   *self);

/**
 * QuothAttribution:
 * @cue: the reporting words; empty for a paragraph of speech without any
 * @sources: (element-type QuothSpan) (owned): who said it, as printed at this place
 * @contents: (element-type QuothSpan) (owned): what was said; sorted; never empty
 * @parent: index of the attribution this one is nested in, or -1
 * @speakers: (element-type int) (owned): indices of referents; empty when unknown
 * @on_behalf_of: index of the organisation spoken for, or -1
 * @confidence: 0…1, that this is an attribution with the right content and source
 * @speaker_confidence: 0…1, that @speakers is right
 */
typedef struct
{
  QuothQuoteKind  kind;
  QuothQuoteType  type;
  QuothSpan       cue;
  QuothShortArray sources;
  QuothShortArray contents;
  int             parent;
  int             on_behalf_of;
  QuothShortArray speakers;
  float           confidence;
  float           speaker_confidence;
} QuothAttribution;

QuothAttribution *quoth_attribution_new  (void);
void              quoth_attribution_free (QuothAttribution *self);

/**
 * QuothAnalysis:
 * @attributions: (element-type QuothAttribution): in text order; a nested one after its parent
 * @referents: (element-type QuothReferent): in order of first mention
 */
typedef struct
{
  GPtrArray *attributions;
  GPtrArray *referents;
} QuothAnalysis;

QuothAnalysis *quoth_analyse       (const char        *text,
                                    gsize              length,
                                    const QuothBlock  *blocks,
                                    gsize              n_blocks,
                                    const QuothModel  *model,
                                    GCancellable      *cancellable,
                                    GError           **error);
void           quoth_analysis_free (QuothAnalysis     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothReferent, quoth_referent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothAttribution, quoth_attribution_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothAnalysis, quoth_analysis_free)

G_END_DECLS
