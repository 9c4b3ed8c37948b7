#include "quoth-speakers.h"

/**
 * quoth_speakers_resolve:
 * @analysis: the attributions of @text, without speakers
 * @text: an article
 *
 * Finds the persons and organisations that @text names or describes, and who of them says each
 * attribution and on whose behalf.
 */
void
quoth_speakers_resolve (QuothAnalysis   *analysis,
                        const QuothText *text)
{
  g_return_if_fail (analysis != NULL);
  g_return_if_fail (text != NULL);
}
