#include "quoth-speakers-evidence.h"

static const float RATES[QUOTH_N_EVIDENCE] = {
  [QUOTH_EVIDENCE_NAME] = 0.98f,
  [QUOTH_EVIDENCE_BODY] = 0.85f,
  [QUOTH_EVIDENCE_CAPITALS] = 0.85f,
  [QUOTH_EVIDENCE_ROLE] = 0.88f,
  [QUOTH_EVIDENCE_ROLE_ALONE] = 0.80f,
  [QUOTH_EVIDENCE_ROLE_GENERAL] = 0.60f,
  [QUOTH_EVIDENCE_DESCRIBED] = 0.83f,
  [QUOTH_EVIDENCE_DESCRIBED_BEFORE] = 0.80f,
  [QUOTH_EVIDENCE_NAMED_LATER] = 0.70f,
  [QUOTH_EVIDENCE_SPEAKING] = 0.60f,
  [QUOTH_EVIDENCE_PRONOUN_ONLY] = 0.94f,
  [QUOTH_EVIDENCE_PRONOUN_CLEAR] = 0.92f,
  [QUOTH_EVIDENCE_PRONOUN] = 0.79f,
  [QUOTH_EVIDENCE_PRONOUN_THINGS] = 0.50f,
  [QUOTH_EVIDENCE_ANTECEDENT] = 0.70f,
  [QUOTH_EVIDENCE_INTRODUCED] = 0.70f,
  [QUOTH_EVIDENCE_GOES_ON] = 0.90f,
  [QUOTH_EVIDENCE_GOES_ON_LATER] = 0.70f,
};

/* Returns: what share of the speakers found so was right */
float
quoth_speaker_evidence_rate (QuothSpeakerEvidence evidence)
{
  g_return_val_if_fail (evidence < QUOTH_N_EVIDENCE, 0);

  return RATES[evidence];
}
