#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothSpeakerCard:
 *
 * Who said a quotation: name, role and organisation, the words that say so in the article, and how
 * sure that is.
 */
#define QUOTH_TYPE_SPEAKER_CARD (quoth_speaker_card_get_type ())
G_DECLARE_FINAL_TYPE (QuothSpeakerCard, quoth_speaker_card, QUOTH, SPEAKER_CARD, AdwBin)

void quoth_speaker_card_set_quote (QuothSpeakerCard *self,
                                   QuothArticle     *article,
                                   QuothQuote       *quote);

G_END_DECLS
