#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothArticleCard:
 *
 * Where a quotation was printed: the article's title, its authors, the publication and the date.
 */
#define QUOTH_TYPE_ARTICLE_CARD (quoth_article_card_get_type ())
G_DECLARE_FINAL_TYPE (QuothArticleCard, quoth_article_card, QUOTH, ARTICLE_CARD, AdwBin)

void quoth_article_card_set_article (QuothArticleCard *self,
                                     QuothArticle     *article);

G_END_DECLS
