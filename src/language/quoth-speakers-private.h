#pragma once

#include "quoth-roles.h"
#include "quoth-speakers-evidence.h"
#include "quoth-speakers.h"

G_BEGIN_DECLS

/* Where an article may speak of somebody whom it names only after. */
#define QUOTH_LEAD_PARAGRAPHS 2

/* A statement whose speaker is known: what a later pronoun may lean on. */
typedef struct
{
  int     referent;
  guint32 token; /* of the source */
} QuothSpoken;

/**
 * QuothSpeakers:
 * @spoken: (element-type QuothSpoken): in the order of the attributions done
 * @unnamed: (element-type QuothRoleStated): people and bodies known by description only
 * @in_source: (nullable) (owned): a bit for each token that is part of a source
 *
 * An analysis while its speakers are being worked out.
 */
typedef struct
{
  QuothAnalysis   *analysis;
  const QuothText *text;
  const guint32   *classes;
  QuothReferents  *referents;
  QuothRoles      *roles;
  GArray          *spoken;
  GArray          *unnamed;
  guint8          *in_source;
} QuothSpeakers;

/* One speaker found, and how sure that is; no referent when unknown. */
typedef struct
{
  int   referent;
  float confidence;
} QuothSpeakerFound;

static inline QuothSpeakerFound
quoth_speaker_found (int                  referent,
                     QuothSpeakerEvidence evidence)
{
  return (QuothSpeakerFound) { referent, quoth_speaker_evidence_rate (evidence) };
}

QuothSpeakerFound quoth_speakers_find_pronoun     (QuothSpeakers          *self,
                                                   guint                   attribution,
                                                   guint                   token);
gboolean          quoth_speakers_is_pronoun       (QuothSpeakers          *self,
                                                   guint                   token);
QuothSpeakerFound quoth_speakers_find_described   (QuothSpeakers          *self,
                                                   const QuothDescription *phrase);
QuothSpeakerFound quoth_speakers_find_cueless     (QuothSpeakers          *self,
                                                   guint                   attribution);
void              quoth_speakers_add_bodies       (QuothSpeakers          *self);
void              quoth_speakers_add_descriptions (QuothSpeakers          *self);
float             quoth_speakers_read_source      (QuothSpeakers          *self,
                                                   guint                   attribution,
                                                   QuothSpan               source);

G_END_DECLS
