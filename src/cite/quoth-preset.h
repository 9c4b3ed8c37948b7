#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothPreset:
 *
 * What a person copies of a quotation or an article.
 */
typedef enum
{
  QUOTH_PRESET_CITATION,                /* in full, the speaker first: a note, or an entry with the speaker named */
  QUOTH_PRESET_IN_TEXT,                 /* as it stands in the sentence */
  QUOTH_PRESET_QUOTATION,               /* the words alone */
  QUOTH_PRESET_QUOTATION_WITH_CITATION,
  QUOTH_PRESET_MARKDOWN,                /* block quote with citation */
  QUOTH_PRESET_WIKIPEDIA,               /* {{cite news}} and its kin */
  QUOTH_PRESET_BIBTEX,
  QUOTH_PRESET_BIBLATEX,
  QUOTH_PRESET_RIS,
  QUOTH_PRESET_CSL_JSON,
  QUOTH_PRESET_LINK,                    /* the article's address with a text fragment */
  QUOTH_PRESET_BIBLIOGRAPHY,            /* the entry, or the sorted list, as the style prints it; no speaker */
  QUOTH_N_PRESETS,
} QuothPreset;

const char *quoth_preset_get_id       (QuothPreset   preset);  /* "in-text": in settings, actions, commands */
gboolean    quoth_preset_from_id      (const char   *id,
                                       QuothPreset  *preset);
const char *quoth_preset_get_title    (QuothPreset   preset);  /* for people, translated: "In-text citation" */
gboolean    quoth_preset_uses_style   (QuothPreset   preset);  /* changes with the citation style */
/* Whether there is something to copy: no words without a quotation, no link without a web
 * address. */
gboolean    quoth_preset_is_available (QuothPreset   preset,
                                       QuothArticle *article,
                                       QuothQuote   *quote);   /* (nullable) */

G_END_DECLS
