#include "config.h"

#include "quoth-preset-wording.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *offer;
  const char *report;
} wordings[QUOTH_N_PRESETS] = {
  [QUOTH_PRESET_CITATION] = { N_("Copy Citation"), N_("Citation copied") },
  [QUOTH_PRESET_IN_TEXT] = { N_("Copy In-Text Citation"), N_("In-text citation copied") },
  [QUOTH_PRESET_QUOTATION] = { N_("Copy Quotation"), N_("Quotation copied") },
  [QUOTH_PRESET_QUOTATION_WITH_CITATION] = { N_("Copy Quotation with Citation"),
                                             N_("Quotation and citation copied") },
  [QUOTH_PRESET_MARKDOWN] = { N_("Copy Markdown"), N_("Markdown copied") },
  [QUOTH_PRESET_WIKIPEDIA] = { N_("Copy for Wikipedia"), N_("Wikipedia reference copied") },
  [QUOTH_PRESET_BIBTEX] = { N_("Copy BibTeX Entry"), N_("BibTeX entry copied") },
  [QUOTH_PRESET_BIBLATEX] = { N_("Copy BibLaTeX Entry"), N_("BibLaTeX entry copied") },
  [QUOTH_PRESET_RIS] = { N_("Copy RIS Record"), N_("RIS record copied") },
  [QUOTH_PRESET_CSL_JSON] = { N_("Copy CSL-JSON"), N_("CSL-JSON copied") },
  [QUOTH_PRESET_LINK] = { N_("Copy Link to the Words"), N_("Link copied") },
  [QUOTH_PRESET_BIBLIOGRAPHY] = { N_("Copy Bibliography"), N_("Bibliography copied") },
};

const char *
quoth_preset_wording_get_offer (QuothPreset preset)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, "");

  return _(wordings[preset].offer);
}

const char *
quoth_preset_wording_get_report (QuothPreset preset)
{
  g_return_val_if_fail (preset < QUOTH_N_PRESETS, "");

  return _(wordings[preset].report);
}
