#pragma once

#include "quoth-syntax.h"
#include "quoth-weights.h"

G_BEGIN_DECLS

/* Sentences longer than this are parsed in pieces. */
#define QUOTH_PARSER_MAX_TOKENS 400

typedef enum
{
  QUOTH_SHIFT,
  QUOTH_LEFT,  /* hangs the top of the stack on the next word */
  QUOTH_RIGHT, /* hangs it on the one below */
  QUOTH_N_TRANSITIONS,
} QuothTransition;

/**
 * QuothParser:
 * @transitions: decide which transition comes next
 * @relations: name the arc that it makes
 */
struct _QuothParser
{
  QuothWeights transitions;
  QuothWeights relations;
};

/**
 * QuothParserState:
 *
 * A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The
 * artificial root stands behind the last token, at position n.
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

gboolean       quoth_parser_find                (QuothParser            *self,
                                                 const QuothModel       *model);
void           quoth_parser_parse               (const QuothParser      *self,
                                                 const QuothLexeme      *lexemes,
                                                 const guint8           *tags,
                                                 guint                   n,
                                                 gint32                 *heads,
                                                 guint8                 *relations);

void           quoth_parser_state_init          (QuothParserState       *self,
                                                 const QuothLexeme      *lexemes,
                                                 const guint8           *tags,
                                                 gint                    n);
gboolean       quoth_parser_is_done             (const QuothParserState *self);
gboolean       quoth_parser_allows              (const QuothParserState *self,
                                                 QuothTransition         transition);
gint           quoth_parser_head_of             (const QuothParserState *self,
                                                 QuothTransition         transition);
void           quoth_parser_apply               (QuothParserState       *self,
                                                 QuothTransition         transition,
                                                 QuothRelation           relation);
void           quoth_parser_transition_features (QuothFeatures          *features,
                                                 const QuothParserState *self);
void           quoth_parser_relation_features   (QuothFeatures          *features,
                                                 const QuothParserState *self,
                                                 QuothTransition         transition);

G_END_DECLS
