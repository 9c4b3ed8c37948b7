#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuothSpeakerEvidence:
 *
 * By what a speaker was found. Each kind is as sure as it was right where it was measured:
 * data/model/README.md has the table, and says on what.
 */
typedef enum
{
  QUOTH_EVIDENCE_NAME,             /* the source is a name */
  QUOTH_EVIDENCE_BODY,             /* a description that ends with an organisation's name */
  QUOTH_EVIDENCE_CAPITALS,         /* words with capitals that no name was made of */
  QUOTH_EVIDENCE_ROLE,             /* the text gives this role, and organisation, to somebody */
  QUOTH_EVIDENCE_ROLE_ALONE,       /* the role, without the organisation */
  QUOTH_EVIDENCE_ROLE_GENERAL,     /* somebody of the organisation described in general words */
  QUOTH_EVIDENCE_DESCRIBED,        /* known by this description alone, here */
  QUOTH_EVIDENCE_DESCRIBED_BEFORE, /* … or since before */
  QUOTH_EVIDENCE_NAMED_LATER,      /* described in the lead, named in the next paragraphs */
  QUOTH_EVIDENCE_SPEAKING,         /* described otherwise than the one who has been speaking */
  QUOTH_EVIDENCE_PRONOUN_ONLY,     /* he or she: nobody else can be meant */
  QUOTH_EVIDENCE_PRONOUN_CLEAR,    /* he or she: others by far less likely */
  QUOTH_EVIDENCE_PRONOUN,          /* he or she: others likely too */
  QUOTH_EVIDENCE_PRONOUN_THINGS,   /* it or they */
  QUOTH_EVIDENCE_ANTECEDENT,       /* who, after a name */
  QUOTH_EVIDENCE_INTRODUCED,       /* speech without a source: whom the paragraph speaks of */
  QUOTH_EVIDENCE_GOES_ON,          /* … or who spoke in the paragraph before; times how sure that is */
  QUOTH_EVIDENCE_GOES_ON_LATER,    /* … or further up */
  QUOTH_N_EVIDENCE
} QuothSpeakerEvidence;

float quoth_speaker_evidence_rate (QuothSpeakerEvidence evidence);

G_END_DECLS
