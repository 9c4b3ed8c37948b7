#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* "{{cite news |last=… }}"; with a quotation, its words, where the article quotes them. */
char *quoth_wikipedia_dup_template (QuothArticle *article,
                                    QuothQuote   *quote);    /* (nullable) */
/* "Speaker, quoted in {{cite news …}}", as it stands between <ref> and </ref>. */
char *quoth_wikipedia_dup_note     (QuothArticle *article,
                                    QuothQuote   *quote);    /* (nullable) */
/* The same as a footnote in an article of Wikipedia. */
char *quoth_wikipedia_dup_ref      (QuothArticle *article,
                                    QuothQuote   *quote);    /* (nullable) */

G_END_DECLS
