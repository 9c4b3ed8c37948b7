#pragma once

#include "quoth-article.h"

G_BEGIN_DECLS

typedef enum
{
  QUOTH_BIBTEX,
  QUOTH_BIBLATEX,
} QuothBibtexDialect;

char *quoth_bibtex_format     (QuothArticle       *article,
                               GPtrArray          *quotes,   /* (nullable) */
                               QuothBibtexDialect  dialect);
char *quoth_bibtex_dup_unique (const char         *entry,
                               GHashTable         *keys);

G_END_DECLS
