#pragma once

#include "quoth-lexeme.h"
#include "quoth-weights.h"

G_BEGIN_DECLS

/* Penn Treebank tags; what a corpus has besides is mapped to these or to X. */
#define QUOTH_TAGS(_) \
  _(X) _(NN) _(NNS) _(NNP) _(NNPS) _(VB) _(VBD) _(VBG) _(VBN) _(VBP) _(VBZ) _(MD) _(JJ) _(JJR) _(JJS) _(RB) _(RBR) _(RBS) \
  _(RP) _(IN) _(TO) _(DT) _(PDT) _(WDT) _(WP) _(WPS) _(WRB) _(PRP) _(PRPS) _(CC) _(CD) _(EX) _(FW) _(LS) _(POS) _(SYM) _(UH) \
  _(ADD) _(NFP) _(COMMA) _(STOP) _(COLON) _(OPEN) _(CLOSE) _(LRB) _(RRB) _(HYPH) _(CURRENCY) _(AFX) _(GW)

typedef enum
{
#define ITEM(name) QUOTH_TAG_##name,
  QUOTH_TAGS (ITEM)
#undef ITEM
  QUOTH_N_TAGS,
} QuothTag;

/* Universal Dependencies 2 relations, as far as English text of the corpora has them. */
#define QUOTH_RELATIONS(_) \
  _(DEP, "dep") _(ROOT, "root") _(PUNCT, "punct") _(CASE, "case") _(NSUBJ, "nsubj") _(NSUBJ_PASS, "nsubj:pass") \
  _(CSUBJ, "csubj") _(OBJ, "obj") _(IOBJ, "iobj") _(OBL, "obl") _(OBL_UNMARKED, "obl:unmarked") _(NMOD, "nmod") \
  _(NMOD_POSS, "nmod:poss") _(NMOD_UNMARKED, "nmod:unmarked") _(DET, "det") _(DET_PREDET, "det:predet") \
  _(COMPOUND, "compound") _(COMPOUND_PRT, "compound:prt") _(FLAT, "flat") _(FIXED, "fixed") _(AMOD, "amod") \
  _(NUMMOD, "nummod") _(ADVMOD, "advmod") _(MARK, "mark") _(AUX, "aux") _(AUX_PASS, "aux:pass") _(COP, "cop") \
  _(CC, "cc") _(CC_PRECONJ, "cc:preconj") _(CONJ, "conj") _(CCOMP, "ccomp") _(XCOMP, "xcomp") _(ADVCL, "advcl") \
  _(ACL, "acl") _(ACL_RELCL, "acl:relcl") _(APPOS, "appos") _(PARATAXIS, "parataxis") _(EXPL, "expl") \
  _(DISCOURSE, "discourse") _(VOCATIVE, "vocative") _(LIST, "list") _(GOESWITH, "goeswith") _(ORPHAN, "orphan")

typedef enum
{
#define ITEM(name, label) QUOTH_RELATION_##name,
  QUOTH_RELATIONS (ITEM)
#undef ITEM
  QUOTH_N_RELATIONS,
} QuothRelation;

const char    *quoth_tag_to_string        (QuothTag        tag);
QuothTag       quoth_tag_from_string      (const char     *string);
const char    *quoth_relation_to_string   (QuothRelation   relation);
QuothRelation  quoth_relation_from_string (const char     *string);

typedef struct _QuothParser QuothParser;

/**
 * QuothSyntax:
 * @tags: (array): a #QuothTag a token
 * @heads: (array): the token each token hangs on, or -1 for the root of a sentence
 * @relations: (array): a #QuothRelation a token
 *
 * Part of speech and dependency tree, for all tokens of a text.
 */
typedef struct
{
  guint8 *tags;
  gint32 *heads;
  guint8 *relations;
} QuothSyntax;

QuothSyntax *quoth_syntax_parse (const QuothText    *text,
                                 const QuothLexeme  *lexemes,
                                 const QuothWeights *tagger,
                                 const QuothParser  *parser);
void         quoth_syntax_free  (QuothSyntax        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuothSyntax, quoth_syntax_free)

G_END_DECLS
