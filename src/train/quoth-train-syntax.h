#pragma once

#include "quoth-parser.h"
#include "quoth-table.h"
#include "quoth-treebank.h"

G_BEGIN_DECLS

/**
 * QuothParserSections:
 *
 * A parser as sections of the model file.
 */
typedef struct
{
  GBytes *transitions;
  GBytes *relations;
} QuothParserSections;

GBytes             *quoth_train_tagger          (GPtrArray                 *trees,
                                                 guint                      bits,
                                                 guint                      epochs);
QuothParserSections quoth_train_parser          (GPtrArray                 *trees,
                                                 guint                      bits,
                                                 guint                      epochs);
void                quoth_parser_sections_use   (const QuothParserSections *self,
                                                 QuothParser               *parser);
void                quoth_parser_sections_clear (QuothParserSections       *self);
char               *quoth_score_syntax          (GPtrArray                 *trees,
                                                 GBytes                    *tagger,
                                                 const QuothParserSections *parser);

G_END_DECLS
