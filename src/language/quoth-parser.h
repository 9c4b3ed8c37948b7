#pragma once

#include "quoth-syntax.h"
#include "quoth-weights.h"

G_BEGIN_DECLS

/* Sentences longer than this are parsed in pieces. */
#define QUOTH_PARSER_MAX_TOKENS 400

/* A transition: 0 shifts, then left and right arcs for each relation. */
#define QUOTH_SHIFT 0
#define QUOTH_N_TRANSITIONS (1 + 2 * QUOTH_N_RELATIONS)
#define QUOTH_LEFT(relation) (1 + (relation))
#define QUOTH_RIGHT(relation) (1 + QUOTH_N_RELATIONS + (relation))

/**
 * QuothParserState:
 *
 * A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The artificial root
 * stands behind the last token, at position n.
 */
typedef struct
{
  const QuothLexeme *lexemes;
  const guint8      *tags;
  gint               n;
  gint               next;
  gint               depth;
  gint16             stack[QUOTH_PARSER_MAX_TOKENS + 1];
  gint16             heads[QUOTH_PARSER_MAX_TOKENS + 1];
  guint8             relations[QUOTH_PARSER_MAX_TOKENS + 1];
  gint16             left[QUOTH_PARSER_MAX_TOKENS + 1];   /* leftmost child, or -1 */
  gint16             left2[QUOTH_PARSER_MAX_TOKENS + 1];
  gint16             right[QUOTH_PARSER_MAX_TOKENS + 1];
  gint16             right2[QUOTH_PARSER_MAX_TOKENS + 1];
  guint8             n_left[QUOTH_PARSER_MAX_TOKENS + 1];
  guint8             n_right[QUOTH_PARSER_MAX_TOKENS + 1];
} QuothParserState;

void     quoth_parser_state_init  (QuothParserState       *self,
                                   const QuothLexeme      *lexemes,
                                   const guint8           *tags,
                                   gint                    n);
gboolean quoth_parser_is_done     (const QuothParserState *self);
gboolean quoth_parser_can_shift   (const QuothParserState *self);
gboolean quoth_parser_can_left    (const QuothParserState *self);
gboolean quoth_parser_can_right   (const QuothParserState *self);
void     quoth_parser_apply       (QuothParserState       *self,
                                   guint                   transition);
void     quoth_parser_features    (QuothFeatures          *features,
                                   const QuothParserState *self);
void     quoth_parser_parse       (const QuothWeights     *weights,
                                   const QuothLexeme      *lexemes,
                                   const guint8           *tags,
                                   guint                   n,
                                   gint32                 *heads,
                                   guint8                 *relations);

G_END_DECLS
