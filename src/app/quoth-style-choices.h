#pragma once

#include "quoth-citations.h"
#include "quoth-style-choice.h"

G_BEGIN_DECLS

/**
 * QuothStyleChoices:
 *
 * The styles to choose from, as a #GListModel of #QuothStyleChoice made on demand: the newsroom's
 * dozen, those chosen last and all others, each under a heading; with a search, those that match
 * it, without headings.
 */
#define QUOTH_TYPE_STYLE_CHOICES (quoth_style_choices_get_type ())
G_DECLARE_FINAL_TYPE (QuothStyleChoices, quoth_style_choices, QUOTH, STYLE_CHOICES, GObject)

QuothStyleChoices *quoth_style_choices_new        (QuothCitations    *citations);
void               quoth_style_choices_set_search (QuothStyleChoices *self,
                                                   const char        *search);
QuothStyle        *quoth_style_choices_get_first  (QuothStyleChoices *self);  /* (nullable) */

G_END_DECLS
