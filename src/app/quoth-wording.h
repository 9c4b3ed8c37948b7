#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

/* The words the window has for what the model says with dates, enums and figures. */

typedef enum
{
  QUOTH_DATE_LONG,  /* 21 March 2014 */
  QUOTH_DATE_SHORT, /* 21 Mar 2014 */
} QuothDateStyle;

char       *quoth_wording_dup_date       (const char     *iso_date,
                                          QuothDateStyle  style);
char       *quoth_wording_dup_office     (const char     *speaker,
                                          const char     *role,
                                          const char     *organisation);
char       *quoth_wording_join           (const char     *first,
                                          const char     *second);
const char *quoth_wording_get_kind       (QuothQuoteKind  kind);
const char *quoth_wording_get_state      (QuothState      state);
const char *quoth_wording_get_speaker_confidence (double confidence);
const char *quoth_wording_get_quote_confidence   (double confidence);

G_END_DECLS
