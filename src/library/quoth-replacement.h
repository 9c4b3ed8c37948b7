#pragma once

#include "quoth-incoming.h"

G_BEGIN_DECLS

/**
 * QuothReplacement:
 *
 * A new analysis on its way into the place of an old one. In memory only: what stays of the old one
 * is put into the new article.
 */
typedef struct
{
  QuothArticle  *article;        /* the new one; completed here */
  QuothIncoming *incoming;       /* the same */
  QuothArticle  *old;
  gint64         row;
  GArray        *old_quote_rows;
  GArray        *old_entity_rows;
  gboolean       same_text;
  GHashTable    *entities;       /* old QuothEntity → new QuothEntity */
  GHashTable    *quote_rows;     /* id → row (gint64), of those that stay */
} QuothReplacement;

void         quoth_replacement_init              (QuothReplacement *self,
                                                  QuothArticle     *article);
void         quoth_replacement_clear             (QuothReplacement *self);
void         quoth_replacement_match_entities    (QuothReplacement *self);
QuothEntity *quoth_replacement_carry_entity      (QuothReplacement *self,
                                                  QuothEntity      *old);
/* FALSE where the new analysis does not have the words of @old, which lie @shift bytes further on
 * now */
gboolean     quoth_replacement_keep_found        (QuothReplacement *self,
                                                  QuothQuote       *old,
                                                  gint64            row,
                                                  gint64            shift);
void         quoth_replacement_keep_decided      (QuothReplacement *self,
                                                  QuothQuote       *old,
                                                  gint64            row,
                                                  gint64            shift);
void         quoth_replacement_drop_lost_parents (QuothReplacement *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuothReplacement, quoth_replacement_clear)

G_END_DECLS
