#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_CITATION_TEXT,
  QUOTH_CITATION_HTML,
  QUOTH_CITATION_BIBTEX,
} QuothCitationFormat;

gboolean quoth_citation_format_from_string (const char          *string,
                                            QuothCitationFormat *format);

/* A person reads it: Harvard-like, of the article; with a quote, "Speaker (role, organisation), cited in …". */
char *quoth_citation_format (QuothArticle        *article,
                             QuothQuote          *quote,   /* (nullable) */
                             QuothCitationFormat  format);

G_END_DECLS
