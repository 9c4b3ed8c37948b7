#pragma once

#include <adwaita.h>

#include "quoth-article.h"

G_BEGIN_DECLS

/**
 * QuothComparedText:
 *
 * One of two articles that are laid side by side: what is known of it, and its text with the words
 * lit that do not stand in the other.
 */
#define QUOTH_TYPE_COMPARED_TEXT (quoth_compared_text_get_type ())
G_DECLARE_FINAL_TYPE (QuothComparedText, quoth_compared_text, QUOTH, COMPARED_TEXT, AdwBin)

/* @unshared: of QuothSpan, in the article's text */
void quoth_compared_text_set_article (QuothComparedText *self,
                                      QuothArticle      *article,
                                      GArray            *unshared);

G_END_DECLS
