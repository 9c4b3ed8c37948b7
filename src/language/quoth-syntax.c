#include "quoth-syntax.h"

#include <string.h>

#include "quoth-parser.h"
#include "quoth-tagger.h"

static const char *TAG_NAMES[] = {
#define ITEM(name) #name,
  QUOTH_TAGS (ITEM)
#undef ITEM
};

static const char *RELATION_NAMES[] = {
#define ITEM(name, label) label,
  QUOTH_RELATIONS (ITEM)
#undef ITEM
};

/* Corpus tags that cannot be C names. */
static const struct
{
  const char *name;
  QuothTag    tag;
} OTHER_TAGS[] = {
  { "PRP$", QUOTH_TAG_PRPS },
  { "WP$", QUOTH_TAG_WPS },
  { ",", QUOTH_TAG_COMMA },
  { ".", QUOTH_TAG_STOP },
  { ":", QUOTH_TAG_COLON },
  { "``", QUOTH_TAG_OPEN },
  { "''", QUOTH_TAG_CLOSE },
  { "-LRB-", QUOTH_TAG_LRB },
  { "-RRB-", QUOTH_TAG_RRB },
  { "$", QUOTH_TAG_CURRENCY },
  { "#", QUOTH_TAG_CURRENCY },
};

const char *
quoth_tag_to_string (QuothTag tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (OTHER_TAGS); i++)
    if (OTHER_TAGS[i].tag == tag)
      return OTHER_TAGS[i].name;
  return TAG_NAMES[tag];
}

QuothTag
quoth_tag_from_string (const char *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (OTHER_TAGS); i++)
    if (g_str_equal (OTHER_TAGS[i].name, string))
      return OTHER_TAGS[i].tag;
  for (guint i = 0; i < QUOTH_N_TAGS; i++)
    if (g_str_equal (TAG_NAMES[i], string))
      return i;
  return QUOTH_TAG_X;
}

const char *
quoth_relation_to_string (QuothRelation relation)
{
  return RELATION_NAMES[relation];
}

/**
 * quoth_relation_from_string:
 * @string: a UD 2 relation; an unknown subtype counts as its type
 */
QuothRelation
quoth_relation_from_string (const char *string)
{
  gsize length = strcspn (string, ":");

  for (guint i = 0; i < QUOTH_N_RELATIONS; i++)
    if (g_str_equal (RELATION_NAMES[i], string))
      return i;
  for (guint i = 0; i < QUOTH_N_RELATIONS; i++)
    if (strlen (RELATION_NAMES[i]) == length && strncmp (RELATION_NAMES[i], string, length) == 0)
      return i;
  return QUOTH_RELATION_DEP;
}

/**
 * quoth_syntax_parse:
 *
 * Tags and parses every sentence of @text with the weights given.
 *
 * Returns: (transfer full): the trees
 */
QuothSyntax *
quoth_syntax_parse (const QuothText    *text,
                    const QuothLexeme  *lexemes,
                    const QuothWeights *tagger,
                    const QuothParser  *parser)
{
  QuothSyntax *self = g_new0 (QuothSyntax, 1);

  self->tags = g_new0 (guint8, text->n_tokens + 1);
  self->heads = g_new0 (gint32, text->n_tokens + 1);
  self->relations = g_new0 (guint8, text->n_tokens + 1);
  /* One after the other: the tables of both do not fit into a cache. */
  for (guint s = 0; s < text->n_sentences; s++)
    {
      guint first = text->sentences[s].first, n = text->sentences[s].end - first;

      quoth_tagger_tag (tagger, lexemes + first, n, self->tags + first);
    }
  for (guint s = 0; s < text->n_sentences; s++)
    {
      guint first = text->sentences[s].first, n = text->sentences[s].end - first;

      quoth_parser_parse (parser, lexemes + first, self->tags + first, n, self->heads + first,
                          self->relations + first);
      for (guint i = first; i < first + n; i++)
        if (self->heads[i] >= 0)
          self->heads[i] += first;
    }
  return self;
}

void
quoth_syntax_free (QuothSyntax *self)
{
  g_free (self->tags);
  g_free (self->heads);
  g_free (self->relations);
  g_free (self);
}
