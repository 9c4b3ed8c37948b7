#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

const char *quoth_quote_note_get_kind      (QuothQuote   *quote);    /* "reported statement" */
guint       quoth_quote_note_get_paragraph (QuothArticle *article,
                                            QuothQuote   *quote);    /* its number, or 0 */
/* "Una Quill (harbour master, Saltby Port), direct quotation, para. 2: ‘We dredge, or we
 * close.’" */
char       *quoth_quote_note_dup           (QuothArticle *article,
                                            QuothQuote   *quote);

G_END_DECLS
