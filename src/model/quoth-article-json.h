#pragma once

#include <json-glib/json-glib.h>

#include "quoth-article.h"

G_BEGIN_DECLS

#define QUOTH_JSON_ERROR (quoth_json_error_quark ())
GQuark quoth_json_error_quark (void);

typedef enum
{
  QUOTH_JSON_ERROR_DEPTH,
  QUOTH_JSON_ERROR_SYNTAX,
  QUOTH_JSON_ERROR_SHAPE,
} QuothJsonError;

/* Any JSON from outside: refuses bad UTF-8 and what is nested deeper than 512 before json-glib sees
 * it. */
JsonNode     *quoth_json_parse            (const char    *data,
                                           gssize         length,
                                           GError       **error);

/* The exchange format of one article: offsets in Unicode code points (DESIGN, "The exchange
 * format"). */
JsonNode     *quoth_article_to_json       (QuothArticle  *article);
char         *quoth_article_to_json_line  (QuothArticle  *article);
char         *quoth_article_to_json_pretty (QuothArticle *article);
QuothArticle *quoth_article_from_json     (JsonNode      *node,
                                           GError       **error);
/* Facts and text only, as `extract` takes JSON Lines: quotes, entities and annotation are ignored. */
QuothArticle *quoth_article_from_json_text (const char   *line,
                                            gssize        length,
                                            GError      **error);

G_END_DECLS
