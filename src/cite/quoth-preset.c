#include "config.h"

#include "quoth-preset.h"

#include <glib/gi18n-lib.h>

#include "quoth-citation-facts.h"

static const struct
{
  const char *id;
  const char *title;
  gboolean    uses_style;
  gboolean    needs_quote;
} presets[QUOTH_N_PRESETS] = {
  [QUOTH_PRESET_CITATION] = { "citation", N_("Citation"), TRUE, FALSE },
  [QUOTH_PRESET_IN_TEXT] = { "in-text", N_("In-text citation"), TRUE, FALSE },
  [QUOTH_PRESET_QUOTATION] = { "quotation", N_("Quotation"), FALSE, TRUE },
  [QUOTH_PRESET_QUOTATION_WITH_CITATION] =
    { "quotation-with-citation", N_("Quotation with citation"), TRUE, TRUE },
  [QUOTH_PRESET_MARKDOWN] = { "markdown", N_("Markdown block quote with citation"), TRUE, TRUE },
  [QUOTH_PRESET_WIKIPEDIA] = { "wikipedia", N_("Wikipedia reference"), FALSE, FALSE },
  [QUOTH_PRESET_BIBTEX] = { "bibtex", N_("BibTeX"), FALSE, FALSE },
  [QUOTH_PRESET_BIBLATEX] = { "biblatex", N_("BibLaTeX"), FALSE, FALSE },
  [QUOTH_PRESET_RIS] = { "ris", N_("RIS"), FALSE, FALSE },
  [QUOTH_PRESET_CSL_JSON] = { "csl-json", N_("CSL-JSON"), FALSE, FALSE },
  [QUOTH_PRESET_LINK] = { "link", N_("Link to the words"), FALSE, FALSE },
  [QUOTH_PRESET_BIBLIOGRAPHY] = { "bibliography", N_("Bibliography"), TRUE, FALSE },
};

const char *
quoth_preset_get_id (QuothPreset preset)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, NULL);

  return presets[preset].id;
}

/**
 * quoth_preset_from_id:
 * @id: as in settings and on the command line: "in-text"
 * @preset: (out): the preset of that id
 *
 * Returns: %TRUE if there is one
 */
gboolean
quoth_preset_from_id (const char  *id,
                      QuothPreset *preset)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (preset != NULL, FALSE);

  for (guint i = 0; i < QUOTH_N_PRESETS; i++)
    if (g_str_equal (presets[i].id, id))
      {
        *preset = i;
        return TRUE;
      }

  return FALSE;
}

const char *
quoth_preset_get_title (QuothPreset preset)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, NULL);

  return _(presets[preset].title);
}

gboolean
quoth_preset_uses_style (QuothPreset preset)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, FALSE);

  return presets[preset].uses_style;
}

/**
 * quoth_preset_is_available:
 * @preset: a preset
 * @article: what is to be copied of
 * @quote: (nullable): the quotation in it
 *
 * Returns: whether there is something to copy
 */
gboolean
quoth_preset_is_available (QuothPreset   preset,
                           QuothArticle *article,
                           QuothQuote   *quote)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, FALSE);
  g_return_val_if_fail (QUOTH_IS_ARTICLE (article), FALSE);

  if (preset == QUOTH_PRESET_LINK)
    {
      g_autofree char *url = quoth_article_dup_web_address (article);

      return url != NULL;
    }

  return quote != NULL || !presets[preset].needs_quote;
}
